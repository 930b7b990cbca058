import type {ReactNode} from 'react'
import {Hidden} from '@/components/ui/hidden'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {ConditionListItem} from '@/sanity/content/conditions'
import {BodyMap} from './body-map'
import styles from './body-map.module.css'
import {choicesFor} from './regions'

type Props = {
  conditions: readonly ConditionListItem[]
  language: Language
  /** Further ways to find a condition, below the list. */
  children?: ReactNode
}

/**
 * The way into the conditions for somebody who knows where it hurts and not what it is called: the same choice on a
 * drawing of the body and as a list, in the same words and order. Nothing where no condition is published.
 */
export function WhereItHurts({conditions, language, children}: Props) {
  const labels = labelsFor(language).bodyMap
  const choices = choicesFor(conditions, language)
  if (choices.length === 0) return null
  return (
    <section className={styles.panel} aria-labelledby="where-it-hurts">
      <div className={styles.title}>
        <h2 id="where-it-hurts">{labels.title}</h2>
        <p>{labels.text}</p>
        <a className={styles.toList} href="#body-list">
          {labels.toList}
        </a>
      </div>
      <BodyMap choices={choices} language={language} />
      <nav id="body-list" aria-label={labels.inList}>
        <ul className={styles.list}>
          {choices.map(({region, name, count, href}) => (
            <li key={region}>
              <a href={href}>
                <span>
                  {name}
                  <Hidden>: </Hidden>
                </span>
                <small>{count}</small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children && <div className={styles.further}>{children}</div>}
    </section>
  )
}
