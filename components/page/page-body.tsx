import type {ReactNode} from 'react'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import styles from './page.module.css'

export type ContentsEntry = Readonly<{id: string; label: string}>

type Props = {
  language: Language
  /** What may not wait: urgent help, or the answers in short. */
  first?: ReactNode
  /** The places on the page that a reader may want to go to at once. */
  contents?: readonly ContentsEntry[]
  /** How to go on from here (a question, sharing): after the text, or beside it where there is room. */
  aside: ReactNode
  /** What comes last: where the text is from, and who stands behind it. */
  closing?: ReactNode
  children: ReactNode
}

/** The text of a page in a readable measure, with links to its parts where it has many. */
export const PageBody = ({language, first, contents = [], aside, closing, children}: Props) => (
  <div className={`${styles.frame} ${styles.body} ${styles.withAside}`}>
    {first && <div className={`${styles.text} ${styles.first}`}>{first}</div>}
    {contents.length > 0 && (
      <nav className={styles.contents} aria-labelledby="on-this-page">
        <h2 id="on-this-page">{labelsFor(language).page.onThisPage}</h2>
        <ul>
          {contents.map(({id, label}) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
    )}
    <div className={`${styles.text} ${styles.main}`}>{children}</div>
    <div className={styles.aside}>{aside}</div>
    {closing && <div className={`${styles.text} ${styles.closing}`}>{closing}</div>}
  </div>
)

/** The same without a limit to the measure, for cards and lists. */
export const WideBody = ({children}: {children: ReactNode}) => (
  <div className={`${styles.frame} ${styles.body}`}>
    <div className={styles.wide}>{children}</div>
  </div>
)
