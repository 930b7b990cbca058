import {Icon} from '@/components/ui/icon'
import {formatDate} from '@/lib/dates'
import {isOverdue} from '@/lib/expiry'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathFor} from '@/lib/paths'
import type {Link} from '@/sanity/content/link'
import type {Review, Reviewer} from '@/sanity/content/review'
import styles from './parts.module.css'

type Props = {
  review: Review
  /** The date at the clinic: a review that is due is told from one that is overdue. */
  today: string
  language: Language
  /** The page that says how the clinic writes and checks its pages. */
  policy?: Link | null
}

/**
 * Who stands behind the page and when it was last checked as a whole, at the end of the text. Only a review with a name
 * and a date counts as one; when the document was last edited says nothing about that and is not shown.
 */
export function ReviewRecord({review, today, language, policy = null}: Props) {
  const {review: labels} = labelsFor(language)
  const {writtenBy, reviewedBy, lastReviewed, nextReviewDue} = review
  const reviewed = reviewedBy !== null && lastReviewed !== null
  const overdue = isOverdue(review, today)
  return (
    <section className={`${styles.section} ${styles.record}`}>
      <h2 id="about-this-page">{labels.title}</h2>
      {!reviewed && (
        <p className={styles.notReviewed}>
          <Icon name="info" />
          {labels.notReviewed}
        </p>
      )}
      {(writtenBy || reviewed) && (
        <dl>
          {writtenBy && (
            <>
              <dt>{labels.writtenBy}</dt>
              <dd>
                <ReviewerName reviewer={writtenBy} />
              </dd>
            </>
          )}
          {reviewed && (
            <>
              <dt>{labels.reviewedBy}</dt>
              <dd>
                <ReviewerName reviewer={reviewedBy} />
              </dd>
              <dt>{labels.lastReviewed}</dt>
              <dd>
                <time dateTime={lastReviewed}>{formatDate(lastReviewed, language)}</time>
              </dd>
            </>
          )}
          {reviewed && nextReviewDue && (
            <>
              <dt>{overdue ? labels.reviewWasDue : labels.nextReviewDue}</dt>
              <dd className={overdue ? styles.overdue : undefined}>
                <time dateTime={nextReviewDue}>{formatDate(nextReviewDue, language)}</time>
              </dd>
            </>
          )}
        </dl>
      )}
      {policy && (
        <p>
          <a href={pathFor(policy)}>{policy.title}</a>
        </p>
      )}
    </section>
  )
}

const ReviewerName = ({reviewer}: {reviewer: Reviewer}) => (
  <>
    <a href={pathFor(reviewer)}>{reviewer.title}</a>
    {reviewer.credentials && `, ${reviewer.credentials}`}, {reviewer.role}
  </>
)
