/**
 * `GET /download/<hash>/<name>.pdf`: documents that pages offer, from the site's own origin. PDFs only, whatever the lake
 * holds under that name; fetched once, and kept on disk, so that they outlive an outage too.
 */
import {parseDownload} from '@/lib/download'
import {downloadFor, forgetDownload} from '@/sanity/downloads'
import {standingOf} from '@/sanity/publishing/offered'
import {isPreview} from '@/sanity/read'

export const dynamic = 'force-dynamic'

/**
 * The bytes under a hash never change, but whether they are offered does: after a day a copy elsewhere is asked for again,
 * which costs no more than a question.
 */
const caching = 'public, max-age=86400'

export async function GET(
  request: Request,
  {params}: {params: Promise<{hash: string; name: string}>},
): Promise<Response> {
  const {hash, name} = await params
  const wanted = parseDownload(hash, name)
  if (!wanted) return missing()
  const isDraft = await isPreview()
  const standing = isDraft ? 'offered' : await standingOf(wanted.assetId)
  if (standing === 'unknown') return unavailable()
  if (standing === 'withdrawn') {
    await forgetDownload(wanted)
    return missing()
  }
  const etag = `"${hash}"`
  const headers = {'cache-control': isDraft ? 'private, no-store' : caching, etag, 'x-robots-tag': 'noindex'}
  if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers})
  const download = await downloadFor(wanted)
  if (download === 'unknown') return missing()
  if (download === 'unavailable') return unavailable()
  if (download === 'unfit') return plain(502, 'What is kept here is not a PDF, or too large. Please tell the clinic.')
  const isWanted = request.method !== 'HEAD'
  if (!isWanted && download instanceof ReadableStream) await download.cancel()
  return new Response(isWanted ? download : null, {
    headers: {
      ...headers,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${wanted.fileName}"`,
      'x-content-type-options': 'nosniff',
      // Nothing in it loads, runs or is sent; the preview in the Studio is a frame of this site.
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    },
  })
}

const missing = () => plain(404, 'There is no such document.')
const unavailable = () => plain(503, 'This document cannot be fetched right now.', {'retry-after': '10'})

const plain = (status: number, message: string, headers: Record<string, string> = {}) =>
  new Response(`${message}\n`, {
    status,
    headers: {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers},
  })
