import type {ComponentProps} from 'react'
import {Place} from '@/components/clinic/place'
import {Part} from '@/components/page'
import {IndexPage} from '@/components/page/index-page'
import type {ClinicTime} from '@/lib/clinic-time'
import type {Unsent} from '@/lib/enquiries/unsent'
import {labelsFor} from '@/lib/labels'
import type {Head} from '@/lib/seo/head'
import type {LocationListItem} from '@/sanity/content/locations'
import type {Site} from '@/sanity/content/site'
import {Ask} from './ask'
import {ProblemSummary} from './problem-summary'

type Props = Pick<ComponentProps<typeof Ask>, 'form' | 'keeping'> & {
  site: Site
  head: Head
  places: readonly LocationListItem[]
  time: ClinicTime
  /** The date at the clinic. */
  today: string
  /** A question that could not be taken; null for everybody who comes to ask one. */
  unsent: Unsent | null
}

/** Asking, calling, visiting; and first of all, where a question could not be taken, why. */
export function ContactPage({site, head, places, time, today, form, keeping, unsent}: Props) {
  const {language} = head
  return (
    <IndexPage
      site={site}
      head={head}
      places={places}
      today={today}
      above={<ProblemSummary site={site} language={language} errors={unsent?.errors} problem={unsent?.problem} />}
    >
      <Ask site={site} language={language} form={form} keeping={keeping} />
      {places.length > 0 && (
        <Part id="visit" title={labelsFor(language).contact.visit}>
          {places.map((place) => (
            <Place key={place._id} place={place} language={language} time={time} level={3} />
          ))}
        </Part>
      )}
    </IndexPage>
  )
}
