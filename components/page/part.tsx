import type {ReactNode} from 'react'
import styles from './page.module.css'

type Props = {
  /** Where links lead; also the heading's own `id`. */
  id?: string
  title: string
  /** Something at the end of the heading's line, such as a link to everything. */
  more?: ReactNode
  children: ReactNode
}

/** One part of a page under a heading of its own. */
export const Part = ({id, title, more, children}: Props) => (
  <section className={styles.section}>
    {more ? (
      <div className={styles.titleRow}>
        <h2 id={id}>{title}</h2>
        {more}
      </div>
    ) : (
      <h2 id={id}>{title}</h2>
    )}
    {children}
  </section>
)
