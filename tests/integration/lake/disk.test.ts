import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {type Database, openDatabase} from '../../../sanity/lake/database'
import {createLake} from '../../../sanity/lake/lake'
import type {LogEntry} from '../../../sanity/lake/log'
import {migrate} from '../../../sanity/lake/schema'
import {Store} from '../../../sanity/lake/store'
import {Transaction} from '../../../sanity/lake/transaction'
import {lakeCommand, startLakeProcess} from '../../support/lake-process'
import {plain} from '../../support/pictures'
import {startLake} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'

let folder: string
let database: Database
let store: Store
let fatal: unknown[]
let logged: LogEntry[]
let remove: () => void

beforeEach(() => {
  const temporary = temporaryFolder('lake')
  remove = temporary.remove
  folder = temporary.folder
  database = openDatabase(folder)
  fatal = []
  logged = []
  store = new Store(
    database,
    (entry) => logged.push(entry),
    (error) => fatal.push(error),
  )
})

afterEach(() => {
  database.close()
  remove()
})

const limitPages = (pages: number): void => database.db.exec(`pragma max_page_count = ${pages}`)

function commit(id: string, text: string): void {
  const transaction = new Transaction(store, {id: `tx-${id}`, author: 'me', timestamp: '2026-01-01T00:00:00.000Z'})
  transaction.create('create', {_id: id, _type: 'thing', text})
  store.commit(transaction)
}

test('who fails to hear of a change keeps neither the others nor its author from hearing', () => {
  const heard: string[] = []
  store.subscribe(() => {
    throw new Error('This one is ill.')
  })
  store.subscribe(({changes}) => heard.push(...changes.map(({id}) => id)))
  commit('one', 'small')
  expect(store.get('one')).toMatchObject({text: 'small'})
  expect(heard).toEqual(['one'])
  expect(logged).toMatchObject([{level: 'error', message: expect.stringContaining('This one is ill.')}])
})

/** Text that does not compress, so that it takes the room it seems to. */
const long = Array.from({length: 20_000}, (_, index) => (index * 2654435761).toString(36)).join('')

test('a full disk refuses the change with 507, keeps what was there, and recovers by itself', () => {
  commit('before', 'small')
  const {page_count: pages} = database.db.prepare('pragma page_count').get() ?? {}
  limitPages(Number(pages))
  expect(() => commit('too-much', long)).toThrow(
    expect.objectContaining({status: 507, message: expect.stringContaining('disk is full')}),
  )
  expect(store.get('too-much')).toBeNull()
  expect(store.get('before')).toMatchObject({text: 'small'})
  limitPages(1_000_000)
  commit('too-much', long)
  expect(store.get('too-much')).toMatchObject({text: long})
  expect(fatal).toEqual([])
})

test('a store that is read-only refuses the change with 503, and recovers by itself', () => {
  commit('before', 'small')
  database.db.exec('pragma query_only = on')
  expect(() => commit('refused', 'x')).toThrow(
    expect.objectContaining({
      status: 503,
      message: expect.stringContaining('cannot be written to: nothing was changed'),
    }),
  )
  expect(store.get('refused')).toBeNull()
  database.db.exec('pragma query_only = off')
  commit('refused', 'x')
  expect(store.get('refused')).toMatchObject({text: 'x'})
  expect(fatal).toEqual([])
})

test('a store that another program holds refuses the change with 503, and recovers by itself', () => {
  database.db.exec('pragma busy_timeout = 10')
  const other = new DatabaseSync(path.join(folder, 'lake.db'))
  other.exec('begin immediate')
  expect(() => commit('held', 'x')).toThrow(
    expect.objectContaining({status: 503, message: expect.stringContaining('Another program holds the store')}),
  )
  other.exec('rollback')
  other.close()
  commit('held', 'x')
  expect(fatal).toEqual([])
})

/** SQLite's codes for a failed fsync of a file, and of a folder: https://sqlite.org/rescode.html */
test.each([1034, 1290])('after a failed fsync (%i) nothing is acknowledged any more, until a restart', (errcode) => {
  commit('before', 'small')
  const {db} = database
  const exec = db.exec.bind(db)
  db.exec = (sql) => {
    if (sql === 'commit') throw Object.assign(new Error('disk I/O error'), {code: 'ERR_SQLITE_ERROR', errcode})
    exec(sql)
  }
  expect(() => commit('unsure', 'x')).toThrow(
    expect.objectContaining({status: 503, message: expect.stringContaining('takes no more changes until a restart')}),
  )
  db.exec = exec
  expect(fatal).toHaveLength(1)
  expect(() => commit('later', 'x')).toThrow(expect.objectContaining({status: 503}))
  expect(store.get('unsure')).toBeNull()
  database.close()
  database = openDatabase(folder)
  store = new Store(
    database,
    (entry) => logged.push(entry),
    (error) => fatal.push(error),
  )
  expect(store.get('before')).toMatchObject({text: 'small'})
  commit('later', 'x')
})

describe('the folder of uploads', () => {
  const image = () => plain('#336699', 30, 20)

  test('that is gone refuses uploads with 503, and takes them when it is back', async () => {
    const lake = await startLake()
    const client = lake.client('editor')
    const blobs = path.join(lake.folder, 'blobs')
    renameSync(blobs, `${blobs}.away`)
    await expect(client.assets.upload('image', await image())).rejects.toMatchObject({
      statusCode: 503,
      message: expect.stringContaining('cannot be written to: the file was not kept'),
    })
    expect(await client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(0)
    renameSync(`${blobs}.away`, blobs)
    const {url} = await client.assets.upload('image', await image())
    expect((await fetch(url)).status).toBe(200)
    await lake.close()
  })

  test('keeps a picture that cannot be made to measure on disk from nobody', async () => {
    const lake = await startLake()
    const {url} = await lake.client('editor').assets.upload('image', await image())
    const renditions = path.join(lake.folder, 'renditions')
    rmSync(renditions, {recursive: true})
    writeFileSync(renditions, 'in the way')
    expect((await fetch(`${url}?w=10`)).status).toBe(200)
    rmSync(renditions)
    mkdirSync(renditions)
    expect((await fetch(`${url}?w=12`)).status).toBe(200)
    expect(readdirSync(renditions)).toHaveLength(1)
    await lake.close()
  })

  test('is swept at the start of what an interrupted process left, in renditions and the socket too', async () => {
    const first = await startLake()
    await first.client('editor').assets.upload('image', await image())
    await first.stop()
    for (const left of ['blobs/0123.part', 'renditions/0123.webp.part', 'lake.sock']) {
      writeFileSync(path.join(first.folder, left), 'half')
    }
    const again = await startLakeProcess(first.folder)
    expect(readdirSync(path.join(first.folder, 'blobs'))).toHaveLength(1)
    expect(readdirSync(path.join(first.folder, 'renditions'))).toEqual([])
    expect((await lakeCommand(first.folder, 'status')).lines[0]).toContain('A lake is running')
    await again.end('SIGKILL')
    rmSync(first.folder, {recursive: true})
  })

  test('is mended by uploading the same file again', async () => {
    const lake = await startLake()
    const client = lake.client('editor')
    const {url} = await client.assets.upload('image', await image())
    const [name = ''] = readdirSync(path.join(lake.folder, 'blobs'))
    const file = path.join(lake.folder, 'blobs', name)
    const whole = readFileSync(file)
    writeFileSync(file, Buffer.alloc(whole.length))
    await client.assets.upload('image', await image())
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(whole)).toBe(true)
    await lake.close()
  })
})

describe('a store that cannot be opened', () => {
  test.each<[string, string, (file: string) => void]>([
    ['no database', 'is not a store: restore a backup', (file) => writeFileSync(file, 'x'.repeat(9000))],
    ['a folder in its place', 'cannot write to', (file) => mkdirSync(file)],
  ])('is refused in a sentence: %s', async (_, sentence, spoil) => {
    const other = path.join(folder, 'other')
    mkdirSync(other)
    spoil(path.join(other, 'lake.db'))
    await expect(createLake({folder: other})).rejects.toMatchObject({
      status: 503,
      message: expect.stringContaining(sentence),
    })
  })
})

describe('a change of the schema', () => {
  const made = () => new DatabaseSync(path.join(folder, 'schema.db'))
  const describeStore = (db: DatabaseSync) => ({
    tables: db.prepare('select name, sql from sqlite_master order by name').all(),
    rows: db.prepare('select * from thing').all(),
    version: db.prepare('pragma user_version').get(),
  })

  test('that fails half-way leaves the store as it was, and can be done again', () => {
    const db = made()
    const first = 'create table thing (id text primary key) strict'
    migrate(db, [first])
    db.exec(`insert into thing values ('kept')`)
    const before = describeStore(db)
    const broken = [
      first,
      `alter table thing add column more text; update thing set more = 'x'; insert into nowhere values (1)`,
    ]
    expect(() => migrate(db, broken)).toThrow('could not be brought to schema 2')
    expect(describeStore(db)).toEqual(before)
    migrate(db, [first, `alter table thing add column more text; update thing set more = 'x'`])
    expect(describeStore(db)).toMatchObject({rows: [{id: 'kept', more: 'x'}], version: {user_version: 2}})
    db.close()
  })

  test('is refused to an older lake', () => {
    const db = made()
    migrate(db, ['create table thing (id text) strict', 'create table other (id text) strict'])
    expect(() => migrate(db, ['create table thing (id text) strict'])).toThrow('schema 2 and this lake knows 1')
    db.close()
  })
})

test('a companion that fails takes the whole change with it', () => {
  let fails = true
  store.accompany(() => {
    if (fails) throw new Error('no row for the webhook')
  })
  expect(() => commit('both', 'x')).toThrow('no row for the webhook')
  expect(store.get('both')).toBeNull()
  expect(database.db.prepare('select count(*) as n from tx').get()).toEqual({n: 0})
  fails = false
  commit('both', 'x')
  expect(store.get('both')).toMatchObject({text: 'x'})
})

test('the store asks the disk to be sure of every change', () => {
  const pragma = (name: string) => Object.values(database.db.prepare(`pragma ${name}`).get() ?? {})[0]
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('trusted_schema')).toBe(0)
})
