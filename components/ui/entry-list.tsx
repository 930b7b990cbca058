import {pathFor} from '@/lib/paths'
import {firstSentence} from '@/lib/sentence'
import type {Link} from '@/sanity/content/link'
import styles from './ui.module.css'

export type Entry = Link & Readonly<{summary: string; meta?: string | null}>

/** Links to other documents of ours, each with a sentence that says whether it is worth following. */
export const EntryList = ({entries}: {entries: readonly Entry[]}) => (
  <ul className={`${styles.plain} ${styles.entries}`}>
    {entries.map((entry) => (
      <li key={entry._id}>
        <h3>
          <a href={pathFor(entry)}>{entry.title}</a>
        </h3>
        {entry.meta && <p className={styles.meta}>{entry.meta}</p>}
        <p className={styles.text}>{firstSentence(entry.summary, entry.language)}</p>
      </li>
    ))}
  </ul>
)
