/**
 * The documents: all of them in memory, every change on disk before it is seen. `commit` is the only way in.
 * @module
 */

import type {StatementSync} from 'node:sqlite'
import {deflateRawSync, inflateRawSync} from 'node:zlib'
import {atomically} from './atomically.ts'
import {type Database, diskRefusalFor, isDurabilityLost} from './database.ts'
import {isLakeDocument, type LakeDocument} from './document.ts'
import {DocumentIndex} from './document-index.ts'
import type {JsonRecord} from './json.ts'
import {mutationError, refusal} from './lake-error.ts'
import type {Log} from './log.ts'
import {encodeMendoza, type MendozaPatch} from './mendoza.ts'
import {Views} from './perspective.ts'
import {ReferenceIndex} from './reference-index.ts'
import {numberOf, textOf} from './row.ts'
import type {Change, Transaction} from './transaction.ts'

/** A change with both directions of its difference, computed without `_rev`, which clients keep for themselves. */
export type Effect = {readonly apply: MendozaPatch; readonly revert: MendozaPatch}

export type CommittedChange = Change & {readonly effects: Effect}

export type Commit = {
  readonly transactionId: string
  readonly author: string
  readonly timestamp: string
  readonly changes: readonly CommittedChange[]
}

/** An entry of a document's history, in the words of Sanity's events API. */
export type HistoryEvent = {readonly documentId: string; readonly type: string} & JsonRecord

/** Entries as they are, or made of what the commit changes. */
type Events = readonly HistoryEvent[] | ((changes: readonly Change[]) => readonly HistoryEvent[])

/** Writes its own rows in the transaction of the commit, or none of both is kept. */
export type Companion = (commit: Commit) => void

const withoutRevision = (document: LakeDocument | null): JsonRecord | null => {
  if (!document) return null
  const {_rev, ...rest} = document
  return rest
}

const compress = (document: LakeDocument): Uint8Array => deflateRawSync(JSON.stringify(document), {level: 1})

export const decompress = (bytes: Uint8Array): unknown => JSON.parse(inflateRawSync(bytes).toString('utf8'))

/** A document as the store keeps it. @throws where the text is none */
export function documentFrom(text: string): LakeDocument {
  const value: unknown = JSON.parse(text)
  if (isLakeDocument(value)) return value
  throw new Error(`The store holds a document that is none: ${text.slice(0, 80)}. Restore a backup.`)
}

export class Store {
  readonly documents = new DocumentIndex('later')
  readonly references = new ReferenceIndex()
  readonly views: Views
  readonly #database: Database
  readonly #statements: Record<'put' | 'remove' | 'tx' | 'txDocument' | 'event' | 'known', StatementSync>
  readonly #companions: Companion[] = []
  readonly #subscribers: ((commit: Commit) => void)[] = []
  readonly #log: Log
  readonly #onFatal: (error: unknown) => void
  #broken: unknown = null

  constructor(database: Database, log: Log, onFatal: (error: unknown) => void) {
    this.#database = database
    this.#log = log
    this.#onFatal = onFatal
    const {db} = database
    this.#statements = {
      put: db.prepare('insert into document values (?, ?) on conflict (id) do update set json = excluded.json'),
      remove: db.prepare('delete from document where id = ?'),
      tx: db.prepare('insert into tx (id, timestamp, author, json) values (?, ?, ?, ?) returning seq'),
      txDocument: db.prepare('insert into tx_document values (?, ?, ?)'),
      event: db.prepare('insert into history_event (document, json) values (?, ?)'),
      known: db.prepare('select 1 from tx where id = ?'),
    }
    for (const row of db.prepare('select json from document order by id').iterate()) {
      const document = documentFrom(textOf(row, 'json'))
      this.documents.set(document)
      this.references.update(document._id, null, document)
    }
    this.views = new Views(this.documents, 'later')
  }

  get(id: string): LakeDocument | null {
    return this.documents.get(id)
  }

  /** Takes part in every commit, inside its transaction. */
  accompany(companion: Companion): void {
    this.#companions.push(companion)
  }

  /** Hears of every commit, after it is on disk and in memory. */
  subscribe(subscriber: (commit: Commit) => void): void {
    this.#subscribers.push(subscriber)
  }

  /** Replaces a document in memory alone: for fields that follow from the set-up and not from an edit. */
  overlay(document: LakeDocument): void {
    this.documents.set(document)
    this.views.refresh([document._id])
  }

  /**
   * Makes a transaction durable and visible: when this returns, it is on disk.
   *
   * @throws LakeError 409 for a transaction id already used, 507 when the disk is full; nothing is changed then
   */
  commit(transaction: Transaction, events: Events = []): Commit {
    if (this.#broken !== null) {
      throw refusal(503, 'The store could not write to disk and takes no more changes until a restart.', {
        cause: this.#broken,
      })
    }
    const commit = this.#prepare(transaction)
    if (commit.changes.length === 0) return commit
    if (this.#statements.known.get(commit.transactionId)) {
      const description = `Transaction ID "${commit.transactionId}" has been used already`
      throw mutationError(409, {type: 'transactionIdInUseError', id: commit.transactionId, description})
    }
    this.#write(commit, typeof events === 'function' ? events(commit.changes) : events)
    this.#publish(commit)
    return commit
  }

  #prepare(transaction: Transaction): Commit {
    const changes = transaction.finish(this.references).map((change): CommittedChange => {
      const [before, after] = [withoutRevision(change.before), withoutRevision(change.after)]
      return {...change, effects: {apply: encodeMendoza(before, after), revert: encodeMendoza(after, before)}}
    })
    const {id, author, timestamp} = transaction
    return {transactionId: id, author, timestamp, changes}
  }

  #write(commit: Commit, events: readonly HistoryEvent[]): void {
    const {db} = this.#database
    try {
      atomically(db, () => {
        this.#writeRows(commit, events)
        for (const companion of this.#companions) companion(commit)
      })
    } catch (error) {
      if (isDurabilityLost(error)) {
        this.#broken = error
        this.#onFatal(error)
      }
      const refused = diskRefusalFor(error)
      if (refused?.status === 507) this.#database.makeRoom()
      throw refused ?? error
    }
  }

  #writeRows({transactionId, author, timestamp, changes}: Commit, events: readonly HistoryEvent[]): void {
    const {put, remove, tx, txDocument, event} = this.#statements
    const mutations = changes.flatMap((change) => change.mutations)
    const effects = Object.fromEntries(changes.map((change) => [change.id, change.effects]))
    const row = tx.get(transactionId, timestamp, author, JSON.stringify({mutations, effects}))
    const seq = row ? numberOf(row, 'seq') : 0
    for (const {id, after} of changes) {
      if (after) put.run(id, JSON.stringify(after))
      else remove.run(id)
      txDocument.run(id, seq, after ? compress(after) : null)
    }
    for (const {documentId, ...entry} of events) {
      event.run(documentId, JSON.stringify({timestamp, author, documentId, ...entry}))
    }
  }

  #publish(commit: Commit): void {
    for (const {id, before, after} of commit.changes) {
      if (after) this.documents.set(after)
      else this.documents.delete(id)
      this.references.update(id, before, after)
    }
    this.views.refresh(commit.changes.map(({id}) => id))
    for (const subscriber of this.#subscribers) {
      try {
        subscriber(commit)
      } catch (error) {
        // The commit is on disk, and whoever made it has a right to hear so, as have the others.
        const message = `Something that follows from a commit failed; the commit itself stands: ${String(error)}`
        this.#log({level: 'error', event: 'commit', message})
      }
    }
  }
}
