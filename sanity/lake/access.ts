/**
 * API tokens, and whose a token is. Only hashes are stored; a revoked token stays as a name, because the history goes on
 * naming who wrote with it.
 * @module
 */
import type {DatabaseSync} from 'node:sqlite'
import {noteIfPossible} from './database.ts'
import {newId} from './document.ts'
import {nullableNumberOf, numberOf, type Row, textOf} from './row.ts'
import {hashOf, newSecret} from './secret.ts'
import type {Sessions} from './session.ts'
import {type Identity, isRole, type Role} from './user.ts'

/** How exactly "last used" is kept: not every request is worth a write to disk. */
const LAST_USED_MS = 60 * 60_000

const PREFIX = 'sk'

export type TokenSummary = {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Milliseconds since 1970; null for "never". */
  readonly createdAt: number
  readonly expiresAt: number | null
  /** To the hour. */
  readonly usedAt: number | null
  readonly revokedAt: number | null
}

function summaryOf(row: Row): TokenSummary {
  const role = textOf(row, 'role')
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    role: isRole(role) ? role : 'viewer',
    createdAt: numberOf(row, 'created_at'),
    expiresAt: nullableNumberOf(row, 'expires_at'),
    usedAt: nullableNumberOf(row, 'used_at'),
    revokedAt: nullableNumberOf(row, 'revoked_at'),
  }
}

export class Access {
  readonly #db: DatabaseSync
  readonly #sessions: Sessions
  readonly #now: () => number
  readonly #onEnd: (id: string) => void

  /** @param onEnd hears of every token that is revoked */
  constructor(db: DatabaseSync, sessions: Sessions, now: () => number, onEnd: (id: string) => void) {
    this.#db = db
    this.#sessions = sessions
    this.#now = now
    this.#onEnd = onEnd
  }

  /** @returns the token itself, which is never shown again */
  createToken(role: Role, name: string, lifetimeSeconds: number | null): {token: string; summary: TokenSummary} {
    const token = PREFIX + newSecret()
    const id = newId()
    const now = this.#now()
    const expiresAt = lifetimeSeconds === null ? null : now + lifetimeSeconds * 1000
    this.#db
      .prepare(
        `insert into token (id, hash, kind, name, role, created_at, expires_at, used_at)
         values (?, ?, 'api', ?, ?, ?, ?, null)`,
      )
      .run(id, hashOf(token), name, role, now, expiresAt)
    return {token, summary: {id, name, role, createdAt: now, expiresAt, usedAt: null, revokedAt: null}}
  }

  listTokens(): TokenSummary[] {
    return this.#db
      .prepare(
        'select * from token where revoked_at is null and (expires_at is null or expires_at > ?) order by created_at, rowid',
      )
      .all(this.#now())
      .map(summaryOf)
  }

  /** Also one that is revoked or has ended. */
  getToken(id: string): TokenSummary | null {
    const row = this.#db.prepare('select * from token where id = ?').get(id)
    return row ? summaryOf(row) : null
  }

  isGood({expiresAt, revokedAt}: TokenSummary): boolean {
    return revokedAt === null && (expiresAt === null || expiresAt > this.#now())
  }

  /** @returns whether there was such a token */
  revokeToken(id: string): boolean {
    const isRevoked =
      this.#db
        .prepare("update token set revoked_at = ?, hash = 'revoked:' || id where id = ? and revoked_at is null")
        .run(this.#now(), id).changes > 0
    if (isRevoked) this.#onEnd(id)
    return isRevoked
  }

  /** Whose this token is, or null for one that is unknown or has ended. */
  getIdentity(token: string): Identity | null {
    return this.#program(token) ?? this.#person(token)
  }

  #program(token: string): Identity | null {
    const row = this.#db
      .prepare('select * from token where hash = ? and revoked_at is null and (expires_at is null or expires_at > ?)')
      .get(hashOf(token), this.#now())
    if (!row) return null
    const {id, name, role, expiresAt, usedAt} = summaryOf(row)
    if (usedAt === null || this.#now() - usedAt >= LAST_USED_MS) {
      const hour = Math.floor(this.#now() / LAST_USED_MS) * LAST_USED_MS
      noteIfPossible(() => this.#db.prepare('update token set used_at = ? where id = ?').run(hour, id))
    }
    return {userId: id, tokenId: id, name, email: null, role, isRobot: true, expiresAt}
  }

  #person(token: string): Identity | null {
    const signedIn = this.#sessions.find('token', token)
    if (!signedIn) return null
    const {person, session} = signedIn
    const {id: userId, name, email, role} = person
    return {userId, tokenId: session.id, name, email, role, isRobot: false, expiresAt: session.expiresAt}
  }
}
