/**
 * Enquiries in SQLite. Sealing takes its time and SQLite does not wait, so each change is made in two steps: seal, then
 * one transaction that first looks whether what it was sealed from, and for, still holds; where not, both again.
 */

import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'
import {atomically} from '../atomically.ts'
import {appendAudit, auditEntries} from './audit-trail.ts'
import {openDatabase, scrub} from './database.ts'
import {type EnquiryRecord, type EnquiryState, enquiryStates, type Handling, type OpenedEnquiry} from './enquiry.ts'
import {fingerprintOf, idOf} from './fingerprint.ts'
import {areStillPresent, fingerprintKey, type KeyPlace, type Keys, presentKeys} from './keys.ts'
import {countStep, monthsOfPages} from './month-table.ts'
import {
  markFailed,
  markSent,
  nextDueAt,
  outboxStanding,
  queueMessage,
  queueReminders,
  takeDueMessage,
  unremindedReferences,
} from './outbox-table.ts'
import {newReference} from './reference.ts'
import {SealError, seal, unhandled, unseal} from './seal.ts'
import type {Actor, AuditEntry, EnquiryChange, EnquiryStore, NewEnquiry, Receipt} from './store.ts'

/** How long the same question by the same person is a double. Milliseconds. */
const day = 24 * 60 * 60 * 1000

const software: Actor = {id: 'clinic', name: 'clinic'}

type Row = Record<string, SQLOutputValue>

export type SealedRow = EnquiryRecord & {readonly sealed: Uint8Array; readonly revision: number}

const columns = 'id, reference, received_at, state, spam_score, opened_at, answered_at'

export class SqliteEnquiryStore implements EnquiryStore {
  readonly db: DatabaseSync
  readonly keyPlace: KeyPlace
  /** References of those that could not be opened, and of which the log tells. */
  readonly #reported = new Set<string>()

  /** Throws a `StoreError` where the folder cannot be used. */
  constructor(folder: string, keyPlace: KeyPlace) {
    this.db = openDatabase(folder)
    this.keyPlace = keyPlace
  }

  async receive(enquiry: NewEnquiry): Promise<Receipt> {
    const fingerprint = fingerprintOf(enquiry.asked, fingerprintKey(this.keyPlace))
    const id = idOf(enquiry.id, fingerprint)
    const {receivedAt, spamScore, state, asked} = enquiry
    for (;;) {
      const keys = await presentKeys(this.keyPlace)
      const reference = newReference()
      const sealed = await seal({id, reference, receivedAt}, {asked, handling: unhandled}, keys)
      const receipt = atomically(this.db, (): Receipt | null => {
        const double = this.#doubleOf({...enquiry, id}, fingerprint)
        if (double) return {reference: double, isDouble: true}
        if (!this.areCurrent(keys) || this.record(reference)) return null
        this.db
          .prepare(
            `insert into enquiry (id, reference, received_at, state, spam_score, fingerprint, sealed, sealed_for)
             values (?, ?, ?, ?, ?, ?, ?, ?)`,
          )
          .run(id, reference, receivedAt, state, spamScore, fingerprint, sealed, keys.mark)
        this.#announce({id, receivedAt, state}, asked.page)
        return {reference, isDouble: false}
      })
      if (receipt) return receipt
    }
  }

  /** The reference of what is here already. Held as spam and now sent as a person would, it is held no longer. */
  #doubleOf({id, receivedAt, spamScore, state, asked}: NewEnquiry, fingerprint: Uint8Array): string | null {
    const row = this.db
      .prepare(
        `select ${columns} from enquiry where fingerprint = ?1 and (id = ?2 or abs(received_at - ?3) < ${day})
         order by received_at limit 1`,
      )
      .get(fingerprint, id, receivedAt)
    if (!row) return null
    const record = recordFrom(row)
    if (record.state === 'held' && record.openedAt === null && state === 'new') {
      this.db.prepare("update enquiry set state = 'new', spam_score = ? where id = ?").run(spamScore, record.id)
      this.#announce({...record, state}, asked.page)
    }
    return record.reference
  }

  #announce(record: Pick<EnquiryRecord, 'id' | 'receivedAt' | 'state'>, page: string | null): void {
    if (record.state === 'new') queueMessage(this.db, 'new', record.id, record.receivedAt)
    countStep(this.db, page, null, {...record, answeredAt: null})
  }

  records(states: readonly EnquiryState[] = enquiryStates): EnquiryRecord[] {
    return this.db
      .prepare(
        `select ${columns} from enquiry where state in (select value from json_each(?))
         order by received_at desc, reference`,
      )
      .all(JSON.stringify(states))
      .map(recordFrom)
  }

  record(reference: string): EnquiryRecord | null {
    const row = this.db.prepare(`select ${columns} from enquiry where reference = ?`).get(reference)
    return row ? recordFrom(row) : null
  }

  async open(reference: string): Promise<OpenedEnquiry | null> {
    const row = this.sealedRow(reference)
    return row ? this.#opened(row) : null
  }

  async openAll(states: readonly EnquiryState[] = enquiryStates): Promise<OpenedEnquiry[]> {
    const opened: OpenedEnquiry[] = []
    for (const row of this.sealedRows(states)) {
      try {
        opened.push(await this.#opened(row))
      } catch (error) {
        if (!(error instanceof SealError)) throw error
        // Once is enough: lists are looked at all day.
        if (this.#reported.has(row.reference)) continue
        this.#reported.add(row.reference)
        console.error(`[enquiries] ${error.message} "npm run doctor" looks at all of them.`)
      }
    }
    return opened
  }

  async #opened({sealed, revision: _, ...record}: SealedRow): Promise<OpenedEnquiry> {
    const {identities} = await presentKeys(this.keyPlace)
    return {...record, ...(await unseal(record, sealed, identities))}
  }

  markOpened(reference: string, at: number): void {
    this.db.prepare('update enquiry set opened_at = ? where reference = ? and opened_at is null').run(at, reference)
  }

  async change(reference: string, change: EnquiryChange, actor: Actor, at: number): Promise<OpenedEnquiry | null> {
    for (;;) {
      const row = this.sealedRow(reference)
      if (!row) return null
      const keys = await presentKeys(this.keyPlace)
      const before = await this.#opened(row)
      const state = change.state ?? before.state
      const after: OpenedEnquiry = {
        ...before,
        state,
        answeredAt: state === 'answered' ? (before.answeredAt ?? at) : null,
        handling: changedHandling(before.handling, change, actor, at),
      }
      const sealed = await seal(after, after, keys)
      const isDone = atomically(this.db, () => {
        if (!this.areCurrent(keys) || !this.replaceSealed(row, sealed, keys.mark)) return false
        this.db
          .prepare('update enquiry set state = ?, answered_at = ? where id = ?')
          .run(after.state, after.answeredAt, after.id)
        countStep(this.db, after.asked.page, before, after)
        appendAudit(this.db, {at, actor, action: 'changed', reference, detail: detailOf(change)})
        return true
      })
      // What others changed meanwhile (that somebody opened it, say) is in the row.
      if (isDone) return {...after, ...(this.record(reference) ?? {})}
    }
  }

  delete(reference: string, actor: Actor, at: number): boolean {
    const isDeleted = atomically(this.db, () => {
      const {changes} = this.db.prepare('delete from enquiry where reference = ?').run(reference)
      if (changes > 0) appendAudit(this.db, {at, actor, action: 'deleted', reference, detail: null})
      return changes > 0
    })
    if (isDeleted) scrub(this.db)
    return isDeleted
  }

  purge({receivedBefore, answeredBefore, at}: {receivedBefore: number; answeredBefore: number; at: number}): number {
    const purged = atomically(this.db, () => {
      const rows = this.db
        .prepare('delete from enquiry where received_at < ? or answered_at < ? returning reference')
        .all(receivedBefore, answeredBefore)
      for (const {reference} of rows) {
        appendAudit(this.db, {at, actor: software, action: 'purged', reference: String(reference), detail: null})
      }
      return rows.length
    })
    // Also for what could not be taken out of the log when it was deleted, because somebody was reading.
    scrub(this.db)
    return purged
  }

  audit(entry: AuditEntry): void {
    atomically(this.db, () => appendAudit(this.db, entry))
  }

  auditTrail = (options?: {readonly reference?: string; readonly most?: number}) => auditEntries(this.db, options)
  months = () => monthsOfPages(this.db)
  takeDue = (at: number, leaseMs: number) => takeDueMessage(this.db, at, leaseMs)
  sent = (id: string, at: number, problem: string | null = null) => markSent(this.db, id, at, problem)
  failed = (id: string, problem: string, nextAt: number | null) => markFailed(this.db, id, problem, nextAt)
  nextDue = () => nextDueAt(this.db)
  outbox = () => outboxStanding(this.db)
  unremindedBefore = (receivedBefore: number) => unremindedReferences(this.db, receivedBefore)
  remind = (references: readonly string[], at: number) => queueReminders(this.db, references, at)

  close(): void {
    this.db.close()
  }

  /** The newest first. */
  sealedRows(states: readonly EnquiryState[] = enquiryStates): SealedRow[] {
    return this.db
      .prepare(
        `select ${columns}, sealed, revision from enquiry where state in (select value from json_each(?))
         order by received_at desc, reference`,
      )
      .all(JSON.stringify(states))
      .map(sealedRowFrom)
  }

  sealedRow(reference: string): SealedRow | null {
    const row = this.db.prepare(`select ${columns}, sealed, revision from enquiry where reference = ?`).get(reference)
    return row ? sealedRowFrom(row) : null
  }

  /** Whether these are still the keys that everybody seals for. Within a transaction. */
  areCurrent(keys: Keys): boolean {
    return areStillPresent(this.keyPlace, keys)
  }

  /** Puts another sealed part into a row that is still as it was read. Within a transaction. */
  replaceSealed({id, revision}: SealedRow, sealed: Uint8Array, mark: string): boolean {
    const {changes} = this.db
      .prepare('update enquiry set sealed = ?, sealed_for = ?, revision = revision + 1 where id = ? and revision = ?')
      .run(sealed, mark, id, revision)
    return changes > 0
  }
}

function changedHandling(before: Handling, change: EnquiryChange, actor: Actor, at: number): Handling {
  const {assignee = before.assignee, note, promotedTo = before.promotedTo} = change
  const notes = note ? [...before.notes, {at, by: actor.name, text: note}] : before.notes
  return {assignee, notes, promotedTo}
}

/** Which parts were changed, never to what, but for the state. */
function detailOf({state, assignee, note, promotedTo}: EnquiryChange): string {
  const parts = [
    state && `state: ${state}`,
    assignee !== undefined && (assignee ? 'assigned' : 'unassigned'),
    note && 'note',
    promotedTo && 'made a FAQ of it',
  ]
  return parts.filter(Boolean).join(', ')
}

const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value))

function recordFrom(row: Row): EnquiryRecord {
  return {
    id: String(row.id),
    reference: String(row.reference),
    receivedAt: Number(row.received_at),
    // One that this software does not know is one that somebody has to look at.
    state: enquiryStates.find((state) => state === row.state) ?? 'new',
    spamScore: Number(row.spam_score),
    openedAt: numberOrNull(row.opened_at),
    answeredAt: numberOrNull(row.answered_at),
  }
}

const sealedRowFrom = (row: Row): SealedRow => ({
  ...recordFrom(row),
  sealed: row.sealed instanceof Uint8Array ? row.sealed : new Uint8Array(),
  revision: Number(row.revision),
})
