/**
 * What a browser is given when somebody signs in at the lake: a cookie for the lake's own pages, and one with which the
 * pictures of a private dataset load. Neither is good for anything else, so that no other web page can make use of
 * somebody's browser: content is read and written with the token alone, which the Studio fetches with the session's id.
 * @module
 */
import {setCookie} from './cookie.ts'
import type {Secrets} from './session.ts'

/**
 * The names of the cookies of the lake that is reached here. A browser gives the cookies of a host to all its ports: each
 * of two lakes on one machine would take away what the other has given.
 */
export function cookieNames(publicUrl: string): {account: string; assets: string} {
  const {port, protocol} = URL.canParse(publicUrl) ? new URL(publicUrl) : {port: '', protocol: ''}
  const own = port || (protocol === 'https:' ? '443' : '80')
  return {account: `lake_account_${own}`, assets: `lake_assets_${own}`}
}

const ACCOUNT_PATH = '/v1/auth'
const ASSETS_PATHS = ['/images', '/files']

type Values = {readonly cookie: string; readonly assets: string; readonly maxAgeSeconds: number}

/** The path below which a lake is reached: empty, unless a proxy gives it a part of another site. */
export const basePathOf = (publicUrl: string): string =>
  URL.canParse(publicUrl) ? new URL(publicUrl).pathname.replace(/\/$/, '') : ''

function cookiesFor(publicUrl: string, {cookie, assets, maxAgeSeconds}: Values): string[] {
  const base = basePathOf(publicUrl)
  const isSecure = publicUrl.startsWith('https:')
  const common = {maxAgeSeconds, isSecure}
  const names = cookieNames(publicUrl)
  return [
    setCookie({...common, name: names.account, value: cookie, path: base + ACCOUNT_PATH, sameSite: 'Strict'}),
    ...ASSETS_PATHS.map((path) =>
      setCookie({...common, name: names.assets, value: assets, path: base + path, sameSite: 'Lax'}),
    ),
  ]
}

/** Adds the cookies of a new session to an answer. */
export function withCookies(response: Response, publicUrl: string, {cookie, assets, expiresAt}: Secrets): Response {
  const maxAgeSeconds = Math.floor((expiresAt - Date.now()) / 1000)
  for (const text of cookiesFor(publicUrl, {cookie, assets, maxAgeSeconds})) response.headers.append('set-cookie', text)
  return response
}

/** Takes them away again. */
export function withoutCookies(response: Response, publicUrl: string): Response {
  const gone = cookiesFor(publicUrl, {cookie: '', assets: '', maxAgeSeconds: 0})
  for (const text of gone) response.headers.append('set-cookie', text)
  return response
}
