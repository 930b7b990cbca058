import {ButtonLink} from '@/components/ui/button-link'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {phoneHref} from '@/lib/phone'
import {safeHref} from '@/lib/safe-href'
import type {Site} from '@/sanity/content/site'
import styles from './clinic.module.css'

/** The ways to reach the clinic besides its form, below a heading of the page. */
export function ContactWays({site, language}: {site: Site; language: Language}) {
  const {contact, chrome} = labelsFor(language)
  const booking = safeHref(site.bookingUrl)
  const portal = safeHref(site.portalUrl)
  return (
    <div className={styles.ways}>
      <section className={styles.placeText}>
        <h3>{contact.phone}</h3>
        <ButtonLink href={phoneHref(site.phone)} icon="phone">
          {chrome.callNumber(site.phone)}
        </ButtonLink>
      </section>
      {(booking || portal) && (
        <section className={styles.placeText}>
          <h3>{contact.online}</h3>
          {booking && (
            <ButtonLink href={booking} icon="calendar" quiet>
              {chrome.book}
            </ButtonLink>
          )}
          {portal && (
            <ButtonLink href={portal} quiet>
              {chrome.portal}
            </ButtonLink>
          )}
        </section>
      )}
      {site.email && (
        <section className={styles.placeText}>
          <h3>{contact.email}</h3>
          <p>
            <a href={`mailto:${site.email}`}>{site.email}</a>
          </p>
          <p className={styles.quiet}>{contact.emailNote}</p>
        </section>
      )}
    </div>
  )
}
