import {excerpt} from '@/lib/seo/excerpt'
import type {Picture as PictureData} from '@/sanity/content/picture'
import {Picture} from './picture'
import styles from './ui.module.css'

export type CardItem = {
  id: string
  href: string
  title: string
  text?: string | null
  /** A word or two above the title. */
  meta?: string | null
  portrait?: PictureData | null
}

/** Titles with a sentence each, as cards. `level` is the heading level that fits where the list stands. */
export function CardList({items, level}: {items: readonly CardItem[]; level: 2 | 3}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ul className={`${styles.plain} ${styles.cards}`}>
      {items.map(({id, href, title, text, meta, portrait}) => (
        <li key={id} className={styles.card}>
          {portrait && (
            <Picture picture={{...portrait, alt: ''}} shape="1x1" sizes="6rem" className={styles.portrait} />
          )}
          {meta && <p className={styles.meta}>{meta}</p>}
          <Heading>
            <a href={href}>{title}</a>
          </Heading>
          {text && <p className={styles.text}>{excerpt(text, 150)}</p>}
        </li>
      ))}
    </ul>
  )
}
