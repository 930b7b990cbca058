/** `GET /api/suggest?q=&lang=`: up to eight pages that may be meant by what is typed so far. Kept by nobody. */
import {fallbackTimeZone, todayAt} from '@/lib/clinic-time'
import {labelsFor} from '@/lib/labels'
import {defaultLanguage, isLanguage} from '@/lib/language'
import {readQuery} from '@/lib/search/query'
import {siteContract} from '@/sanity/content/site'
import {siteSearch} from '@/sanity/publishing/site-search'
import {recall} from '@/sanity/read'

export const dynamic = 'force-dynamic'

const most = 8

export async function GET(request: Request): Promise<Response> {
  const {searchParams} = new URL(request.url)
  const asked = searchParams.get('lang')
  const language = isLanguage(asked) ? asked : defaultLanguage
  const {kinds} = labelsFor(language)
  try {
    const [found, site] = await Promise.all([siteSearch(language), recall(siteContract, {language})])
    const today = todayAt({at: Date.now(), timeZone: site.value?.timeZone ?? fallbackTimeZone})
    const pages = found?.index.suggest(readQuery(searchParams.get('q')), {today, most}) ?? []
    return answer(pages.map(({title, path, kind}) => ({title, path, kind: kinds[kind]})))
  } catch {
    // Nobody waits for a suggestion: where there is none to be had, there is none.
    return answer([])
  }
}

const answer = (suggestions: readonly {title: string; path: string; kind: string}[]): Response =>
  Response.json(suggestions, {headers: {'cache-control': 'no-store', 'referrer-policy': 'no-referrer'}})
