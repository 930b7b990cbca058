import {z} from 'zod'
import {DocumentLink} from './link'

const reviewerFields = /* groq */ `{
  _id,
  _type,
  "title": name,
  "slug": slug.current,
  language,
  role,
  credentials
}`

/** Projection of a document's `review`; always an object, so that "not yet reviewed" is `lastReviewed: null`. */
export const review = /* groq */ `{
  "writtenBy": review.writtenBy->${reviewerFields},
  "reviewedBy": review.reviewedBy->${reviewerFields},
  "lastReviewed": review.lastReviewed,
  "nextReviewDue": review.nextReviewDue
}`

export const Reviewer = DocumentLink.extend({
  _type: z.literal('person'),
  role: z.string(),
  credentials: z.string().nullable(),
})
export type Reviewer = z.infer<typeof Reviewer>

/**
 * Who stands behind a page, and when it was last checked as a whole (ISO dates, no time). A later edit of the document
 * never counts as a review: the NHS standard for creating health content. The team's note stays in the Studio.
 */
export const Review = z.strictObject({
  writtenBy: Reviewer.nullable(),
  reviewedBy: Reviewer.nullable(),
  lastReviewed: z.iso.date().nullable(),
  nextReviewDue: z.iso.date().nullable(),
})
export type Review = z.infer<typeof Review>
