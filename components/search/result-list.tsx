import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {SearchResult} from '@/lib/search/result'
import {Pieces} from './pieces'
import styles from './results.module.css'

type Props = {
  results: readonly SearchResult[]
  language: Language
  /** How many results come before these. */
  from: number
}

/** What was found, best first: what kind of page it is, its name, the words it was found by, and where they stand. */
export function ResultList({results, language, from}: Props) {
  const labels = labelsFor(language)
  return (
    <ol className={styles.results} start={from + 1}>
      {results.map(({id, kind, path, title, alias, extract, section}) => (
        <li key={id}>
          <p className={styles.kind}>{labels.kinds[kind]}</p>
          <h3>
            <a href={path}>
              <Pieces pieces={title} />
            </a>
          </h3>
          {alias && (
            <p className={styles.alias}>
              {labels.page.alsoKnownAs}: <Pieces pieces={alias} />
            </p>
          )}
          {extract.pieces.length > 0 && (
            <p>
              {extract.cutBefore && '… '}
              <Pieces pieces={extract.pieces} />
              {extract.cutAfter && ' …'}
            </p>
          )}
          {section && (
            <p className={styles.section}>
              {labels.search.section}{' '}
              <a
                href={`${path}#${section.anchor}`}
                // Out of its place "Symptoms" says nothing: of which page?
                aria-label={`${section.heading}: ${title.map(({text}) => text).join('')}`}
              >
                {section.heading}
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
