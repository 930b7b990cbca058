/**
 * The audit trail: who did what with questions, and when. It can only be added to (the file refuses anything else), and
 * each entry holds a hash of the one before it: one that was changed or taken out from under the software breaks the
 * chain. Entries that were cut off its end do not; who wants to notice that writes down
 * the last hash now and then (`entryWithHash`).
 */
import {createHash} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import type {AuditAction, AuditEntry} from './store.ts'

const actions: Record<AuditAction, true> = {
  listed: true,
  searched: true,
  opened: true,
  changed: true,
  exported: true,
  deleted: true,
  purged: true,
  rotated: true,
}
const isAction = (text: string): text is AuditAction => Object.hasOwn(actions, text)

type Row = Record<string, unknown>

/** What the first entry holds in the place of a hash before it. */
const beginning = ''

export function appendAudit(db: DatabaseSync, {at, actor, action, reference, detail}: AuditEntry): void {
  const last = db.prepare('select number, hash from audit_entry order by number desc limit 1').get()
  const number = Number(last?.number ?? 0) + 1
  const hash = hashFor(String(last?.hash ?? beginning), [number, at, actor.id, actor.name, action, reference, detail])
  db.prepare('insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...[number, at, actor.id, actor.name],
    ...[action, reference, detail, hash],
  )
}

/** The newest first. */
export function auditEntries(
  db: DatabaseSync,
  {reference, most = -1}: {readonly reference?: string; readonly most?: number} = {},
): AuditEntry[] {
  return db
    .prepare('select * from audit_entry where ?1 is null or reference = ?1 order by number desc limit ?2')
    .all(reference ?? null, most)
    .map(entryFrom)
}

export type AuditChain = {
  readonly entries: number
  /** The number of the first entry that does not follow from the one before it; null where all do. */
  readonly brokenAt: number | null
  /** The hash of the last entry, which stands for all before it; null where there is none. */
  readonly lastHash: string | null
}

/** The number of the entry with this hash, noted down some time ago; null where it is not there any more. */
export function entryWithHash(db: DatabaseSync, hash: string): number | null {
  const row = db.prepare('select number from audit_entry where hash = ?').get(hash)
  return row ? Number(row.number) : null
}

/** Follows the chain from its beginning. */
export function auditChain(db: DatabaseSync): AuditChain {
  let [entries, before] = [0, beginning]
  let brokenAt: number | null = null
  for (const row of db.prepare('select * from audit_entry order by number').iterate()) {
    entries++
    const {at, actor, action, reference, detail} = entryFrom(row)
    const hash = hashFor(before, [entries, at, actor.id, actor.name, action, reference, detail])
    if (brokenAt === null && (Number(row.number) !== entries || row.hash !== hash)) brokenAt = entries
    before = String(row.hash)
  }
  return {entries, brokenAt, lastHash: entries > 0 ? before : null}
}

function entryFrom(row: Row): AuditEntry {
  const action = String(row.action)
  return {
    at: Number(row.at),
    actor: {id: String(row.actor_id), name: String(row.actor_name)},
    action: isAction(action) ? action : 'changed',
    reference: row.reference === null ? null : String(row.reference),
    detail: row.detail === null ? null : String(row.detail),
  }
}

const hashFor = (before: string, fields: readonly unknown[]): string =>
  createHash('sha256')
    .update(`${before}\n${JSON.stringify(fields)}`)
    .digest('hex')
