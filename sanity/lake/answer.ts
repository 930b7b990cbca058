/**
 * One request, answered: verify, find, act, answer. The door through which every request comes, whoever carries it.
 * @module
 */
import {diskRefusalFor} from './database.ts'
import type {House} from './house.ts'
import {json} from './http.ts'
import {LakeError, refusal, unauthorized} from './lake-error.ts'
import type {Log} from './log.ts'
import type {Router} from './router.ts'
import type {Identity} from './user.ts'

/** Images are public, and `<img>` sends no token; a stale one must not hide them. */
const IGNORES_TOKEN = /^\/(images|files)\//

/** Verify, find, act, answer; and one line in the log, whatever happens. */
export async function answer(house: House, router: Router, request: Request): Promise<Response> {
  const started = performance.now()
  const url = new URL(request.url)
  const response = await respond(house, router, request, url).catch((error: unknown) => {
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
  const annotated = request.method === 'OPTIONS' ? response : house.cors.annotate(request, response)
  if (request.method !== 'HEAD' || !annotated.body) return annotated
  await annotated.body.cancel()
  return new Response(null, {status: annotated.status, headers: annotated.headers})
}

async function respond(house: House, router: Router, request: Request, url: URL): Promise<Response> {
  if (request.method === 'OPTIONS') return house.cors.preflight(request)
  const match = router.match(request.method, url.pathname)
  if (match === null) {
    const what = `${request.method} ${url.pathname}`
    house.log({level: 'warn', event: 'not supported', message: `${what} is not supported by the embedded lake.`})
    throw refusal(501, `${what} is not supported by the embedded lake.`)
  }
  if ('methods' in match) throw refusal(405, `This address answers ${match.methods.join(', ')}, not ${request.method}.`)
  const {handler, path, apiVersion} = match
  const isPublic = IGNORES_TOKEN.test(url.pathname)
  const identity = isPublic ? null : identify(house, request)
  return handler({request, url, path, apiVersion, identity})
}

/** @returns null for a request without a token. @throws LakeError 401 for one with a token that is not, or no longer, good */
function identify(house: House, request: Request): Identity | null {
  const authorization = request.headers.get('authorization')
  if (!authorization) return null
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
