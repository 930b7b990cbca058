/**
 * The power-cut drill: programs write over the lake's HTTP API while `strace` notes what its process does to its files.
 * The notes are played back to a disk that loses its power at moments chosen by chance, and each state that it may be
 * left in is held against what the lake had acknowledged by then, as the notes have it too.
 */
import type {ChildProcess} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {DatabaseSync} from 'node:sqlite'
import type {SanityClient} from '@sanity/client'
import {createLake} from '../../../sanity/lake/lake'
import {lakeCommand} from '../lake-process'
import {clientFor} from '../start-lake'
import {type CutOptions, powerCuts} from './cuts'

export type PowerCutReport = {
  readonly cuts: number
  /** Transactions and uploads acknowledged in the recording. */
  readonly acknowledged: number
  /** Cuts after which something acknowledged was missing, and how much at most. */
  readonly cutsWithLoss: number
  readonly worstLoss: number
  /** Stores that SQLite calls damaged, or that hold half a transaction. */
  readonly damaged: number
  /** Lakes started on what was left, and those of them that did not answer. */
  readonly started: number
  readonly silent: number
  /** The first few things that were wrong, in words. */
  readonly complaints: readonly string[]
}

const writers = ['first', 'second', 'third'] as const
/** After every so many cuts a whole lake is started on what is left. */
const startEvery = 50

export async function powerCutDrill(options: CutOptions & {transactions: number}): Promise<PowerCutReport> {
  const {cuts, transactions, onProgress = () => {}} = options
  const told: Acknowledged = {transactions: [], assets: []}
  const complaints: string[] = []
  let [made, cutsWithLoss, worstLoss, damaged, started, silent] = [0, 0, 0, 0, 0, 0]
  await powerCuts(options, {
    program: (store) => ['sanity/lake/cli.ts', 'serve', '--data', store, '--port', '0'],
    async work(child, store) {
      const url = await addressOf(child)
      const {lines} = await lakeCommand(store, 'token', 'create', '--role', 'editor')
      await lakeCommand(store, 'webhook', 'create', '--name', 'drill', '--url', 'http://127.0.0.1:9/')
      const client = clientFor(url, lines.at(-1))
      await Promise.all(writers.map((name) => write(client, name, Math.ceil(transactions / writers.length))))
      onProgress(`recorded ${transactions} transactions`)
    },
    hear: (text) => hear(text, told),
    async look(store, {step, done}) {
      const {missing, faults} = examine(store, told)
      made = done
      if (missing.length > 0) cutsWithLoss++
      if (faults.length > 0) damaged++
      worstLoss = Math.max(worstLoss, missing.length)
      if (complaints.length < 5) {
        complaints.push(...[...missing.slice(0, 1), ...faults].map((what) => `step ${step}: ${what}`))
      }
      if (done % startEvery === 0) {
        started++
        if (!(await starts(store))) silent++
      }
      if (done % 250 === 0) onProgress(`${done} of ${cuts} cuts, ${cutsWithLoss} with a loss, ${damaged} damaged`)
    },
  })
  const acknowledged = told.transactions.length + told.assets.length
  return {cuts: made, acknowledged, cutsWithLoss, worstLoss, damaged, started, silent, complaints}
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The lake has no output.')
  for await (const line of createInterface({input: child.stdout})) {
    const {event, url} = JSON.parse(line)
    if (event !== 'listening') continue
    child.stdout.resume()
    return String(url)
  }
  throw new Error('The lake did not start under strace.')
}

/** Two ledgers in one transaction, and every so often a file. */
async function write(client: SanityClient, name: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const transaction = client.transaction().transactionId(`drill-${name}-${number}`)
    for (const _id of [`ledger-${name}`, `twin-${name}`]) transaction.createOrReplace({_id, _type: 'ledger', number})
    await transaction.commit({visibility: 'async', returnDocuments: false})
    if (number % 10 === 0) {
      await client.assets.upload('file', Buffer.from(`${name} ${number} `.repeat(500)), {filename: 'notes.txt'})
    }
  }
}

type Acknowledged = {transactions: string[]; assets: string[]}

/** The answers that the lake gave, as they left it. */
function hear(text: string, told: Acknowledged): void {
  for (const [, id = ''] of text.matchAll(/\{"transactionId":"(drill-[\w-]+)"/g)) told.transactions.push(id)
  for (const [, sha1 = '', extension = ''] of text.matchAll(
    /\{"document":\{[^}]*?"_id":"file-([0-9a-f]{40})-(\w+)"/g,
  )) {
    told.assets.push(`${sha1}.${extension}`)
  }
}

/** What is missing of what was acknowledged, and what is wrong with what is there. */
function examine(store: string, told: Acknowledged): {missing: string[]; faults: string[]} {
  const file = path.join(store, 'lake.db')
  if (!existsSync(file)) return {missing: [...told.transactions], faults: []}
  const missing: string[] = []
  const faults: string[] = []
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(file)
    const {integrity_check: integrity} = db.prepare('pragma integrity_check').get() ?? {}
    if (integrity !== 'ok') faults.push(`SQLite says ${String(integrity)}`)
    // A cut in the first moments leaves a store whose tables are still to come; the next start makes them.
    const tables = db.prepare(`select name from sqlite_master where name in ('tx', 'hook')`).all()
    if (tables.length < 2) return {missing: [...told.transactions], faults}
    const known = new Set(
      db
        .prepare('select id from tx')
        .all()
        .map(({id}) => id),
    )
    missing.push(...told.transactions.filter((id) => !known.has(id)))
    faults.push(...tornIn(db))
    missing.push(...unheardIn(db, told))
    const documents = new Set(
      db
        .prepare('select id from document')
        .all()
        .map(({id}) => id),
    )
    for (const asset of told.assets) {
      const blob = path.join(store, 'blobs', asset)
      const isThere =
        existsSync(blob) && createHash('sha1').update(readFileSync(blob)).digest('hex') === asset.slice(0, 40)
      if (!isThere) missing.push(`the bytes of ${asset}`)
      if (!documents.has(`file-${asset.replace('.', '-')}`)) missing.push(`the document of ${asset}`)
    }
    return {missing, faults}
  } catch (error) {
    return {missing, faults: [...faults, error instanceof Error ? error.message : String(error)]}
  } finally {
    db?.close()
  }
}

/** Half transactions: ledgers that differ, or a history that has not both of them, or is not what the documents say. */
function tornIn(db: DatabaseSync): string[] {
  const number = (id: string): unknown =>
    db.prepare(`select json ->> '$.number' as number from document where id = ?`).get(id)?.number
  const torn = writers.flatMap((name) => {
    const [one, twin] = [number(`ledger-${name}`), number(`twin-${name}`)]
    const last = db.prepare(`select count(*) as n from tx where id glob ?`).get(`drill-${name}-*`)?.n
    return one === twin && (one ?? 0) === last ? [] : [`${name}: ledger ${one}, twin ${twin}, history ${last}`]
  })
  const halves = db
    .prepare(
      `select tx.id from tx left join tx_document on tx_document.seq = tx.seq
       where tx.id glob 'drill-*' group by tx.seq having count(tx_document.document) <> 2`,
    )
    .all()
  return [...torn, ...halves.map(({id}) => `${String(id)} has not both documents in its history`)]
}

/** Acknowledged transactions of which the webhook would never hear: neither sent for, nor still to be looked at. */
function unheardIn(db: DatabaseSync, told: Acknowledged): string[] {
  const hook = db.prepare('select id, cursor from hook').get()
  if (!hook) return told.transactions.length > 0 ? ['the webhook'] : []
  const heard = db
    .prepare(
      `select tx.id from tx where tx.seq > ?
       union select transaction_id from hook_delivery group by transaction_id having count(distinct document) = 2`,
    )
    .all(hook.cursor ?? null)
  const ids = new Set(heard.map(({id}) => id))
  return told.transactions.filter((id) => !ids.has(id)).map((id) => `the webhook of ${id}`)
}

/** A whole lake, on what a power cut has left. */
async function starts(store: string): Promise<boolean> {
  const lake = await createLake({folder: store})
  try {
    const response = await lake.fetch(new Request('http://lake/v1/data/query/production?query=count(*)'))
    const isSwept = !readdirSync(path.join(store, 'blobs')).some((name) => name.endsWith('.part'))
    return response.ok && isSwept
  } finally {
    await lake.close()
  }
}
