import {afterEach, beforeEach, expect, test} from '@jest/globals'
import {type Database, openDatabase} from '../../../sanity/lake/database'
import {Store} from '../../../sanity/lake/store'
import {Transaction} from '../../../sanity/lake/transaction'
import {temporaryFolder} from '../../support/temporary-folder'

let database: Database
let store: Store
let fatal: unknown[]
let remove: () => void

beforeEach(() => {
  const temporary = temporaryFolder('lake')
  remove = temporary.remove
  database = openDatabase(temporary.folder)
  fatal = []
  store = new Store(database, (error) => fatal.push(error))
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
