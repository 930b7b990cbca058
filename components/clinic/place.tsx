import type {ClinicTime} from '@/lib/clinic-time'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathFor} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'
import type {LocationListItem} from '@/sanity/content/locations'
import styles from './clinic.module.css'
import {MapLink} from './map-link'
import {OpeningHours} from './opening-hours'
import {PostalAddress} from './postal-address'
import {TodayHours} from './today-hours'

type Props = {place: LocationListItem; language: Language; time: ClinicTime; level?: 2 | 3}

/** One of the clinic's places with all that a visitor needs to find it open. */
export function Place({place, language, time, level = 2}: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const {locations} = labelsFor(language)
  return (
    <section className={styles.place}>
      <div className={styles.placeText}>
        <Heading>
          <a href={pathFor({_type: 'location', slug: place.slug, language: place.language})}>{place.title}</a>
        </Heading>
        <PostalAddress address={place.address} />
        <MapLink title={place.title} address={place.address} language={language} />
        <p>
          {locations.phone}: <a href={phoneHref(place.phone)}>{place.phone}</a>
        </p>
        {place.fax && (
          <p>
            {locations.fax}: {place.fax}
          </p>
        )}
      </div>
      <div className={styles.placeText}>
        <TodayHours place={place} time={time} language={language} />
        <OpeningHours place={place} language={language} time={time} />
      </div>
    </section>
  )
}
