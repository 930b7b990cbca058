/**
 * The page of somebody who is signed in: name, address, password, and where else they are signed in.
 * @module
 */
import {errorNote, field, goodNote, type Html, html, page, timeInWords} from './page.ts'
import type {Person} from './person.ts'
import type {Session} from './session.ts'
import {errorAt, newPasswordFields, type Returned} from './sign-in-page.ts'

const TITLES = {administrator: 'Administrator', editor: 'Editor', viewer: 'Viewer'} as const

export type AccountForm = Returned & {
  readonly base: string
  readonly studioUrl: string
  readonly person: Person
  readonly session: Session
  readonly sessions: readonly Session[]
  /** Proves that a form comes from this page as this session sees it. */
  readonly proof: string
  /** What has just been done. */
  readonly done: string | null
  /** Which of the forms came back. */
  readonly form?: 'profile' | 'password' | 'complete' | null
}

const hidden = (proof: string, act: string): Html =>
  html`<input type="hidden" name="proof" value="${proof}"><input type="hidden" name="act" value="${act}">`

/** The fields of a form that did not come back are as they were, and nothing is said of them. */
const returnedTo = (form: AccountForm, name: AccountForm['form']): Returned =>
  form.form === name ? {values: form.values, error: form.error, field: form.field} : {}

const currentPassword = (id: string, returned: Returned): Html =>
  field({
    id,
    name: 'current',
    label: 'Your password as it is now',
    type: 'password',
    autocomplete: 'current-password',
    error: errorAt(returned, 'current'),
    maxLength: 400,
  })

function whoYouAre(person: Person, returned: Returned): Html {
  const {values = {}} = returned
  return html`${field({
    id: 'name',
    name: 'name',
    label: 'Your name',
    autocomplete: 'name',
    hint: 'Colleagues see it beside what you change.',
    value: values.name ?? (person.email === null && person.name === 'Local editor' ? '' : person.name),
    error: errorAt(returned, 'name'),
    maxLength: 100,
  })}${field({
    id: 'email',
    name: 'email',
    label: 'E-mail',
    type: 'email',
    autocomplete: 'username',
    hint: 'You sign in with it. Nothing is sent to it.',
    value: values.email ?? person.email ?? '',
    error: errorAt(returned, 'email'),
  })}`
}

/** Tells password managers whose password changes. */
const usernameOf = ({email}: Person): Html =>
  html`<input type="text" autocomplete="username" value="${email ?? ''}" readonly hidden>`

/** For somebody who came in by link: from the next time on without one. */
function completion(form: AccountForm): Html {
  const returned = returnedTo(form, 'complete')
  return html`<h2>Sign in without a link from now on</h2>
<p>You came in with a one-time link. With an e-mail address and a password you need none the next time.</p>
<form method="post">${hidden(form.proof, 'complete')}
${whoYouAre(form.person, returned)}${newPasswordFields(returned)}
<button type="submit" class="main">Save</button></form>`
}

function profile(form: AccountForm): Html {
  const returned = returnedTo(form, 'profile')
  return html`<h2>Name and e-mail</h2>
<form method="post">${hidden(form.proof, 'profile')}
${whoYouAre(form.person, returned)}${currentPassword('current-for-profile', returned)}
<button type="submit" class="main">Save</button></form>
<h2>Password</h2>
<p>Every other browser that is signed in as you is signed out.</p>
<form method="post">${hidden(form.proof, 'password')}
${usernameOf(form.person)}${currentPassword('current-for-password', returnedTo(form, 'password'))}${newPasswordFields(returnedTo(form, 'password'), 'New password')}
<button type="submit" class="main">Change password</button></form>`
}

function place({sessions, session: mine, proof}: AccountForm): Html {
  const others = sessions.length - 1
  return html`<h2>Where you are signed in</h2>
<ul class="list">${sessions.map(
    ({id, browser, createdAt, usedAt, expiresAt}) => html`<li><div class="row apart"><div>
<h3>${browser}${id === mine.id && html` <span class="tag">this one</span>`}</h3>
<p class="sub">Since ${timeInWords(createdAt)}. Last used ${usedAt === null || usedAt < createdAt ? 'then' : timeInWords(usedAt)}. Ends by itself ${timeInWords(expiresAt)}.</p></div>
${id !== mine.id && html`<form method="post">${hidden(proof, 'end')}<input type="hidden" name="session" value="${id}"><button type="submit" aria-label="Sign out ${browser}, since ${timeInWords(createdAt)}">Sign out</button></form>`}
</div></li>`,
  )}</ul>
<div class="row top">
${others > 0 && html`<form method="post">${hidden(proof, 'end-others')}<button type="submit">Sign out everywhere else</button></form>`}
<form method="post">${hidden(proof, 'sign-out')}<button type="submit">Sign out here</button></form>
</div>`
}

export function accountPage(form: AccountForm): Response {
  const {person, base, studioUrl, done, error = null, field: at = null, form: which = null} = form
  return page(
    'Your account',
    html`<nav aria-label="Other pages"><a href="${studioUrl}">To the Studio</a>${
      person.role === 'administrator' && html`<a href="${base}/v1/auth/people">People and access</a>`
    }</nav>
<p class="lead">${person.name}${person.email !== null && ` · ${person.email}`} · ${TITLES[person.role]}</p>
${goodNote(done)}${errorNote(at === null || which === null ? error : null)}
${person.hasPassword ? profile(form) : completion(form)}
${place(form)}`,
    {isWide: true, status: form.status, hasError: error !== null, headers: form.headers},
  )
}
