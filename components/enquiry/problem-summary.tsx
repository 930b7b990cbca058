import page from '@/components/page/page.module.css'
import {type FormErrors, questionFields} from '@/lib/enquiries/form'
import type {Problem} from '@/lib/enquiries/unsent'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {phoneHref} from '@/lib/phone'
import type {Site} from '@/sanity/content/site'
import styles from './enquiry.module.css'
import {controlOf, problemId} from './field-names'

type Props = {
  site: Pick<Site, 'phone'>
  language: Language
  errors?: FormErrors
  problem?: Problem | null
}

/**
 * What kept a question from being sent, first thing in the main text (the pattern of GOV.UK). The form is posted to an
 * address that ends in `#problem`, so that a browser leads its reader here without a script. Without a problem its place
 * is there all the same, empty: `enhance.js` puts the next one there.
 */
export function ProblemSummary({site, language, errors = {}, problem = null}: Props) {
  const {enquiry} = labelsFor(language)
  const wrong = questionFields.flatMap((field) => {
    const error = errors[field]
    return error ? [{field, words: enquiry.errors[error]}] : []
  })
  if (wrong.length === 0 && problem === null) return <div data-problem="" hidden />
  return (
    <div className={page.frame} data-problem="">
      <div className={styles.problem} id={problemId} tabIndex={-1}>
        {/* Within what gets the focus, not on it: some screen readers would hear one of the two only. */}
        <div role="alert">
          <p className={styles.problemTitle}>{problem ? enquiry.notSent : enquiry.errorTitle}</p>
          {problem && (
            <p>
              {enquiry.problems[problem]}
              {site.phone !== '' && (
                <>
                  {' '}
                  {enquiry.call} <a href={phoneHref(site.phone)}>{site.phone}</a>
                </>
              )}
            </p>
          )}
          {wrong.length > 0 && (
            <ul>
              {wrong.map(({field, words}) => (
                <li key={field}>
                  <a href={`#${controlOf(field)}`}>{words}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
