import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {HomePage} from '@/components/home/home-page'
import {JsonLd} from '@/components/json-ld'
import {ShareLinks, WideBody} from '@/components/page'
import {defaultLanguage} from '@/lib/language'
import {alsoIn, homeHead} from '@/lib/seo/head'
import {metadataFor} from '@/lib/seo/metadata'
import {plainGraph} from '@/lib/seo/page-graph'
import {getSettingsElsewhere} from '@/sanity/content/elsewhere'
import {getHome} from '@/sanity/content/home'
import {getLocations} from '@/sanity/content/locations'
import {stampFor} from '@/sanity/read'
import {type LangParams, requireFrame} from './frame'

export const revalidate = 300
export const generateStaticParams = () => []

type Props = {params: LangParams}

/** Settings fall back to the default language; a home page does not, for that would be the same page at two addresses. */
async function load(params: LangParams) {
  const {language, site, time} = await requireFrame(params)
  const [home, locations, elsewhere] = await Promise.all([
    getHome({language}),
    getLocations({language}),
    getSettingsElsewhere({language}),
  ])
  if (language !== defaultLanguage && home?.language !== language) notFound()
  return {language, site, time, home, locations, elsewhere, head: alsoIn(homeHead(language, site, home), elsewhere)}
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const {site, home, locations, elsewhere, head} = await load(params)
  return metadataFor(head, site, stampFor(site, home, locations, elsewhere))
}

export default async function Home({params}: Props) {
  const {language, site, time, home, locations, head} = await load(params)
  return (
    <>
      <JsonLd
        graph={plainGraph({site, head, crumbs: []}, 'WebPage', {places: locations, image: home?.image ?? null})}
      />
      <HomePage
        site={site}
        translations={head.translations}
        home={home}
        locations={locations}
        time={time}
        language={language}
      />
      <WideBody>
        <ShareLinks site={site} head={head} />
      </WideBody>
    </>
  )
}
