import type {ProseContext} from '@/components/blocks'
import {Prose} from '@/components/prose'
import {OutsideLink} from '@/components/ui/outside-link'
import {labelsFor} from '@/lib/labels'
import {langOf} from '@/lib/language'
import {anchorFor, pathFor} from '@/lib/paths'
import type {Faq} from '@/sanity/content/faq'
import {Part} from './part'
import styles from './parts.module.css'

export const faqsId = 'questions'

/** Up to this many answers are shown at once: hiding three answers only costs clicks. */
const openUpTo = 3

/**
 * Questions with their answers; all answers are in the page and open in print. Each has a place here that can be linked
 * to, and a page of its own to hand on.
 */
export function Faqs({faqs, context}: {faqs: readonly Faq[]; context: ProseContext}) {
  if (faqs.length === 0) return null
  const labels = labelsFor(context.language)
  return (
    <Part id={faqsId} title={labels.faqs.title}>
      <div className={styles.questions}>
        {faqs.map(({_id, slug, language, question, answer, sources}) => {
          const id = anchorFor({_type: 'faq', slug})
          return (
            <details key={_id} id={id} open={faqs.length <= openUpTo} {...langOf(language, context.language)}>
              <summary>
                <h3>{question}</h3>
              </summary>
              <div className={styles.answer}>
                <Prose value={answer} context={context} />
                {sources.length > 0 && (
                  <p className={styles.small}>
                    {labels.page.sourcesShort}:{' '}
                    {sources.map((source, index) => (
                      <span key={source._id}>
                        {index > 0 && '; '}
                        <span {...langOf(source.language, context.language)}>
                          <OutsideLink href={source.url}>{source.title}</OutsideLink>, {source.publisher}
                        </span>
                      </span>
                    ))}
                  </p>
                )}
                <p className={styles.small} data-screen-only="">
                  <a href={pathFor({_type: 'faq', slug, language})} aria-label={`${labels.faqs.link}: ${question}`}>
                    {labels.faqs.link}
                  </a>
                </p>
              </div>
            </details>
          )
        })}
      </div>
    </Part>
  )
}
