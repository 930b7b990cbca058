import {Icon} from '@/components/ui/icon'
import type {Crumb} from '@/lib/breadcrumb'
import type {FactStanding} from '@/lib/fact-standing'
import {labelsFor} from '@/lib/labels'
import type {Head} from '@/lib/seo/head'
import type {Fact} from '@/sanity/content/fact'
import {Above} from './above'
import styles from './fact.module.css'
import {Handout} from './handout'
import {LagNote} from './lag-note'
import page from './page.module.css'
import {SampleNote} from './sample-note'

type Props = {
  head: Pick<Head, 'language' | 'sample' | 'figure' | 'path' | 'translations'>
  fact: Pick<Fact, 'statement' | 'detail'> & {lagsBehind?: boolean}
  standing: FactStanding
  crumbs: readonly Crumb[]
}

/** More letters than this need smaller type: "15 to 30 in 100". */
const shortFigure = 8

/** The beginning of a fact's page: its figure drawn large, and the statement as the title. */
export function FactHead({head: {language, sample, figure, path, translations = []}, fact, standing, crumbs}: Props) {
  const labels = labelsFor(language).facts
  return (
    <header className={page.head}>
      <div className={page.frame}>
        {sample && <SampleNote language={language} />}
        <Above language={language} crumbs={crumbs} translations={translations} />
        <div className={figure ? `${styles.opening} ${styles.withFigure}` : styles.opening}>
          {figure && (
            <p className={figure.value.length > shortFigure ? `${styles.large} ${styles.long}` : styles.large}>
              <b>{figure.value}</b> <span>{figure.label}</span>
            </p>
          )}
          <div className={page.headText}>
            <p className={page.eyebrow}>{labels.title}</p>
            <h1 className={styles.statement}>{fact.statement}</h1>
            {fact.detail && (
              <p className={page.summary} id="summary">
                {fact.detail}
              </p>
            )}
            {fact.lagsBehind && <LagNote translations={translations} language={language} />}
            {standing !== 'sourced' && (
              <p className={styles.caution}>
                <Icon name="clock" />
                <span>
                  <strong>{labels[standing]}.</strong> {labels[`${standing}Text`]}
                </span>
              </p>
            )}
          </div>
          <Handout path={path} language={language} />
        </div>
      </div>
    </header>
  )
}
