import {ButtonLink} from '@/components/ui/button-link'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'
import type {Site} from '@/sanity/content/site'
import styles from './parts.module.css'

/** How to reach the clinic, in the same words and place on every page, and what not to use it for. */
export function HaveAQuestion({site, language}: {site: Site; language: Language}) {
  const {question, chrome} = labelsFor(language)
  return (
    <section className={styles.panel}>
      <h2 id="have-a-question">{question.title}</h2>
      <p>{question.text}</p>
      <div className={styles.actions}>
        <ButtonLink href={phoneHref(site.phone)} icon="phone">
          {chrome.callNumber(site.phone)}
        </ButtonLink>
        <ButtonLink href={pathIn(language, '/contact')} quiet>
          {question.contact}
        </ButtonLink>
      </div>
      <p className={styles.small}>
        {question.emergency} {site.emergencyText}
      </p>
    </section>
  )
}
