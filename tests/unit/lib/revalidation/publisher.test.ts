/** The worker against a site that plays its part: some pages never become new, and some questions stay outdated. */
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll, beforeAll, beforeEach, expect, jest, test} from '@jest/globals'
import {temporaryFolder} from '../../../support/temporary-folder'
import {until} from '../../../support/until'

const {folder, remove} = temporaryFolder('publisher')
process.env.DATA_DIR = folder

let journal: typeof import('@/lib/revalidation/journal')
let answers: typeof import('@/lib/revalidation/answers')
const said: string[] = []
let isMended = false
let heartbeat: NodeJS.Timeout
const rounds = {now: 0, most: 0, all: 0}

/** Every document has a page at its id; that of "stuck" does not carry the mark it should until it is mended. */
const site = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  if (request.method === 'GET') {
    response.end(request.url === '/stuck' && !isMended ? 'old' : '<meta name="content-stamp" content="condition.new"/>')
    return
  }
  const {publications, outdated} = JSON.parse(Buffer.concat(chunks).toString())
  if (outdated) {
    rounds.all++
    rounds.most = Math.max(rounds.most, ++rounds.now)
    // Longer than the worker's heartbeat.
    await new Promise((resolve) => setTimeout(resolve, 3000))
    rounds.now--
  }
  const pages = publications.map(({documentId}: {documentId: string}) => ({
    path: `/${documentId}`,
    stamps: {condition: 'new'},
    moved: null,
  }))
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({pages, next: []}))
})

const publish = (documentId: string) => journal.recordPublication(documentId, {documentId, documentType: 'condition'})
const pending = () => journal.pendingPublications().map(({documentId}) => documentId)

beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  process.env.PORT = String((site.address() as AddressInfo).port)
  const intervals = jest.spyOn(globalThis, 'setInterval')
  journal = await import('@/lib/revalidation/journal')
  answers = await import('@/lib/revalidation/answers')
  const {startPublisher} = await import('@/lib/revalidation/publisher')
  const question = {contract: 'condition', params: {language: 'en', slug: 'a'}}
  answers.keepAnswer(question, '{}', {}, null)
  answers.markOutdated(question)
  publish('stuck')
  publish('good')
  startPublisher()
  await until(() => intervals.mock.results.length > 0, 'the heartbeat')
  heartbeat = intervals.mock.results[0]?.value as NodeJS.Timeout
})

// The worker says in the log what it could not see.
beforeEach(() => {
  console.error = (line: string) => void said.push(line)
})

afterAll(async () => {
  clearInterval(heartbeat)
  await until(() => rounds.now === 0, 'the last round')
  site.closeAllConnections()
  site.close()
  remove()
})

test('a publication that cannot be seen keeps no other pending, of its own batch or later', async () => {
  await until(() => pending().join() === 'stuck', 'all but the stuck one')
  publish('later')
  await until(() => pending().join() === 'stuck', 'all but the stuck one')
  expect(journal.pendingPublications()[0]?.attempts).toBeGreaterThan(0)
  expect(said.join()).toContain('will be tried again: Not yet as published: /stuck')
}, 20_000)

test('one round of outdated questions runs at a time', async () => {
  await until(() => rounds.all > 1, 'a second round')
  expect(rounds.most).toBe(1)
}, 20_000)

test('a publication is tried again until it is seen', async () => {
  isMended = true
  await until(() => pending().length === 0, 'the stuck one')
}, 20_000)
