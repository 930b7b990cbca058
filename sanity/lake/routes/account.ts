/** The page on which people change their own account. */
import type {AccountForm} from '../account-page.ts'
import {accountPage} from '../account-page.ts'
import type {House} from '../house.ts'
import {redirect} from '../page.ts'
import {type Form, hasProof, ownForm, type PageSession, pageSessionOf, returnedWith, toWait} from '../page-visit.ts'
import type {Call, Route} from '../router.ts'
import {basePathOf, withoutCookies} from '../sign-in-cookies.ts'
import {foreignFormPage, type Returned} from '../sign-in-page.ts'
import {DIFFERENT} from './auth.ts'

/** What the page says after a change; an address can name one of these and nothing else. */
const DONE: Record<string, string> = {
  profile: 'Your name and e-mail address are changed.',
  complete: 'Saved. From now on you sign in with your e-mail address and password.',
  password: 'Your password is changed. Every other browser is signed out.',
  end: 'That browser is signed out.',
  'end-others': 'Every other browser is signed out.',
}

type Act = (house: House, session: PageSession, form: Form, call: Call) => Promise<Returned | null>

const WRONG_CURRENT: Returned = {field: 'current', error: 'This is not your password as it is now.', status: 401}

/** @returns what is wrong, or null */
async function currentPassword(
  house: House,
  {person}: PageSession,
  form: Form,
  {address}: Call,
): Promise<Returned | null> {
  const knows = await house.accounts.knowsPassword(person, form.get('current'), address)
  if (knows === true) return null
  return knows.kind === 'wait' ? {...toWait(knows.seconds), field: 'current'} : WRONG_CURRENT
}

/** Each returns what is wrong, or null when it is done. */
const ACTS: Record<string, Act> = {
  async profile(house, session, form, call) {
    const wrong = await currentPassword(house, session, form, call)
    if (wrong) return wrong
    house.accounts.setProfile(session.person, {name: form.get('name'), email: form.get('email')})
    return null
  },
  async complete(house, {person, session}, form) {
    // Whoever has a password changes it by showing it, not by this form.
    if (person.hasPassword) return {error: 'You have a password already: change it below.', status: 409}
    if (form.get('password') !== form.get('repeat')) return DIFFERENT
    const given = {name: form.get('name'), email: form.get('email'), password: form.get('password')}
    await house.accounts.complete(person, given, session.id)
    return null
  },
  async password(house, page, form, call) {
    if (form.get('password') !== form.get('repeat')) return DIFFERENT
    const wrong = await currentPassword(house, page, form, call)
    if (wrong) return wrong
    await house.accounts.changePassword(page.person, form.get('password'), page.session.id)
    return null
  },
  async end(house, {person}, form) {
    const {sessions} = house.accounts
    const mine = sessions.list(person.id).find(({id}) => id === form.get('session'))
    if (mine) sessions.end(mine.id)
    return null
  },
  async 'end-others'(house, {person, session}) {
    house.accounts.sessions.endAllOf(person.id, session.id)
    return null
  },
}

const FORMS: Record<string, AccountForm['form']> = {profile: 'profile', complete: 'complete', password: 'password'}

export function accountRoutes(house: House): Route[] {
  const base = () => basePathOf(house.publicUrl())
  const show = (session: PageSession, rest: Partial<AccountForm>): Response =>
    accountPage({
      base: base(),
      studioUrl: house.studioUrl,
      person: session.person,
      session: session.session,
      sessions: house.accounts.sessions.list(session.person.id),
      proof: session.proof,
      done: null,
      ...rest,
    })
  const toSignIn = (): Response => redirect(`${base()}/v1/auth/local?then=account`)
  return [
    [
      'GET',
      '/auth/account',
      (call: Call) => {
        const session = pageSessionOf(house, call)
        const done = call.url.searchParams.get('done') ?? ''
        return session ? show(session, {done: Object.hasOwn(DONE, done) ? (DONE[done] ?? null) : null}) : toSignIn()
      },
    ],
    [
      'POST',
      '/auth/account',
      ownForm(house, async (call, form) => {
        const session = pageSessionOf(house, call)
        if (!session) return toSignIn()
        if (!hasProof(session, form)) return foreignFormPage()
        const name = form.get('act')
        if (name === 'sign-out') {
          house.accounts.sessions.end(session.session.id)
          return withoutCookies(toSignIn(), house.publicUrl())
        }
        const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
        if (!act) return show(session, {error: 'The lake does not know this form. Load the page again.', status: 400})
        const values = {name: form.get('name'), email: form.get('email')}
        const returned = await act(house, session, form, call).catch((error: unknown) => returnedWith(error, values))
        if (returned === null) return redirect(`${base()}/v1/auth/account?done=${name}`)
        return show(session, {values, ...returned, form: FORMS[name] ?? null})
      }),
    ],
  ]
}
