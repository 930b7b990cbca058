import type {ClinicTime} from '@/lib/clinic-time'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathFor} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'
import type {LocationListItem} from '@/sanity/content/locations'
import styles from './clinic.module.css'
import {PostalAddress} from './postal-address'
import {TodayHours} from './today-hours'

type Props = {places: readonly LocationListItem[]; time: ClinicTime; language: Language}

/** The clinic's places side by side: where they are, whether they are open, how to call them. Their pages have the rest. */
export function PlaceCards({places, time, language}: Props) {
  const {locations} = labelsFor(language)
  return (
    <div className={styles.placeCards}>
      {places.map((place) => (
        <section key={place._id} className={`${styles.place} ${styles.placeText}`}>
          <h3>
            <a href={pathFor({_type: 'location', slug: place.slug, language: place.language})}>{place.title}</a>
          </h3>
          <PostalAddress address={place.address} />
          <TodayHours place={place} time={time} language={language} />
          <p>
            {locations.phone}: <a href={phoneHref(place.phone)}>{place.phone}</a>
          </p>
        </section>
      ))}
    </div>
  )
}
