/**
 * `GET /api/draft-mode/unfinished?id=…&problem=…`: what an editor sees in place of a draft that cannot be shown yet: the
 * list of what is missing, and the way back to the document.
 */
import {cookies, draftMode} from 'next/headers'
import {bareDocument, escaped} from '@/lib/bare-document'
import {isPreviewToken, previewCookie} from '@/lib/preview-session'
import {framedByStudio} from '@/lib/studio-frame'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const preview = (await draftMode()).isEnabled && isPreviewToken((await cookies()).get(previewCookie)?.value)
  if (!preview)
    return new Response('Not found.\n', {status: 404, headers: {'content-type': 'text/plain; charset=utf-8'}})
  const asked = new URL(request.url).searchParams
  const id = asked.get('id') ?? ''
  const problems = asked.getAll('problem').map((problem) => `<li>${escaped(problem)}</li>`)
  const studio = id ? `/studio/intent/edit/id=${encodeURIComponent(id)}` : '/studio'
  return new Response(
    bareDocument({
      language: 'en',
      title: 'This draft is not finished yet',
      main: `<h1>This draft is not finished yet</h1>
<p>Visitors do not see it. The page can be shown as soon as these fields are filled in:</p>
<ul>${problems.join('')}</ul>
<p><a href="${escaped(studio)}">Back to the document in the Studio</a></p>
<p><a href="/api/draft-mode/disable">End the preview</a></p>`,
    }),
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        ...framedByStudio,
      },
    },
  )
}
