/**
 * The door: what every answer of the public site goes through on its way to the street, and what Next cannot do on
 * static pages itself. Whole 404 and 500 documents, security headers, compression, refusal of malformed requests.
 *
 * It holds a page back until it is complete (they are small), and lets everything else stream through.
 */
import type {IncomingMessage, OutgoingHttpHeaders, ServerResponse} from 'node:http'
import {compressed, encodingFor, isWorthCompressing} from './encoding.ts'
import {headersFor, isStudio} from './headers.ts'
import {refusalFor} from './refusal.ts'
import {failurePage, isEmptyShell, isNotFoundPath, notFoundPage} from './whole-pages.ts'

export type DoorOptions = {
  readonly publicLakeUrl: string | null
  readonly secure: boolean
  /** Development pages stream, reload and need scripts of their own: the door then refuses, and changes nothing. */
  readonly production: boolean
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Headers with which the outside could speak to Next's inner workings, or lie about where a request came from. */
const notFromOutside = /^(?:x-middleware-|x-nextjs-|x-invoke-|x-forwarded-|x-matched-path|next-resume|next-action)/

/** Never a page: their bodies stream through untouched. */
const streamed = /^\/(?:_next|media|card|api)\//

export function door(handle: Handler, options: DoorOptions): Handler {
  return async (request, response) => {
    const url = request.url ?? '/'
    const path = url.split('?')[0] ?? '/'
    const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length
    const refusal = refusalFor({method: request.method ?? '', url, hosts})
    if (refusal) return refuse(response, refusal)
    for (const name of Object.keys(request.headers)) if (notFromOutside.test(name)) delete request.headers[name]
    if (!options.production) return handle(request, response)
    if (streamed.test(path) || isStudio(path)) {
      for (const [name, value] of Object.entries(headersFor(path, null, options))) response.setHeader(name, value)
      return handle(request, response)
    }
    holdBack(request, response, path, options)
    return handle(request, response)
  }
}

function refuse(response: ServerResponse, {status, message, allow}: NonNullable<ReturnType<typeof refusalFor>>) {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    ...(allow && {allow}),
    // What follows a malformed request on the same connection cannot be trusted.
    ...(status === 400 && {connection: 'close'}),
  })
  response.end(`${message}\n`)
}

/** Collects what Next writes; at the end the answer is finished and sent in one piece. */
function holdBack(request: IncomingMessage, response: ServerResponse, path: string, options: DoorOptions) {
  const accepted = request.headers['accept-encoding']
  // Next must not compress what is about to be read and changed here.
  delete request.headers['accept-encoding']
  const parts: Buffer[] = []
  const {writeHead, end} = response
  const collect = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      parts.push(Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'))
    else if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk))
  }
  const callbackIn = (...values: unknown[]) => values.find((value) => typeof value === 'function')

  response.flushHeaders = () => {}
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status
    const headers = rest.find((value): value is OutgoingHttpHeaders => typeof value === 'object' && value !== null)
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value)
    return response
  }
  response.write = (chunk: unknown, encoding?: unknown, callback?: unknown) => {
    collect(chunk, encoding)
    const done = callbackIn(encoding, callback)
    if (done) process.nextTick(done)
    return true
  }
  response.end = (chunk?: unknown, encoding?: unknown, callback?: unknown) => {
    collect(chunk, encoding)
    const done = callbackIn(chunk, encoding, callback)
    void finish(Buffer.concat(parts)).then((body) => {
      Object.assign(response, {writeHead, end})
      response.writeHead(response.statusCode)
      response.end(request.method === 'HEAD' ? undefined : body, () => done?.())
    })
    return response
  }

  async function finish(body: Buffer): Promise<Buffer> {
    const isHtml = String(response.getHeader('content-type') ?? '').startsWith('text/html')
    const html = isHtml ? await wholeDocument(body.toString('utf8')) : null
    for (const [name, value] of Object.entries(headersFor(path, html, options))) response.setHeader(name, value)
    let out = html === null ? body : Buffer.from(html)
    if (isHtml) {
      const vary = String(response.getHeader('vary') ?? '')
      response.setHeader('vary', [...new Set([...vary.split(', ').filter(Boolean), 'accept-encoding'])].join(', '))
      const encoding = encodingFor(accepted)
      if (encoding && isWorthCompressing(out)) {
        const etag = response.getHeader('etag')
        out = compressed(out, encoding, response.statusCode === 200 && typeof etag === 'string' ? etag : null)
        response.setHeader('content-encoding', encoding)
      }
    }
    response.removeHeader('transfer-encoding')
    if (response.statusCode !== 304 && request.method !== 'HEAD') response.setHeader('content-length', out.length)
    return out
  }

  async function wholeDocument(html: string): Promise<string> {
    if (response.statusCode >= 500) {
      // Whatever failed may be well again in a moment: say so to crawlers, and let nobody keep this page.
      response.statusCode = 503
      response.setHeader('retry-after', '30')
      response.setHeader('cache-control', 'no-store')
      response.removeHeader('etag')
      return failurePage()
    }
    if (isNotFoundPath(path) && response.statusCode === 200) response.statusCode = 404
    if (response.statusCode !== 404 || !isEmptyShell(html)) return html
    const page = await notFoundPage(path)
    response.removeHeader('etag')
    return page ?? html
  }
}
