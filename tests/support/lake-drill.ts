/**
 * The lake's drill: programs write over its HTTP API while its process is killed without warning, again and again. What
 * it acknowledged must be there, whole, and be told to the webhook's receiver.
 *
 * Each writer keeps two ledgers in one transaction: equal ledgers prove that transactions are all or nothing, and the
 * numbers in them that none is missing, whatever came later.
 */
import {once} from 'node:events'
import {writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {SanityClient} from '@sanity/client'
import {type LakeProcess, lakeCommand, startLakeProcess} from './lake-process'
import {type Chance, chanceFrom, pause} from './random'
import {clientFor} from './start-lake'
import {temporaryFolder} from './temporary-folder'

export type LakeDrillReport = {
  readonly seed: number
  readonly cycles: number
  /** Transactions that were answered 200. */
  readonly acknowledged: number
  /** Of these, not there after the restart. */
  readonly lost: number
  /** Of these, not in the history of both documents. */
  readonly forgotten: number
  /** Pairs of ledgers that differ, or whose numbers are out of order: a transaction in part, or twice. */
  readonly torn: number
  /** Events of acknowledged transactions that the receiver has to hear of. */
  readonly events: number
  /** Of these, never acknowledged by the receiver. */
  readonly eventsLost: number
  /** Deliveries that were acknowledged more than once: allowed, receivers know them by their key. */
  readonly repeated: number
  /** What SQLite says of its file, `ok` where it is well. */
  readonly integrity: string
}

type Options = {
  cycles: number
  seed: number
  /** How many transactions a lake acknowledges before it is killed, at most; by default it lives for some moments instead. */
  most?: number
  onProgress?: (line: string) => void
}
type Ledger = {_id: string; cycle: number; entries: number[]}
/** What one writer was told is done. */
type Written = {name: string; numbers: number[]; transactions: string[]}

const writers = ['first', 'second', 'third'] as const
/** Deliveries are waited for as long as they keep coming. Milliseconds. */
const silence = 30_000

export async function lakeDrill({cycles, seed, most, onProgress = () => {}}: Options): Promise<LakeDrillReport> {
  const {folder, remove} = temporaryFolder('lake-drill')
  const store = path.join(folder, 'store')
  const chance = chanceFrom(seed)
  const receiver = await startReceiver(chanceFrom(seed + 1))
  const secretFile = path.join(folder, 'webhook-secret')
  writeFileSync(secretFile, 'the webhook secret of this drill')
  const start = () => startLakeProcess(store, '--webhook-url', receiver.url, '--webhook-secret-file', secretFile)
  let lake: LakeProcess | undefined
  let [acknowledged, lost, torn, forgotten] = [0, 0, 0, 0]
  const complaints = new Set<string>()
  const expected: string[] = []

  /** Holds what a cycle's writers were told against what the lake has after its restart. */
  const check = async (client: SanityClient, cycle: number, written: readonly Written[], since: string) => {
    const ledgers = await ledgersOf(client)
    const remembered = await historyOf(client, since)
    for (const {name, numbers, transactions} of written) {
      acknowledged += numbers.length
      expected.push(...transactions.flatMap((id) => ledgerIds(name).map((ledger) => eventKey(id, ledger))))
      const [one, twin] = ledgerIds(name).map((id) => ledgers.get(id))
      const entries = one?.cycle === cycle ? one.entries : []
      lost += numbers.filter((number) => !entries.includes(number)).length
      forgotten += transactions.filter((id) => remembered.get(id) !== [...ledgerIds(name)].sort().join()).length
      const isInOrder = entries.every((number, index) => number === index + 1)
      if (!isInOrder || stateOf(one) !== stateOf(twin)) torn++
    }
  }

  try {
    const {lines} = await lakeCommand(store, 'token', 'create', '--role', 'editor')
    const token = lines.at(-1) ?? ''
    lake = await start()
    for (let cycle = 1; cycle <= cycles; cycle++) {
      const client = clientFor(lake.url, token)
      const since = new Date().toISOString()
      const progress = {acknowledged: 0}
      const writing = Promise.all(writers.map((name) => write(client, name, cycle, progress)))
      writing.catch(() => {})
      // From the first moments after a start to a lake in full swing.
      if (most === undefined) await pause(chance.between(5, 250))
      else await Promise.race([writing, acknowledgedBy(progress, chance.whole(0, most))])
      await lake.end('SIGKILL')
      const written = await writing
      if (cycle % 25 === 0 || cycle === cycles) complaints.add(integrityOf(store))
      lake = await start()
      await check(clientFor(lake.url, token), cycle, written, since)
      if (cycle % 50 === 0) onProgress(`${cycle} of ${cycles} kills, ${acknowledged} acknowledged, ${lost} lost`)
    }
    const eventsLost = await receiver.missing(expected)
    complaints.delete('ok')
    return {
      ...{seed, cycles, acknowledged, lost, forgotten, torn, events: expected.length, eventsLost},
      repeated: receiver.repeated(),
      integrity: [...complaints].join('; ') || 'ok',
    }
  } finally {
    await lake?.end('SIGKILL')
    await receiver.close()
    remove()
  }
}

async function acknowledgedBy(progress: {acknowledged: number}, enough: number): Promise<void> {
  while (progress.acknowledged < enough) await pause(1)
}

const ledgerIds = (writer: string): string[] => [`ledger-${writer}`, `twin-${writer}`]
const stateOf = (ledger: Ledger | undefined) => ledger && JSON.stringify([ledger.cycle, ledger.entries])
const eventKey = (transaction: unknown, document: unknown) => `${transaction} ${document}`

/** Writes numbers, one transaction each, until the lake is gone. Answers what was acknowledged. */
async function write(
  client: SanityClient,
  name: string,
  cycle: number,
  progress: {acknowledged: number},
): Promise<Written> {
  const numbers: number[] = []
  const transactions: string[] = []
  for (let number = 1; ; number++) {
    const transaction = client.transaction()
    for (const _id of ledgerIds(name)) {
      if (number === 1) transaction.createOrReplace({_id, _type: 'ledger', cycle, entries: [1]})
      else transaction.patch(_id, (patch) => patch.append('entries', [number]))
    }
    try {
      const {transactionId} = await transaction.commit({visibility: 'async', returnDocuments: false})
      numbers.push(number)
      progress.acknowledged++
      transactions.push(transactionId)
    } catch (error) {
      // An answer that says no is a fault of the drill or of the lake; an answer that does not come is the kill.
      if (error instanceof Error && 'statusCode' in error) throw error
      return {name, numbers, transactions}
    }
  }
}

async function ledgersOf(client: SanityClient): Promise<Map<string, Ledger>> {
  const found = await client.fetch<Ledger[]>('*[_type == "ledger"]{_id, cycle, entries}')
  return new Map(found.map((ledger) => [ledger._id, ledger]))
}

/** The transactions of a cycle by its history: from the id to the documents, sorted. */
async function historyOf(client: SanityClient, fromTime: string): Promise<Map<string, string>> {
  const {apiHost, token, apiVersion} = client.config()
  const ids = writers.flatMap(ledgerIds).join(',')
  const search = new URLSearchParams({fromTime, excludeMutations: 'true', limit: '100000'})
  const response = await fetch(`${apiHost}/v${apiVersion}/data/history/production/transactions/${ids}?${search}`, {
    headers: {authorization: `Bearer ${token}`},
  })
  const lines = (await response.text()).split('\n').filter(Boolean)
  return new Map(
    lines.map((line) => {
      const {id, documentIDs}: {id: string; documentIDs: string[]} = JSON.parse(line)
      return [id, documentIDs.sort().join()]
    }),
  )
}

function integrityOf(store: string): string {
  const db = new DatabaseSync(path.join(store, 'lake.db'), {readOnly: true})
  const row = db.prepare('pragma integrity_check').get()
  db.close()
  return String(row?.integrity_check)
}

/** A receiver that remembers what it acknowledged, and now and then refuses or hangs up. */
async function startReceiver(chance: Chance) {
  const heard = new Map<string, number>()
  let lastHeard = performance.now()
  let isPatient = false
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      lastHeard = performance.now()
      if (!isPatient && chance.happens(0.01)) return void request.socket.destroy()
      if (!isPatient && chance.happens(0.02)) return void response.writeHead(503).end()
      const key = eventKey(request.headers['sanity-transaction-id'], request.headers['sanity-document-id'])
      heard.set(key, (heard.get(key) ?? 0) + 1)
      response.writeHead(200).end()
    })
    request.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port.')
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    repeated: () => [...heard.values()].reduce((sum, times) => sum + times - 1, 0),
    /** Waits until every event has come, or nothing comes any more; answers how many are missing. */
    async missing(keys: readonly string[]): Promise<number> {
      isPatient = true
      lastHeard = performance.now()
      for (;;) {
        const count = keys.filter((key) => !heard.has(key)).length
        if (count === 0 || performance.now() - lastHeard > silence) return count
        await pause(50)
      }
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
