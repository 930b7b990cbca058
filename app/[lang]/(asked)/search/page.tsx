import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {SearchPage} from '@/components/search/search-page'
import {labelsFor} from '@/lib/labels'
import {defaultLanguage} from '@/lib/language'
import {readPage, readQuery, resultsAtOnce} from '@/lib/search/query'
import {redFlagsIn} from '@/lib/search/red-flags'
import {unlistedMetadata} from '@/lib/seo/metadata'
import {getHome} from '@/sanity/content/home'
import {siteSearch} from '@/sanity/publishing/site-search'
import {answerFromMemory, stampFor} from '@/sanity/read'
import {type LangParams, requireFrame} from '../../(site)/frame'

// Made for each visitor and kept by nobody: what somebody searches for is theirs.
export const dynamic = 'force-dynamic'

type Props = {params: LangParams; searchParams: Promise<Record<string, unknown>>}

export async function generateMetadata({params, searchParams}: Props): Promise<Metadata> {
  answerFromMemory()
  const {language, site} = await requireFrame(params)
  const query = readQuery((await searchParams).q)
  const {title} = labelsFor(language).search
  return {
    ...unlistedMetadata(query === '' ? title : `${query} – ${title}`, site, stampFor(site)),
    // The door says so too; this holds where there is no door. No other site learns what was searched for.
    referrer: 'no-referrer',
  }
}

export default async function Search({params, searchParams}: Props) {
  answerFromMemory()
  const {language, site, today} = await requireFrame(params)
  const asked = await searchParams
  const query = readQuery(asked.q)
  const [home, found] = await Promise.all([getHome({language}), siteSearch(language)])
  // In a further language the search begins when there is something to find.
  if (language !== defaultLanguage && found?.index.size === 0) notFound()
  const from = (readPage(asked.page) - 1) * resultsAtOnce
  const answer = found?.index.search(query, {today, from, most: resultsAtOnce}) ?? null
  return (
    <SearchPage
      site={site}
      home={home}
      language={language}
      query={query}
      answer={answer}
      redFlags={redFlagsIn(query, found?.words ?? {emergency: [], crisis: []}, language)}
      most={resultsAtOnce}
    />
  )
}
