import {Hidden} from '@/components/ui/hidden'
import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {PostalAddress} from '@/sanity/content/opening'
import styles from './clinic.module.css'

type Props = {
  /** The place's name: who hears links out of context has to know which place is meant. */
  title: string
  address: PostalAddress
  geo?: {lat: number; lng: number} | null
  language: Language
}

/** A map is another site's, so nothing of it is loaded here: the reader decides to go there. */
export function MapLink({title, address, geo, language}: Props) {
  const {locations, chrome} = labelsFor(language)
  const query = [address.street, address.city, address.region, address.postalCode].filter(Boolean).join(', ')
  const href = geo
    ? `https://www.openstreetmap.org/?mlat=${geo.lat}&mlon=${geo.lng}#map=17/${geo.lat}/${geo.lng}`
    : `https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`
  return (
    <a className={styles.map} href={href} target="_blank" rel="noopener noreferrer">
      <Icon name="pin" />
      <span>
        {locations.map}
        <Hidden>
          : {title} {chrome.newTab}
        </Hidden>
      </span>
    </a>
  )
}
