import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'
import {safeHref} from '@/lib/safe-href'
import type {Site} from '@/sanity/content/site'
import styles from './call-bar.module.css'

/**
 * On a phone, a way to call that is always within reach of the thumb. It is the last thing in the page and stands at the
 * lower edge of the window, with room of its own at the end, so it hides nothing there; what gets the focus scrolls clear
 * of it (`scroll-padding` in base.css). Decision 0007.
 */
export function CallBar({site, language}: {site: Site; language: Language}) {
  const {chrome} = labelsFor(language)
  if (site.phone === '') return null
  const [before, after] = chrome.callNumber('\n').split('\n')
  const booking = safeHref(site.bookingUrl)
  return (
    <div className={styles.room}>
      <nav className={styles.bar} aria-label={chrome.reach}>
        <a className={styles.call} href={phoneHref(site.phone)}>
          <Icon name="phone" />
          <span>
            {before}
            <span className={styles.number}>{site.phone}</span>
            {after}
          </span>
        </a>
        {booking ? (
          <a href={booking}>{chrome.bookShort}</a>
        ) : (
          <a href={pathIn(language, '/contact')}>{chrome.askShort}</a>
        )}
      </nav>
    </div>
  )
}
