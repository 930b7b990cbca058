/**
 * `POST /api/draft-mode/perspective?to=published`: what an editor chose to look at in the Studio, for their preview. 200
 * where that is something else than before, 204 where it is not.
 */
import {perspectiveCookieName} from '@sanity/preview-url-secret/constants'
import {cookies} from 'next/headers'
import {isPreview} from '@/sanity/read'

export const dynamic = 'force-dynamic'

export async function POST(request: Request): Promise<Response> {
  if (!(await isPreview())) return new Response('Not found.\n', {status: 404, headers})
  const jar = await cookies()
  const before = jar.get(perspectiveCookieName)?.value ?? 'drafts'
  const after = new URL(request.url).searchParams.get('to') === 'published' ? 'published' : 'drafts'
  if (after === before) return new Response(null, {status: 204, headers})
  if (after === 'published') jar.set(perspectiveCookieName, after, {httpOnly: true, sameSite: 'lax', path: '/'})
  else jar.delete(perspectiveCookieName)
  return new Response('Changed.\n', {headers})
}

const headers = {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store'}
