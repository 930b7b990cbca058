/** The messages to staff, as they lie in the store; what takes them and sends them is `outbox.ts`. */

import {randomUUID} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {atomically} from '../atomically.ts'
import type {OutboxMessage, OutboxStanding} from './store.ts'

const waiting = 'sent_at is null and given_up = 0'

const kindOf = (text: unknown): OutboxMessage['kind'] => (text === 'reminder' ? 'reminder' : 'new')

/** Adds a message, due at once. One of this kind about this enquiry that is there already stays the only one. */
export function queueMessage(db: DatabaseSync, kind: OutboxMessage['kind'], enquiryId: string, at: number): void {
  db.prepare(
    `insert into outbox_message (id, enquiry_id, kind, created_at, due_at) values (?, ?, ?, ?, ?)
     on conflict (enquiry_id, kind) do nothing`,
  ).run(randomUUID(), enquiryId, kind, at, at)
}

/** The attempt counts from now on: one that ends this process must not be made for ever. */
export function takeDueMessage(db: DatabaseSync, at: number, leaseMs: number): OutboxMessage | null {
  return atomically(db, () => {
    const row = db
      .prepare(
        `select m.id, m.kind, m.created_at, m.attempts, e.reference from outbox_message m
         join enquiry e on e.id = m.enquiry_id
         where ${waiting} and due_at <= ?1 and leased_until <= ?1 order by due_at, m.created_at limit 1`,
      )
      .get(at)
    if (!row) return null
    db.prepare(
      'update outbox_message set leased_until = ?, attempts = attempts + 1, attempted_at = ? where id = ?',
    ).run(at + leaseMs, at, String(row.id))
    return {
      id: String(row.id),
      kind: kindOf(row.kind),
      reference: String(row.reference),
      createdAt: Number(row.created_at),
      attempts: Number(row.attempts),
    }
  })
}

export function markSent(db: DatabaseSync, id: string, at: number, problem: string | null): void {
  db.prepare('update outbox_message set sent_at = ?, leased_until = 0, problem = ? where id = ?').run(at, problem, id)
}

export function markFailed(db: DatabaseSync, id: string, problem: string, nextAt: number | null): void {
  db.prepare(
    `update outbox_message set problem = ?1, leased_until = 0, due_at = coalesce(?2, due_at), given_up = ?2 is null
     where id = ?3 and sent_at is null`,
  ).run(problem, nextAt, id)
}

export function nextDueAt(db: DatabaseSync): number | null {
  const row = db.prepare(`select min(max(due_at, leased_until)) as at from outbox_message where ${waiting}`).get()
  return typeof row?.at === 'number' ? row.at : null
}

/** What was given up is over once somebody has opened the question. */
export function outboxStanding(db: DatabaseSync): OutboxStanding {
  const messages = `outbox_message join enquiry e on e.id = enquiry_id where (given_up = 0 or e.opened_at is null)`
  const row = db
    .prepare(
      `select count(*) filter (where ${waiting}) as waiting, min(created_at) filter (where ${waiting}) as oldest,
         count(*) filter (where given_up = 1) as given_up from ${messages}`,
    )
    .get()
  const last = db
    .prepare(
      `select problem from ${messages} and attempted_at is not null
       order by attempted_at desc, outbox_message.rowid desc limit 1`,
    )
    .get()
  return {
    waiting: Number(row?.waiting ?? 0),
    oldest: typeof row?.oldest === 'number' ? row.oldest : null,
    givenUp: Number(row?.given_up ?? 0),
    problem: typeof last?.problem === 'string' ? last.problem : null,
  }
}

export function unremindedReferences(db: DatabaseSync, receivedBefore: number): string[] {
  return db
    .prepare(
      `select reference from enquiry e where state = 'new' and opened_at is null and received_at < ?
       and not exists (select 1 from outbox_message where enquiry_id = e.id and kind = 'reminder')
       order by received_at`,
    )
    .all(receivedBefore)
    .map(({reference}) => String(reference))
}

export function queueReminders(db: DatabaseSync, references: readonly string[], at: number): void {
  atomically(db, () => {
    for (const {id} of db
      .prepare('select id from enquiry where reference in (select value from json_each(?))')
      .all(JSON.stringify(references))) {
      queueMessage(db, 'reminder', String(id), at)
    }
  })
}
