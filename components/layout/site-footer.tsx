import {labelsFor} from '@/lib/labels'
import {type Language, langOf} from '@/lib/language'
import {phoneHref} from '@/lib/phone'
import {safeHref} from '@/lib/safe-href'
import type {Site} from '@/sanity/content/site'
import styles from './chrome.module.css'
import {LegalLinks} from './legal-links'
import {MenuLinks} from './menu-links'

/** What to do in an emergency, how to reach the clinic, and everything else that every page must offer. */
export function SiteFooter({site, language}: {site: Site; language: Language}) {
  const {chrome} = labelsFor(language)
  const portal = safeHref(site.portalUrl)
  // Settings that are not translated are those of the default language.
  const lang = langOf(site.language, language)
  return (
    <footer className={styles.footer}>
      <div className={styles.footerGrid}>
        <div className={styles.footerPart}>
          <p className={styles.footerName}>{site.name}</p>
          {site.tagline && <p {...lang}>{site.tagline}</p>}
          {site.phone !== '' && (
            <p>
              <a href={phoneHref(site.phone)}>{site.phone}</a>
            </p>
          )}
          {site.email && (
            <p>
              <a href={`mailto:${site.email}`}>{site.email}</a>
            </p>
          )}
          {portal && (
            <p>
              <a href={portal}>{chrome.portal}</a>
            </p>
          )}
        </div>
        {site.footerMenu.length > 0 && (
          <nav className={styles.footerPart} aria-label={chrome.footerMenu}>
            <ul className={styles.footerMenu} {...lang}>
              <MenuLinks items={site.footerMenu} language={language} />
            </ul>
          </nav>
        )}
        <LegalLinks notices={site.legalNotices} language={language} />
        <div className={styles.footerPart}>
          <p className={styles.footerName}>{chrome.emergency}</p>
          <p {...lang}>{site.emergencyText}</p>
        </div>
      </div>
      {site.legalNote && (
        <p className={styles.legal} {...lang}>
          {site.legalNote}
        </p>
      )}
    </footer>
  )
}
