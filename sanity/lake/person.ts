/**
 * The people who may sign in. A person who is gone stays as a name, so that the history can still say who wrote what;
 * address and password go.
 * @module
 */
import type {DatabaseSync} from 'node:sqlite'
import {newId} from './document.ts'
import {fieldFault, refusal} from './lake-error.ts'
import {nullableNumberOf, nullableTextOf, numberOf, type Row, textOf} from './row.ts'
import {isRole, type Role} from './user.ts'

export type Person = {
  readonly id: string
  readonly name: string
  /** Lower case; null for somebody who signs in by link only, or is gone. */
  readonly email: string | null
  /** Did whoever invited this person name the address? Otherwise the person did, and nobody checked it. */
  readonly emailIsGiven: boolean
  readonly role: Role
  readonly hasPassword: boolean
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly disabledAt: number | null
  readonly removedAt: number | null
}

export type NewPerson = {
  readonly name: string
  readonly email: string
  readonly emailIsGiven: boolean
  readonly role: Role
  readonly password: string
}

export const isActive = ({disabledAt, removedAt}: Person): boolean => disabledAt === null && removedAt === null

const MAX_NAME = 100

/** @returns the name as it is kept. @throws LakeError 400 with a sentence for who typed it */
export function nameFrom(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (name === '') throw fieldFault('name', 'Enter a name: it is shown beside what this person changes.')
  if ([...name].length > MAX_NAME) throw fieldFault('name', `A name may have at most ${MAX_NAME} characters.`)
  return name
}

/** One address, one person: case does not count. @throws LakeError 400 */
export function emailFrom(text: string): string {
  const email = text.normalize('NFKC').trim().toLowerCase()
  if (!/^[^\s@"<>,;:\\()[\]]{1,64}@[^\s@"<>,;:\\()[\]]+\.?[^\s@"<>,;:\\()[\].]+$/.test(email) || email.length > 254) {
    throw fieldFault('email', 'Enter an e-mail address, such as maria@example.org.')
  }
  return email
}

function personOf(row: Row): Person {
  const role = textOf(row, 'role')
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    email: nullableTextOf(row, 'email'),
    emailIsGiven: row.email_is_given === 1,
    role: isRole(role) ? role : 'viewer',
    hasPassword: row.password !== null,
    createdAt: numberOf(row, 'created_at'),
    disabledAt: nullableNumberOf(row, 'disabled_at'),
    removedAt: nullableNumberOf(row, 'removed_at'),
  }
}

export class People {
  readonly #db: DatabaseSync
  readonly #now: () => number

  constructor(db: DatabaseSync, now: () => number) {
    this.#db = db
    this.#now = now
  }

  get(id: string): Person | null {
    const row = this.#db.prepare('select * from person where id = ?').get(id)
    return row ? personOf(row) : null
  }

  /** @throws LakeError 404 for somebody who is unknown, or gone */
  require(id: string): Person {
    const person = this.get(id)
    if (person && person.removedAt === null) return person
    throw refusal(404, `There is nobody "${id}"; "user list" shows who there is.`)
  }

  /** By id or e-mail address; those who are gone are not found. */
  find(text: string): Person | null {
    const row = this.#db
      .prepare('select * from person where (id = ? or email = ?) and removed_at is null')
      .get(text, text.normalize('NFKC').trim().toLowerCase())
    return row ? personOf(row) : null
  }

  /** All but those who are gone, the longest here first. */
  list(): Person[] {
    return this.#db
      .prepare('select * from person where removed_at is null order by created_at, rowid')
      .all()
      .map(personOf)
  }

  /**
   * Whom the links of the machine's owner sign in: the first administrator there is. With none left, there is a new
   * one, because whoever has the machine has the store.
   */
  owner(): Person {
    const first = this.list().find((person) => person.role === 'administrator' && isActive(person))
    return (
      first ??
      this.#insert({name: 'Local editor', email: null, emailIsGiven: false, role: 'administrator', password: null})
    )
  }

  /** @param password already hashed. @throws LakeError 409 when the address is taken */
  add(person: NewPerson): Person {
    this.#assertFree(person.email, null)
    return this.#insert(person)
  }

  passwordOf(id: string): string | null {
    const row = this.#db.prepare('select password from person where id = ?').get(id)
    return row ? nullableTextOf(row, 'password') : null
  }

  setPassword(id: string, hash: string): void {
    this.#db.prepare('update person set password = ? where id = ?').run(hash, id)
  }

  /** @throws LakeError 409 when the address is taken */
  setProfile(id: string, {name, email}: {name: string; email: string | null}): void {
    if (email !== null) this.#assertFree(email, id)
    this.#db
      .prepare(`update person set name = ?1, email_is_given = email_is_given and email is ?2, email = ?2 where id = ?3`)
      .run(name, email, id)
  }

  setRole(id: string, role: Role): void {
    this.#db.prepare('update person set role = ? where id = ?').run(role, id)
  }

  setDisabled(id: string, isDisabled: boolean): void {
    this.#db.prepare('update person set disabled_at = ? where id = ?').run(isDisabled ? this.#now() : null, id)
  }

  /** Forgets everything but the name. */
  remove(id: string): void {
    this.#db
      .prepare('update person set email = null, password = null, removed_at = ? where id = ?')
      .run(this.#now(), id)
    this.#db.prepare('delete from key_value where user = ?').run(id)
  }

  #assertFree(email: string, but: string | null): void {
    const other = this.#db.prepare('select id from person where email = ?').get(email)
    if (other && textOf(other, 'id') !== but) {
      throw fieldFault('email', `Somebody with the address ${email} is here already.`, 409)
    }
  }

  #insert({name, email, emailIsGiven, role, password}: Omit<NewPerson, 'email' | 'password'> & Nullable): Person {
    const id = newId()
    this.#db
      .prepare(
        'insert into person (id, name, email, email_is_given, role, password, created_at) values (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(id, name, email, emailIsGiven ? 1 : 0, role, password, this.#now())
    return this.require(id)
  }
}

type Nullable = {readonly email: string | null; readonly password: string | null}
