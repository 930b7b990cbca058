/**
 * What a browser is given when somebody signs in at the lake: a cookie for the lake's own pages, and one with which the
 * pictures of a private dataset load. Neither is good for anything else, so that no other web page can make use of
 * somebody's browser: content is read and written with the token alone, which the Studio fetches with the session's id.
 * @module
 */
import {setCookie} from './cookie.ts'
import type {Secrets} from './session.ts'

export const ACCOUNT_COOKIE = 'lake_account'
export const ASSETS_COOKIE = 'lake_assets'

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
  return [
    setCookie({...common, name: ACCOUNT_COOKIE, value: cookie, path: base + ACCOUNT_PATH, sameSite: 'Strict'}),
    ...ASSETS_PATHS.map((path) =>
      setCookie({...common, name: ASSETS_COOKIE, value: assets, path: base + path, sameSite: 'Lax'}),
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
