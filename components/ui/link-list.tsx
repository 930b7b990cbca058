import {pathFor} from '@/lib/paths'
import type {Link} from '@/sanity/content/link'
import styles from './ui.module.css'

/** Links to other documents of ours, side by side where there is room. */
export const LinkList = ({links}: {links: readonly Link[]}) => (
  <ul className={`${styles.plain} ${styles.links}`}>
    {links.map((link) => (
      <li key={link._id}>
        <a href={pathFor(link)}>{link.title}</a>
      </li>
    ))}
  </ul>
)
