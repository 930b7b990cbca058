import {defaultSwitches} from '@/lib/seo/crawlers'
import {robotsText} from '@/lib/seo/robots'
import {getCrawlerChoices} from '@/sanity/content/crawlers'
import {isPreview} from '@/sanity/read'

// Holds the site's address, which is known only when the site runs.
export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const choices = await choicesOrNone()
  const aiSearch = choices?.aiSearch ?? defaultSwitches.aiSearch
  const aiTraining = choices?.aiTraining ?? defaultSwitches.aiTraining
  const caching = (await isPreview()) ? 'private, no-store' : 'public, max-age=300'
  return new Response(robotsText({aiSearch, aiTraining}), {
    headers: {'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': caching},
  })
}

/** Crawlers take an error here for "stay away from everything": with nothing known, the defaults are better. */
async function choicesOrNone() {
  try {
    return await getCrawlerChoices({})
  } catch {
    return null
  }
}
