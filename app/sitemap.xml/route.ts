import {fallbackTimeZone, todayAt} from '@/lib/clinic-time'
import {defaultLanguage} from '@/lib/language'
import {sitemapEntries, sitemapXml} from '@/lib/seo/sitemap'
import {getAddresses} from '@/sanity/content/address'
import {getSite} from '@/sanity/content/site'
import {pageChanges} from '@/sanity/publishing/page-changes'
import {isPreview} from '@/sanity/read'

// A route handler rather than `sitemap.ts`: that one is made during the build, which knows no content.
export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const [addresses, site] = await Promise.all([getAddresses({}), getSite({language: defaultLanguage})])
  const today = todayAt({at: Date.now(), timeZone: site?.timeZone ?? fallbackTimeZone})
  const entries = sitemapEntries(addresses, site, await pageChanges(), today)
  const xml = sitemapXml(entries, new URL(request.url).searchParams.get('part'))
  if (xml === null)
    return new Response('There is no such part.\n', {status: 404, headers: {'Content-Type': 'text/plain'}})
  // An editor's preview sees drafts here as well, which no cache on the way may keep.
  const caching = (await isPreview()) ? 'private, no-store' : 'public, max-age=300'
  return new Response(xml, {
    headers: {'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': caching},
  })
}
