/**
 * The pages on the way in: signing in, accepting an invitation, setting a new password, and what to say when a link is
 * used up.
 * @module
 */
import type {Invitation} from './one-time.ts'
import {errorNote, field, Html, html, page, waitInWords} from './page.ts'

/** The command that prints another link, in words for the person at the keyboard. */
const ANOTHER = html`<p>Whoever runs this site can print a fresh link with this command:</p><p><code>npm run lake -- link</code></p>`

export const usedLinkPage = (): Response =>
  page(
    'This sign-in link no longer works',
    html`<p>A link signs in once, and only within 15 minutes of being made. This one was used already, or it is too old. Nothing is wrong with the site.</p>${ANOTHER}`,
    {status: 410},
  )

/** To somebody who opened too many links that were none. */
export const waitPage = (seconds: number): Response =>
  page(
    'Wait a little',
    html`<p>Too many links from your network did not work. Yours was not used up: open it again in ${waitInWords(seconds)}.</p>`,
    {status: 429, headers: {'retry-after': String(seconds)}},
  )

export const usedResetPage = (): Response =>
  page(
    'This link no longer works',
    html`<p>A link for a new password works once, and only within an hour of being made. Ask whoever runs this site for another.</p>`,
    {status: 410},
  )

export const usedInvitationPage = (): Response =>
  page(
    'This invitation no longer works',
    html`<p>It was used already, was withdrawn, or is too old. Ask whoever invited you for another.</p>`,
    {status: 410},
  )

export const unknownOriginPage = (): Response =>
  page(
    'This Studio is not known here',
    html`<p>The content store signs people in only to Studios on its list of allowed origins. Whoever runs it can add this one:</p><p><code>npm run lake -- cors add https://studio.example.org --credentials</code></p>`,
    {status: 403},
  )

export const foreignFormPage = (): Response =>
  page(
    'This form was not sent from here',
    html`<p>To be on the safe side, the content store takes sign-ins from its own page only. Open the Studio and sign in from there.</p>`,
    {status: 403},
  )

/** What a form was sent with and why it comes back. */
export type Returned = {
  readonly values?: Readonly<Record<string, string>>
  readonly error?: string | null
  /** The field that the error speaks of; without one it is said above the form. */
  readonly field?: string | null
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** The error of a form, where it is said of this field. */
export const errorAt = ({error = null, field: at = null}: Returned, name: string): string | null =>
  at === name ? error : null

/** The error of a form, where it is said of none. */
const errorAbove = ({error = null, field: at = null}: Returned): Html | null => errorNote(at === null ? error : null)

export type SignInForm = Returned & {
  readonly base: string
  /** Where to go afterwards: a Studio, or null for the lake's own page about the account. */
  readonly target: string | null
  /** Which of the two ways was tried and failed, or is open from the beginning. */
  readonly way: 'password' | 'code'
}

/** Signing in with e-mail and password, or with a one-time code. */
export function signInPage({base, target, way, values = {}, error = null, status, headers}: SignInForm): Response {
  const place = target === null ? null : new URL(target)
  const goal = html`<input type="hidden" name="${place === null ? 'then' : 'origin'}" value="${place?.href ?? 'account'}">`
  const action = `${base}/v1/auth/local`
  const isCode = way === 'code'
  const lead = place
    ? html`You go on to the Studio at <strong>${place.host}</strong>.`
    : html`You go on to your account.`
  return page(
    'Sign in',
    html`<p class="lead">${lead}</p>
${!isCode && errorNote(error)}
<form method="post" action="${action}">${goal}
${field({id: 'email', name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username', value: values.email ?? ''})}
${field({
  id: 'password',
  name: 'password',
  label: 'Password',
  type: 'password',
  autocomplete: 'current-password',
  isToCorrect: !isCode && error !== null,
})}
<button type="submit" class="main">Sign in</button>
</form>
<details${isCode ? new Html(' open') : null}><summary>Sign in with a one-time link</summary>
${isCode && errorNote(error)}
<form method="post" action="${action}">${goal}
${field({
  id: 'code',
  name: 'code',
  label: 'Sign-in link or code',
  autocomplete: 'one-time-code',
  hint: 'It stands on the screen where the site was started, or comes from: npm run lake -- link',
  isToCorrect: isCode && error !== null,
})}
<button type="submit">Sign in with it</button>
</form></details>
<details><summary>I forgot my password</summary>
<p>Nobody can look it up. An administrator, or whoever runs this site, can make you a link for a new one:</p>
<p><code>npm run lake -- user reset you@example.org</code></p>
</details>`,
    {status, hasError: error !== null, formTargets: place ? [place.origin] : [], headers},
  )
}

/** Said of passwords wherever one is chosen. */
const PASSWORD_HINT =
  'At least 12 characters. Three or four words that do not belong together are strong and easy to remember.'

export const newPasswordFields = (form: Returned, label = 'Password'): Html =>
  html`${field({
    id: 'new-password',
    name: 'password',
    label,
    type: 'password',
    autocomplete: 'new-password',
    hint: PASSWORD_HINT,
    error: errorAt(form, 'password'),
    maxLength: 400,
  })}${field({
    id: 'repeat-password',
    name: 'repeat',
    label: 'The same password again',
    type: 'password',
    autocomplete: 'new-password',
    error: errorAt(form, 'repeat'),
    maxLength: 400,
  })}`

const ABILITIES = {
  administrator: 'change all content and decide who else may come in',
  editor: 'change and publish all content',
  viewer: 'read all content, also what is not published yet, and change nothing',
} as const

export type InvitationForm = Returned & {
  readonly base: string
  readonly code: string
  readonly invitation: Invitation
  readonly studioUrl: string
}

export function invitationPage({base, code, invitation, studioUrl, values = {}, ...form}: InvitationForm): Response {
  const {email, name, role} = invitation
  return page(
    'Welcome',
    html`<p class="lead">You were invited to the Studio at <strong>${new URL(studioUrl).host}</strong>, where you may ${ABILITIES[role]}.</p>
${errorAbove(form)}
<form method="post" action="${base}/v1/auth/invite">
<input type="hidden" name="code" value="${code}">
${field({
  id: 'name',
  name: 'name',
  label: 'Your name',
  autocomplete: 'name',
  value: values.name ?? name ?? '',
  error: errorAt(form, 'name'),
  hint: 'Colleagues see it beside what you change.',
  maxLength: 100,
})}
${
  email === null
    ? field({
        id: 'email',
        name: 'email',
        label: 'E-mail',
        type: 'email',
        autocomplete: 'username',
        value: values.email ?? '',
        error: errorAt(form, 'email'),
      })
    : html`<div class="field"><label for="email">E-mail</label><input id="email" name="email" type="email" autocomplete="username" value="${email}" readonly></div>`
}
${newPasswordFields(form)}
<button type="submit" class="main">Begin</button>
</form>`,
    {
      status: form.status,
      hasError: (form.error ?? null) !== null,
      formTargets: [new URL(studioUrl).origin],
      headers: form.headers,
    },
  )
}

export type ResetForm = Returned & {
  readonly base: string
  readonly code: string
  readonly name: string
  readonly email: string | null
  readonly studioUrl: string
}

export function resetPage({base, code, name, email, studioUrl, ...form}: ResetForm): Response {
  return page(
    'Choose a new password',
    html`<p class="lead">For ${name}. Every browser that is signed in with the old password is signed out.</p>
${errorAbove(form)}
<form method="post" action="${base}/v1/auth/reset">
<input type="hidden" name="code" value="${code}">
${email !== null && html`<div class="field"><label for="email">E-mail</label><input id="email" type="email" autocomplete="username" value="${email}" readonly></div>`}
${newPasswordFields(form)}
<button type="submit" class="main">Set password and sign in</button>
</form>`,
    {
      status: form.status,
      hasError: (form.error ?? null) !== null,
      formTargets: [new URL(studioUrl).origin],
      headers: form.headers,
    },
  )
}

/** The address of a Studio, with the session's id where servers never see it. */
export function withSession(target: string, sid: string): string {
  const url = new URL(target)
  url.hash = `sid=${sid}`
  return url.href
}
