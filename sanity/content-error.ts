/** What can go wrong between the lake and a page; each says to what, and what to do next. */
import type {z} from 'zod'

/** Published content that does not fit its contract. Visitors keep the last good page; staff find this in the log. */
export class ContentError extends Error {
  override readonly name = 'ContentError'
}

/** The lake did not answer, answered too late, or with nonsense, and no earlier answer is known. */
export class LakeUnavailableError extends Error {
  override readonly name = 'LakeUnavailableError'
}

/**
 * One sentence that names document, field and cure.
 * @param subject what was asked for, e.g. `condition slug=back-pain`
 * @param documentId the document's `_id`, where the answer tells it
 * @param studioUrl the Studio's address, e.g. `https://clinic.example/studio`
 */
export function describeMisfit(
  subject: string,
  documentId: string | null,
  issues: readonly z.core.$ZodIssue[],
  studioUrl: string,
): string {
  const shown = issues.slice(0, 5).map(({path, message}) => `${fieldPath(path) || 'the whole answer'}: ${message}`)
  const more = issues.length > shown.length ? ` (and ${issues.length - shown.length} more)` : ''
  const cure = documentId
    ? `Correct it in the Studio: ${studioUrl}/intent/edit/id=${documentId}`
    : 'Check the document in the Studio'
  return `${subject}${documentId ? ` (document "${documentId}")` : ''} does not fit its contract — ${shown.join('; ')}${more}. ${cure}`
}

const fieldPath = (path: readonly PropertyKey[]) =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`)).join('')
