/**
 * Links that work once: to sign in, to set a new password, and to become one of the people here.
 * @module
 */
import type {DatabaseSync} from 'node:sqlite'
import {newId} from './document.ts'
import {nullableTextOf, numberOf, type Row, textOf} from './row.ts'
import {hashOf, newSecret} from './secret.ts'
import {isRole, type Role} from './user.ts'

const MINUTE = 60_000

export type CodeKind = 'link' | 'reset'

/** How long each is good for. A reset is read out over the telephone more often than it is clicked. */
const LIFETIMES: Record<CodeKind, number> = {link: 15 * MINUTE, reset: 60 * MINUTE}

export type Invitation = {
  readonly id: string
  /** Asked of who accepts where it is null. */
  readonly email: string | null
  readonly name: string | null
  readonly role: Role
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly expiresAt: number
}

function invitationOf(row: Row): Invitation {
  const role = textOf(row, 'role')
  return {
    id: textOf(row, 'id'),
    email: nullableTextOf(row, 'email'),
    name: nullableTextOf(row, 'name'),
    role: isRole(role) ? role : 'viewer',
    createdAt: numberOf(row, 'created_at'),
    expiresAt: numberOf(row, 'expires_at'),
  }
}

export class OneTimeLinks {
  readonly #db: DatabaseSync
  readonly #now: () => number

  constructor(db: DatabaseSync, now: () => number) {
    this.#db = db
    this.#now = now
    this.#forgetOld()
  }

  createCode(kind: CodeKind, personId: string): {code: string; expiresAt: number} {
    this.#forgetOld()
    const code = newSecret()
    const expiresAt = this.#now() + LIFETIMES[kind]
    this.#db.prepare('insert into one_time values (?, ?, ?, ?)').run(hashOf(code), kind, personId, expiresAt)
    return {code, expiresAt}
  }

  /** Whom a code is for, without using it up. */
  personOf(kind: CodeKind, code: string): string | null {
    const row = this.#db
      .prepare('select person from one_time where hash = ? and kind = ? and expires_at > ?')
      .get(hashOf(code), kind, this.#now())
    return row ? textOf(row, 'person') : null
  }

  /** Uses up a code. @returns whom it is for, or null for a code used, old or unknown */
  take(kind: CodeKind, code: string): string | null {
    const row = this.#db
      .prepare('delete from one_time where hash = ? and kind = ? and expires_at > ? returning person')
      .get(hashOf(code), kind, this.#now())
    return row ? textOf(row, 'person') : null
  }

  /** Codes made for somebody who has just changed how they sign in, or may no longer. */
  withdrawAllOf(personId: string): void {
    this.#db.prepare('delete from one_time where person = ?').run(personId)
  }

  invite(role: Role, email: string | null, name: string | null, lifetimeSeconds: number) {
    this.#forgetOld()
    const code = newSecret()
    const now = this.#now()
    const invitation: Invitation = {
      id: newId(),
      email,
      name,
      role,
      createdAt: now,
      expiresAt: now + lifetimeSeconds * 1000,
    }
    this.#db
      .prepare('insert into invitation values (?, ?, ?, ?, ?, ?, ?)')
      .run(invitation.id, hashOf(code), email, name, role, now, invitation.expiresAt)
    return {code, invitation}
  }

  invitations(): Invitation[] {
    return this.#db
      .prepare('select * from invitation where expires_at > ? order by created_at, rowid')
      .all(this.#now())
      .map(invitationOf)
  }

  invitationFor(code: string): Invitation | null {
    const row = this.#db
      .prepare('select * from invitation where hash = ? and expires_at > ?')
      .get(hashOf(code), this.#now())
    return row ? invitationOf(row) : null
  }

  /** @returns whether there was such an invitation */
  withdraw(id: string): boolean {
    return this.#db.prepare('delete from invitation where id = ?').run(id).changes > 0
  }

  #forgetOld(): void {
    this.#db.prepare('delete from one_time where expires_at <= ?').run(this.#now())
    this.#db.prepare('delete from invitation where expires_at <= ?').run(this.#now())
  }
}
