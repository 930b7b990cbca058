/**
 * `GET /api/draft-mode/enable?sanity-preview-secret=…&sanity-preview-pathname=/…`: opens a preview for one editor.
 *
 * The secret is a document that the Studio wrote to the lake a moment ago (`@sanity/preview-url-secret`), so whoever has
 * it may write to the clinic's content. The preview is a signed cookie with an end, besides Next's own.
 */
import {perspectiveCookieName} from '@sanity/preview-url-secret/constants'
import {cookies, draftMode} from 'next/headers'
import {env} from '@/lib/env'
import {newPreviewSession, previewAge, previewCookie} from '@/lib/preview-session'
import {safeHref} from '@/lib/safe-href'
import {framedByStudio} from '@/lib/studio-frame'
import {checkPreviewUrl} from '@/sanity/preview'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const session = newPreviewSession()
  if (!session) return refuse(503, 'Previews need a webhook secret. See SANITY_REVALIDATE_SECRET in .env.example.')
  const {isValid, redirectTo = '/', perspective} = await checkPreviewUrl(request.url)
  if (!isValid) return refuse(401, 'This preview link is not valid any more. Open the preview again from the Studio.')
  const draft = await draftMode()
  draft.enable()
  const jar = await cookies()
  jar.set(previewCookie, session, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env.siteUrl.startsWith('https://'),
    path: '/',
    maxAge: previewAge,
  })
  // Presentation says what to look at; whoever opens a preview otherwise wants to see the draft.
  if (perspective === 'published')
    jar.set(perspectiveCookieName, perspective, {httpOnly: true, sameSite: 'lax', path: '/'})
  else if (jar.has(perspectiveCookieName)) jar.delete(perspectiveCookieName)
  // The validator can answer "//host/…", which is another site: a preview opens pages of this one only.
  const path = safeHref(redirectTo)
  return new Response(null, {
    status: 307,
    headers: {location: path?.startsWith('/') ? path : '/', 'cache-control': 'no-store'},
  })
}

const refuse = (status: number, message: string) =>
  new Response(`${message}\n`, {
    status,
    headers: {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...framedByStudio},
  })
