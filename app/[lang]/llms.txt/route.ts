import {siteIn} from '@/app/[lang]/(site)/frame'
import {todayAt} from '@/lib/clinic-time'
import {isExpired} from '@/lib/expiry'
import {isLanguage} from '@/lib/language'
import {llmsText} from '@/lib/seo/llms'
import {getListing} from '@/sanity/content/listing'
import {isPreview} from '@/sanity/read'

// Holds the site's address, and is asked for rarely: made anew each time, of the last good answers in an outage.
export const dynamic = 'force-dynamic'

/** `/llms.txt`, `/es/llms.txt`: where the pages are as Markdown. */
export async function GET(_request: Request, {params}: {params: Promise<{lang: string}>}): Promise<Response> {
  const {lang} = await params
  if (!isLanguage(lang)) return new Response('There is no such list.\n', {status: 404})
  const [site, listed] = await Promise.all([siteIn(lang), getListing({language: lang})])
  const today = todayAt({at: Date.now(), timeZone: site.timeZone})
  const pages = listed.filter((page) => !isExpired(page, today))
  const caching = (await isPreview()) ? 'private, no-store' : 'public, max-age=300'
  return new Response(llmsText(lang, site, pages), {
    headers: {'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': caching, 'X-Robots-Tag': 'noindex'},
  })
}
