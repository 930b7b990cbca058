import type {ReactNode} from 'react'
import {CallOrBook} from '@/components/clinic/call-or-book'
import {Above} from '@/components/page/above'
import {HeadPicture} from '@/components/page/head-picture'
import {SampleNote} from '@/components/page/sample-note'
import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Head} from '@/lib/seo/head'
import type {Home} from '@/sanity/content/home'
import type {Site} from '@/sanity/content/site'
import styles from './home.module.css'

type Props = {
  site: Site
  home: Home
  translations?: Head['translations']
  /** Does any of the clinic's places take new patients? */
  welcoming: boolean
  language: Language
  /** Where it hurts: on a phone right below the first words, ahead of the picture. */
  children: ReactNode
}

/** The first ten seconds: this is the right place, this is what to do now. */
export function HomeHead({site, home, translations = [], welcoming, language, children}: Props) {
  const {home: words} = labelsFor(language)
  return (
    <div className={styles.head}>
      <div className={home.image ? `${styles.grid} ${styles.withPicture}` : styles.grid}>
        <header className={styles.hello}>
          {home.sample && <SampleNote language={language} />}
          <Above language={language} translations={translations} />
          <h1>{home.heading}</h1>
          {home.intro && (
            <p className={styles.intro} id="summary">
              {home.intro}
            </p>
          )}
          <div className={styles.actions}>
            <CallOrBook site={site} language={language} />
          </div>
          {welcoming && (
            <p className={styles.welcome}>
              <Icon name="check" />
              {words.newPatients}
            </p>
          )}
        </header>
        {children}
        {home.image && (
          <HeadPicture
            picture={home.image}
            sizes="(min-width: 60rem) 31rem, 92vw"
            language={language}
            className={styles.picture}
          />
        )}
      </div>
    </div>
  )
}
