/** Finishes an answer that Next has written, and sends it: whole documents, no framework, security headers, compression. */
import type {OutgoingHttpHeader, ServerResponse} from 'node:http'
import {splitPath} from '../../lib/paths.ts'
import type {DoorOptions} from './door.ts'
import {encodingFor, isWorthCompressing} from './encoding.ts'
import {encodedBody, type Finished, finished, finishedOnce} from './finished.ts'
import {linkWithoutScripts, withoutFramework} from './framework.ts'
import {headersFor} from './headers.ts'
import {barePolicy, closedPolicy, scriptedPolicy} from './policy.ts'
import {failurePage, isEmptyShell, isNotFoundPath, notFoundPage} from './whole-pages.ts'

export type Reader = {
  readonly response: ServerResponse
  readonly path: string
  readonly headersOnly: boolean
  /** `Accept-Encoding` and `If-None-Match`, which Next is not told: both are about the finished body. */
  readonly accepted: string | undefined
  readonly known: string | undefined
  /** Do the framework's scripts stay: for an editor with a preview, or by the operator's switch? */
  readonly scripted: boolean
}

type Written = {readonly draft: ServerResponse; readonly body: Buffer}
type Answer = {status: number; headers: Map<string, OutgoingHttpHeader>; body: Buffer}

/**
 * Files that stay as they are until the site is built again, and so are worth the slowest compression. Anything else with
 * an ETag (a page's Markdown twin) changes with every publication, and everybody would wait for it meanwhile.
 */
const lasting = /^\/(?:_next\/static\/|(?:enhance\.js|favicon\.ico|icon\.svg|speculation-rules\.json)$)/

export async function sendPage(reader: Reader, {draft, body}: Written, options: DoorOptions): Promise<void> {
  const answer: Answer = {status: draft.statusCode, headers: headersOf(draft), body}
  const isHtml = typeOf(answer).startsWith('text/html')
  if (isHtml) await makeWhole(reader.path, answer)
  const isPage = isHtml && !isRedirect(answer)
  if (isKeptByNext(answer)) answer.headers.set('cache-control', 'public, max-age=0, must-revalidate')
  const etag = etagOf(answer)
  // A file's ETag is its size and its time, which another file may share.
  const content = finishedOnce(etag && `${reader.scripted} ${reader.path} ${etag}`, () =>
    isPage
      ? finishedPage(answer.body, reader, options)
      : finished(answer.body, null, etag !== null && lasting.test(reader.path)),
  )
  if (isPage && etag) answer.headers.set('etag', content.etag)
  else if (isPage) answer.headers.delete('etag')
  setHeaders(answer, reader, content.policy, options)
  send(answer, content, reader)
}

/** The page as it goes out, and what it may do. */
function finishedPage(body: Buffer, {path, scripted}: Reader, options: DoorOptions): Finished {
  const html = body.toString('utf8')
  if (scripted) return finished(body, scriptedPolicy(html, options))
  const bare = withoutFramework(html)
  if (bare.kept === null) return finished(Buffer.from(bare.html), barePolicy(bare.html, options))
  warnOnce(path, bare.kept)
  return finished(body, scriptedPolicy(html, options))
}

const warned = new Set<string>()
/** Anybody can think of addresses: the log must not grow by them. */
const mostWarnings = 20

/** Once for each kind of page, not for each page: what is wrong is wrong with all of a kind. */
function warnOnce(path: string, reason: string) {
  const [, folder = '', ...rest] = splitPath(path).path.split('/')
  const kind = rest.length > 0 ? folder : ''
  if (warned.has(kind) || warned.size >= mostWarnings) return
  warned.add(kind)
  console.warn(`[site] The framework's scripts stay on ${path} and its like, because the page ${reason}.`)
}

function setHeaders({headers}: Answer, reader: Reader, policy: string | null, options: DoorOptions) {
  if (!reader.scripted) dropFramework(headers)
  if (policy !== null) {
    headers.set('content-security-policy', policy)
    // What browsers may fetch ahead, as a file: written into the page, the policy would have to allow it there.
    if (!reader.scripted) headers.set('speculation-rules', '"/speculation-rules.json"')
  } else if (!headers.has('content-security-policy')) headers.set('content-security-policy', closedPolicy)
  for (const [name, value] of Object.entries(headersFor(reader.path, options))) headers.set(name, value)
}

/** What Next's headers say to its own runtime, which is not there. */
function dropFramework(headers: Answer['headers']) {
  for (const name of ['x-nextjs-prerender', 'x-nextjs-stale-time']) headers.delete(name)
  const link = linkWithoutScripts(String(headers.get('link') ?? ''))
  if (link) headers.set('link', link)
  else headers.delete('link')
  const vary = fieldsOf(headers.get('vary')).filter((field) => !/^(?:rsc|next-)/.test(field))
  if (vary.length > 0) headers.set('vary', vary.join(', '))
  else headers.delete('vary')
}

function send(answer: Answer, content: Finished, {response, headersOnly, accepted, known}: Reader) {
  const {headers} = answer
  const etag = headers.get('etag')
  if (answer.status === 200 && typeof etag === 'string' && isKnown(etag, known)) answer.status = 304
  const isText = isWorthCompressing(content.body, typeOf(answer)) && !headers.has('content-encoding')
  const encoding = isText && answer.status !== 206 ? encodingFor(accepted) : null
  const body = encoding ? encodedBody(content, encoding) : content.body
  // What was compressed here depends on the encodings its reader takes.
  if (isText) headers.set('vary', [...new Set([...fieldsOf(headers.get('vary')), 'accept-encoding'])].join(', '))
  if (encoding) headers.set('content-encoding', encoding)
  headers.set('content-length', body.length)
  if (answer.status === 304) {
    for (const name of ['content-length', 'content-type', 'content-encoding']) headers.delete(name)
  }
  response.writeHead(answer.status, Object.fromEntries(headers))
  response.end(headersOnly || answer.status === 304 ? undefined : body)
}

/** Is this ETag among those of `If-None-Match`? Compared weakly, as the standard has it. */
function isKnown(etag: string, known: string | undefined): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, '')
  return (known ?? '').split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(etag))
}

const isRedirect = ({status}: Answer): boolean => status >= 300 && status < 400
const typeOf = ({headers}: Answer): string => String(headers.get('content-type') ?? '')

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

/** Puts a whole document in the place of Next's empty shells; changes status and headers where that is due. */
async function makeWhole(path: string, answer: Answer): Promise<void> {
  if (answer.status >= 500) {
    // Whatever failed may be well again in a moment: say so to crawlers, and let nobody keep this page.
    answer.status = 503
    answer.headers.set('retry-after', '30')
    answer.headers.set('cache-control', 'no-store')
    replace(answer, failurePage(path))
  }
  if (isNotFoundPath(path) && answer.status === 200) answer.status = 404
  if (isRedirect(answer)) answer.body = Buffer.alloc(0)
  if (answer.status !== 404 || !isEmptyShell(answer.body)) return
  const html = await notFoundPage(path)
  if (html !== null) replace(answer, html)
}

/** What the headers say of the page in whose place this one stands is not true of it. */
function replace(answer: Answer, html: string) {
  for (const name of ['etag', 'link']) answer.headers.delete(name)
  answer.body = Buffer.from(html)
}

const fieldsOf = (header: unknown): string[] =>
  String(header ?? '')
    .toLowerCase()
    .split(/\s*,\s*/)
    .filter(Boolean)

/** Names the body as Next wrote it; null where it was replaced, or is not to be kept. */
function etagOf({status, headers}: Answer): string | null {
  const etag = headers.get('etag')
  return status === 200 && typeof etag === 'string' ? etag : null
}
