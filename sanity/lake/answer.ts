/**
 * One request, answered: verify, find, act, answer. The door through which every request comes, whoever carries it.
 * @module
 */

import {cookieIn} from './cookie.ts'
import {diskRefusalFor} from './database.ts'
import type {House} from './house.ts'
import {json} from './http.ts'
import {LakeError, refusal, unauthorized} from './lake-error.ts'
import type {Log} from './log.ts'
import {type Router, wrongVersionIn} from './router.ts'
import {cookieNames} from './sign-in-cookies.ts'
import {NOBODY} from './tether.ts'
import type {Identity} from './user.ts'

/** Files. `<img>` sends no token, and in a public dataset a stale one must not hide them. */
const ASSETS = /^(?:\/v[^/]+)?\/(images|files)\//

/** What is content: everything that a private dataset keeps from callers without a token. */
const CONTENT = /^(?:\/v[^/]+)?\/(data|assets|images|files)\//

/** How long a browser may keep a file of a private dataset; its proxy may not. */
const PRIVATE_ASSET = 'private, max-age=3600'

/** Verify, find, act, answer; and one line in the log, whatever happens. */
export async function answer(
  house: House,
  router: Router,
  request: Request,
  address: string | null,
): Promise<Response> {
  const started = performance.now()
  const url = new URL(request.url)
  const response = await respond(house, router, request, url, address).catch((error: unknown) => {
    const {status, body, headers} = asLakeError(error, house.log)
    return json(body, status, headers)
  })
  house.log({
    level: 'info',
    event: 'request',
    method: request.method,
    path: url.pathname,
    status: response.status,
    ms: Math.round((performance.now() - started) * 10) / 10,
  })
  const annotated = request.method === 'OPTIONS' || isPage(response) ? response : house.cors.annotate(request, response)
  if (request.method !== 'HEAD' || !annotated.body) return annotated
  await annotated.body.cancel()
  return new Response(null, {status: annotated.status, headers: annotated.headers})
}

/** The lake's own pages are read by people: no other page may, not even the Studio's, whose scripts are not ours. */
const isPage = ({status, headers}: Response): boolean =>
  status === 303 || headers.get('content-type')?.startsWith('text/html') === true

async function respond(
  house: House,
  router: Router,
  request: Request,
  url: URL,
  address: string | null,
): Promise<Response> {
  if (request.method === 'OPTIONS') return house.cors.preflight(request)
  const wrongVersion = wrongVersionIn(url.pathname)
  if (wrongVersion !== null) {
    throw refusal(400, `"v${wrongVersion}" is no API version: use the date of a day, as v2025-02-19, or v1 or vX.`)
  }
  const match = router.match(request.method, url.pathname)
  if (match === null) {
    const what = `${request.method} ${url.pathname}`
    house.log({level: 'warn', event: 'not supported', message: `${what} is not supported by the embedded lake.`})
    throw refusal(501, `${what} is not supported by the embedded lake.`)
  }
  if ('methods' in match) throw refusal(405, `This address answers ${match.methods.join(', ')}, not ${request.method}.`)
  const {handler, path, apiVersion} = match
  if (ASSETS.test(url.pathname)) {
    const isStranger = !isKnown(house, request)
    if (house.visibility.isPrivate && isStranger) {
      throw unauthorized('This dataset is private: its files are shown with a token, or to who has signed in here.')
    }
    const response = await handler({request, url, path, apiVersion, identity: null, isStranger, address})
    return house.visibility.isPrivate ? keptFromOthers(response) : response
  }
  const identity = identify(house, request)
  if (identity === null && house.visibility.isPrivate && CONTENT.test(url.pathname)) {
    throw unauthorized('This dataset is private: nothing of it is shown without a token.')
  }
  const response = await handler({request, url, path, apiVersion, identity, address})
  return house.tethers.hold(identity?.tokenId ?? NOBODY, identity?.expiresAt ?? null, response)
}

/**
 * With a token, as programs do, or with the cookie that a browser gets when somebody signs in.
 * @throws LakeError 401 for a token that is no longer good, where files are not for everybody
 */
function isKnown(house: House, request: Request): boolean {
  const cookie = cookieIn(request, cookieNames(house.publicUrl()).assets)
  if (cookie !== null && house.accounts.sessions.find('assets', cookie)) return true
  try {
    return identify(house, request) !== null
  } catch (error) {
    if (house.visibility.isPrivate) throw error
    return false
  }
}

function keptFromOthers(response: Response): Response {
  if (response.ok || response.status === 304) {
    response.headers.set('cache-control', PRIVATE_ASSET)
    response.headers.set('cross-origin-resource-policy', 'same-site')
    response.headers.append('vary', 'Cookie, Authorization')
  }
  return response
}

/** @returns null for a request without a token. @throws LakeError 401 for one with a token that is not, or no longer, good */
function identify(house: House, request: Request): Identity | null {
  const authorization = request.headers.get('authorization')
  if (!authorization) return null
  const origin = request.headers.get('origin')
  if (origin !== null && house.cors.isAllowed(origin) && !house.cors.allowsCredentials(origin)) {
    throw refusal(403, `The pages of ${origin} may use this lake without credentials only.`)
  }
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
  const identity = token ? house.access.getIdentity(token) : null
  if (!identity) throw unauthorized()
  return identity
}

/** What went wrong, for the client in its own shape; what nobody foresaw is logged and told in one plain sentence. */
function asLakeError(error: unknown, log: Log): LakeError {
  if (error instanceof LakeError) return error
  const refused = diskRefusalFor(error)
  if (refused) {
    log({level: 'error', event: 'disk', message: refused.message})
    return refused
  }
  const stack = error instanceof Error ? error.stack : String(error)
  log({level: 'error', event: 'unexpected', message: stack})
  return refusal(500, 'The lake failed unexpectedly; its log says more.', {cause: error})
}
