/** What is left in the files: of what was typed nothing ever, of what was deleted nothing at all. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {auditChain} from '@/lib/enquiries/audit-trail'
import {backUp} from '@/lib/enquiries/copy'
import {databaseFile} from '@/lib/enquiries/database'
import {purgeDue} from '@/lib/enquiries/retention'
import type {SqliteEnquiryStore} from '@/lib/enquiries/sqlite-store'
import {enquiry, noon, nurse, storeIn} from '../../../support/enquiry'
import {chanceFrom} from '../../../support/random'
import {temporaryFolder} from '../../../support/temporary-folder'

const day = 24 * 60 * 60 * 1000

let place: ReturnType<typeof temporaryFolder>
let store: SqliteEnquiryStore

beforeEach(() => {
  place = temporaryFolder('enquiry-traces')
  store = storeIn(place.folder)
})

afterEach(() => {
  store.close()
  place.remove()
})

/** Every file below the clinic's folder, with what is in it. */
function files(): Map<string, Buffer> {
  const entries = readdirSync(place.folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const paths = entries.map(({parentPath, name}) => path.join(parentPath, name))
  return new Map(paths.map((file) => [file, readFileSync(file)]))
}

const filesWith = (bytes: Uint8Array | string): string[] =>
  [...files()].flatMap(([file, held]) => (held.includes(bytes) ? [file] : []))

/** Pieces of a sealed part from its beginning to its end: what of it could be left somewhere. */
function piecesOf(sealed: Uint8Array): Uint8Array[] {
  // The first words of a header are the same in all.
  const starts = Array.from({length: Math.floor((sealed.length - 64) / 32)}, (_, index) => 64 + index * 32)
  return starts.map((start) => sealed.subarray(start, start + 32))
}

function leftOf(sealed: Uint8Array, within = files()): number {
  return piecesOf(sealed).filter((piece) => [...within.values()].some((held) => held.includes(piece))).length
}

const canary = 'zyzzogeton'
const typed = {
  name: `${canary} name`,
  email: `${canary}@patient.example`,
  when: `${canary} when`,
  question: `${canary} question`,
}

test('nothing that a patient or staff typed is in any file: store, log, backup, keys, temporary files', async () => {
  const {reference} = await store.receive(enquiry(typed))
  await store.change(reference, {note: `${canary} note`, assignee: {id: canary, name: canary}}, nurse, noon)
  backUp(store, path.join(place.folder, 'backup.db'), noon)
  expect(JSON.stringify(await store.open(reference)).split(canary)).toHaveLength(8)
  expect(filesWith(canary)).toEqual([])
  expect(filesWith(canary.toUpperCase())).toEqual([])
  expect(filesWith(Buffer.from(canary, 'utf16le'))).toEqual([])
  // The looking itself finds what is there.
  expect(filesWith(reference)).toEqual(expect.arrayContaining([path.join(place.folder, 'backup.db')]))
})

describe('deletion', () => {
  test('leaves no piece of what was sealed, in the file, its log or free pages, before and after others are written', async () => {
    const chance = chanceFrom(5)
    const stored: {reference: string; sealed: Uint8Array}[] = []
    for (let index = 0; index < 60; index++) {
      const question = `${index} ${'long '.repeat(chance.whole(1, 390))}`
      const {reference} = await store.receive(enquiry({question}, {receivedAt: noon + index}))
      const sealed = store.sealedRow(reference)?.sealed ?? new Uint8Array()
      stored.push({reference, sealed})
    }
    expect(leftOf(stored[7]?.sealed ?? new Uint8Array())).toBeGreaterThan(10)
    const isGone = stored.map(() => chance.happens(0.5))
    for (const [index, {reference}] of stored.entries()) {
      if (isGone[index]) expect(store.delete(reference, nurse, noon)).toBe(true)
    }
    const left = () => {
      const within = files()
      return stored.filter(({sealed}, index) => isGone[index] && leftOf(sealed, within) > 0)
    }
    expect(left()).toEqual([])
    await store.receive(enquiry({question: 'Another?'}))
    expect(left()).toEqual([])
    expect(stored.filter(({sealed}, index) => !isGone[index] && leftOf(sealed) === 0)).toEqual([])
  })

  test('by retention leaves none either, nor does a change of the version before it', async () => {
    const {reference} = await store.receive(enquiry())
    const first = store.sealedRow(reference)?.sealed ?? new Uint8Array()
    await store.change(reference, {note: 'A note that makes it longer. '.repeat(30)}, nurse, noon)
    const second = store.sealedRow(reference)?.sealed ?? new Uint8Array()
    expect(purgeDue(store, noon + 181 * day, {keepAnsweredDays: 90, keepDays: 180})).toBe(1)
    expect([leftOf(first), leftOf(second)]).toEqual([0, 0])
  })

  test('while somebody reads leaves the log to the next time, and then it is gone', async () => {
    const {reference} = await store.receive(enquiry())
    const sealed = store.sealedRow(reference)?.sealed ?? new Uint8Array()
    store.db.exec('pragma busy_timeout = 0')
    const reader = new DatabaseSync(databaseFile(path.join(place.folder, 'enquiries')), {readOnly: true})
    reader.exec('begin; select count(*) from enquiry')
    expect(store.delete(reference, nurse, noon)).toBe(true)
    reader.close()
    expect(purgeDue(store, noon, {keepAnsweredDays: 90, keepDays: 180})).toBe(0)
    expect(leftOf(sealed)).toBe(0)
  })
})

describe('the audit trail', () => {
  const entry = {actor: nurse, action: 'opened', reference: 'K7Q4-9XRT', detail: null} as const

  test('can be added to and nothing else', () => {
    for (const at of [1, 2, 3]) store.audit({...entry, at})
    const refused = 'The audit trail can'
    expect(() => store.db.exec("update audit_entry set actor_name = 'nobody'")).toThrow(refused)
    expect(() => store.db.exec('delete from audit_entry')).toThrow(refused)
    const again =
      "insert or replace into audit_entry select 2, at, actor_id, 'x', action, reference, detail, hash from audit_entry limit 1"
    expect(() => store.db.exec(again)).toThrow(refused)
    expect(store.auditTrail().map(({at}) => at)).toEqual([3, 2, 1])
    expect(auditChain(store.db)).toMatchObject({entries: 3, brokenAt: null})
  })

  test.each([
    ['changed', "update audit_entry set actor_name = 'nobody' where number = 2", 2],
    ['taken out', 'delete from audit_entry where number = 2', 2],
    ['put in front', 'update audit_entry set number = number + 1 where number > 2', 3],
  ])('shows where an entry was %s behind its back', (_, sql, brokenAt) => {
    for (const at of [1, 2, 3, 4]) store.audit({...entry, at})
    store.db.exec('drop trigger audit_entry_stays; drop trigger audit_entry_is_final')
    if (brokenAt === 3) store.db.exec('update audit_entry set number = 5 where number = 4')
    store.db.exec(sql.replace('number > 2', 'number = 3'))
    expect(auditChain(store.db)).toMatchObject({brokenAt})
  })

  test('is one chain where several write at once', async () => {
    const other = storeIn(place.folder)
    for (let at = 0; at < 20; at++) (at % 2 ? store : other).audit({...entry, at})
    expect(auditChain(other.db)).toMatchObject({entries: 20, brokenAt: null})
    other.close()
  })
})
