/**
 * The page on which administrators look after who may come in: people, invitations and API tokens.
 * @module
 */
import type {TokenSummary} from './access.ts'
import type {Invitation} from './one-time.ts'
import {errorNote, field, goodNote, Html, html, page, timeInWords} from './page.ts'
import type {Person} from './person.ts'
import {errorAt, type Returned} from './sign-in-page.ts'
import {ROLES, type Role} from './user.ts'

const NAMES: Record<Role, string> = {administrator: 'Administrator', editor: 'Editor', viewer: 'Viewer (reads only)'}

export type PeopleForm = Returned & {
  readonly base: string
  readonly studioUrl: string
  readonly me: Person
  readonly people: readonly (Person & {readonly sessions: number})[]
  readonly invitations: readonly Invitation[]
  readonly tokens: readonly TokenSummary[]
  readonly isPrivate: boolean
  readonly proof: string
  readonly done: string | null
  /** A secret that was just made, shown now and never again. */
  readonly made?: {readonly what: string; readonly secret: string} | null
}

type Act = (act: string, fields: Readonly<Record<string, string>>, button: Html, extra?: Html | false) => Html

const actWith =
  (proof: string): Act =>
  (act, fields, button, extra = false) =>
    html`<form method="post"><input type="hidden" name="proof" value="${proof}"><input type="hidden" name="act" value="${act}">${Object.entries(
      fields,
    ).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${extra}${button}</form>`

const roleChoice = (id: string, label: string, chosen: Role): Html =>
  html`<div class="field"><label for="${id}">${label}</label><select id="${id}" name="role">${ROLES.map(
    (role) => html`<option value="${role}"${role === chosen && new Html(' selected')}>${NAMES[role]}</option>`,
  )}</select></div>`

function personItem(person: PeopleForm['people'][number], me: Person, act: Act): Html {
  const {id, name, email, role, disabledAt, sessions, hasPassword} = person
  const isMe = id === me.id
  const how = email === null ? 'signs in by link only' : hasPassword ? email : `${email}, without a password yet`
  const about = html`<h3>${name}${isMe && html` <span class="tag">you</span>`}${disabledAt !== null && html` <span class="tag">may not sign in</span>`}</h3>
<p class="sub">${how} · ${NAMES[role]} · ${sessions === 0 ? 'not signed in' : sessions === 1 ? 'signed in on 1 browser' : `signed in on ${sessions} browsers`}</p>`
  if (isMe) return html`<li>${about}</li>`
  const who = {person: id}
  return html`<li>${about}
<details><summary aria-label="Change ${name}">Change</summary>
${act('role', who, html`<button type="submit" aria-label="Change role of ${name}">Change role</button>`, html`<div class="choice">${roleChoice(`role-${id}`, 'Role', role)}</div>`)}
<div class="row top">
${sessions > 0 && act('sign-out', who, html`<button type="submit" aria-label="Sign out everywhere: ${name}">Sign out everywhere</button>`)}
${
  disabledAt === null
    ? act(
        'disable',
        who,
        html`<button type="submit" aria-label="Keep from signing in: ${name}">Keep from signing in</button>`,
      )
    : act('enable', who, html`<button type="submit" aria-label="Let sign in again: ${name}">Let sign in again</button>`)
}
${disabledAt === null && act('reset', who, html`<button type="submit" aria-label="Link for a new password for ${name}">Link for a new password</button>`)}
</div>
<details><summary aria-label="Remove ${name}">Remove</summary>
<p class="sub">Account and e-mail address are gone for good; the history keeps the name.</p>
<div class="choice">${act('remove', who, html`<button type="submit" class="danger">Remove ${name} for good</button>`)}</div></details>
</details></li>`
}

function invitationItem({id, email, name, role, expiresAt}: Invitation, act: Act): Html {
  const whom = name ?? email ?? 'Anybody with the link'
  return html`<li><div class="row apart"><div><h3>${whom}</h3>
<p class="sub">${email !== null && name !== null && `${email} · `}${NAMES[role]} · until ${timeInWords(expiresAt)}</p></div>
${act('withdraw', {invitation: id}, html`<button type="submit" aria-label="Withdraw the invitation of ${whom}">Withdraw</button>`)}</div></li>`
}

function tokenItem({id, name, role, createdAt, expiresAt, usedAt}: TokenSummary, act: Act): Html {
  return html`<li><div class="row apart"><div><h3>${name}</h3>
<p class="sub">${NAMES[role]} · made ${timeInWords(createdAt)} · last used ${timeInWords(usedAt)}${expiresAt !== null && ` · ends ${timeInWords(expiresAt)}`}</p></div>
${act('revoke', {token: id}, html`<button type="submit" class="danger" aria-label="Revoke the token ${name}">Revoke</button>`)}</div></li>`
}

export function peoplePage(form: PeopleForm): Response {
  const {base, studioUrl, me, people, invitations, tokens, isPrivate, proof, done, error = null, values = {}} = form
  const act = actWith(proof)
  const {made = null, field: at = null} = form
  return page(
    'People and access',
    html`<nav aria-label="Other pages"><a href="${studioUrl}">To the Studio</a><a href="${base}/v1/auth/account">Your account</a></nav>
${goodNote(done)}${errorNote(at === null ? error : null)}
${made !== null && html`<div class="note good" role="status">${made.what} It is shown only now:<span class="secret">${made.secret}</span></div>`}
<p class="lead">${
      isPrivate
        ? 'The content is private: nobody reads it without signing in or a token.'
        : 'What is published is public: anybody who can reach this address can read it. Drafts are not.'
    }</p>
<h2>People</h2>
<ul class="list">${people.map((person) => personItem(person, me, act))}</ul>
<h2>Invite somebody</h2>
<p>You get a link to hand on. It works once, within seven days; whoever opens it chooses a password.</p>
${act(
  'invite',
  {},
  html`<button type="submit" class="main">Make a link</button>`,
  html`${field({id: 'invite-name', name: 'name', label: 'Name (if you like)', autocomplete: 'off', isOptional: true, value: values.name ?? '', error: errorAt(form, 'name'), maxLength: 100})}
${field({id: 'invite-email', name: 'email', label: 'E-mail (if you like)', type: 'email', autocomplete: 'off', isOptional: true, hint: 'Given here, the account is for this address and no other.', value: values.email ?? '', error: errorAt(form, 'email')})}
${roleChoice('invite-role', 'Role', 'editor')}`,
)}
${invitations.length > 0 && html`<h2>Open invitations</h2><ul class="list">${invitations.map((item) => invitationItem(item, act))}</ul>`}
<h2>API tokens</h2>
<p>For programs. Each has a name, so that you know later which to revoke.</p>
${tokens.length > 0 && html`<ul class="list">${tokens.map((item) => tokenItem(item, act))}</ul>`}
<details><summary>Make a token</summary>
${act(
  'token',
  {},
  html`<button type="submit">Make the token</button>`,
  html`${field({id: 'token-name', name: 'label', label: 'What it is for', autocomplete: 'off', error: errorAt(form, 'label'), maxLength: 100})}${roleChoice('token-role', 'Role', 'viewer')}`,
)}</details>`,
    {isWide: true, status: form.status, hasError: error !== null},
  )
}
