import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {LinkedCondition} from '@/sanity/content/conditions'
import type {Link} from '@/sanity/content/link'
import type {Review} from '@/sanity/content/review'
import type {Source} from '@/sanity/content/source'
import {ConditionsPart} from './linked-parts'
import {ReviewRecord} from './review-record'
import {Sources} from './sources'

type Props = {
  document: Readonly<{relatedConditions?: readonly LinkedCondition[]; sources: readonly Source[]; review: Review}>
  /** The date at the clinic. */
  today: string
  language: Language
  /** For pages that need no clinician, such as a privacy notice: nothing is said of a review that is not meant to be. */
  onlyIfReviewed?: boolean
  /** The page that says how the clinic writes and checks its pages. */
  policy?: Link | null
}

/** What comes last on a page: where to read on, where the text is from, and who stands behind it. */
export const Closing = ({document, today, language, onlyIfReviewed = false, policy = null}: Props) => (
  <>
    <div data-screen-only="">
      <ConditionsPart
        id="related"
        title={labelsFor(language).page.related}
        conditions={document.relatedConditions ?? []}
        language={language}
      />
    </div>
    <Sources sources={document.sources} language={language} />
    {(!onlyIfReviewed || document.review.lastReviewed) && (
      <ReviewRecord review={document.review} today={today} language={language} policy={policy} />
    )}
  </>
)
