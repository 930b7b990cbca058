/**
 * Sessions: one for each time somebody signs in. A session has three secrets, each good for one thing only: the token
 * that the Studio holds, the cookie of the lake's own pages, and the cookie with which pictures of a private dataset
 * are loaded. Ending the session ends all three.
 * @module
 */
import type {DatabaseSync} from 'node:sqlite'
import {noteIfPossible} from './database.ts'
import {newId} from './document.ts'
import {isActive, type People, type Person} from './person.ts'
import {nullableNumberOf, numberOf, type Row, textOf} from './row.ts'
import {hashOf, newSecret} from './secret.ts'

const MINUTE = 60_000
/** A browser takes its token within seconds of signing in; the rest is patience with slow ones. */
const HANDOVER_MS = 5 * MINUTE
const SESSION_MS = 30 * 24 * 60 * MINUTE
/** How exactly "last used" is kept: not every request is worth a write to disk, nor anybody's day worth a record. */
const LAST_USED_MS = 60 * MINUTE

export type Session = {
  readonly id: string
  readonly personId: string
  /** In words, such as "Firefox on Linux". */
  readonly browser: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly expiresAt: number
  readonly usedAt: number | null
}

export type SignedIn = {readonly session: Session; readonly person: Person}

/** What a browser is given when somebody has signed in. */
export type Secrets = {
  /** Fetches the Studio's token, once. */
  readonly sid: string
  readonly cookie: string
  readonly assets: string
  readonly expiresAt: number
}

/** Which of a session's secrets. */
export type Secret = 'token' | 'cookie' | 'assets'

const COLUMNS: Record<Secret, string> = {token: 'token_hash', cookie: 'cookie_hash', assets: 'assets_hash'}

function sessionOf(row: Row): Session {
  return {
    id: textOf(row, 'id'),
    personId: textOf(row, 'person'),
    browser: textOf(row, 'browser'),
    createdAt: numberOf(row, 'created_at'),
    expiresAt: numberOf(row, 'expires_at'),
    usedAt: nullableNumberOf(row, 'used_at'),
  }
}

export class Sessions {
  readonly #db: DatabaseSync
  readonly #people: People
  readonly #now: () => number
  readonly #onEnd: (id: string) => void

  /** @param onEnd hears of every session that ends before its time */
  constructor(db: DatabaseSync, people: People, now: () => number, onEnd: (id: string) => void) {
    this.#db = db
    this.#people = people
    this.#now = now
    this.#onEnd = onEnd
  }

  /** Every session has new secrets, whatever the browser brought along: nobody can be given a session to walk into. */
  begin(personId: string, browser: string): Secrets {
    const [sid, cookie, assets] = [newSecret(), newSecret(), newSecret()]
    const now = this.#now()
    const expiresAt = now + SESSION_MS
    this.#db.prepare('delete from session where expires_at <= ?').run(now)
    this.#db
      .prepare('insert into session values (?, ?, ?, ?, ?, null, ?, ?, null, ?, ?)')
      .run(newId(), personId, browser, now, expiresAt, hashOf(cookie), hashOf(assets), hashOf(sid), now + HANDOVER_MS)
    return {sid, cookie, assets, expiresAt}
  }

  /** Uses up a session id. @returns the token of the signed-in person, or null for an id used, old or unknown */
  redeem(sid: string): string | null {
    const token = newSecret()
    const row = this.#db
      .prepare(
        `update session set token_hash = ?, handover_hash = null, handover_ends = null
         where handover_hash = ? and handover_ends > ? returning person`,
      )
      .get(hashOf(PREFIX + token), hashOf(sid), this.#now())
    const person = row ? this.#people.get(textOf(row, 'person')) : null
    return person && isActive(person) ? PREFIX + token : null
  }

  /** Who holds a secret, or null for one that is unknown, has ended, or belongs to somebody who may no longer come in. */
  find(kind: Secret, secret: string): SignedIn | null {
    const row = this.#db
      .prepare(`select * from session where ${COLUMNS[kind]} = ? and expires_at > ?`)
      .get(hashOf(secret), this.#now())
    if (!row) return null
    const session = sessionOf(row)
    const person = this.#people.get(session.personId)
    if (!person || !isActive(person)) return null
    this.#touch(session)
    return {session, person}
  }

  /** Of one person, or of everybody; the last begun first. */
  list(personId: string | null = null): Session[] {
    return this.#db
      .prepare(
        'select * from session where expires_at > ? and (? is null or person = ?) order by created_at desc, rowid desc',
      )
      .all(this.#now(), personId, personId)
      .map(sessionOf)
  }

  /** @returns whether there was such a session */
  end(id: string): boolean {
    const isEnded = this.#db.prepare('delete from session where id = ?').run(id).changes > 0
    if (isEnded) this.#onEnd(id)
    return isEnded
  }

  /** Ends a person's sessions, all but one where that is named. @returns how many */
  endAllOf(personId: string, but: string | null = null): number {
    const ended = this.list(personId).filter(({id}) => id !== but)
    for (const {id} of ended) this.end(id)
    return ended.length
  }

  #touch({id, usedAt}: Session): void {
    if (usedAt !== null && this.#now() - usedAt < LAST_USED_MS) return
    const hour = Math.floor(this.#now() / LAST_USED_MS) * LAST_USED_MS
    noteIfPossible(() => this.#db.prepare('update session set used_at = ? where id = ?').run(hour, id))
  }
}

const PREFIX = 'sk'

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad)\b/, 'iPhone or iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
]

const firstOf = (table: typeof BROWSERS, text: string, otherwise: string): string =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise

/** A browser in words by which its user knows it again, and nothing that would tell one machine from another. */
export function browserFrom(userAgent: string | null): string {
  if (!userAgent) return 'Unknown browser'
  const system = firstOf(SYSTEMS, userAgent, '')
  return firstOf(BROWSERS, userAgent, 'Other program') + (system ? ` on ${system}` : '')
}
