import type {Metadata} from 'next'
import {Place} from '@/components/clinic/place'
import {IndexPage} from '@/components/page/index-page'
import {alsoIn, indexHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {getLocationsElsewhere} from '@/sanity/content/elsewhere'
import {getLocations} from '@/sanity/content/locations'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame, requireSome} from '../frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

async function load(params: LangParams) {
  const {language, site, time, today} = await requireFrame(params)
  const [all, elsewhere] = await Promise.all([getLocations({language}), getLocationsElsewhere({language})])
  const locations = requireSome(all, language)
  return {
    language,
    site,
    time,
    today,
    locations,
    elsewhere,
    head: alsoIn(indexHead(language, 'locations', site), elsewhere),
  }
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, locations, elsewhere, head} = await load(params)
  return metadataFor(head, site, stampFor(site, locations, elsewhere))
}

export default async function LocationsPage({params}: Props) {
  const {language, site, time, today, locations, head} = await load(params)
  return (
    <IndexPage site={site} head={head} places={locations} today={today} empty={locations.length === 0}>
      {locations.map((place) => (
        <Place key={place._id} place={place} language={language} time={time} />
      ))}
    </IndexPage>
  )
}
