import {ButtonLink} from '@/components/ui/button-link'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {phoneHref} from '@/lib/phone'
import type {Location} from '@/sanity/content/location'
import styles from './clinic.module.css'
import {MapLink} from './map-link'
import {PostalAddress} from './postal-address'

/** Where a place is and how to call it, at the top of its page. */
export function Reach({place, language}: {place: Location; language: Language}) {
  const {chrome, locations} = labelsFor(language)
  return (
    <div className={styles.placeText}>
      <PostalAddress address={place.address} />
      <MapLink title={place.title} address={place.address} geo={place.geo} language={language} />
      <ButtonLink href={phoneHref(place.phone)} icon="phone">
        {chrome.callNumber(place.phone)}
      </ButtonLink>
      {place.fax && (
        <p>
          {locations.fax}: {place.fax}
        </p>
      )}
    </div>
  )
}
