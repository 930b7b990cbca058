/**
 * The power-cut drill: programs write over the lake's HTTP API while `strace` notes what its process does to its files.
 * The notes are played back to a disk that loses its power at moments chosen by chance, and each state that it may be
 * left in is held against what the lake had acknowledged by then, as the notes have it too.
 */
import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {DatabaseSync} from 'node:sqlite'
import type {SanityClient} from '@sanity/client'
import {createLake} from '../../../sanity/lake/lake'
import {lakeCommand} from '../lake-process'
import {descendantsOf} from '../processes'
import {type Chance, chanceFrom} from '../random'
import {clientFor} from '../start-lake'
import {temporaryFolder} from '../temporary-folder'
import {Disk} from './disk'
import {type Step, straceArguments, Trace} from './trace'

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

type Options = {
  cuts: number
  transactions: number
  seed: number
  isSynced: boolean
  onProgress?: (line: string) => void
}

const writers = ['first', 'second', 'third'] as const
/** After every so many cuts a whole lake is started on what is left. */
const startEvery = 50

export const hasStrace = (): boolean => spawnSync('strace', ['-V']).status === 0

export async function powerCutDrill(options: Options): Promise<PowerCutReport> {
  const {folder: root, remove} = temporaryFolder('power-cut')
  const chance = chanceFrom(options.seed)
  try {
    const log = path.join(root, 'strace.log')
    const traced = path.join(root, 'disk')
    mkdirSync(traced)
    await record({...options, log, store: path.join(traced, 'store')})
    const steps = await Trace.read(log, traced)
    rmSync(log)
    return await playBack({steps, traced, out: path.join(root, 'after'), chance, options})
  } finally {
    remove()
  }
}

/** Runs the lake under strace while writers write, and ends it without warning. */
async function record({
  log,
  store,
  transactions,
  isSynced,
  onProgress = () => {},
}: Options & {log: string; store: string}) {
  const normal = isSynced ? [] : ['--import', path.resolve('tests/support/power-cut/not-to-disk.mjs')]
  const child = spawn(
    'strace',
    [
      ...straceArguments(log),
      process.execPath,
      ...normal,
      'sanity/lake/cli.ts',
      'serve',
      '--data',
      store,
      '--port',
      '0',
    ],
    {stdio: ['ignore', 'pipe', 'inherit']},
  )
  try {
    const url = await addressOf(child)
    const {lines} = await lakeCommand(store, 'token', 'create', '--role', 'editor')
    await lakeCommand(store, 'webhook', 'create', '--name', 'drill', '--url', 'http://127.0.0.1:9/')
    const client = clientFor(url, lines.at(-1))
    await Promise.all(writers.map((name) => write(client, name, Math.ceil(transactions / writers.length))))
    onProgress(`recorded ${transactions} transactions`)
  } finally {
    // strace itself heeds no signal; it ends with what it looks at.
    const ended = once(child, 'close')
    for (const pid of descendantsOf(child.pid ?? 0)) process.kill(pid, 'SIGKILL')
    await ended
  }
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

type PlayBack = {steps: readonly Step[]; traced: string; out: string; chance: Chance; options: Options}

async function playBack({steps, traced, out, chance, options}: PlayBack): Promise<PowerCutReport> {
  const {cuts, onProgress = () => {}} = options
  const moments = new Map<number, number>()
  for (let cut = 0; cut < cuts; cut++) {
    const at = chance.whole(0, steps.length - 1)
    moments.set(at, (moments.get(at) ?? 0) + 1)
  }
  const disk = new Disk()
  const told: Acknowledged = {transactions: [], assets: []}
  const complaints: string[] = []
  let [done, cutsWithLoss, worstLoss, damaged, started, silent] = [0, 0, 0, 0, 0, 0]
  for (const [index, step] of steps.entries()) {
    disk.take(step)
    if (step.kind === 'say') hear(step.text, told)
    for (let times = moments.get(index) ?? 0; times > 0; times--) {
      mkdirSync(out, {recursive: true})
      const place = mkdtempSync(path.join(out, 'cut-'))
      disk.cut(traced, place, chance)
      const {missing, faults} = examine(path.join(place, 'store'), told)
      if (missing.length > 0) cutsWithLoss++
      if (faults.length > 0) damaged++
      worstLoss = Math.max(worstLoss, missing.length)
      if (complaints.length < 5)
        complaints.push(...[...missing.slice(0, 1), ...faults].map((what) => `step ${index}: ${what}`))
      done++
      if (done % startEvery === 0) {
        started++
        if (!(await starts(path.join(place, 'store')))) silent++
      }
      if (done % 250 === 0) onProgress(`${done} of ${cuts} cuts, ${cutsWithLoss} with a loss, ${damaged} damaged`)
      rmSync(place, {recursive: true, force: true})
    }
  }
  const acknowledged = told.transactions.length + told.assets.length
  return {cuts: done, acknowledged, cutsWithLoss, worstLoss, damaged, started, silent, complaints}
}

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
