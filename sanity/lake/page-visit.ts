/**
 * What the handlers of the lake's own pages begin with: the form that was sent, whether it was sent from here, and who
 * sent it.
 * @module
 */
import type {Visitor} from './account.ts'
import {cookieIn} from './cookie.ts'
import type {House} from './house.ts'
import {KIB, readBytes} from './http.ts'
import {LakeError} from './lake-error.ts'
import {waitInWords} from './page.ts'
import type {Call, Handler} from './router.ts'
import {derivedFrom, isSameSecret} from './secret.ts'
import {browserFrom, type SignedIn} from './session.ts'
import {cookieNames} from './sign-in-cookies.ts'
import {foreignFormPage, type Returned} from './sign-in-page.ts'

const MAX_FORM = 8 * KIB

export type Form = {
  get(name: string): string
}

async function formOf({request}: Call): Promise<Form> {
  const fields = new URLSearchParams(new TextDecoder().decode(await readBytes(request, MAX_FORM)))
  return {get: (name) => fields.get(name) ?? ''}
}

export const visitorOf = ({request, address}: Call): Visitor => ({
  address,
  browser: browserFrom(request.headers.get('user-agent')),
})

/**
 * Whether a form was sent by a page of the lake itself. Browsers say so in two headers; what sends neither is a program,
 * which nobody can trick into sending what it does not want. Without this, another page could sign a browser in as
 * somebody else, who then sees what its owner writes.
 */
function isOwnForm(house: House, {headers}: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  if (origin === null) return true
  if (!URL.canParse(origin)) return false
  const own = URL.canParse(house.publicUrl()) ? new URL(house.publicUrl()).origin : null
  return origin === own || new URL(origin).host === headers.get('host')
}

/** A handler of a form of the lake's own. */
export const ownForm =
  (house: House, handler: (call: Call, form: Form) => Promise<Response>): Handler =>
  async (call) => {
    if (!isOwnForm(house, call.request)) return foreignFormPage()
    return handler(call, await formOf(call))
  }

export type PageSession = SignedIn & {
  /** What every form of a page has to hold: other pages can send this browser's cookie, and cannot know this. */
  readonly proof: string
}

/** Who is signed in at the lake's own pages, by cookie; null for nobody. */
export function pageSessionOf(house: House, {request}: Call): PageSession | null {
  const cookie = cookieIn(request, cookieNames(house.publicUrl()).account)
  const signedIn = cookie === null ? null : house.accounts.sessions.find('cookie', cookie)
  return signedIn && cookie !== null ? {...signedIn, proof: derivedFrom(cookie, 'form')} : null
}

export const hasProof = ({proof}: PageSession, form: Form): boolean => isSameSecret(proof, form.get('proof'))

/** A refusal, as the form that comes back says it. @throws everything that is none */
export function returnedWith(error: unknown, values: Readonly<Record<string, string>> = {}): Returned {
  if (!(error instanceof LakeError) || error.status > 503) throw error
  const field = typeof error.body.field === 'string' ? error.body.field : null
  return {values, error: error.message, field, status: error.status}
}

/** What to say to somebody who has failed too often. */
export const toWait = (seconds: number): Returned => ({
  error: `That was not right several times. Wait ${waitInWords(seconds)}, then try again.`,
  status: 429,
  headers: {'retry-after': String(seconds)},
})
