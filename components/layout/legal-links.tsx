import {labelsFor} from '@/lib/labels'
import {type Language, langOf} from '@/lib/language'
import {pathFor} from '@/lib/paths'
import type {Link} from '@/sanity/content/link'
import styles from './chrome.module.css'

/** The notices that the law wants on every page. One that exists in another language only says so to screen readers. */
export function LegalLinks({notices, language}: {notices: readonly Link[]; language: Language}) {
  if (notices.length === 0) return null
  return (
    <nav className={styles.footerPart} aria-label={labelsFor(language).chrome.legalMenu}>
      <ul className={styles.footerMenu}>
        {notices.map((notice) => (
          <li key={notice._id}>
            <a
              href={pathFor(notice)}
              {...langOf(notice.language, language)}
              hrefLang={langOf(notice.language, language).lang}
            >
              {notice.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
