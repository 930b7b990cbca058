import {Icon} from '@/components/ui/icon'
import {OutsideLink} from '@/components/ui/outside-link'
import {formatDate} from '@/lib/dates'
import {labelsFor} from '@/lib/labels'
import {type Language, langOf} from '@/lib/language'
import {anchorFor, pathFor} from '@/lib/paths'
import type {Fact} from '@/sanity/content/fact'
import {Part} from './part'
import styles from './parts.module.css'

export const factsId = 'did-you-know'

type Props = {facts: readonly Fact[]; language: Language}

/** "Did you know…": statements, each with where it comes from, or with the plain word that its source is being checked. */
export function Facts({facts, language}: Props) {
  if (facts.length === 0) return null
  const {facts: labels} = labelsFor(language)
  return (
    <Part id={factsId} title={labels.title}>
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li
            key={fact._id}
            id={anchorFor({_type: 'fact', slug: fact.slug})}
            className={fact.figure ? `${styles.fact} ${styles.withFigure}` : styles.fact}
            {...langOf(fact.language, language)}
          >
            {fact.figure && (
              <p className={styles.figure}>
                <b>{fact.figure.value}</b> {fact.figure.label}
              </p>
            )}
            <div className={styles.factText}>
              <p className={styles.statement}>{fact.statement}</p>
              {fact.detail && <p>{fact.detail}</p>}
              <Evidence fact={fact} language={language} />
              <p className={styles.small} data-screen-only="">
                <a
                  href={pathFor({_type: 'fact', slug: fact.slug, language: fact.language})}
                  aria-label={`${labels.link}: ${fact.statement}`}
                >
                  {labels.link}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** A statement never stands without one of the two, also where its source has just been unpublished. */
function Evidence({fact, language}: {fact: Fact; language: Language}) {
  const labels = labelsFor(language)
  const checking = fact.sourceState === 'checking' || fact.sources.length === 0
  const about = [
    fact.population,
    fact.year === null ? null : labels.facts.year(fact.year),
    fact.checkedOn === null ? null : labels.facts.checkedOn(formatDate(fact.checkedOn, language)),
  ].filter((part) => part !== null)
  return (
    <div className={styles.evidence}>
      {checking && (
        <p className={styles.checking}>
          <Icon name="clock" />
          {labels.facts.checking}
        </p>
      )}
      {fact.sources.map(({_id, title, publisher, url, year, language: written}) => (
        <p key={_id}>
          {labels.page.sourcesShort}:{' '}
          <span {...langOf(written, language)}>
            <OutsideLink href={url}>{title}</OutsideLink>, {publisher}
          </span>
          , {year}
        </p>
      ))}
      {about.length > 0 && <p>{about.join(' · ')}</p>}
    </div>
  )
}
