/** `GET /api/draft-mode/disable`: ends this browser's preview and goes home. It leads nowhere else, whatever is asked. */
import {perspectiveCookieName} from '@sanity/preview-url-secret/constants'
import {cookies, draftMode} from 'next/headers'
import {previewCookie} from '@/lib/preview-session'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const draft = await draftMode()
  draft.disable()
  const jar = await cookies()
  jar.delete(previewCookie)
  if (jar.has(perspectiveCookieName)) jar.delete(perspectiveCookieName)
  return new Response(null, {status: 307, headers: {location: '/', 'cache-control': 'no-store'}})
}
