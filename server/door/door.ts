/**
 * The door: what every answer of the public site goes through on its way to the street, and what Next cannot do on
 * static pages itself. Whole 404 and 500 documents, security headers, compression, refusal of malformed requests.
 *
 * It holds a page back until it is complete (they are small), and lets everything else stream through.
 */
import type {IncomingMessage, ServerResponse} from 'node:http'
import {draftResponse} from './draft-response.ts'
import {headersFor, isStudio} from './headers.ts'
import {sendPage} from './page-answer.ts'
import {refusalFor} from './refusal.ts'

export type DoorOptions = {
  readonly publicLakeUrl: string | null
  readonly projectId: string
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
    // Next writes no body for HEAD, but a page's headers depend on its body: it is made whole, and only they are sent.
    const headersOnly = request.method === 'HEAD'
    if (headersOnly) request.method = 'GET'
    const accepted = request.headers['accept-encoding']
    // Next must not compress what is about to be read and changed here.
    delete request.headers['accept-encoding']
    const draft = draftResponse(request, response, (body) =>
      sendPage({response, headersOnly, path, accepted}, {draft, body}, options),
    )
    return handle(request, draft)
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
