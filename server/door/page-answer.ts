/** Finishes a page that Next has written, and sends it: whole documents, security headers, compression. */
import type {OutgoingHttpHeader, ServerResponse} from 'node:http'
import type {DoorOptions} from './door.ts'
import {compressed, encodingFor, isWorthCompressing} from './encoding.ts'
import {headersFor} from './headers.ts'
import {failurePage, isEmptyShell, isNotFoundPath, notFoundPage} from './whole-pages.ts'

type Reader = {response: ServerResponse; headersOnly: boolean; path: string; accepted: string | undefined}
type Written = {draft: ServerResponse; body: Buffer}
type Answer = {status: number; headers: Map<string, OutgoingHttpHeader>; body: Buffer}

export async function sendPage(reader: Reader, {draft, body}: Written, options: DoorOptions): Promise<void> {
  const answer: Answer = {status: draft.statusCode, headers: headersOf(draft), body}
  const isHtml = String(answer.headers.get('content-type') ?? '').startsWith('text/html')
  const html = isHtml ? await wholeDocument(reader.path, answer) : null
  if (isKeptByNext(answer)) answer.headers.set('cache-control', 'public, max-age=0, must-revalidate')
  for (const [name, value] of Object.entries(headersFor(reader.path, html, options, etagOf(answer))))
    answer.headers.set(name, value)
  if (html !== null) {
    answer.body = Buffer.from(html)
    encode(answer, reader.accepted)
  }
  if (html !== null || answer.status === 304) answer.headers.set('vary', varyWithEncoding(answer.headers.get('vary')))
  const withoutBody = reader.headersOnly || answer.status === 304
  if (answer.status !== 304) answer.headers.set('content-length', answer.body.length)
  reader.response.writeHead(answer.status, Object.fromEntries(answer.headers))
  reader.response.end(withoutBody ? undefined : answer.body)
}

/**
 * Next's own words for a page it keeps (`s-maxage=300, stale-while-revalidate=…`) allow a cache on the way to serve it for
 * a year after an edit, and say nothing to browsers, which then keep a permanent redirect for good. A published edit
 * shows at once only where everybody asks; the ETag makes that cheap.
 */
const isKeptByNext = ({headers}: Answer): boolean => String(headers.get('cache-control') ?? '').includes('s-maxage')

function headersOf(draft: ServerResponse): Answer['headers'] {
  const headers: Answer['headers'] = new Map()
  for (const [name, value] of Object.entries(draft.getHeaders())) {
    if (value === undefined || name === 'transfer-encoding') continue
    // Next writes the location of a first redirect twice.
    headers.set(name, name === 'location' && Array.isArray(value) ? (value[0] ?? '') : value)
  }
  return headers
}

/** The document to send in place of Next's empty shells; changes the answer's status and headers where that is due. */
async function wholeDocument(path: string, answer: Answer): Promise<string> {
  const html = answer.body.toString('utf8')
  if (answer.status >= 500) {
    // Whatever failed may be well again in a moment: say so to crawlers, and let nobody keep this page.
    answer.status = 503
    answer.headers.set('retry-after', '30')
    answer.headers.set('cache-control', 'no-store')
    answer.headers.delete('etag')
    return failurePage()
  }
  if (isNotFoundPath(path) && answer.status === 200) answer.status = 404
  if (answer.status >= 300 && answer.status < 400) return ''
  if (answer.status !== 404 || !isEmptyShell(html)) return html
  answer.headers.delete('etag')
  return (await notFoundPage(path)) ?? html
}

function encode(answer: Answer, accepted: string | undefined) {
  const encoding = encodingFor(accepted)
  if (!encoding || !isWorthCompressing(answer.body)) return
  answer.body = compressed(answer.body, encoding, etagOf(answer))
  answer.headers.set('content-encoding', encoding)
}

/** A page depends on the encodings its reader takes, now that it is encoded here. */
function varyWithEncoding(vary: unknown): string {
  const fields = String(vary ?? '')
    .split(/\s*,\s*/)
    .filter(Boolean)
  return [...new Set([...fields.map((field) => field.toLowerCase()), 'accept-encoding'])].join(', ')
}

/** Names the bytes of a page as Next wrote it; null where the page was replaced, or is not to be kept. */
function etagOf({status, headers}: Answer): string | null {
  const etag = headers.get('etag')
  return status === 200 && typeof etag === 'string' ? etag : null
}
