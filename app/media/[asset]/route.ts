/**
 * `GET /media/<asset>?w=640…`: pictures from the site's own origin. Fetched once from the lake's (or Sanity's) image
 * pipeline, in known sizes only, and kept on disk, so that they outlive an outage too.
 */
import {parseMediaRequest} from '@/lib/media'
import {mediaFor} from '@/sanity/media'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, {params}: {params: Promise<{asset: string}>}): Promise<Response> {
  const {asset} = await params
  const wanted = parseMediaRequest(asset, new URL(request.url).search)
  if (!wanted) return plain(404, 'There is no such picture.')
  const media = await mediaFor(wanted, request.headers.get('accept') ?? '')
  if (media === 'unknown') return plain(404, 'There is no such picture.')
  if (media === 'unavailable') return plain(503, 'This picture cannot be fetched right now.', {'retry-after': '10'})
  return new Response(new Uint8Array(media.bytes), {
    headers: {
      'content-type': media.type,
      // The asset's name holds the hash of its content: these bytes never change.
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
}

const plain = (status: number, message: string, headers: Record<string, string> = {}) =>
  new Response(`${message}\n`, {
    status,
    headers: {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers},
  })
