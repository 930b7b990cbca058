/**
 * The door: what every answer of the public site goes through on its way to the street, and what Next cannot do on
 * static pages itself. Pages without the framework's scripts, whole 404 and 500 documents, security headers, compression,
 * refusal of malformed requests.
 *
 * It holds a page back until it is complete (they are small), and lets everything else stream through.
 */
import type {IncomingMessage, ServerResponse} from 'node:http'
import {isPreviewToken, previewCookie} from '../../lib/preview-session.ts'
import {callerHeader, callerOf} from './caller.ts'
import {draftResponse} from './draft-response.ts'
import {headersFor, isStudio} from './headers.ts'
import {throwAwayLeftOver} from './left-over.ts'
import {withoutSpareSlashes} from './one-address.ts'
import {sendPage} from './page-answer.ts'
import {closedPolicy, type PolicySources, studioPolicy} from './policy.ts'
import {refusalFor} from './refusal.ts'

export type DoorOptions = PolicySources & {
  /** The operator's switch: visitors get the framework's scripts too (decision 0004). */
  readonly keepFrameworkScripts: boolean
  /** Development pages stream, reload and need scripts of their own: the door then refuses, and changes nothing. */
  readonly production: boolean
  /** Does a reverse proxy in front of the site say who is asking? */
  readonly trustProxy: boolean
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Headers with which the outside could speak to Next's inner workings, or lie about where a request came from. */
const notFromOutside = /^(?:x-middleware-|x-nextjs-|x-invoke-|x-forwarded-|x-matched-path|next-resume|next-action)/

/** With these the framework's runtime asks for a page in pieces. Nobody who has no runtime does. */
const ofTheRuntime = /^(?:rsc$|next-)/

/**
 * Never a page: their bodies stream through untouched. Style sheets do not: nothing is shown before they are there, and
 * the door compresses better than Next does.
 */
const streamed = /^\/(?:_next|media|download|card|qr|api)\/(?!static\/.*\.css$)/

export function door(handle: Handler, options: DoorOptions): Handler {
  return async (request, response) => {
    const url = request.url ?? '/'
    const path = url.split('?')[0] ?? '/'
    const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length
    const refusal = refusalFor({method: request.method ?? '', url, hosts})
    if (refusal) return refuse(response, refusal)
    throwAwayLeftOver(request, response)
    const caller = callerOf(request, options.trustProxy)
    drop(request, notFromOutside)
    if (caller !== null) request.headers[callerHeader] = caller
    if (!options.production) return handle(request, response)
    if (streamed.test(path) || isStudio(path)) {
      guard(response, path, options)
      return handle(request, response)
    }
    const scripted = options.keepFrameworkScripts || isEditor(request)
    if (!scripted) drop(request, ofTheRuntime)
    const address = withoutSpareSlashes(url)
    if (address !== null) return lead(response, address, headersFor(address.split('?')[0] ?? '/', options))
    // Next writes no body for HEAD, but a page's headers depend on its body: it is made whole, and only they are sent.
    const headersOnly = request.method === 'HEAD'
    if (headersOnly) request.method = 'GET'
    const {'accept-encoding': accepted, 'if-none-match': known} = request.headers
    // Next must not compress what is about to be read and changed here, nor compare it with what went out.
    drop(request, known === undefined ? /^accept-encoding$/ : /^(?:accept-encoding|if-none-match|if-modified-since)$/)
    const draft = draftResponse(request, response, (body) =>
      sendPage({response, path, headersOnly, accepted, known, scripted}, {draft, body}, options),
    )
    return handle(request, draft)
  }
}

function drop({headers}: IncomingMessage, unwanted: RegExp) {
  for (const name of Object.keys(headers)) if (unwanted.test(name)) delete headers[name]
}

/** Has this request a preview session? Then its page may be a draft, with visual editing, which needs the framework. */
const isEditor = ({headers}: IncomingMessage): boolean =>
  (headers.cookie ?? '').split(/;\s*/).some((cookie) => {
    const [name, value] = cookie.split('=', 2)
    return name === previewCookie && isPreviewToken(value)
  })

/** The headers of what streams through: now, but for the policy, which a route may have of its own. */
function guard(response: ServerResponse, path: string, options: DoorOptions) {
  for (const [name, value] of Object.entries(headersFor(path, options))) response.setHeader(name, value)
  if (isStudio(path)) response.setHeader('content-security-policy', studioPolicy(options))
  if (isStudio(path) || path.startsWith('/_next/')) return
  const writeHead: (...values: never[]) => ServerResponse = response.writeHead.bind(response)
  response.writeHead = (...values: never[]) => {
    if (!response.hasHeader('content-security-policy')) response.setHeader('content-security-policy', closedPolicy)
    // Next names its runtime's headers here too; a cache on the way would keep a picture many times.
    const vary = [response.getHeader('vary')].flat().flatMap((value) => String(value ?? '').split(/\s*,\s*/))
    const own = vary.filter((field) => field !== '' && !ofTheRuntime.test(field.toLowerCase()))
    if (own.length > 0) response.setHeader('vary', [...new Set(own)].join(', '))
    else response.removeHeader('vary')
    return writeHead(...values)
  }
}

/**
 * For good, but asked again each time: browsers keep such an answer without end otherwise. Where its address leads has the
 * last word: what was searched for stands in this answer too, and nobody may keep it.
 */
function lead(response: ServerResponse, location: string, headers: Record<string, string>) {
  response.writeHead(308, {
    'cache-control': 'public, max-age=0, must-revalidate',
    ...headers,
    'content-security-policy': closedPolicy,
    location,
  })
  response.end()
}

function refuse(response: ServerResponse, {status, message, allow}: NonNullable<ReturnType<typeof refusalFor>>) {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    ...headersFor('', {secure: false}),
    'content-security-policy': closedPolicy,
    ...(allow && {allow}),
    // What follows a malformed request on the same connection cannot be trusted.
    ...(status === 400 && {connection: 'close'}),
  })
  response.end(`${message}\n`)
}
