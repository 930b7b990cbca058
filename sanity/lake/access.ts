/**
 * Tokens and one-time sign-in. Only SHA-256 hashes are stored: who reads the store cannot sign in with what it holds.
 * The secrets are 256 random bits, so that a plain hash is as good as a slow one.
 * @module
 */
import {createHash, randomBytes} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {newId} from './document.ts'
import {nullableNumberOf, numberOf, type Row, textOf} from './row.ts'
import {type Identity, isRole, LOCAL_EDITOR, type Role} from './user.ts'

const MINUTE = 60_000
const LINK_MS = 15 * MINUTE
/** A browser takes its session from the address within seconds; the rest is patience with slow ones. */
const HANDOVER_MS = 5 * MINUTE
const SESSION_MS = 30 * 24 * 60 * MINUTE
/** How exactly "last used" is kept: not every request is worth a write to disk. */
const LAST_USED_MS = 5 * MINUTE

const PREFIX = 'sk'

export type TokenSummary = {
  readonly id: string
  readonly kind: 'api' | 'session'
  readonly name: string
  readonly role: Role
  /** Milliseconds since 1970; null for "never". */
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly usedAt: number | null
}

type NewToken = {kind: 'api' | 'session'; name: string; role: Role; expiresAt: number | null}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const newSecret = (): string => randomBytes(32).toString('base64url')

function summaryOf(row: Row): TokenSummary {
  const role = textOf(row, 'role')
  return {
    id: textOf(row, 'id'),
    kind: textOf(row, 'kind') === 'session' ? 'session' : 'api',
    name: textOf(row, 'name'),
    role: isRole(role) ? role : 'viewer',
    createdAt: numberOf(row, 'created_at'),
    expiresAt: nullableNumberOf(row, 'expires_at'),
    usedAt: nullableNumberOf(row, 'used_at'),
  }
}

export class Access {
  readonly #db: DatabaseSync
  readonly #now: () => number

  constructor(db: DatabaseSync, now: () => number = Date.now) {
    this.#db = db
    this.#now = now
    db.prepare('delete from one_time where expires_at <= ?').run(now())
  }

  /** @returns the token itself, which is never shown again */
  createToken(role: Role, name: string, lifetimeSeconds: number | null): {token: string; summary: TokenSummary} {
    const expiresAt = lifetimeSeconds === null ? null : this.#now() + lifetimeSeconds * 1000
    return this.#addToken({kind: 'api', name, role, expiresAt})
  }

  listTokens(): TokenSummary[] {
    return this.#db
      .prepare('select * from token where expires_at is null or expires_at > ? order by created_at, id')
      .all(this.#now())
      .map(summaryOf)
  }

  getToken(id: string): TokenSummary | null {
    const row = this.#db.prepare('select * from token where id = ?').get(id)
    return row ? summaryOf(row) : null
  }

  /** @returns whether there was such a token */
  revokeToken(id: string): boolean {
    return this.#db.prepare('delete from token where id = ?').run(id).changes > 0
  }

  /** Whose token this is, or null for one that is unknown or has ended. */
  getIdentity(token: string): Identity | null {
    const row = this.#db
      .prepare('select * from token where hash = ? and (expires_at is null or expires_at > ?)')
      .get(hashOf(token), this.#now())
    if (!row) return null
    const {id, kind, name, role, expiresAt, usedAt} = summaryOf(row)
    if (usedAt === null || this.#now() - usedAt > LAST_USED_MS) {
      this.#db.prepare('update token set used_at = ? where id = ?').run(this.#now(), id)
    }
    const isRobot = kind === 'api'
    return {userId: isRobot ? id : LOCAL_EDITOR.id, tokenId: id, name, role, isRobot, expiresAt}
  }

  /** A code that signs in once, within 15 minutes. */
  createSignInCode(): {code: string; expiresAt: number} {
    const expiresAt = this.#now() + LINK_MS
    return {code: this.#addOneTime('link', expiresAt), expiresAt}
  }

  /** Uses up a sign-in code. @returns the id of a session to be fetched once, or null for a code used, old or unknown */
  redeemSignInCode(code: string): string | null {
    return this.#takeOneTime('link', code) ? this.#addOneTime('session', this.#now() + HANDOVER_MS) : null
  }

  /** Uses up a session id. @returns the token of the signed-in person, or null */
  redeemSession(sid: string): string | null {
    if (!this.#takeOneTime('session', sid)) return null
    const expiresAt = this.#now() + SESSION_MS
    return this.#addToken({kind: 'session', name: LOCAL_EDITOR.name, role: 'administrator', expiresAt}).token
  }

  #addToken({kind, name, role, expiresAt}: NewToken): {token: string; summary: TokenSummary} {
    const token = PREFIX + newSecret()
    const id = newId()
    this.#db
      .prepare(
        'insert into token (id, hash, kind, name, role, created_at, expires_at, used_at) values (?, ?, ?, ?, ?, ?, ?, null)',
      )
      .run(id, hashOf(token), kind, name, role, this.#now(), expiresAt)
    return {token, summary: {id, kind, name, role, createdAt: this.#now(), expiresAt, usedAt: null}}
  }

  #addOneTime(kind: 'link' | 'session', expiresAt: number): string {
    const secret = newSecret()
    this.#db.prepare('delete from one_time where expires_at <= ?').run(this.#now())
    this.#db.prepare('insert into one_time values (?, ?, ?)').run(hashOf(secret), kind, expiresAt)
    return secret
  }

  #takeOneTime(kind: 'link' | 'session', secret: string): boolean {
    const taken = this.#db
      .prepare('delete from one_time where hash = ? and kind = ? and expires_at > ?')
      .run(hashOf(secret), kind, this.#now())
    return taken.changes > 0
  }
}
