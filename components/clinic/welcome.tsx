import {ButtonLink} from '@/components/ui/button-link'
import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {phoneHref} from '@/lib/phone'
import {safeHref} from '@/lib/safe-href'
import type {Site} from '@/sanity/content/site'
import styles from './clinic.module.css'

type Props = {site: Pick<Site, 'phone' | 'bookingUrl'>; language: Language; newPatients: boolean}

/** Whether a new patient can come to this person, and how to get an appointment. */
export function Welcome({site, language, newPatients}: Props) {
  const {chrome, people} = labelsFor(language)
  const booking = safeHref(site.bookingUrl)
  return (
    <>
      <p className={newPatients ? styles.open : styles.notOpen}>
        <Icon name={newPatients ? 'check' : 'info'} />
        {newPatients ? people.newPatients : people.noNewPatients}
      </p>
      <ButtonLink href={phoneHref(site.phone)} icon="phone">
        {chrome.callNumber(site.phone)}
      </ButtonLink>
      {booking && (
        <ButtonLink href={booking} icon="calendar" quiet>
          {chrome.book}
        </ButtonLink>
      )}
    </>
  )
}
