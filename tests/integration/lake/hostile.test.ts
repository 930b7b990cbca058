/**
 * Requests that mean no good, sent over HTTP to a real lake: each is refused in Sanity's words or does no harm, nothing
 * fails unexpectedly, and neither memory nor disk has grown when all is over.
 */
import {once} from 'node:events'
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {Agent, request as httpRequest} from 'node:http'
import {connect} from 'node:net'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {createLake} from '../../../sanity/lake/lake'
import {type HostileCase, hostileCases, uploads} from '../../fixtures/hostile/index'
import {type LakeProcess, startLakeProcess} from '../../support/lake-process'
import {plain} from '../../support/pictures'
import {clientFor} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'

const MIB = 1024 * 1024

let folder: string
let remove: () => void
let lake: LakeProcess
let token: string
let client: SanityClient
let picture: string

beforeAll(async () => {
  const temporary = temporaryFolder('hostile')
  remove = temporary.remove
  folder = path.join(temporary.folder, 'store')
  const made = await createLake({folder})
  token = made.admin.createToken({role: 'editor', name: 'hostile', lifetimeSeconds: null}).token
  await made.close()
  lake = await startLakeProcess(folder)
  client = clientFor(lake.url, token)
  const {url} = await client.assets.upload('image', await plain('#336699', 40, 30))
  picture = new URL(url).pathname
  const list = ['a', 'b', 'c'].map((_key) => ({_key, n: 1}))
  await client.create({_id: 'target', _type: 'target', title: 'x', n: 1, huge: 1.7e308, minus: -1.7e308, list})
})

afterAll(async () => {
  await lake.end('SIGKILL')
  remove()
})

type Answer = {status: number; text: string; headers: Record<string, string | string[] | undefined>}

/** Sends a request as it stands: `fetch` would put its address and headers in order. */
async function send({method, path, body, headers = {}, isSignedIn = true}: HostileCase): Promise<Answer> {
  const {hostname, port} = new URL(lake.url)
  // Like a browser, which keeps its connection: the answer to a body that is too large then arrives.
  const agent = new Agent({keepAlive: true})
  const outgoing = httpRequest({
    ...{hostname, port, method, path: path.replace('PICTURE', picture), agent},
    headers: {
      ...(isSignedIn ? {authorization: `Bearer ${token}`} : {}),
      ...(body === undefined ? {} : {'content-length': Buffer.byteLength(body), 'content-type': 'application/json'}),
      ...headers,
    },
  })
  outgoing.setTimeout(30_000, () => outgoing.destroy(new Error(`The lake does not answer: ${method} ${path}`)))
  const answered = once(outgoing, 'response')
  outgoing.end(body)
  const [incoming] = await answered
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  agent.destroy()
  return {status: incoming.statusCode, text: Buffer.concat(chunks).toString('utf8'), headers: incoming.headers}
}

/** Sanity's shapes of an error: Boom's, or the typed one of the data endpoints. */
function assertSaysWhy({status, text}: Answer): void {
  // Node itself turns down headers it cannot take, before the lake sees them.
  if (status === 431 || text === '') return
  const {error, message, statusCode} = JSON.parse(text)
  const said = typeof error === 'object' ? error.description : message
  expect(said).toMatch(/\w+ .+/)
  expect(said).not.toMatch(/\n +at |node_modules|Cannot read propert/)
  if (typeof error !== 'object') expect(statusCode).toBe(status)
}

async function assertHarmless(hostile: HostileCase): Promise<Answer> {
  const answer = await send(hostile)
  expect({status: answer.status, text: answer.text.slice(0, 300)}).toMatchObject({
    status: hostile.status.includes(answer.status) ? answer.status : hostile.status,
  })
  if (answer.status >= 400) assertSaysWhy(answer)
  else if (hostile.says) expect(answer.text).toMatch(hostile.says)
  if (hostile.never) expect(answer.text).not.toMatch(hostile.never)
  expect(answer.headers['set-cookie']).toBeUndefined()
  return answer
}

/** Resident memory of the lake's process, by the system's own account. */
const megabytesOfMemory = (): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${lake.process.pid}/status`, 'utf8'))?.[1]) / 1024

const filesIn = (place: string): string[] =>
  readdirSync(place, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => path.join(parentPath, name))

const bytesOnDisk = (): number => filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0)

const all = Object.entries(hostileCases)

test('there are many', async () => {
  const count = all.reduce((sum, [, cases]) => sum + cases.length, 0) + (await uploads()).length
  expect(count).toBeGreaterThan(400)
})

describe.each(all)('%s', (_, cases) => {
  test.each(cases.map((hostile) => [hostile.name, hostile] as const))('%s', async (_, hostile) => {
    await assertHarmless(hostile)
  })
})

/** Whatever was let in is served so that a browser runs nothing of it, in the name of nobody. */
test('uploads are refused, or served so that nothing in them can run', async () => {
  for (const hostile of await uploads()) {
    const {status, text} = await assertHarmless(hostile)
    if (status !== 200) continue
    const {document} = JSON.parse(text)
    const served = await fetch(`${lake.url}/${document.path}`)
    const bytes = Buffer.from(await served.arrayBuffer()).toString('latin1')
    const type = served.headers.get('content-type') ?? ''
    const policy = served.headers.get('content-security-policy') ?? ''
    const isInert = /^image\/(?:png|jpeg|gif|webp|avif)$/.test(type) && !bytes.includes('<script')
    const isSaved =
      type === 'application/octet-stream' && served.headers.get('content-disposition')?.startsWith('attachment')
    const isSandboxed = /default-src 'none'.*sandbox(?!.*allow-scripts)/.test(policy)
    expect({name: hostile.name, isHarmless: isInert || isSaved || isSandboxed}).toEqual({
      name: hostile.name,
      isHarmless: true,
    })
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(type).not.toMatch(/html|script/)
    // As a bitmap nothing but pixels is left of it, and nothing was fetched or read to draw it.
    if (document.extension !== 'svg' || document._type !== 'sanity.imageAsset') continue
    const drawn = await fetch(`${lake.url}/${document.path}?w=10&fm=png`)
    expect(Buffer.from(await drawn.arrayBuffer()).toString('latin1')).not.toMatch(/root:|<script/)
  }
  const outside = filesIn(path.dirname(folder)).filter((file) => !file.startsWith(folder))
  expect(outside).toEqual([])
})

describe('connections', () => {
  const address = () => ({host: new URL(lake.url).hostname, port: Number(new URL(lake.url).port)})

  /** Sends bytes that are hardly HTTP. @returns what came back until the lake closed */
  async function sendRaw(text: string): Promise<string> {
    const socket = connect(address())
    socket.on('error', () => {})
    socket.write(text, 'latin1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(Buffer.from(chunk)))
    socket.setTimeout(2000, () => socket.destroy())
    await once(socket, 'close')
    return Buffer.concat(chunks).toString('latin1')
  }

  const query = 'GET /v1/data/query/production?query=1 HTTP/1.1\r\nHost: x\r\n'
  test.each([
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00', /^HTTP\/1.1 400|^$/],
    [
      'a length and pieces at once',
      `POST /v1/data/mutate/production HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n`,
      /^HTTP\/1.1 400(?!.*smuggled)/s,
    ],
    [
      'two lengths',
      `POST /v1/data/mutate/production HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
      /^HTTP\/1.1 400/,
    ],
    [
      'a length below nothing',
      `POST /v1/data/mutate/production HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n`,
      /^HTTP\/1.1 400/,
    ],
    ['a zero in a header', `${query}X-A: a\0b\r\n\r\n`, /^HTTP\/1.1 400/],
    ['a header of two lines', `${query}X-A: a\r\n folded\r\n\r\n`, /^HTTP\/1.1 (?:400|200)/],
    ['a method nobody knows', 'HACK / HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1.1 400/],
    ['no host', 'GET /v1/ping HTTP/1.1\r\n\r\n', /^HTTP\/1.1 400/],
    ['a tunnel', 'CONNECT 169.254.169.254:80 HTTP/1.1\r\nHost: x\r\n\r\n', /^(?!HTTP\/1.1 200)/],
    ['a zero in the address', 'GET /v1/\0 HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1.1 (?:400|501)/],
    ['an upgrade to nothing', `${query}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`, /^(?!HTTP\/1.1 (?:101|5(?!01)))/],
  ])('%s', async (_, text, expected) => {
    expect(await sendRaw(text)).toMatch(expected)
  })

  test('200 bodies that never end hold nobody up, and leave nothing', async () => {
    const before = filesIn(folder).length
    const sockets = Array.from({length: 200}, () => {
      const socket = connect(address())
      socket.on('error', () => {})
      socket.write(
        `POST /v1/assets/files/production HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: 1000000\r\n\r\nx`,
      )
      return socket
    })
    expect(await client.fetch('count(*[_id == "target"])')).toBe(1)
    expect((await client.patch('target').set({title: 'y'}).commit()).title).toBe('y')
    for (const socket of sockets) socket.destroy()
    expect(filesIn(folder)).toHaveLength(before)
  })
})

test('when all is over, nothing has failed unexpectedly, and neither memory nor disk has grown', async () => {
  const measure = async () => {
    for (const cases of Object.values(hostileCases))
      for (const hostile of cases) if (hostile.status[0] !== 200) await send(hostile)
    return {memory: megabytesOfMemory(), disk: bytesOnDisk(), files: filesIn(folder).length}
  }
  const first = await measure()
  const second = await measure()
  expect(second.files).toBe(first.files)
  // What is refused is not written; the log of the store is checkpointed in its own time.
  expect(second.disk - first.disk).toBeLessThan(5 * MIB)
  expect(first.memory).toBeGreaterThan(10)
  expect(second.memory - first.memory).toBeLessThan(100)
  expect(filesIn(folder).filter((file) => file.endsWith('.part'))).toEqual([])
  expect(lake.log.items.filter(({event, level}) => event === 'unexpected' || level === 'fatal')).toEqual([])
  expect(await client.fetch('*[_id == "target"][0]{"n": n, "keys": count(list)}')).toEqual({n: 1, keys: 3})
})
