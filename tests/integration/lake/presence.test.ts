import {afterAll, afterEach, beforeAll, describe, expect, jest, test} from '@jest/globals'
import {Presence} from '../../../sanity/lake/presence.ts'
import {type Collector, collector} from '../../support/events'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
const open: WebSocket[] = []

beforeAll(async () => {
  lake = await startLake()
})

afterEach(async () => {
  for (const socket of open.splice(0)) socket.close()
})

afterAll(() => lake.close())

type Message = {id?: string; result?: unknown; error?: {code: number}; method?: string; params?: {result: unknown}}
type Browser = {
  readonly heard: Collector<Message>
  readonly closed: Promise<number>
  call(method: string, params?: Record<string, unknown>): Promise<Message>
  say(text: string): void
  /** The first event of a kind that it was told, past or to come. */
  told(event: Record<string, unknown>): Promise<unknown>
  leave(): void
}

/** What the Studio's own client does (`@sanity/bifur-client`), word for word. */
async function connect(token?: string, dataset = 'production'): Promise<Browser> {
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v2022-06-30/socket/${dataset}?tag=sanity.studio`)
  open.push(socket)
  const heard = collector<Message>()
  const closed = new Promise<number>((resolve) => {
    socket.addEventListener('close', ({code}) => resolve(code))
  })
  socket.addEventListener('message', ({data}: MessageEvent<string>) => {
    if (data !== '♥') heard.add(JSON.parse(data))
  })
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error('The socket did not open.')))
  })
  let calls = 0
  const call = (method: string, params: Record<string, unknown> = {}) => {
    const id = `call-${++calls}`
    socket.send(JSON.stringify({jsonrpc: '2.0', method, params: {...params, apiVersion: 'v1'}, id}))
    return heard.find((message) => message.id === id)
  }
  if (token !== undefined) await call('authorization', {authorization: `Bearer ${token}`})
  return {
    heard,
    closed,
    call,
    say: (text) => socket.send(text),
    told: async (event) => {
      const found = await heard.find(
        ({method, params}) =>
          method === 'presence_subscription' &&
          Object.entries(event).every(([name, value]) => {
            const result = params?.result
            const held = typeof result === 'object' && result !== null ? Object.entries(result) : []
            return held.some(([key, own]) => key === name && JSON.stringify(own) === JSON.stringify(value))
          }),
      )
      return found.params?.result
    },
    leave: () => socket.close(),
  }
}

const at = (path: unknown[]) => ({type: 'document', documentId: 'drafts.a', path, lastActiveAt: '2026-01-01T00:00:00Z'})
const announcement = (sessionId: string, path: unknown[] = ['title']) => ({data: {sessionId, locations: [at(path)]}})

describe('two browsers', () => {
  test('see where the other is, also when one came late and called the roll', async () => {
    const first = await connect(lake.token('editor'))
    expect((await first.call('presence_subscribe')).result).toEqual(expect.any(String))
    await first.call('presence_announce', announcement('one'))
    const second = await connect(lake.token('administrator'))
    await second.call('presence_subscribe')
    await second.call('presence_rollcall', {session: 'two'})
    expect(await first.told({type: 'rollCall', session: 'two'})).toMatchObject({i: expect.any(String)})
    await first.call('presence_announce', announcement('one', ['summary']))
    expect(await second.told({type: 'state'})).toEqual({
      type: 'state',
      i: expect.any(String),
      m: {sessionId: 'one', locations: [at(['summary'])]},
    })
  })

  test('are told when the other leaves: by word, or by hanging up', async () => {
    const watcher = await connect(lake.token('viewer'))
    await watcher.call('presence_subscribe')
    const polite = await connect(lake.token('editor'))
    await polite.call('presence_announce', announcement('polite'))
    await polite.call('presence_disconnect', {session: 'polite'})
    expect(await watcher.told({type: 'disconnect', m: {session: 'polite'}})).toBeTruthy()
    const sudden = await connect(lake.token('editor'))
    await sudden.call('presence_announce', announcement('sudden'))
    sudden.leave()
    expect(await watcher.told({type: 'disconnect', m: {session: 'sudden'}})).toBeTruthy()
  })

  test('hear nothing any more after they unsubscribed', async () => {
    const token = lake.token('editor')
    const [quiet, speaker] = [await connect(token), await connect(token)]
    const {result: subscriptionId} = await quiet.call('presence_subscribe')
    await quiet.call('presence_unsubscribe', {subscriptionId})
    await speaker.call('presence_announce', announcement('speaker'))
    expect((await quiet.call('presence_unsubscribe', {subscriptionId})).error?.code).toBe(-32602)
    expect(quiet.heard.items.filter(({method}) => method === 'presence_subscription')).toEqual([])
  })

  test('of which one was reloaded: the old line takes nothing with it', async () => {
    const token = lake.token('editor')
    const watcher = await connect(token)
    await watcher.call('presence_subscribe')
    const [before, after] = [await connect(token), await connect(token)]
    await before.call('presence_announce', announcement('tab'))
    await after.call('presence_announce', announcement('tab', ['summary']))
    before.leave()
    await before.closed
    await after.call('presence_announce', announcement('tab', ['slug']))
    await watcher.told({m: {sessionId: 'tab', locations: [at(['slug'])]}})
    expect(JSON.stringify(watcher.heard.items)).not.toContain('disconnect')
  })
})

describe('nobody is heard', () => {
  test('without a token, or with a wrong one', async () => {
    const anonymous = await connect()
    anonymous.say(JSON.stringify({jsonrpc: '2.0', method: 'presence_subscribe', params: {}, id: '1'}))
    expect(await anonymous.closed).toBe(4001)
    const wrong = await connect()
    wrong.say(JSON.stringify({jsonrpc: '2.0', method: 'authorization', params: {authorization: 'Bearer no'}, id: '1'}))
    expect(await wrong.closed).toBe(4001)
  })

  test('any more whose token was revoked', async () => {
    const {token, id} = lake.lake.admin.createToken({role: 'editor', name: 'leaving', lifetimeSeconds: null})
    const browser = await connect(token)
    await browser.call('presence_subscribe')
    lake.lake.admin.revokeToken(id)
    browser.say(JSON.stringify({jsonrpc: '2.0', method: 'presence_rollcall', params: {session: 'x'}, id: '9'}))
    expect(await browser.closed).toBe(4001)
  })

  test('in another dataset, which is not there', async () => {
    await expect(connect(lake.token('editor'), 'other')).rejects.toThrow('did not open')
  })

  test('as somebody else', async () => {
    const [owner, thief] = [await connect(lake.token('editor')), await connect(lake.token('editor'))]
    await owner.call('presence_announce', announcement('mine'))
    expect((await thief.call('presence_announce', announcement('mine'))).error?.code).toBe(-32602)
  })
})

test.each<[string, number]>([
  ['no JSON', -32700],
  ['[]', -32600],
  ['null', -32600],
  ['{"method": "presence_subscribe", "id": 1}', -32600],
  ['{"jsonrpc": "2.0", "method": "constructor", "id": 1}', -32601],
  ['{"jsonrpc": "2.0", "method": "presence_announce", "id": 1}', -32602],
  ['{"jsonrpc": "2.0", "method": "presence_announce", "params": {"data": {"sessionId": "a"}}, "id": 1}', -32602],
  [
    '{"jsonrpc": "2.0", "method": "presence_announce", "params": {"data": {"sessionId": "a", "locations": [1]}}, "id": 1}',
    -32602,
  ],
  ['{"jsonrpc": "2.0", "method": "presence_rollcall", "params": {"session": {}}, "id": 1}', -32602],
])('a message that makes no sense is refused, and the line stays: %s', async (text, code) => {
  const browser = await connect(lake.token('editor'))
  browser.say(text)
  expect((await browser.heard.find(({error}) => error !== undefined)).error?.code).toBe(code)
  expect((await browser.call('presence_subscribe')).result).toEqual(expect.any(String))
})

describe('by itself', () => {
  /** A line without a socket, to which the other end may listen slowly or not at all. */
  function line(backlog = () => 0) {
    const [sent, closed]: [string[], number[]] = [[], []]
    return {
      sent,
      closed,
      line: {send: (text: string) => sent.push(text), close: (code: number) => closed.push(code), backlog},
    }
  }
  const rpc = (method: string, params = {}) => JSON.stringify({jsonrpc: '2.0', id: 1, method, params})
  const authorize = rpc('authorization', {authorization: 'Bearer good'})
  const started: Presence[] = []
  const start = (options: Partial<ConstructorParameters<typeof Presence>[0]> = {}) => {
    const presence = new Presence({getUserId: (token) => (token === 'good' ? 'user' : null), ...options})
    started.push(presence)
    return presence
  }

  afterEach(() => {
    jest.useRealTimers()
    for (const presence of started.splice(0)) presence.close()
  })

  test('the heart beats, and ends lines whose token has ended', () => {
    jest.useFakeTimers()
    let isGood = true
    const presence = start({getUserId: () => (isGood ? 'user' : null), heartbeatMs: 100})
    const {sent, closed, line: one} = line()
    presence.join(one).receive(authorize)
    jest.advanceTimersByTime(100)
    expect(sent.at(-1)).toBe('♥')
    isGood = false
    jest.advanceTimersByTime(100)
    expect([closed, presence.size]).toEqual([[4001], 0])
  })

  test('who says nothing is let go', () => {
    jest.useFakeTimers()
    const presence = start({patienceMs: 50})
    const {closed, line: one} = line()
    presence.join(one)
    jest.advanceTimersByTime(50)
    expect([closed, presence.size]).toEqual([[4001], 0])
  })

  test('who says too much, or reads too slowly, is let go', () => {
    const presence = start()
    const noisy = line()
    const caller = presence.join(noisy.line)
    caller.receive(authorize)
    for (let message = 0; message < 1000; message++) caller.receive(rpc('presence_rollcall', {session: 'a'}))
    expect([noisy.closed, presence.size]).toEqual([[1008], 0])
    const slow = line(() => 2 ** 21)
    presence.join(slow.line).receive(authorize)
    expect([slow.closed, presence.size]).toEqual([[1013], 0])
  })

  test('there is an end to lines, subscriptions and sessions', () => {
    const presence = start()
    const {sent, line: one} = line()
    const caller = presence.join(one)
    caller.receive(authorize)
    for (let subscription = 0; subscription < 9; subscription++) caller.receive(rpc('presence_subscribe'))
    expect(JSON.parse(sent.at(-1) ?? '')).toMatchObject({error: {message: 'Too many subscriptions.'}})
    for (let session = 0; session < 9; session++) caller.receive(rpc('presence_announce', announcement(`s${session}`)))
    expect(JSON.parse(sent.at(-1) ?? '')).toMatchObject({error: {message: 'Too many sessions.'}})
    const lines = Array.from({length: 500}, () => line())
    for (const {line: each} of lines) presence.join(each)
    expect(presence.size).toBe(500)
    expect(lines.at(-1)?.closed).toEqual([1013])
  })
})
