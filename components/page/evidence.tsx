import type {Language} from '@/lib/language'
import type {Review} from '@/sanity/content/review'
import type {Source} from '@/sanity/content/source'
import {ReviewRecord} from './review-record'
import {Sources} from './sources'

type Props = {
  document: Readonly<{sources: readonly Source[]; review: Review}>
  language: Language
  /** For pages that need no clinician, such as a privacy notice: nothing is said of a review that is not meant to be. */
  onlyIfReviewed?: boolean
}

/** Where the page is from and who stands behind it, at the end of the text. */
export const Evidence = ({document: {sources, review}, language, onlyIfReviewed = false}: Props) => (
  <>
    <Sources sources={sources} language={language} />
    {(!onlyIfReviewed || review.lastReviewed) && <ReviewRecord review={review} language={language} />}
  </>
)
