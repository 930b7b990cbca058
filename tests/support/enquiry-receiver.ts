/**
 * The store of questions behind HTTP and nothing else, as a process that a drill can kill: `POST` receives one and
 * answers 200 only once it is stored, `PUT` changes the clinic's key, `GET` tells what is there. Prints its address in its
 * first line.
 *
 *   node tests/support/enquiry-receiver.ts <folder>
 */
import {createServer} from 'node:http'
import {text} from 'node:stream/consumers'
import type {Asked} from '../../lib/enquiries/enquiry.ts'
import {rotate} from '../../lib/enquiries/reseal.ts'
import {enquiry, noon, nurse, storeIn} from './enquiry.ts'

/** What the receiver tells of its store, all of it in clear. */
export type Standing = {
  readonly references: readonly string[]
  /** Messages that wait for a worker. */
  readonly messages: number
  /** Questions by the counts of the months. */
  readonly counted: number
}

type Sent = {readonly id: string; readonly receivedAt: number; readonly differences: Partial<Asked>}

const store = storeIn(process.argv[2] ?? '')

const standing = (): Standing => ({
  references: store.records().map(({reference}) => reference),
  messages: store.outbox().waiting,
  counted: store.months().reduce((sum, {asked}) => sum + asked, 0),
})

async function answer(method: string | undefined, body: string): Promise<unknown> {
  if (method === 'PUT') return rotate(store, {actor: nurse, at: noon})
  if (method !== 'POST') return standing()
  const {id, receivedAt, differences}: Sent = JSON.parse(body)
  return store.receive(enquiry(differences, {id, receivedAt}))
}

const server = createServer((request, response) => {
  text(request)
    .then((body) => answer(request.method, body))
    .then(
      (result) => response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(result)),
      (error) => response.writeHead(500).end(String(error)),
    )
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) process.stdout.write(`http://127.0.0.1:${address.port}\n`)
})
