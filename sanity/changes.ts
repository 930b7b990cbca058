/** Dates what was noticed of changed content (`lib/revalidation/content-changes.ts`), by asking the lake for its edits. */
import {z} from 'zod'
import {
  type ContentChange,
  contentChangeOf,
  contentChanges,
  dateChange,
  undatedChanges,
} from '@/lib/revalidation/content-changes'
import {lakeClient} from './client'
import {questionOf} from './read'

const EDITS_QUERY = '*[_id in $ids]{_id, _updatedAt}'
const Edits = z.array(z.object({_id: z.string(), _updatedAt: z.string()}))

/** After a failure the lake is left alone for this long: pages are not to wait for a date. Milliseconds. */
const pauseAfterFailure = 5000
let failedAt = 0

/** Dates every change that is not dated yet. Where the lake is away they stay as they are, and a later call tries again. */
async function dateChanges(): Promise<void> {
  if (Date.now() - failedAt < pauseAfterFailure) return
  const undated = undatedChanges()
  if (undated.length === 0) return
  const ids = [...new Set(undated.flatMap(({documentIds}) => documentIds))]
  try {
    const edits = Edits.parse(await lakeClient().fetch(EDITS_QUERY, {ids}, {tag: 'changes'}))
    const editedAt = new Map(edits.map(({_id, _updatedAt}) => [_id, Date.parse(_updatedAt)]))
    for (const {key, documentIds} of undated) {
      const times = documentIds.flatMap((id) => editedAt.get(id) ?? [])
      dateChange(key, times.length > 0 ? Math.max(...times) : null)
    }
  } catch {
    failedAt = Date.now()
  }
}

/** When the public content of an answer last changed, ISO; nothing for a draft, or where nobody can tell. */
export async function changedAt(answer: object): Promise<string | undefined> {
  const question = questionOf(answer)
  if (!question) return undefined
  await dateChanges()
  return contentChangeOf(question)?.changedAt ?? undefined
}

/** What is known of each question's answer, by the question's key. */
export async function allChanges(): Promise<Map<string, ContentChange>> {
  await dateChanges()
  return contentChanges()
}
