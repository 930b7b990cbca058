import type {Metadata} from 'next'
import {ContactPage} from '@/components/enquiry/contact-page'
import {env} from '@/lib/env'
import {labelsFor} from '@/lib/labels'
import {alsoIn, indexHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {getSettingsElsewhere} from '@/sanity/content/elsewhere'
import {getLocations} from '@/sanity/content/locations'
import {answerFromMemory, stampFor} from '@/sanity/read'
import {type LangParams, requireFrame, requireSome} from '../../(site)/frame'
import {formOf, unsentOf} from './form'

// Made for each visitor and kept by nobody: each view of the form is one of its own.
export const dynamic = 'force-dynamic'

type Props = {params: LangParams; searchParams: Promise<Record<string, unknown>>}

async function load(params: LangParams) {
  answerFromMemory()
  const {language, site, time, today} = await requireFrame(params)
  const [locations, elsewhere] = await Promise.all([getLocations({language}), getSettingsElsewhere({language})])
  // In a further language the clinic is reached once its settings are translated, even if its places are not.
  if (site.language !== language) requireSome(locations, language)
  return {
    language,
    site,
    time,
    today,
    locations,
    elsewhere,
    head: alsoIn(indexHead(language, 'contact', site), elsewhere),
  }
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {language, site, locations, elsewhere, head} = await load(params)
  const metadata = metadataFor(head, site, stampFor(site, locations, elsewhere))
  if (!(await unsentOf())) return metadata
  return {...metadata, title: {absolute: `${labelsFor(language).enquiry.error}${head.title} – ${site.name}`}}
}

export default async function Contact({params, searchParams}: Props) {
  const {site, time, today, locations, head} = await load(params)
  const unsent = await unsentOf()
  return (
    <ContactPage
      site={site}
      head={head}
      places={locations}
      time={time}
      today={today}
      form={await formOf(unsent, (await searchParams).from)}
      keeping={{answered: env.enquiries.keepAnsweredDays, most: env.enquiries.keepDays}}
      unsent={unsent}
    />
  )
}
