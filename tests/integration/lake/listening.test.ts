import {afterAll, afterEach, beforeAll, describe, expect, test} from '@jest/globals'
import type {ListenEvent, MutationEvent, SanityClient} from '@sanity/client'
import {applyPatch} from 'mendoza'
import type {Observable} from 'rxjs'
import {lakeFetch} from '../../../sanity/lake/client/index'
import {collect} from '../../support/events'
import {type StartedLake, startLake} from '../../support/start-lake'

type Listened = ListenEvent<Record<string, unknown>>

let lake: StartedLake
let editor: SanityClient
const stops: (() => void)[] = []

beforeAll(async () => {
  lake = await startLake()
  editor = lake.client('editor')
})

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

afterAll(() => lake.close())

const isMutation = (event: Listened): event is MutationEvent<Record<string, unknown>> => event.type === 'mutation'

/** Listens, and is listening when it returns. */
async function listen(client: SanityClient, query: string, params = {}, options = {}) {
  const source: Observable<Listened> = client.listen(query, params, {
    events: ['welcome', 'mutation', 'reconnect'],
    includeResult: true,
    includePreviousRevision: true,
    effectFormat: 'mendoza',
    ...options,
  })
  const collected = collect(source)
  stops.push(collected.stop)
  await collected.find(({type}) => type === 'welcome')
  return {
    ...collected,
    mutation: async (documentId: string, transition: string) => {
      const event = await collected.find(
        (item) => isMutation(item) && item.documentId === documentId && item.transition === transition,
      )
      if (!isMutation(event)) throw new Error('no mutation')
      return event
    },
  }
}

/** The same client, with its streams over WebSocket, as in the Studio. */
const overWebSocket = (client: SanityClient): SanityClient =>
  client.withConfig({resolveFetch: () => lakeFetch(lake.url)})

describe.each([
  ['HTTP', (client: SanityClient) => client],
  ['WebSocket', overWebSocket],
])('a listener over %s', (name, carried) => {
  const type = `thing${name}`

  test('sees documents appear, change and disappear, with effects that rebuild them', async () => {
    const {mutation} = await listen(carried(editor), '*[_type == $type]', {type})
    const id = `life-${name}`
    const made = await editor.create({_id: id, _type: type, title: 'Öne', body: [{_key: 'a', text: 'first'}]})
    const appeared = await mutation(id, 'appear')
    expect(appeared).toMatchObject({
      transactionId: made._rev,
      resultRev: made._rev,
      result: made,
      transactionTotalEvents: 1,
    })
    expect(appeared).not.toHaveProperty('previousRev')

    const changed = await editor.patch(id).set({title: 'Öne 🙂 more', 'body[_key=="a"].text': 'second'}).commit()
    const updated = await mutation(id, 'update')
    expect(updated).toMatchObject({previousRev: made._rev, resultRev: changed._rev, previous: made})
    const {_rev: madeRev, ...before} = made
    const {_rev: changedRev, ...after} = changed
    expect(applyPatch(before, updated.effects?.apply ?? [])).toEqual(after)
    expect(applyPatch(after, updated.effects?.revert ?? [])).toEqual(before)

    await editor.delete(id)
    const gone = await mutation(id, 'disappear')
    expect(gone.resultRev).toBe(gone.transactionId)
    expect(gone).not.toHaveProperty('result')
  })
})

describe('listeners', () => {
  test('hear only of what their query selects, and of what leaves it', async () => {
    const {mutation, items} = await listen(editor, '*[_type == "told" && state == "open"]')
    await editor.create({_id: 'told-1', _type: 'told', state: 'shut'})
    await editor.create({_id: 'told-2', _type: 'told', state: 'open'})
    await editor.patch('told-2').set({state: 'shut'}).commit()
    expect(await mutation('told-2', 'disappear')).toMatchObject({result: {state: 'shut'}})
    expect(items.filter(isMutation).map(({documentId}) => documentId)).toEqual(['told-2', 'told-2'])
  })

  test('number the events of one transaction', async () => {
    const {mutation} = await listen(editor, '*[_type == "numbered"]')
    await editor.transaction().create({_id: 'n1', _type: 'numbered'}).create({_id: 'n2', _type: 'numbered'}).commit()
    expect(await mutation('n1', 'appear')).toMatchObject({transactionCurrentEvent: 1, transactionTotalEvents: 2})
    expect(await mutation('n2', 'appear')).toMatchObject({transactionCurrentEvent: 2, transactionTotalEvents: 2})
  })

  test('without a token hear of public documents alone', async () => {
    const {mutation, items} = await listen(lake.client(null), '*')
    await editor.create({_id: 'drafts.heard', _type: 'thing'})
    await editor.create({_id: 'private.heard', _type: 'thing'})
    await editor.create({_id: 'heard', _type: 'thing'})
    await mutation('heard', 'appear')
    expect(items.filter(isMutation)).toHaveLength(1)
  })

  test('with a query that is none are refused', async () => {
    const response = await fetch(`${lake.url}/v1/data/listen/production?query=*[`, {
      headers: {authorization: `Bearer ${lake.token('viewer')}`},
    })
    expect(response.status).toBe(400)
  })

  test('leave nothing behind when they go', async () => {
    const before = lake.lake.admin.status().listeners
    const {stop} = await listen(editor, '*[_type == "gone"]')
    expect(lake.lake.admin.status().listeners).toBe(before + 1)
    stop()
    while (lake.lake.admin.status().listeners > before) await new Promise((resolve) => setImmediate(resolve))
  })
})

describe('live events', () => {
  test('carry the tags of the answers that a change makes stale', async () => {
    await editor.create({_id: 'live-fact', _type: 'liveFact', label: 'One'})
    const fact = {_type: 'reference', _ref: 'live-fact'}
    await editor.create({_id: 'live-page', _type: 'livePage', fact})
    const anonymous = lake.client(null)
    const query = '*[_type == "livePage"]{"label": fact->label}'
    const {syncTags = []} = await anonymous.fetch(query, {}, {filterResponse: false})
    const live = collect(anonymous.live.events())
    stops.push(live.stop)
    await live.find(({type}) => type === 'welcome')

    await editor.patch('live-fact').set({label: 'Two'}).commit()
    const touches = (tags: readonly string[]) => tags.some((tag) => syncTags.some((known) => known === tag))
    await live.find((event) => event.type === 'message' && touches(event.tags))
  })

  test('of drafts go only to those with a token', async () => {
    const open = (client: SanityClient, includeDrafts: boolean) => {
      const live = collect(client.live.events({includeDrafts}))
      stops.push(live.stop)
      return live
    }
    const [published, drafts] = [open(lake.client(null), false), open(lake.client('viewer'), true)]
    await Promise.all([published, drafts].map((live) => live.find(({type}) => type === 'welcome')))
    await editor.create({_id: 'drafts.live', _type: 'thing'})
    await drafts.find(({type}) => type === 'message')
    expect(published.items.map(({type}) => type)).toEqual(['welcome'])
  })

  test('tell who missed some to start over', async () => {
    const response = await fetch(`${lake.url}/v1/data/live/events/production`, {headers: {'last-event-id': '1'}})
    const reader = response.body?.getReader()
    const first = await reader?.read()
    expect(new TextDecoder().decode(first?.value)).toContain('event: restart')
    await reader?.cancel()
  })
})
