/**
 * What the owner of the machine may do about people, tokens, origins and the dataset, as the command line asks for it.
 * @module
 */
import type {TokenSummary} from './access.ts'
import type {AllowedOrigin} from './cors.ts'
import type {Visibility} from './dataset-visibility.ts'
import type {House} from './house.ts'
import {refusal} from './lake-error.ts'
import type {Invitation} from './one-time.ts'
import type {Person} from './person.ts'
import type {Session} from './session.ts'
import type {Role} from './user.ts'

export type LinkMade = {readonly url: string; readonly expiresAt: number}

/** People are named by id or e-mail address. */
export type AccessAdmin = {
  /** A link that signs one person in to the Studio, once, within 15 minutes; the first administrator, unless named. */
  createLink(options?: {who?: string}): LinkMade & {name: string}
  createToken(options: {role: Role; name: string; lifetimeSeconds: number | null}): {token: string; id: string}
  listTokens(): TokenSummary[]
  revokeToken(id: string): boolean
  invite(options: {
    role: Role
    email: string | null
    name: string | null
    lifetimeSeconds: number | null
  }): LinkMade & {id: string}
  listInvitations(): Invitation[]
  withdrawInvitation(id: string): boolean
  listPeople(): Person[]
  setRole(who: string, role: Role): Person
  disable(who: string): Person
  enable(who: string): Person
  remove(who: string): Person
  /** A link with which somebody sets a new password, once, within an hour. */
  createResetLink(who: string): LinkMade & {name: string}
  listSessions(who: string | null): (Session & {readonly name: string})[]
  endSession(id: string): boolean
  /** @returns how many */
  endSessionsOf(who: string): number
  listOrigins(): readonly AllowedOrigin[]
  allowOrigin(origin: string, credentials: boolean): AllowedOrigin
  removeOrigin(origin: string): boolean
  visibility(): Visibility
  setVisibility(visibility: Visibility): void
}

/** How long an invitation is good for where nobody says. */
const INVITATION_SECONDS = 7 * 24 * 60 * 60
const MAX_INVITATION_SECONDS = 30 * 24 * 60 * 60

export function accessAdmin(house: House): AccessAdmin {
  const {access, accounts, cors, visibility} = house
  const {people, sessions, links} = accounts
  const find = (who: string): Person => {
    const person = people.find(who)
    if (person) return person
    throw refusal(404, `There is nobody "${who}"; "user list" shows who there is.`)
  }
  const changed = (who: string, change: (id: string) => void): Person => {
    const {id} = find(who)
    change(id)
    return people.get(id) ?? find(who)
  }
  const address = (page: string, code: string): string => `${house.publicUrl()}/v1/auth/${page}?code=${code}`
  return {
    createLink({who} = {}) {
      const {id, name, disabledAt} = who === undefined ? people.owner() : find(who)
      if (disabledAt !== null) throw refusal(409, `${name} may not sign in: "user enable" changes that.`)
      const {code, expiresAt} = links.createCode('link', id)
      return {url: address('link', code), expiresAt, name}
    },
    createToken({role, name, lifetimeSeconds}) {
      const {token, summary} = access.createToken(role, name, lifetimeSeconds)
      return {token, id: summary.id}
    },
    listTokens: () => access.listTokens(),
    revokeToken: (id) => access.revokeToken(id),
    invite({role, email, name, lifetimeSeconds}) {
      const seconds = lifetimeSeconds ?? INVITATION_SECONDS
      if (!(seconds > 0 && seconds <= MAX_INVITATION_SECONDS)) {
        throw refusal(400, 'An invitation is good for at most 30 days.')
      }
      const {code, invitation} = accounts.invite(role, {email, name}, seconds)
      return {url: address('invite', code), expiresAt: invitation.expiresAt, id: invitation.id}
    },
    listInvitations: () => links.invitations(),
    withdrawInvitation: (id) => links.withdraw(id),
    listPeople: () => people.list(),
    setRole: (who, role) => changed(who, (id) => accounts.setRole(id, role)),
    disable: (who) => changed(who, (id) => accounts.disable(id)),
    enable: (who) => changed(who, (id) => accounts.enable(id)),
    remove: (who) => changed(who, (id) => accounts.remove(id)),
    createResetLink(who) {
      const {id, name, disabledAt} = find(who)
      if (disabledAt !== null) throw refusal(409, `${name} may not sign in: "user enable" changes that.`)
      const {code, expiresAt} = links.createCode('reset', id)
      return {url: address('reset', code), expiresAt, name}
    },
    listSessions: (who) =>
      sessions
        .list(who === null ? null : find(who).id)
        .map((session) => ({...session, name: people.get(session.personId)?.name ?? ''})),
    endSession: (id) => sessions.end(id),
    endSessionsOf: (who) => sessions.endAllOf(find(who).id),
    listOrigins: () => cors.list(),
    allowOrigin: (origin, credentials) => cors.add(origin, credentials),
    removeOrigin: (origin) => cors.remove(origin),
    visibility: () => visibility.current,
    setVisibility: (value) => visibility.set(value),
  }
}
