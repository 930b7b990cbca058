/** The page on which administrators look after people, invitations and tokens. */
import {accessAdmin} from '../access-admin.ts'
import type {House} from '../house.ts'
import {fieldFault, refusal} from '../lake-error.ts'
import {html, page, redirect} from '../page.ts'
import {type Form, hasProof, ownForm, type PageSession, pageSessionOf, returnedWith} from '../page-visit.ts'
import {type PeopleForm, peoplePage} from '../people-page.ts'
import type {Call, Route} from '../router.ts'
import {basePathOf} from '../sign-in-cookies.ts'
import {foreignFormPage} from '../sign-in-page.ts'
import {isRole, type Role} from '../user.ts'

const DONE: Record<string, string> = {
  role: 'The role is changed. It holds from the next thing they do.',
  disable: 'They are signed out everywhere and may not sign in.',
  enable: 'They may sign in again.',
  remove: 'They are removed. The history keeps their name.',
  'sign-out': 'They are signed out everywhere.',
  withdraw: 'The invitation is withdrawn.',
  revoke: 'The token is revoked.',
}

type Made = NonNullable<PeopleForm['made']>

/** Each returns the secret that it has made, if any. */
type Act = (house: House, form: Form) => Made | undefined

function roleIn(form: Form): Role {
  const role = form.get('role')
  if (isRole(role)) return role
  throw refusal(400, 'Choose a role.')
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

const ACTS: Record<string, Act> = {
  role({accounts}, form) {
    accounts.setRole(form.get('person'), roleIn(form))
    return undefined
  },
  disable({accounts}, form) {
    accounts.disable(form.get('person'))
    return undefined
  },
  enable({accounts}, form) {
    accounts.enable(form.get('person'))
    return undefined
  },
  remove({accounts}, form) {
    accounts.remove(form.get('person'))
    return undefined
  },
  'sign-out'({accounts}, form) {
    accounts.sessions.endAllOf(form.get('person'))
    return undefined
  },
  withdraw({accounts}, form) {
    accounts.links.withdraw(form.get('invitation'))
    return undefined
  },
  revoke({access}, form) {
    access.revokeToken(form.get('token'))
    return undefined
  },
  reset(house, form) {
    const {url, name} = accessAdmin(house).createResetLink(form.get('person'))
    return {what: `The link with which ${name} chooses a new password. It works once, within an hour.`, secret: url}
  },
  invite(house, form) {
    const {url} = accessAdmin(house).invite({
      role: roleIn(form),
      email: orNull(form.get('email')),
      name: orNull(form.get('name')),
      lifetimeSeconds: null,
    })
    return {what: 'The invitation. It works once, within seven days.', secret: url}
  },
  token({access}, form) {
    const name = form.get('label').trim()
    if (name === '') throw fieldFault('label', 'Say what the token is for.')
    const {token} = access.createToken(roleIn(form), name.slice(0, 100), null)
    return {what: `The token “${name}”.`, secret: token}
  },
}

const onlyAdministrators = (): Response =>
  page('This page is for administrators', html`<p>Ask one of them for what you need.</p>`, {status: 403})

export function peopleRoutes(house: House): Route[] {
  const base = () => basePathOf(house.publicUrl())
  const show = ({person, proof}: PageSession, rest: Partial<PeopleForm>): Response => {
    const {people, sessions, links} = house.accounts
    return peoplePage({
      base: base(),
      studioUrl: house.studioUrl,
      me: person,
      people: people.list().map((somebody) => ({...somebody, sessions: sessions.list(somebody.id).length})),
      invitations: links.invitations(),
      tokens: house.access.listTokens(),
      isPrivate: house.visibility.isPrivate,
      proof,
      done: null,
      ...rest,
    })
  }
  const toSignIn = (): Response => redirect(`${base()}/v1/auth/local?then=account`)
  return [
    [
      'GET',
      '/auth/people',
      (call: Call) => {
        const session = pageSessionOf(house, call)
        if (!session) return toSignIn()
        if (session.person.role !== 'administrator') return onlyAdministrators()
        const done = call.url.searchParams.get('done') ?? ''
        return show(session, {done: Object.hasOwn(DONE, done) ? (DONE[done] ?? null) : null})
      },
    ],
    [
      'POST',
      '/auth/people',
      ownForm(house, async (call, form) => {
        const session = pageSessionOf(house, call)
        if (!session) return toSignIn()
        if (!hasProof(session, form)) return foreignFormPage()
        if (session.person.role !== 'administrator') return onlyAdministrators()
        const name = form.get('act')
        const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
        if (!act) return show(session, {error: 'The lake does not know this form. Load the page again.', status: 400})
        if (form.get('person') === session.person.id) {
          return show(session, {error: 'What concerns your own account is on its own page.', status: 409})
        }
        try {
          const made = act(house, form)
          return made === undefined ? redirect(`${base()}/v1/auth/people?done=${name}`) : show(session, {made})
        } catch (error) {
          return show(session, returnedWith(error, {name: form.get('name'), email: form.get('email')}))
        }
      }),
    ],
  ]
}
