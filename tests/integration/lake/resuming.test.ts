import {once} from 'node:events'
import {connect, type Socket} from 'node:net'
import {afterAll, afterEach, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {readEvents, type WireEvent, type WireStream} from '../../support/event-source'
import {collect} from '../../support/events'
import {clientFor, type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let editor: SanityClient
let token: string
const streams: WireStream[] = []

beforeAll(async () => {
  lake = await startLake()
  token = lake.token('editor')
  editor = clientFor(lake.url, token)
})

afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.stop()
})

afterAll(() => lake.close())

/** Listens as `enableResume` does, from after `lastEventId` where one is given. */
async function listen(query: string, lastEventId: string | null = null, options = 'enableResume=true') {
  const address = `${lake.url}/v2025-09-01/data/listen/production?query=${encodeURIComponent(query)}&${options}`
  const stream = await readEvents(address, {
    authorization: `Bearer ${token}`,
    ...(lastEventId === null ? {} : {'last-event-id': lastEventId}),
  })
  streams.push(stream)
  return stream
}

const told = (items: readonly WireEvent[]) => items.filter(({event}) => event === 'mutation').map(({id}) => id)
const names = (items: readonly WireEvent[]) => items.map(({event}) => event)

describe('a listener that comes back', () => {
  test('hears what it missed, in order and once, and goes on', async () => {
    const query = '*[_type == "missed"]'
    const first = await listen(query)
    await editor.create({_id: 'missed-1', _type: 'missed'})
    const heard = await first.find(({event}) => event === 'mutation')
    await first.stop()

    await editor.patch('missed-1').set({n: 1}).commit()
    await editor.create({_id: 'other', _type: 'unheard'})
    await editor.transaction().create({_id: 'missed-2', _type: 'missed'}).delete('missed-1').commit()
    const second = await listen(query, heard.id)
    await editor.delete('missed-2')
    await second.find(({data}) => data.transition === 'disappear' && data.documentId === 'missed-2')
    expect(names(second.items)).toEqual(['welcomeback', 'mutation', 'mutation', 'mutation', 'mutation'])
    expect(second.items.slice(1).map(({data}) => [data.documentId, data.transition])).toEqual([
      ['missed-1', 'update'],
      ['missed-2', 'appear'],
      ['missed-1', 'disappear'],
      ['missed-2', 'disappear'],
    ])
  })

  test('from the middle of a transaction hears the rest of it', async () => {
    const query = '*[_type == "part"]'
    const whole = await listen(query)
    // Names that are numbers come in another order in JavaScript's objects.
    const ids = ['z', '2', '10', '1', 'a']
    await ids.reduce((all, _id) => all.create({_id, _type: 'part'}), editor.transaction()).commit()
    await whole.find(({data}) => data.documentId === 'a')
    const middle = whole.items.find(({data}) => data.documentId === '10')
    const rest = await listen(query, middle?.id ?? null)
    await rest.find(({data}) => data.documentId === 'a')
    expect(told(rest.items)).toEqual(told(whole.items).slice(3))
    expect(rest.items.at(-1)?.data).toEqual(whole.items.at(-1)?.data)
  })

  test('having heard nothing but its welcome, misses nothing', async () => {
    const query = '*[_type == "quiet"]'
    const first = await listen(query)
    const {id} = await first.find(({event}) => event === 'welcome')
    await first.stop()
    await editor.create({_id: 'quiet-1', _type: 'quiet'})
    const second = await listen(query, id)
    await second.find(({event}) => event === 'mutation')
    expect(names(second.items)).toEqual(['welcomeback', 'mutation'])
  })

  test('is told the same effects, results and revisions as those who stayed', async () => {
    const query = '*[_type == "same"]'
    const options = 'enableResume=true&effectFormat=mendoza&includeResult=true&includePreviousRevision=true'
    const stayed = await listen(query, null, options)
    const {id} = await stayed.find(({event}) => event === 'welcome')
    const made = await editor.create({_id: 'same-1', _type: 'same', title: 'One two three four'})
    const changed = await editor
      .patch('same-1')
      .set({title: 'One two six four', n: [1]})
      .commit()
    await editor.delete('same-1')
    await stayed.find(({data}) => data.transition === 'disappear')
    const back = await listen(query, id, options)
    await back.find(({data}) => data.transition === 'disappear')
    expect(back.items.slice(1)).toEqual(stayed.items.slice(1))
    const update = back.items[2]?.data
    expect(update).toMatchObject({previousRev: made._rev, resultRev: changed._rev, previous: made, result: changed})
    const {_rev: one, ...before} = made
    const {_rev: two, ...after} = changed
    const {apply, revert} = Object(update?.effects)
    expect(applyPatch(before, apply)).toEqual(after)
    expect(applyPatch(after, revert)).toEqual(before)
  })

  test('after more than can be told one by one is reset', async () => {
    const first = await listen('*')
    const {id} = await first.find(({event}) => event === 'welcome')
    let filling = editor.transaction()
    for (let n = 0; n < 1001; n++) filling = filling.create({_id: `many-${n}`, _type: 'many'})
    await filling.commit({visibility: 'async'})
    const second = await listen('*', id)
    await second.find(({event}) => event === 'welcome')
    expect(names(second.items)).toEqual(['reset', 'welcome'])
    expect(second.items.at(-1)?.id).not.toBe(id)
  })

  test.each(['never#happened', 'nonsense', '#', '-#nobody', '%00'])('with the id %s is reset', async (id) => {
    const stream = await listen('*', id)
    await stream.find(({event}) => event === 'welcome')
    expect(names(stream.items)).toEqual(['reset', 'welcome'])
  })

  test('without asking to resume begins anew', async () => {
    await editor.create({_id: 'anew', _type: 'anew'})
    const stream = await listen('*', '-#', 'enableResume=false')
    await stream.find(({event}) => event === 'welcome')
    expect(names(stream.items)).toEqual(['welcome'])
  })

  test('resumes by itself with the real client, over a restart of the lake', async () => {
    const own = await startLake()
    const port = Number(new URL(own.url).port)
    const client = own.client('editor')
    const options = {enableResume: true, events: ['welcome', 'welcomeback', 'reset', 'mutation', 'reconnect']} as const
    const heard = collect(client.listen('*[_type == "kept"]', {}, {...options, events: [...options.events]}))
    await heard.find(({type}) => type === 'welcome')
    await client.create({_id: 'kept-1', _type: 'kept'})
    await heard.find((event) => event.type === 'mutation' && event.documentId === 'kept-1')
    await own.stop()

    const again = await startLake({folder: own.folder, port})
    await clientFor(again.url, again.token('editor')).create({_id: 'kept-2', _type: 'kept'})
    await heard.find((event) => event.type === 'mutation' && event.documentId === 'kept-2', 30_000)
    const types = heard.items.map(({type}) => type).filter((type) => type !== 'reconnect')
    expect(types).toEqual(['welcome', 'mutation', 'welcomeback', 'mutation'])
    heard.stop()
    await again.close()
  })
})

describe('what a listener asks for', () => {
  test('by default published documents alone, as hosted since 2025-02-19', async () => {
    const published = await listen('*[_type == "layer"]')
    const all = await listen('*[_type == "layer"]', null, 'includeAllVersions=true')
    const old = await readEvents(`${lake.url}/v2024-01-01/data/listen/production?query=*[_type=="layer"]`, {
      authorization: `Bearer ${token}`,
    })
    streams.push(old)
    const ids = ['drafts.layer', 'versions.rSpring.layer', 'layer']
    for (const _id of ids) await editor.create({_id, _type: 'layer'})
    for (const stream of [published, all, old]) await stream.find(({data}) => data.documentId === 'layer')
    const documentsOf = ({items}: WireStream) => items.slice(1).map(({data}) => data.documentId)
    expect(documentsOf(published)).toEqual(['layer'])
    expect(documentsOf(all)).toEqual(ids)
    expect(documentsOf(old)).toEqual(ids)
  })

  test('is in the event, and nothing else', async () => {
    const bare = await listen('*[_type == "bare"]', null, 'includeMutations=false&visibility=query')
    await editor.create({_id: 'bare', _type: 'bare'})
    const {data} = await bare.find(({event}) => event === 'mutation')
    expect(Object.keys(data).sort()).toEqual([
      'documentId',
      'eventId',
      'identity',
      'resultRev',
      'timestamp',
      'transactionCurrentEvent',
      'transactionId',
      'transactionTotalEvents',
      'transition',
      'visibility',
    ])
    expect(data.visibility).toBe('query')
  })

  test.each(['visibility=soon', 'effectFormat=diff'])('and is %s is refused', async (option) => {
    await expect(listen('*', null, option)).rejects.toThrow('refused with 400')
  })
})

test('a reader that stops reading is cut off, and nothing waits for it in memory', async () => {
  const {hostname, port} = new URL(lake.url)
  const socket: Socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(
    `GET /v1/data/listen/production?query=*[_type=="flood"]&includeResult=true HTTP/1.1\r\nhost: lake\r\nauthorization: Bearer ${token}\r\n\r\n`,
  )
  await once(socket, 'data')
  socket.pause()
  const before = lake.lake.admin.status().listeners
  const text = 'x'.repeat(900_000)
  let sent = 0
  while (lake.lake.admin.status().listeners === before && sent < 60) {
    await editor.createOrReplace({_id: 'flood', _type: 'flood', text, n: sent++}, {returnDocuments: false})
  }
  expect(sent).toBeLessThan(60)
  socket.resume()
  await once(socket, 'close')
})

describe('live events', () => {
  const open = async (lastEventId: string | null = null) => {
    const stream = await readEvents(
      `${lake.url}/v2025-09-01/data/live/events/production`,
      lastEventId === null ? {} : {'last-event-id': lastEventId},
    )
    streams.push(stream)
    return stream
  }

  test('that were missed are told to who comes back', async () => {
    const first = await open()
    const {id} = await first.find(({event}) => event === 'welcome')
    await first.stop()
    await editor.create({_id: 'live-1', _type: 'live'})
    await editor.create({_id: 'drafts.live-1', _type: 'live'})
    await editor.create({_id: 'live-2', _type: 'live'})
    const second = await open(id)
    await editor.create({_id: 'live-3', _type: 'live'})
    await second.find(({data}) => Number(data.id) === Number(id) + 4)
    expect(second.items.map(({event, id: at}) => [event, Number(at) - Number(id)])).toEqual([
      ['welcome', 0],
      ['message', 1],
      ['message', 3],
      ['message', 4],
    ])
  })

  test.each(['1', 'soon', '99999999999999999'])(
    'after %s, which nobody remembers, begin with a restart',
    async (id) => {
      const stream = await open(id)
      await stream.find(({event}) => event === 'welcome')
      expect(names(stream.items)).toEqual(['restart', 'welcome'])
    },
  )
})

test('where a thousand streams are open, a listener is told when to come back and a live reader to go away', async () => {
  const own = await startLake()
  const controllers = Array.from({length: 1000}, () => new AbortController())
  const address = `http://lake/v1/data/live/events/production`
  const authorization = `Bearer ${own.token('viewer')}`
  const open = ({signal}: AbortController) => own.lake.fetch(new Request(address, {signal, headers: {authorization}}))
  await Promise.all(controllers.map(open))
  const refused = await fetch(`${own.url}/v1/data/listen/production?query=*`, {headers: {authorization}})
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('10')
  const heard = collect(own.client(null).live.events())
  const goaway = await heard.find(({type}) => type === 'goaway')
  expect(goaway).toMatchObject({type: 'goaway', data: {reason: expect.stringContaining('Too many event streams')}})
  heard.stop()
  await own.close()
})
