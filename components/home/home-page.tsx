import {PlaceCards} from '@/components/clinic/place-cards'
import {HaveAQuestion, PageHead, Part, WideBody} from '@/components/page'
import {ButtonLink} from '@/components/ui/button-link'
import {CardList} from '@/components/ui/card-list'
import {conditionCards, treatmentCards} from '@/components/ui/cards'
import type {ClinicTime} from '@/lib/clinic-time'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'
import {safeHref} from '@/lib/safe-href'
import type {Head} from '@/lib/seo/head'
import type {Home} from '@/sanity/content/home'
import type {LocationListItem} from '@/sanity/content/locations'
import type {Site} from '@/sanity/content/site'

type Props = {
  site: Site
  translations?: Head['translations']
  home: Home | null
  locations: readonly LocationListItem[]
  time: ClinicTime
  language: Language
}

/** What hurts, what we do, where we are, how to reach us. Before anything is published: that it is being prepared. */
export function HomePage({site, translations, home, locations, time, language}: Props) {
  const labels = labelsFor(language)
  if (!home) {
    return (
      <PageHead head={{language, title: labels.home.empty, sample: false}} about={{summary: labels.home.emptyText}} />
    )
  }
  const booking = safeHref(site.bookingUrl)
  const all = (path: string, label: string) => <a href={pathIn(language, path)}>{label}</a>
  return (
    <>
      <PageHead
        head={{language, title: home.heading, sample: home.sample, translations}}
        about={{summary: home.intro, image: home.image}}
        eyebrow={home.heading === site.name ? null : site.name}
      >
        <ButtonLink href={phoneHref(site.phone)} icon="phone">
          {labels.chrome.callNumber(site.phone)}
        </ButtonLink>
        {booking && (
          <ButtonLink href={booking} icon="calendar" quiet>
            {labels.chrome.book}
          </ButtonLink>
        )}
      </PageHead>
      <WideBody>
        <Part id="conditions" title={labels.home.conditions} more={all('/conditions', labels.home.conditionsAll)}>
          {home.conditions.length > 0 && <CardList items={conditionCards(home.conditions)} level={3} />}
        </Part>
        <Part id="treatments" title={labels.home.treatments} more={all('/treatments', labels.home.treatmentsAll)}>
          {home.treatments.length > 0 && <CardList items={treatmentCards(home.treatments)} level={3} />}
        </Part>
        {locations.length > 0 && (
          <Part id="locations" title={labels.home.locations} more={all('/locations', labels.home.locationsAll)}>
            <PlaceCards places={locations} time={time} language={language} />
          </Part>
        )}
        <HaveAQuestion site={site} language={language} />
      </WideBody>
    </>
  )
}
