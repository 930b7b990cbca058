import {ButtonLink} from '@/components/ui/button-link'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {phoneHref} from '@/lib/phone'
import {safeHref} from '@/lib/safe-href'
import type {Site} from '@/sanity/content/site'

type Props = {site: Pick<Site, 'phone' | 'bookingUrl'>; language: Language}

/** The way to an appointment: by phone, and online where the clinic has that. */
export function CallOrBook({site, language}: Props) {
  const {chrome} = labelsFor(language)
  const booking = safeHref(site.bookingUrl)
  return (
    <>
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
