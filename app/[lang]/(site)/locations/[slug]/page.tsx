import type {Metadata} from 'next'
import {arrivalDetails, visitDetails} from '@/components/clinic/location-details'
import {OpeningHours} from '@/components/clinic/opening-hours'
import {Reach} from '@/components/clinic/reach'
import {TodayHours} from '@/components/clinic/today-hours'
import {JsonLd} from '@/components/json-ld'
import * as Page from '@/components/page'
import {crumbsFor} from '@/lib/breadcrumb'
import {labelsFor} from '@/lib/labels'
import {pathFor} from '@/lib/paths'
import {locationHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {locationGraph} from '@/lib/seo/page-graph'
import {changedAt} from '@/sanity/changes'
import {getLocation} from '@/sanity/content/location'
import {stampFor} from '@/sanity/read'
import {requireSlugFrame, type SlugParams} from '../../frame'
import {missingPage} from '../../missing-page'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: SlugParams}

async function load(params: SlugParams) {
  const {language, site, time, today, slug} = await requireSlugFrame(params)
  const place =
    (await getLocation({language, slug})) ?? (await missingPage(pathFor({_type: 'location', language, slug})))
  return {language, site, time, today, place, head: locationHead(place)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, place, head} = await load(params)
  return metadataFor(head, site, stampFor(site, place))
}

export default async function LocationPage({params}: Props) {
  const {language, site, time, today, place, head} = await load(params)
  const labels = labelsFor(language).locations
  const crumbs = crumbsFor(language, 'locations', head)
  const modified = await changedAt(place)
  return (
    <article>
      <JsonLd graph={locationGraph({site, head, crumbs, modified}, place, today)} />
      <Page.PageHead head={head} crumbs={crumbs} about={{image: place.image, lagsBehind: place.lagsBehind}}>
        <Reach place={place} language={language} />
      </Page.PageHead>
      <Page.PageBody language={language} aside={<Page.GoOn site={site} head={head} />}>
        <Page.Part id="hours" title={labels.hours}>
          <TodayHours place={place} time={time} language={language} />
          <OpeningHours place={place} language={language} time={time} titled />
        </Page.Part>
        <Page.DetailsPart id="getting-here" title={labels.gettingHere} details={arrivalDetails(place, language)} />
        <Page.DetailsPart id="before-you-come" title={labels.beforeYouCome} details={visitDetails(place, language)} />
        <Page.PeoplePart title={labels.people} people={place.people} language={language} />
      </Page.PageBody>
    </article>
  )
}
