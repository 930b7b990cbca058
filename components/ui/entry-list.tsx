import {type Language, langOf} from '@/lib/language'
import {firstSentence} from '@/lib/sentence'
import type {Link} from '@/sanity/content/link'
import {PageLink} from './page-link'
import styles from './ui.module.css'

/** `meta` is a word or two of ours about it, in the page's language. */
export type Entry = Link & Readonly<{summary: string; meta?: string | null}>

type Props = {entries: readonly Entry[]; language: Language}

/** Links to other documents of ours, each with a sentence that says whether it is worth following. */
export const EntryList = ({entries, language}: Props) => (
  <ul className={`${styles.plain} ${styles.entries}`}>
    {entries.map((entry) => (
      <li key={entry._id}>
        <h3>
          <PageLink link={entry} language={language} />
        </h3>
        {entry.meta && <p className={styles.meta}>{entry.meta}</p>}
        <p className={styles.text} {...langOf(entry.language, language)}>
          {firstSentence(entry.summary, entry.language)}
        </p>
      </li>
    ))}
  </ul>
)
