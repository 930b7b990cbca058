/** Signing in and out. */
import type {House} from '../house.ts'
import {requireIdentity} from '../house.ts'
import {json, KIB, readBytes} from '../http.ts'
import {unauthorized} from '../lake-error.ts'
import type {Call, Route} from '../router.ts'
import {codeForm, redirectWithSession, unknownOriginPage, usedLinkPage} from '../sign-in-page.ts'

/** People paste the whole link as often as its code. */
const codeIn = (pasted: string): string => /[?&]code=([\w-]+)/.exec(pasted)?.[1] ?? pasted.trim()

/** Where to go back to, when that is a Studio on the list; null otherwise. */
function returnAddress(house: House, origin: string | null): string | null {
  if (origin === null) return house.studioUrl
  const url = URL.canParse(origin) ? new URL(origin) : null
  return url && house.cors.isAllowed(url.origin) ? url.href : null
}

export const authRoutes = (house: House): Route[] => [
  [
    'GET',
    '/auth/providers',
    () =>
      json({
        providers: [{name: 'local', title: 'One-time link', url: `${house.publicUrl()}/v1/auth/local`, logo: ''}],
        thirdPartyLogin: false,
      }),
  ],
  [
    'GET',
    '/auth/link',
    ({request, url}: Call) => {
      const code = url.searchParams.get('code') ?? ''
      // Mail programs and chat previews look at links with HEAD: looking must not use them up.
      if (request.method === 'HEAD') return new Response(null, {headers: {'cache-control': 'no-store'}})
      const sid = house.access.redeemSignInCode(code)
      return sid === null ? usedLinkPage() : redirectWithSession(house.studioUrl, sid)
    },
  ],
  [
    'GET',
    '/auth/local',
    ({url}: Call) => {
      const address = returnAddress(house, url.searchParams.get('origin'))
      return address === null ? unknownOriginPage() : codeForm('/v1/auth/local', address, false)
    },
  ],
  [
    'POST',
    '/auth/local',
    async ({request}: Call) => {
      const form = new URLSearchParams(new TextDecoder().decode(await readBytes(request, 8 * KIB)))
      const address = returnAddress(house, form.get('origin'))
      if (address === null) return unknownOriginPage()
      const sid = house.access.redeemSignInCode(codeIn(form.get('code') ?? ''))
      return sid === null ? codeForm('/v1/auth/local', address, true) : redirectWithSession(address, sid)
    },
  ],
  [
    'GET',
    '/auth/fetch',
    ({url}: Call) => {
      const token = house.access.redeemSession(url.searchParams.get('sid') ?? '')
      if (token === null) throw unauthorized('The session was fetched already or is too old: sign in again.')
      return json({token, label: 'Signed in by link'})
    },
  ],
  [
    'GET',
    '/auth/id',
    (call: Call) => {
      const {userId, expiresAt} = requireIdentity(call)
      return json({id: userId, expiry: expiresAt === null ? null : Math.floor(expiresAt / 1000)})
    },
  ],
  [
    'POST',
    '/auth/logout',
    (call: Call) => {
      const identity = requireIdentity(call)
      // An API token is a program's: signing out of a Studio that uses one must not break the program.
      if (!identity.isRobot) house.access.revokeToken(identity.tokenId)
      return json({ok: true})
    },
  ],
  [
    'GET',
    '/check/cors',
    ({request}: Call) => {
      const origin = request.headers.get('origin')
      const allowed = origin === null || house.cors.isAllowed(origin)
      return json({result: {allowed, withCredentials: allowed}})
    },
  ],
]
