import {brandCss} from '@/lib/brand'
import {brandHash} from '@/lib/brand-address'
import {defaultLanguage} from '@/lib/language'
import {getSite} from '@/sanity/content/site'
import {isPreview} from '@/sanity/read'

// The colour is content: it is asked for when somebody asks, never during the build.
export const dynamic = 'force-dynamic'

/** The address changes with the colour, so the current one is good for ever; an old one is looked up again soon. */
const current = 'public, max-age=31536000, immutable'
const outdated = 'public, max-age=60'
/** Of a draft, for an editor: no cache on the way may keep it. */
const draft = 'private, no-store'

/** `GET /brand.css?v=<hash>`: the clinic's colour as the accents of both schemes. Without a colour it says nothing. */
export async function GET(request: Request): Promise<Response> {
  const {brandColor = null} = (await getSite({language: defaultLanguage})) ?? {}
  const isCurrent = brandColor !== null && new URL(request.url).searchParams.get('v') === brandHash(brandColor)
  const caching = (await isPreview()) ? draft : isCurrent ? current : outdated
  return new Response(brandColor === null ? '' : brandCss(brandColor), {
    headers: {'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': caching},
  })
}
