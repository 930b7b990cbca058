import {ButtonLink} from '@/components/ui/button-link'
import {formAddress} from '@/lib/enquiries/asked-from'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'
import type {Site} from '@/sanity/content/site'
import styles from './parts.module.css'

type Props = {
  site: Site
  language: Language
  /** The path of the page, which the question is about. */
  from?: string | null
}

/** How to ask the clinic, in the same words and place on every page, and what not to use it for. */
export function HaveAQuestion({site, language, from = null}: Props) {
  const {question, chrome} = labelsFor(language)
  return (
    <section className={styles.panel}>
      <h2 id="have-a-question">{question.title}</h2>
      <p>{question.text}</p>
      <div className={styles.actions}>
        <ButtonLink href={phoneHref(site.phone)} icon="phone">
          {chrome.callNumber(site.phone)}
        </ButtonLink>
        <ButtonLink href={formAddress(pathIn(language, '/contact'), from)} quiet>
          {question.ask}
        </ButtonLink>
      </div>
      <p className={styles.small}>
        {question.emergency} {site.emergencyText}
      </p>
    </section>
  )
}
