/**
 * What happens to accounts: signing in by password or link, accepting an invitation, changing and ending. The rooms
 * below each keep one table; here stand the rules that concern several.
 * @module
 */

import type {DatabaseSync} from 'node:sqlite'
import {atomically} from './atomically.ts'
import {ACCOUNT, ADDRESS, Attempts, networkOf} from './attempts.ts'
import {fieldFault, refusal} from './lake-error.ts'
import {type Invitation, OneTimeLinks} from './one-time.ts'
import {faultOfPassword, hashPassword, isPassword, isWeak} from './password.ts'
import {emailFrom, isActive, nameFrom, People, type Person} from './person.ts'
import {type Secrets, Sessions} from './session.ts'
import type {Role} from './user.ts'

/** Where an attempt comes from: the network address, or null where the caller is in this process; and the browser. */
export type Visitor = {readonly address: string | null; readonly browser: string}

export type Refused = {readonly kind: 'refused'} | {readonly kind: 'wait'; readonly seconds: number}
export type SignInOutcome = {readonly kind: 'in'; readonly secrets: Secrets} | Refused

export type Acceptance = {readonly name: string; readonly email: string; readonly password: string}

/** @throws LakeError 400 with a sentence for who chose it */
function assertGoodPassword(password: string, about: readonly (string | null)[]): void {
  const fault = faultOfPassword(password, about)
  if (fault) throw fieldFault('password', fault)
}

export class Accounts {
  readonly people: People
  readonly sessions: Sessions
  readonly links: OneTimeLinks
  readonly #db: DatabaseSync
  readonly #byAccount: Attempts
  readonly #byAddress: Attempts

  /** @param onEnd hears the id of every session that ends before its time */
  constructor(db: DatabaseSync, now: () => number, onEnd: (sessionId: string) => void) {
    this.#db = db
    this.people = new People(db, now)
    this.sessions = new Sessions(db, this.people, now, onEnd)
    this.links = new OneTimeLinks(db, now)
    this.#byAccount = new Attempts(ACCOUNT, now)
    this.#byAddress = new Attempts(ADDRESS, now)
  }

  /** Unknown, disabled, without a password, wrong: one answer for all of them, after the same work. */
  async signIn(email: string, password: string, visitor: Visitor): Promise<SignInOutcome> {
    const typed = email.normalize('NFKC').trim().toLowerCase().slice(0, 254)
    const limits = this.#limitsFor(`account:${typed}`, visitor.address)
    const wait = limits.begin()
    if (wait > 0) return {kind: 'wait', seconds: wait}
    const found = typed === '' ? null : this.people.find(typed)
    const person = found && found.email === typed && isActive(found) ? found : null
    const stored = person ? this.people.passwordOf(person.id) : null
    if (!(await isPassword(password, stored)) || !person || !stored) return {kind: 'refused'}
    limits.succeed()
    if (isWeak(stored)) this.people.setPassword(person.id, await hashPassword(password))
    // Hashing took its time: who was disabled meanwhile stays out.
    const still = this.people.get(person.id)
    return still && isActive(still)
      ? {kind: 'in', secrets: this.sessions.begin(person.id, visitor.browser)}
      : {kind: 'refused'}
  }

  /** Uses up a one-time link. The codes cannot be guessed, so that only who floods is held up. */
  signInByCode(code: string, visitor: Visitor): SignInOutcome {
    const limits = this.#limitsFor(null, visitor.address)
    const wait = limits.begin()
    if (wait > 0) return {kind: 'wait', seconds: wait}
    const id = this.links.take('link', code)
    const person = id === null ? null : this.people.get(id)
    if (!person || !isActive(person)) return {kind: 'refused'}
    limits.succeed()
    return {kind: 'in', secrets: this.sessions.begin(person.id, visitor.browser)}
  }

  /** Makes an invited person one of the people here, and signs them in. @throws LakeError 400, 409, 410 */
  async accept(code: string, given: Acceptance, browser: string): Promise<Secrets> {
    const known = this.#invitation(code)
    const name = nameFrom(given.name)
    const email = known.email ?? emailFrom(given.email)
    assertGoodPassword(given.password, [name, email])
    const password = await hashPassword(given.password)
    return atomically(this.#db, () => {
      const {id, role} = this.#invitation(code)
      const person = this.people.add({name, email, emailIsGiven: known.email !== null, role, password})
      this.links.withdraw(id)
      return this.sessions.begin(person.id, browser)
    })
  }

  /** @throws LakeError 410 */
  #invitation(code: string): Invitation {
    const invitation = this.links.invitationFor(code)
    if (invitation) return invitation
    throw refusal(410, 'This invitation was used already, was withdrawn, or is too old.')
  }

  /** Invites somebody. @throws LakeError 400, or 409 when somebody with the address is here already */
  invite(role: Role, {email, name}: {email: string | null; name: string | null}, lifetimeSeconds: number) {
    const address = email === null ? null : emailFrom(email)
    if (address !== null && this.people.find(address)) {
      throw fieldFault('email', `Somebody with the address ${address} is here already.`, 409)
    }
    return this.links.invite(role, address, name === null ? null : nameFrom(name), lifetimeSeconds)
  }

  /** Sets a new password with a link for that, ends every session, and signs in. @returns null for a link that is no longer good */
  async reset(code: string, password: string, browser: string): Promise<Secrets | null> {
    const id = this.links.personOf('reset', code)
    const person = id === null ? null : this.people.get(id)
    if (!person || !isActive(person)) return null
    assertGoodPassword(password, [person.name, person.email])
    const hash = await hashPassword(password)
    return atomically(this.#db, () => {
      if (this.links.take('reset', code) === null) return null
      this.#changePassword(person, hash, null)
      return this.sessions.begin(person.id, browser)
    })
  }

  /** Whether somebody who is signed in knows their password, as often as signing in allows. */
  async knowsPassword(person: Person, password: string, address: string | null): Promise<true | Refused> {
    const limits = this.#limitsFor(`account:${person.email ?? person.id}`, address)
    const wait = limits.begin()
    if (wait > 0) return {kind: 'wait', seconds: wait}
    if (!(await isPassword(password, this.people.passwordOf(person.id)))) return {kind: 'refused'}
    limits.succeed()
    return true
  }

  /** Changes a password and ends every other session. @throws LakeError 400 */
  async changePassword(person: Person, password: string, keepSession: string): Promise<void> {
    assertGoodPassword(password, [person.name, person.email])
    const hash = await hashPassword(password)
    atomically(this.#db, () => this.#changePassword(person, hash, keepSession))
  }

  /** The first administrator, and anybody who signed in by link, becomes somebody with an address and a password. */
  async complete(person: Person, given: Acceptance, keepSession: string): Promise<void> {
    const name = nameFrom(given.name)
    const email = emailFrom(given.email)
    assertGoodPassword(given.password, [name, email])
    const hash = await hashPassword(given.password)
    atomically(this.#db, () => {
      this.people.setProfile(person.id, {name, email})
      this.#changePassword(person, hash, keepSession)
    })
  }

  /** @throws LakeError 400, 409 */
  setProfile(person: Person, given: {name: string; email: string}): void {
    this.people.setProfile(person.id, {name: nameFrom(given.name), email: emailFrom(given.email)})
  }

  /** @throws LakeError 409 when nobody would be left to look after the others */
  setRole(id: string, role: Role): void {
    const person = this.people.require(id)
    if (role !== 'administrator') this.#assertNotLast(person)
    this.people.setRole(id, role)
  }

  disable(id: string): void {
    this.#assertNotLast(this.people.require(id))
    atomically(this.#db, () => {
      this.people.setDisabled(id, true)
      this.#shutOut(id)
    })
  }

  enable(id: string): void {
    this.people.require(id)
    this.people.setDisabled(id, false)
  }

  remove(id: string): void {
    this.#assertNotLast(this.people.require(id))
    atomically(this.#db, () => {
      this.people.remove(id)
      this.#shutOut(id)
    })
  }

  #shutOut(id: string): void {
    this.sessions.endAllOf(id)
    this.links.withdrawAllOf(id)
  }

  #changePassword(person: Person, hash: string, keepSession: string | null): void {
    this.people.setPassword(person.id, hash)
    this.sessions.endAllOf(person.id, keepSession)
    this.links.withdrawAllOf(person.id)
    if (person.email !== null) this.#byAccount.clear(`account:${person.email}`)
  }

  #assertNotLast(person: Person): void {
    const administrators = this.people.list().filter((other) => other.role === 'administrator' && isActive(other))
    if (administrators.length !== 1 || administrators[0]?.id !== person.id) return
    throw refusal(409, `${person.name} is the only administrator. Make somebody else one first.`)
  }

  /** Counts an attempt before its outcome is known; a good one is taken back. */
  #limitsFor(account: string | null, address: string | null) {
    const subjects: [Attempts, string][] = []
    if (account !== null) subjects.push([this.#byAccount, account])
    const network = address === null ? null : `address:${networkOf(address)}`
    if (network !== null) subjects.push([this.#byAddress, network])
    return {
      /** @returns seconds to wait, or 0 */
      begin: (): number => {
        const wait = Math.max(0, ...subjects.map(([attempts, subject]) => attempts.waitFor(subject)))
        if (wait === 0) for (const [attempts, subject] of subjects) attempts.fail(subject)
        return Math.ceil(wait / 1000)
      },
      succeed: (): void => {
        if (account !== null) this.#byAccount.clear(account)
        // Forgiven, not forgotten: else an account of one's own would clear the way to others.
        if (network !== null) this.#byAddress.forgive(network)
      },
    }
  }
}
