import {SearchForm} from '@/components/search/search-form'
import {Icon} from '@/components/ui/icon'
import {Picture} from '@/components/ui/picture'
import {logoPlates} from '@/lib/brand'
import {labelsFor} from '@/lib/labels'
import {type Language, langOf} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'
import {safeHref} from '@/lib/safe-href'
import type {Site} from '@/sanity/content/site'
import styles from './chrome.module.css'
import {MenuLinks} from './menu-links'

/** Decoration beside the name. One that could hardly be seen on the page stands on a plate. */
function Logo({site: {logo, logoDark, logoTone}}: {site: Site}) {
  if (!logo) return null
  const plates = logoPlates(logoTone)
  const classes = [styles.logo, plates.light && styles.plateOnLight, plates.dark && !logoDark && styles.plateOnDark]
  return (
    <Picture
      picture={{...logo, alt: ''}}
      dark={logoDark}
      sizes="3rem"
      className={classes.filter(Boolean).join(' ')}
      eager
    />
  )
}

/** The clinic's name, its menu, and always the same way to reach it. */
export function SiteHeader({site, language}: {site: Site; language: Language}) {
  const {chrome, search} = labelsFor(language)
  const booking = safeHref(site.bookingUrl)
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <a className={styles.brand} href={pathIn(language, '/')}>
          <Logo site={site} />
          <span>{site.name}</span>
        </a>
        <div className={styles.reach}>
          <a className={styles.searchLink} href={pathIn(language, '/search')}>
            <Icon name="search" />
            <span>{search.title}</span>
          </a>
          {site.phone !== '' && (
            <a className={styles.call} href={phoneHref(site.phone)}>
              <Icon name="phone" />
              <span className={styles.number}>{site.phone}</span> <span className={styles.callWord}>{chrome.call}</span>
            </a>
          )}
          {booking && (
            <a className={styles.book} href={booking}>
              {chrome.book}
            </a>
          )}
        </div>
        {site.headerMenu.length > 0 && (
          <nav className={styles.menu} aria-label={chrome.mainMenu}>
            <ul {...langOf(site.language, language)}>
              <MenuLinks items={site.headerMenu} language={language} />
            </ul>
          </nav>
        )}
        <div className={styles.searchForm}>
          <SearchForm language={language} id="site-search" compact />
        </div>
      </div>
    </header>
  )
}
