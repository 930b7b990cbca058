import type {Metadata} from 'next'
import {ContactWays} from '@/components/clinic/contact-ways'
import {Place} from '@/components/clinic/place'
import {Part} from '@/components/page'
import {IndexPage} from '@/components/page/index-page'
import {labelsFor} from '@/lib/labels'
import {alsoIn, indexHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {getSettingsElsewhere} from '@/sanity/content/elsewhere'
import {getLocations} from '@/sanity/content/locations'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame, requireSome} from '../frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

async function load(params: LangParams) {
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
  const {site, locations, elsewhere, head} = await load(params)
  return metadataFor(head, site, stampFor(site, locations, elsewhere))
}

export default async function ContactPage({params}: Props) {
  const {language, site, time, today, locations, head} = await load(params)
  return (
    <IndexPage site={site} head={head} places={locations} today={today}>
      <ContactWays site={site} language={language} />
      {locations.length > 0 && (
        <Part id="visit" title={labelsFor(language).contact.visit}>
          {locations.map((place) => (
            <Place key={place._id} place={place} language={language} time={time} level={3} />
          ))}
        </Part>
      )}
    </IndexPage>
  )
}
