import {pathFor} from '@/lib/paths'
import type {Fact} from '@/sanity/content/fact'
import styles from './fact.module.css'

/** Facts side by side, each with its figure and where it comes from; the statement leads to the fact's own page. */
export const FactCards = ({facts}: {facts: readonly Fact[]}) => (
  <ul className={styles.cards}>
    {facts.map(({_id, slug, language, statement, figure, sources}) => (
      <li key={_id} className={styles.card}>
        {figure && (
          <p className={styles.figure}>
            <b>{figure.value}</b> {figure.label}
          </p>
        )}
        <h2>
          <a href={pathFor({_type: 'fact', slug, language})}>{statement}</a>
        </h2>
        <p className={styles.source}>{sources.map(({publisher, year}) => `${publisher}, ${year}`).join('; ')}</p>
      </li>
    ))}
  </ul>
)
