/**
 * When what readers see last changed, question by question: for the sitemap and for structured data.
 *
 * A document's own `_updatedAt` does not tell: it moves with a note that only the team sees, and it stays where a question
 * changed that the page shows. So each answer is remembered as a hash of its public part. Where the hash is another one,
 * the change is dated by the newest edit among the documents shown; where none of them is newer than the change before,
 * something was taken away, and the moment it was noticed counts. What the clock changes on a page is no change of content.
 */
import {createHash} from 'node:crypto'
import type {MediaPicture} from '../media.ts'
import {keyOf, type Question} from './answers.ts'
import {siteStore} from './site-store.ts'

/** The lake's own bookkeeping: not to be seen on any page. A block's `_type` is, in how it looks. */
const isBookkeeping = (name: string): boolean => name.startsWith('_') && name !== '_type'

const publicPart = (value: unknown): string =>
  JSON.stringify(value, (name, inner: unknown) => (isBookkeeping(name) ? undefined : inner))

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isPicture = (value: Record<string, unknown>): boolean =>
  typeof value.assetId === 'string' && value.assetId !== '' && typeof value.width === 'number'

/** The pictures in an answer, but for those that only share cards show, and decoration. */
function picturesIn(value: unknown, found: Map<string, unknown> = new Map()): unknown[] {
  if (Array.isArray(value)) for (const item of value) picturesIn(item, found)
  else if (isObject(value)) {
    const {assetId, width, height, crop, alt} = value
    if (isPicture(value) && alt !== '') found.set(JSON.stringify([assetId, crop]), {assetId, width, height, crop})
    for (const [name, inner] of Object.entries(value)) if (name !== 'social') picturesIn(inner, found)
  }
  return [...found.values()]
}

/**
 * Takes note of an answer. `shape` is a mark of the query: where that is another one, a newer version of this software
 * asks for more or less, and nobody has changed anything.
 */
export function noticeContent(question: Question, value: unknown, shape: string): void {
  const store = siteStore()
  const key = keyOf(question)
  if (value === null) {
    store.prepare('delete from content_change where key = ?').run(key)
    return
  }
  const hash = hashOf(publicPart(value))
  const before = store.prepare('select hash, shape from content_change where key = ?').get(key)
  if (before?.hash === hash && before.shape === shape) return
  const noticed = before?.shape === shape ? Date.now() : null
  store
    .prepare(
      `insert into content_change (key, shape, hash, pictures, noticed_at) values (?, ?, ?, ?, ?)
       on conflict (key) do update set shape = excluded.shape, hash = excluded.hash, pictures = excluded.pictures,
         noticed_at = coalesce(excluded.noticed_at, noticed_at), dated = 0`,
    )
    .run(key, shape, hash, JSON.stringify(picturesIn(value)), noticed)
}

/** Questions of which it is not known yet when their answer changed, each with the documents that it shows. */
export function undatedChanges(): {key: string; documentIds: string[]}[] {
  return siteStore()
    .prepare(
      `select key, (select json_group_array(document_id) from answer_document where answer_document.key =
         content_change.key) as ids from content_change where dated = 0`,
    )
    .all()
    .map(({key, ids}) => ({key: String(key), documentIds: JSON.parse(String(ids))}))
}

/** Dates a change; `newestEdit` (milliseconds) is that of the documents shown, null where there are none. */
export function dateChange(key: string, newestEdit: number | null): void {
  siteStore()
    .prepare(
      `update content_change set dated = 1, noticed_at = null, changed_at =
         case when ?1 > coalesce(changed_at, 0) then ?1 else coalesce(noticed_at, changed_at) end
       where key = ?2`,
    )
    .run(newestEdit === null ? null : Math.min(newestEdit, Date.now()), key)
}

export type ContentChange = Readonly<{
  /** ISO, with milliseconds; null while nobody can tell. */
  changedAt: string | null
  pictures: readonly MediaPicture[]
}>

/** What is known of each question's answer, by its key. */
export function contentChanges(): Map<string, ContentChange> {
  const rows = siteStore().prepare('select key, changed_at, pictures from content_change').all()
  return new Map(rows.map((row) => [String(row.key), changeIn(row)]))
}

export function contentChangeOf(question: Question): ContentChange | null {
  const row = siteStore().prepare('select changed_at, pictures from content_change where key = ?').get(keyOf(question))
  return row ? changeIn(row) : null
}

const changeIn = (row: Record<string, unknown>): ContentChange => ({
  changedAt: typeof row.changed_at === 'number' ? new Date(row.changed_at).toISOString() : null,
  pictures: JSON.parse(String(row.pictures)),
})
