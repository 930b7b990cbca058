import type {Language} from '@/lib/language'
import type {Link} from '@/sanity/content/link'
import {PageLink} from './page-link'
import styles from './ui.module.css'

/** Links to other documents of ours, side by side where there is room. `language` is the page's. */
export const LinkList = ({links, language}: {links: readonly Link[]; language: Language}) => (
  <ul className={`${styles.plain} ${styles.links}`}>
    {links.map((link) => (
      <li key={link._id}>
        <PageLink link={link} language={language} />
      </li>
    ))}
  </ul>
)
