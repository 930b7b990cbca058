/**
 * The journal of publications: what a webhook said is on disk before it is acknowledged, and stays pending until the
 * pages that show the document were seen to be new. Next itself holds invalidations in memory only, and loses one that
 * arrives while a page is being regenerated (both measured); this is what makes "never lost" true.
 */
import {siteStore} from './site-store.ts'

export type Publication = {
  readonly id: number
  readonly documentId: string
  /** The document's type, where the webhook's body or the lake tells it. */
  readonly documentType: string | null
  readonly attempts: number
}

/** How many finished publications are kept, for `doctor` and for turning away duplicates. */
const keepDone = 10_000

/**
 * Records a publication. Answers false where the same delivery is already there: a repeat of one that was acknowledged.
 * @param idempotencyKey the webhook's own, or a hash of its body
 */
export function recordPublication(
  idempotencyKey: string,
  {documentId, documentType}: {documentId: string; documentType: string | null},
): boolean {
  const store = siteStore()
  const {changes} = store
    .prepare(
      `insert into publication (idempotency_key, document_id, document_type, received_at) values (?, ?, ?, ?)
       on conflict (idempotency_key) do nothing`,
    )
    .run(idempotencyKey, documentId, documentType, Date.now())
  return changes > 0
}

export function pendingPublications(): Publication[] {
  return siteStore()
    .prepare(
      `select id, document_id, document_type, attempts from publication where done_at is null order by id limit 1000`,
    )
    .all()
    .map((row) => ({
      id: Number(row.id),
      documentId: String(row.document_id),
      documentType: row.document_type === null ? null : String(row.document_type),
      attempts: Number(row.attempts),
    }))
}

export function markDone(ids: readonly number[]): void {
  const store = siteStore()
  store
    .prepare('update publication set done_at = ?, problem = null where id in (select value from json_each(?))')
    .run(Date.now(), JSON.stringify(ids))
  store
    .prepare(
      `delete from publication where done_at is not null and id <= (select max(id) from publication) - ${keepDone}`,
    )
    .run()
}

export function markAttempt(ids: readonly number[], problem: string): void {
  siteStore()
    .prepare('update publication set attempts = attempts + 1, problem = ? where id in (select value from json_each(?))')
    .run(problem, JSON.stringify(ids))
}
