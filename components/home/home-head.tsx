import type {ReactNode} from 'react'
import {Above} from '@/components/page/above'
import {SampleNote} from '@/components/page/sample-note'
import {ButtonLink} from '@/components/ui/button-link'
import {Icon} from '@/components/ui/icon'
import {Picture} from '@/components/ui/picture'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {phoneHref} from '@/lib/phone'
import {safeHref} from '@/lib/safe-href'
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
  const {chrome, page, home: words} = labelsFor(language)
  const booking = safeHref(site.bookingUrl)
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
            <ButtonLink href={phoneHref(site.phone)} icon="phone">
              {chrome.callNumber(site.phone)}
            </ButtonLink>
            {booking && (
              <ButtonLink href={booking} icon="calendar" quiet>
                {chrome.book}
              </ButtonLink>
            )}
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
          <figure className={styles.picture}>
            <Picture picture={home.image} shape="4x3" sizes="(min-width: 60rem) 31rem, 92vw" eager />
            {(home.image.caption || home.image.credit) && (
              <figcaption>
                {[home.image.caption, home.image.credit && page.photo(home.image.credit)].filter(Boolean).join(' ')}
              </figcaption>
            )}
          </figure>
        )}
      </div>
    </div>
  )
}
