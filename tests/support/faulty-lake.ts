/** A proxy before a lake that can fail in every way a lake can: the outage drills put it between site and lake. */
import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

/** What a caller gets. `well` passes everything through. */
const faults = {
  well: null,
  refuse: (message: IncomingMessage) => message.socket.destroy(),
  reset: (message: IncomingMessage) => message.socket.resetAndDestroy(),
  // Never answers; the caller has to have patience of its own.
  hang: () => {},
  'error 500': answer(500, 'application/json', '{"error":{"description":"on purpose"}}'),
  'error 429': answer(429, 'application/json', '{"error":{"description":"slow down"}}'),
  'half an answer': answer(200, 'application/json', '{"query":"*","result":[{"_id":'),
  'the word null': answer(200, 'application/json', 'null'),
  'an empty object': answer(200, 'application/json', '{}'),
  'a login page': answer(200, 'text/html', '<!doctype html><title>Sign in</title>'),
  'the wrong shape': answer(200, 'application/json', '{"result":{"title":7},"ms":1}'),
} satisfies Record<string, ((message: IncomingMessage, response: ServerResponse) => void) | null>

export type Fault = keyof typeof faults
export const everyFault = Object.keys(faults).filter((name): name is Exclude<Fault, 'well'> => name !== 'well')

export type FaultyLake = {
  readonly port: number
  /** How it behaves from now on. */
  become: (fault: Fault) => void
  /** The `tag` of each query that came since the last call of `forget`: which reader asked, and with which slug. */
  asked: () => readonly string[]
  forget: () => void
  /** Lets every query with this `tag` wait, until the function it answers is called. */
  hold: (tag: string) => () => void
  close: () => Promise<void>
}

export async function startFaultyLake(lakePort: () => number): Promise<FaultyLake> {
  let fault: Fault = 'well'
  let asked: string[] = []
  const held = new Map<string, Promise<void>>()
  const server = createServer(async (message, response) => {
    const body = await wholeOf(message)
    const question = questionOf(new URL(message.url ?? '/', 'http://lake'), body)
    if (question) asked.push(question)
    if (question) await held.get(question.split(' ')[0] ?? '')
    const misbehave = faults[fault]
    if (misbehave) return void misbehave(message, response)
    const onward = request(
      {host: '127.0.0.1', port: lakePort(), path: message.url, method: message.method, headers: message.headers},
      (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(response)
      },
    )
    onward.on('error', () => message.socket.destroy())
    onward.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    become: (next) => {
      fault = next
    },
    asked: () => asked,
    forget: () => {
      asked = []
    },
    hold: (tag) => {
      const {promise, resolve} = Promise.withResolvers<void>()
      held.set(tag, promise)
      return () => {
        held.delete(tag)
        resolve()
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function wholeOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part)
  return Buffer.concat(parts)
}

/** A long query comes in the body of a POST, a short one in the address; parameters are JSON in either. */
function questionOf({searchParams}: URL, body: Buffer): string | null {
  const tag = searchParams.get('tag')
  if (!tag) return null
  const {params = {}} = body.length > 0 ? JSON.parse(body.toString('utf8')) : {}
  const inBody = (name: string) => (name in params ? JSON.stringify(params[name]) : [])
  return [tag, ...['slug', 'from'].flatMap((name) => searchParams.get(`$${name}`) ?? inBody(name))].join(' ')
}

function answer(status: number, type: string, body: string) {
  return (_message: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, {'content-type': type})
    response.end(body)
  }
}
