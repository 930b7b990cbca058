/**
 * The drill of the writers: programs write over HTTP at once, without knowing of each other, while others listen, and
 * one of those keeps losing its connection. Afterwards everything that was answered and told is held against a history:
 *
 * - all listeners heard the same events in the same order, and each event fits the one before it, effects included;
 * - replayed in that order, the acknowledged requests give what the listeners were told and what the lake holds;
 * - that order agrees with the clock: what was acknowledged before another request was sent comes before it;
 * - every refusal and every answer to a question was right at one moment between the question and its answer.
 *
 * A seed gives the same programs again. How their requests meet is for the network to say.
 */
import type {SanityClient} from '@sanity/client'
import {readEvents, type WireEvent, type WireStream} from './event-source'
import {type Chance, chanceFrom, pause} from './random'
import type {Action, Content, Held, Mutation, WriteRequest} from './reference-lake'
import {clientFor, startLake} from './start-lake'
import {type Read, violationsOf, type Write} from './writers-history'

export type WritersReport = {
  readonly seed: number
  readonly writers: number
  readonly acknowledged: number
  readonly refused: number
  readonly questions: number
  readonly events: number
  /** How often a listener lost its connection and came back. */
  readonly resumed: number
  /** What does not fit, in words; none where all is well. */
  readonly violations: readonly string[]
}

type Options = {seed: number; writers: number; requests: number; onProgress?: (line: string) => void}

const accounts = ['account-1', 'account-2', 'account-3']
const pads = ['pad-1', 'pad-2', 'pad-3', 'pad-4']
const pages = ['page-1', 'page-2']
const draftOf = (id: string): string => `drafts.${id}`
const everything = [...accounts, ...pads, ...pages, ...pages.map(draftOf)]
const groups = 2

export async function writersDrill({seed, writers, requests, onProgress = () => {}}: Options): Promise<WritersReport> {
  const lake = await startLake()
  try {
    const token = lake.token('editor')
    const client = clientFor(lake.url, token)
    const begin: WriteRequest = {mutations: accounts.map((_id) => ({create: {_id, _type: 'account', n: 100}}))}
    const heard = await Promise.all([listen(lake.url, token), listen(lake.url, token)])
    const restless = await listenRestlessly(lake.url, token, chanceFrom(seed + 1))
    const log: {writes: Write[]; reads: Read[]; clock: number} = {writes: [], reads: [], clock: 0}
    await write(client, log, 'begin', begin)
    await Promise.all(
      Array.from({length: writers}, (_, number) =>
        program(client, log, `w${number}`, chanceFrom(seed + 100 * (number + 1)), requests),
      ),
    )
    onProgress(`${log.writes.length} requests answered`)
    await write(client, log, 'end', {mutations: [{createOrReplace: {_id: 'end', _type: 'end'}}]})
    const isLast = ({data}: WireEvent) => data.transactionId === 'end'
    for (const stream of [...heard, restless]) await stream.find(isLast, 60_000)
    const streams = [...heard, restless].map(({items}) => items.filter(({event}) => event === 'mutation'))
    const final = await client.fetch<Held[]>('*[true]')
    const resumed = restless.resumed()
    for (const stream of heard) await stream.stop()
    return {
      ...{seed, writers, resumed},
      acknowledged: log.writes.filter(({isAcknowledged}) => isAcknowledged).length,
      refused: log.writes.filter(({isAcknowledged}) => !isAcknowledged).length,
      questions: log.reads.length,
      events: streams[0]?.length ?? 0,
      violations: violationsOf(streams, log.writes, log.reads, final),
    }
  } finally {
    await lake.close()
  }
}

const address = (url: string): string =>
  `${url}/v2025-09-01/data/listen/production?query=*&enableResume=true&includeResult=true&includePreviousRevision=true&includeAllVersions=true&effectFormat=mendoza`

const listen = (url: string, token: string): Promise<WireStream> =>
  readEvents(address(url), {authorization: `Bearer ${token}`})

/** A listener that hangs up now and then and says, when it is back, what it heard last. */
async function listenRestlessly(url: string, token: string, chance: Chance) {
  const items: WireEvent[] = []
  let current = await listen(url, token)
  let resumed = 0
  let isOver = false
  const heard = () => [...items, ...current.items]
  const hangUp = async (): Promise<void> => {
    await current.stop()
    items.push(...current.items)
  }
  const run = async (): Promise<void> => {
    while (!isOver) {
      const patience = chance.whole(1, 25)
      while (!isOver && current.items.length <= patience) await pause(2)
      if (isOver) break
      await hangUp()
      const lastId = items.findLast(({id}) => id !== null)?.id ?? ''
      current = await readEvents(address(url), {authorization: `Bearer ${token}`, 'last-event-id': lastId})
      resumed++
    }
    await hangUp()
  }
  const running = run()
  return {
    items,
    async find(fits: (event: WireEvent) => boolean, ms: number): Promise<void> {
      const until = performance.now() + ms
      while (!heard().some(fits) && performance.now() < until) await pause(5)
      isOver = true
      await running
    },
    resumed: () => resumed,
  }
}

/** One writer: asks, writes what it was told to by chance, and now and then meets another. */
async function program(
  client: SanityClient,
  log: {writes: Write[]; reads: Read[]; clock: number},
  name: string,
  chance: Chance,
  requests: number,
): Promise<void> {
  const seen = new Map<string, string>()
  for (let number = 0; number < requests; number++) {
    if (chance.happens(0.3)) {
      const ids = chance.happens(0.5) ? accounts : [chance.oneOf(everything)]
      for (const {_id, _rev} of await read(client, log, ids)) seen.set(_id, _rev)
    }
    const request = chance.happens(0.3)
      ? {actions: [actionBy(chance, `${name}-${number}`)]}
      : {mutations: mutationsBy(chance, seen, `${name}-${number}`)}
    await write(client, log, `${name}-${number}`, request)
  }
}

function mutationsBy(chance: Chance, seen: ReadonlyMap<string, string>, mark: string): Mutation[] {
  const pad = (): Content => ({
    _id: chance.oneOf(pads),
    _type: 'pad',
    group: chance.whole(0, groups - 1),
    mark,
    ...(chance.happens(0.3) ? {to: {_type: 'reference', _ref: chance.oneOf(pads)}} : {}),
  })
  const id = chance.oneOf(chance.happens(0.5) ? accounts : pads)
  const rev = seen.get(id)
  const revision = rev !== undefined && chance.happens(0.6) ? {ifRevisionID: rev} : {}
  const amount = chance.whole(1, 9)
  return chance.oneOf<Mutation[]>([
    // Money that goes from one account to another: the sum stays what it is, whoever looks, and whenever.
    [
      {patch: {id: accounts[amount % 3] ?? id, inc: {n: -amount}}},
      {patch: {id: accounts[(amount + 1) % 3] ?? id, inc: {n: amount}}},
    ],
    [{patch: {id, set: {mark}, ...revision}}],
    [{patch: {id, set: {mark}, setIfMissing: {first: mark}, unset: ['second'], ...revision}}],
    [{patch: {id, set: {second: mark, _ignored: null}, ...revision}}, {createIfNotExists: pad()}],
    [{create: pad()}],
    [{createIfNotExists: pad()}],
    [{createOrReplace: pad()}],
    [{createOrReplace: pad()}, {delete: {id: chance.oneOf(pads)}}, {create: pad()}],
    [{delete: {id: chance.oneOf(pads)}}],
    [{delete: {query: '*[_type == "pad" && group == $group]', params: {group: chance.whole(0, groups - 1)}}}],
  ])
}

function actionBy(chance: Chance, mark: string): Action {
  const publishedId = chance.oneOf(pages)
  const pair = {publishedId, draftId: draftOf(publishedId)}
  const attributes = {_id: pair.draftId, _type: 'page', mark}
  const ifExists = chance.oneOf(['fail', 'ignore'] as const)
  return chance.oneOf<Action>([
    {actionType: 'sanity.action.document.create', publishedId, attributes, ifExists},
    {actionType: 'sanity.action.document.edit', ...pair, patch: {set: {mark}, setIfMissing: {first: mark}}},
    {actionType: 'sanity.action.document.edit', ...pair, patch: {unset: ['first'], set: {mark}}},
    {actionType: 'sanity.action.document.publish', ...pair},
    {actionType: 'sanity.action.document.unpublish', ...pair},
    {actionType: 'sanity.action.document.discard', draftId: pair.draftId},
    {actionType: 'sanity.action.document.delete', publishedId, includeDrafts: [pair.draftId]},
  ])
}

async function write(
  client: SanityClient,
  log: {writes: Write[]; clock: number},
  id: string,
  request: WriteRequest,
): Promise<void> {
  const sent = ++log.clock
  const [url, list] =
    'actions' in request ? ['/data/actions/production', request] : ['/data/mutate/production', request]
  const isAcknowledged = await client.request({method: 'POST', url, body: {...list, transactionId: id}}).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'statusCode' in error && error.statusCode === 409) return false
      throw error
    },
  )
  log.writes.push({id, request, isAcknowledged, sent, answered: ++log.clock})
}

async function read(
  client: SanityClient,
  log: {reads: Read[]; clock: number},
  ids: readonly string[],
): Promise<readonly Held[]> {
  const sent = ++log.clock
  const found = await client.fetch<Held[]>('*[_id in $ids]', {ids})
  log.reads.push({ids, found, sent, answered: ++log.clock})
  return found
}
