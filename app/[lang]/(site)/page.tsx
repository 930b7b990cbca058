import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {HomePage} from '@/components/home/home-page'
import {JsonLd} from '@/components/json-ld'
import {WideBody} from '@/components/page/page-body'
import {ShareLinks} from '@/components/share/share-links'
import {defaultLanguage} from '@/lib/language'
import {alsoIn, homeHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {plainGraph} from '@/lib/seo/page-graph'
import {getConditions} from '@/sanity/content/conditions'
import {getSettingsElsewhere} from '@/sanity/content/elsewhere'
import {getHome} from '@/sanity/content/home'
import {getLocations} from '@/sanity/content/locations'
import {getPeople} from '@/sanity/content/people'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame} from './frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

/** Settings fall back to the default language; a home page does not, for that would be the same page at two addresses. */
async function load(params: LangParams) {
  const {language, site, time} = await requireFrame(params)
  const [home, conditions, people, locations, elsewhere] = await Promise.all([
    getHome({language}),
    getConditions({language}),
    getPeople({language}),
    getLocations({language}),
    getSettingsElsewhere({language}),
  ])
  if (language !== defaultLanguage && home?.language !== language) notFound()
  const head = alsoIn(homeHead(language, site, home), elsewhere)
  return {head, elsewhere, shown: {language, site, time, home, conditions, people, locations}}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {head, elsewhere, shown} = await load(params)
  const {site, home, conditions, people, locations} = shown
  return metadataFor(head, site, stampFor(site, home, conditions, people, locations, elsewhere))
}

export default async function Home({params}: Props) {
  const {head, shown} = await load(params)
  const {site, home, locations} = shown
  return (
    <>
      <JsonLd
        graph={plainGraph({site, head, crumbs: []}, 'WebPage', {places: locations, image: home?.image ?? null})}
      />
      <HomePage {...shown} translations={head.translations} />
      <WideBody>
        <ShareLinks site={site} head={head} />
      </WideBody>
    </>
  )
}
