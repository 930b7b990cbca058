/**
 * `GET /conditions/back-pain.md`: the page as Markdown, for programs that read and for people who paste. Rewritten to
 * here (`lib/language-routes.ts`).
 *
 * Made for each request of the same answers as the page, so it is never older than what is published, and the last good
 * answers stand behind it as they do behind pages. It never competes with its page: search engines are told not to list
 * it, and which page it belongs to.
 */
import {createHash} from 'node:crypto'
import {unstable_rethrow} from 'next/navigation'
import {isLanguage} from '@/lib/language'
import {absoluteUrl} from '@/lib/site'
import {isPreview} from '@/sanity/read'
import {twinAt} from './twin'

export const dynamic = 'force-dynamic'

type Params = Promise<{lang: string; path: string[]}>

export async function GET(request: Request, {params}: {params: Params}): Promise<Response> {
  const {lang, path} = await params
  const parts = readable(path)
  if (!isLanguage(lang) || !parts) return plain(404, 'There is no such page.')
  try {
    const twin = await twinAt(lang, parts)
    if (!twin) return plain(404, 'There is no such page.')
    const etag = `"${createHash('sha256').update(twin.markdown).digest('base64url').slice(0, 27)}"`
    const headers = {
      'cache-control': (await isPreview()) ? 'private, no-store' : 'public, max-age=0, must-revalidate',
      'content-language': lang,
      etag,
      link: `<${absoluteUrl(twin.path)}>; rel="canonical"`,
      'x-robots-tag': 'noindex',
    }
    if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers})
    return new Response(twin.markdown, {headers: {...headers, 'content-type': 'text/markdown; charset=utf-8'}})
  } catch (error) {
    // An editor's unfinished draft leads to a page that says so.
    unstable_rethrow(error)
    // As JSON: an address may hold line ends, and a line of the log is ours alone.
    console.error(`[site] The Markdown of ${JSON.stringify(`/${parts.join('/')}`)} could not be made:`, error)
    return plain(503, 'This page cannot be shown right now.', {'retry-after': '30'})
  }
}

/** The parts of an address as they were typed; null where one is half an escape. */
function readable(path: readonly string[]): string[] | null {
  try {
    return path.map(decodeURIComponent)
  } catch {
    return null
  }
}

const plain = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  new Response(`${message}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      ...headers,
    },
  })
