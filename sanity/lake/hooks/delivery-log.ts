/**
 * The deliveries of webhooks: waiting, delivered and given up, with every attempt. The newest thousand that are done
 * are kept for each hook.
 * @module
 */
import type {DatabaseSync} from 'node:sqlite'
import {atomically} from '../atomically.ts'
import type {Operation, Outcome} from '../delivery.ts'
import {newId} from '../document.ts'
import type {JsonRecord} from '../json.ts'
import {refusal} from '../lake-error.ts'
import {numberOf, type Row, textOf} from '../row.ts'
import type {Commit} from '../store.ts'

const MAX_KEPT = 1000
/** Waiting for one hook. A receiver that is away for half an hour misses what comes on top. */
const MAX_PENDING = 10_000

/** Of each document the oldest delivery of a hook alone, so that its events arrive in order; none of disabled hooks. */
const NEXT_OF_EACH = `
  from hook_delivery as d
  where state = 'pending' and hook in (select id from hook where enabled = 1) and not exists (
    select 1 from hook_delivery as older
    where older.state = 'pending' and older.hook = d.hook and older.document = d.document and older.id < d.id
  )`

export type NewDelivery = {
  readonly hook: string
  readonly commit: Commit
  readonly document: string
  readonly operation: Operation
  readonly body: string
  /** What kept it from being sent at all, or null. */
  readonly failure: string | null
  readonly giveUpAt: number
}

export class DeliveryLog {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  get pending(): number {
    return this.#count(`select count(*) as n from hook_delivery where state = 'pending'`)
  }

  add({hook, commit, document, operation, body, failure, giveUpAt}: NewDelivery): void {
    const now = Date.now()
    const waiting = this.#count(`select count(*) as n from hook_delivery where state = 'pending' and hook = ?`, hook)
    const reason = failure ?? (waiting >= MAX_PENDING ? `${MAX_PENDING} deliveries wait already` : null)
    const {lastInsertRowid} = this.#db
      .prepare(
        `insert into hook_delivery (key, hook, transaction_id, transaction_time, document, operation, body, state,
           created_at, due_at, give_up_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        ...[newId(), hook, commit.transactionId, commit.timestamp, document, operation, body],
        ...[reason === null ? 'pending' : 'failed', now, now, giveUpAt],
      )
    if (reason !== null) this.#addAttempt(Number(lastInsertRowid), {status: null, failure: reason}, now, 0)
  }

  /** What may be sent to a hook now, at most so many, without what is on its way. */
  due(hook: string, now: number, underWay: readonly number[], limit: number): Row[] {
    return this.#db
      .prepare(
        `select * ${NEXT_OF_EACH} and hook = ? and due_at <= ? and id not in (select value from json_each(?))
         order by id limit ?`,
      )
      .all(hook, now, JSON.stringify(underWay), Math.max(0, limit))
  }

  /**
   * When the next one of these hooks falls due, in milliseconds since 1970; null where none waits but what is on its way,
   * and what is due for a hook that is busy: its end brings a look by itself.
   */
  nextDue(hooks: readonly string[], underWay: ReadonlySet<number>): number | null {
    const now = underWay.size > 0 ? Date.now() : 0
    const row = this.#db
      .prepare(
        `select min(due_at) as at ${NEXT_OF_EACH} and hook in (select value from json_each(?)) and due_at > ?
           and id not in (select value from json_each(?))`,
      )
      .get(JSON.stringify(hooks), now, JSON.stringify([...underWay]))
    return row && row.at !== null ? numberOf(row, 'at') : null
  }

  /** Notes an attempt, and what follows: done, given up, or another one at `retryAt`. */
  note(id: number, outcome: Outcome, {at, ms, retryAt}: {at: number; ms: number; retryAt: number | null}): void {
    const state = outcome.failure === null ? 'delivered' : retryAt === null ? 'failed' : 'pending'
    atomically(this.#db, () => {
      // A hook that was deleted meanwhile has taken its deliveries along.
      const row = this.#db
        .prepare('update hook_delivery set state = ?, due_at = ? where id = ? returning hook')
        .get(state, retryAt ?? at, id)
      if (row) {
        this.#addAttempt(id, outcome, at, ms)
        if (state !== 'pending') this.#prune(textOf(row, 'hook'))
      }
    })
  }

  attempts(id: number): number {
    return this.#count('select count(*) as n from hook_attempt where delivery = ?', id)
  }

  /** The newest deliveries of a hook, the newest first, each with its attempts. */
  list(hook: string, limit: number): JsonRecord[] {
    const attempts = this.#db.prepare('select * from hook_attempt where delivery = ? order by number')
    return this.#db
      .prepare('select * from hook_delivery where hook = ? order by id desc limit ?')
      .all(hook, limit)
      .map((row) => ({
        id: numberOf(row, 'id'),
        key: textOf(row, 'key'),
        state: textOf(row, 'state'),
        document: textOf(row, 'document'),
        operation: textOf(row, 'operation'),
        transactionId: textOf(row, 'transaction_id'),
        createdAt: numberOf(row, 'created_at'),
        dueAt: numberOf(row, 'due_at'),
        attempts: attempts.all(numberOf(row, 'id')).map(({number, at, ms, status, failure}) => ({
          ...{number, at, ms, status, failure},
        })),
      }))
  }

  /** Sends a delivery again, under the key that it had. */
  redeliver(id: number, giveUpAt: number): void {
    const unmade = this.#db.prepare(`select 1 from hook_delivery where id = ? and body = ''`).get(id)
    if (unmade) {
      throw refusal(409, `Delivery ${id} has no body, for the webhook's filter or projection failed: mend that first.`)
    }
    const {changes} = this.#db
      .prepare(`update hook_delivery set state = 'pending', due_at = ?, give_up_at = ? where id = ?`)
      .run(Date.now(), giveUpAt, id)
    if (changes === 0) throw refusal(404, `There is no delivery ${id}; "webhook log <id>" shows their numbers.`)
  }

  #addAttempt(id: number, {status, failure}: Pick<Outcome, 'status' | 'failure'>, at: number, ms: number): void {
    this.#db
      .prepare('insert into hook_attempt (delivery, number, at, ms, status, failure) values (?, ?, ?, ?, ?, ?)')
      .run(id, this.attempts(id) + 1, at, Math.round(ms), status, failure)
  }

  #prune(hook: string): void {
    this.#db
      .prepare(
        `delete from hook_delivery where hook = ? and state <> 'pending' and id <= (
           select id from hook_delivery where hook = ? and state <> 'pending' order by id desc limit 1 offset ?
         )`,
      )
      .run(hook, hook, MAX_KEPT)
  }

  #count(query: string, ...values: (string | number)[]): number {
    const row = this.#db.prepare(query).get(...values)
    return row ? numberOf(row, 'n') : 0
  }
}
