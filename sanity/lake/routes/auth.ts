/** Signing in and out. */
import type {SignInOutcome} from '../account.ts'
import type {House} from '../house.ts'
import {requireIdentity} from '../house.ts'
import {json} from '../http.ts'
import {LakeError, unauthorized} from '../lake-error.ts'
import {redirect} from '../page.ts'
import {ownForm, pageSessionOf, returnedWith, toWait, visitorOf} from '../page-visit.ts'
import type {Call, Route} from '../router.ts'
import type {Secrets} from '../session.ts'
import {basePathOf, withCookies, withoutCookies} from '../sign-in-cookies.ts'
import {
  invitationPage,
  resetPage,
  type SignInForm,
  signInPage,
  unknownOriginPage,
  usedInvitationPage,
  usedLinkPage,
  usedResetPage,
  waitPage,
  withSession,
} from '../sign-in-page.ts'

/** People paste the whole link as often as its code. */
const codeIn = (pasted: string): string => /[?&]code=([\w-]+)/.exec(pasted)?.[1] ?? pasted.trim()

/**
 * Where to go on to: a Studio that is listed word for word, with credentials; null for the lake's own page. Whoever gets
 * there gets the session.
 */
function targetIn(house: House, fields: {get(name: string): string | null}): {url: string | null} | 'unknown' {
  if (fields.get('then') === 'account') return {url: null}
  const origin = fields.get('origin')
  if (!origin) return {url: house.studioUrl}
  const url = URL.canParse(origin) ? new URL(origin) : null
  if (!url || !house.cors.mayReceiveSessions(url.origin)) return 'unknown'
  // A name and password in an address are sent along by browsers, and mislead who reads it.
  url.username = ''
  url.password = ''
  return {url: url.href}
}

/** Into the Studio, or to the lake's own page, with the cookies of the new session. */
function goOn(house: House, url: string | null, secrets: Secrets): Response {
  const publicUrl = house.publicUrl()
  const location = url === null ? `${basePathOf(publicUrl)}/v1/auth/account` : withSession(url, secrets.sid)
  return withCookies(redirect(location), publicUrl, secrets)
}

const WRONG_PASSWORD =
  'This e-mail address and password do not belong together. Check both; capital letters count in the password.'
const WRONG_CODE = 'That code does not work: it was used already, is too old, or has a typing error.'

/** One look at a link uses it up, unless it is only looked at: mail programs and chat previews do. */
const looked = (): Response => new Response(null, {headers: {'cache-control': 'no-store'}})

const signInRoutes = (house: House): Route[] => [
  [
    'GET',
    '/auth/local',
    (call: Call) => {
      const target = targetIn(house, call.url.searchParams)
      if (target === 'unknown') return unknownOriginPage()
      const hasPasswords = house.accounts.people.list().some((person) => person.hasPassword)
      return signInPage({
        base: basePathOf(house.publicUrl()),
        target: target.url,
        // Before anybody has a password, the other way is the only one.
        way: hasPasswords ? 'password' : 'code',
      })
    },
  ],
  [
    'POST',
    '/auth/local',
    ownForm(house, async (call, form) => {
      const target = targetIn(house, form)
      if (target === 'unknown') return unknownOriginPage()
      const way = form.get('code') === '' ? 'password' : 'code'
      const again = (rest: Partial<SignInForm>): Response =>
        signInPage({
          base: basePathOf(house.publicUrl()),
          target: target.url,
          way,
          values: {email: form.get('email')},
          ...rest,
        })
      const attempt = async (): Promise<SignInOutcome> =>
        way === 'code'
          ? house.accounts.signInByCode(codeIn(form.get('code')), visitorOf(call))
          : house.accounts.signIn(form.get('email'), form.get('password'), visitorOf(call))
      try {
        const outcome = await attempt()
        if (outcome.kind === 'in') return goOn(house, target.url, outcome.secrets)
        if (outcome.kind === 'wait') return again(toWait(outcome.seconds))
        return again({status: 401, error: way === 'code' ? WRONG_CODE : WRONG_PASSWORD})
      } catch (error) {
        if (!(error instanceof LakeError)) throw error
        return again({status: error.status, error: error.message, headers: {'retry-after': '5'}})
      }
    }),
  ],
  [
    'GET',
    '/auth/link',
    (call: Call) => {
      if (call.request.method === 'HEAD') return looked()
      const outcome = house.accounts.signInByCode(call.url.searchParams.get('code') ?? '', visitorOf(call))
      if (outcome.kind === 'wait') return waitPage(outcome.seconds)
      return outcome.kind === 'in' ? goOn(house, house.studioUrl, outcome.secrets) : usedLinkPage()
    },
  ],
]

const invitationRoutes = (house: House): Route[] => {
  const common = () => ({base: basePathOf(house.publicUrl()), studioUrl: house.studioUrl})
  return [
    [
      'GET',
      '/auth/invite',
      ({url}: Call) => {
        const code = url.searchParams.get('code') ?? ''
        const invitation = house.accounts.links.invitationFor(code)
        return invitation ? invitationPage({...common(), code, invitation}) : usedInvitationPage()
      },
    ],
    [
      'POST',
      '/auth/invite',
      ownForm(house, async (call, form) => {
        const [code, name, email, password] = ['code', 'name', 'email', 'password'].map((field) => form.get(field))
        const invitation = house.accounts.links.invitationFor(code ?? '')
        if (!invitation) return usedInvitationPage()
        const again = {...common(), code: code ?? '', invitation}
        if (password !== form.get('repeat')) {
          return invitationPage({...again, ...DIFFERENT, values: {name: name ?? '', email: email ?? ''}})
        }
        try {
          const given = {name: name ?? '', email: email ?? '', password: password ?? ''}
          const secrets = await house.accounts.accept(code ?? '', given, visitorOf(call).browser)
          return goOn(house, house.studioUrl, secrets)
        } catch (error) {
          return invitationPage({...again, ...returnedWith(error, {name: name ?? '', email: email ?? ''})})
        }
      }),
    ],
  ]
}

/** Both times a different password: one of them is mistyped. */
export const DIFFERENT = {
  field: 'repeat',
  error: 'The two passwords are not the same. Type the new one twice.',
  status: 400,
} as const

const resetRoutes = (house: House): Route[] => {
  const formFor = (code: string) => {
    const {people, links} = house.accounts
    const id = links.personOf('reset', code)
    const person = id === null ? null : people.get(id)
    if (!person || person.disabledAt !== null || person.removedAt !== null) return null
    const {name, email} = person
    return {base: basePathOf(house.publicUrl()), studioUrl: house.studioUrl, code, name, email}
  }
  return [
    [
      'GET',
      '/auth/reset',
      ({url}: Call) => {
        const form = formFor(url.searchParams.get('code') ?? '')
        return form ? resetPage(form) : usedResetPage()
      },
    ],
    [
      'POST',
      '/auth/reset',
      ownForm(house, async (call, sent) => {
        const form = formFor(sent.get('code'))
        if (!form) return usedResetPage()
        const password = sent.get('password')
        if (password !== sent.get('repeat')) return resetPage({...form, ...DIFFERENT})
        try {
          const secrets = await house.accounts.reset(form.code, password, visitorOf(call).browser)
          return secrets ? goOn(house, house.studioUrl, secrets) : usedResetPage()
        } catch (error) {
          return resetPage({...form, ...returnedWith(error)})
        }
      }),
    ],
  ]
}

/** What the Studio asks about signing in. */
const sessionRoutes = (house: House): Route[] => [
  [
    'GET',
    '/auth/providers',
    () =>
      json({
        providers: [{name: 'local', title: 'E-mail and password', url: `${house.publicUrl()}/v1/auth/local`, logo: ''}],
        thirdPartyLogin: false,
      }),
  ],
  [
    'GET',
    '/auth/fetch',
    ({url}: Call) => {
      const token = house.accounts.sessions.redeem(url.searchParams.get('sid') ?? '')
      if (token === null) throw unauthorized('The session was fetched already or is too old: sign in again.')
      return json({token, label: 'Signed in at the lake'})
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
      if (identity.isRobot) return json({ok: true})
      const isHere = pageSessionOf(house, call)?.session.id === identity.tokenId
      house.accounts.sessions.end(identity.tokenId)
      return isHere ? withoutCookies(json({ok: true}), house.publicUrl()) : json({ok: true})
    },
  ],
  [
    'GET',
    '/check/cors',
    ({request}: Call) => {
      const origin = request.headers.get('origin')
      const isAllowed = origin === null || house.cors.isAllowed(origin)
      const withCredentials = origin === null || house.cors.allowsCredentials(origin)
      return json({result: {allowed: isAllowed, withCredentials}})
    },
  ],
]

export const authRoutes = (house: House): Route[] => [
  ...signInRoutes(house),
  ...invitationRoutes(house),
  ...resetRoutes(house),
  ...sessionRoutes(house),
]
