import {textItems} from '@/components/ui/text-items'
import type {PostalAddress as Address} from '@/sanity/content/opening'
import styles from './clinic.module.css'

/** An address as it stands on an envelope; parts that were left out leave no gap. */
export function PostalAddress({address}: {address: Address}) {
  const town = [address.city, [address.region, address.postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return (
    <address className={styles.address}>
      {textItems([address.street, town].filter(Boolean)).map(({key, text}) => (
        <span key={key}>{text}</span>
      ))}
    </address>
  )
}
