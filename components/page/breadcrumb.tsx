import type {Crumb} from '@/lib/breadcrumb'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import styles from './page.module.css'

/** The way from the home page to this one. The last step is where the reader is, so it is no link. */
export function Breadcrumb({crumbs, language}: {crumbs: readonly Crumb[]; language: Language}) {
  const here = crumbs.at(-1)
  return (
    <nav className={styles.trail} aria-label={labelsFor(language).chrome.breadcrumb}>
      <ol>
        {crumbs.map(({label, path}) => (
          <li key={path}>
            {path === here?.path ? <span aria-current="page">{label}</span> : <a href={path}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
