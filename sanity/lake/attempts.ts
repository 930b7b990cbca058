/**
 * How often signing in has failed, for one account and for one address of the network: the more often, the longer the
 * wait. Kept in memory alone, and under a keyed hash whose key is forgotten within two hours: no list of addresses
 * comes to be, not even in a dump of this memory, and a restart forgets everything.
 * @module
 */
import {createHmac, randomBytes} from 'node:crypto'

export type Allowance = {
  /** Failures that cost no time: people mistype. */
  readonly free: number
  /** The first wait, doubled with each failure after it. Milliseconds. */
  readonly firstWait: number
  readonly longestWait: number
}

/** For one account. The longest wait is short enough that nobody can shut a person out for long by failing on purpose. */
export const ACCOUNT: Allowance = {free: 5, firstWait: 2000, longestWait: 15 * 60_000}

/** For one address, behind which a whole clinic may sit. */
export const ADDRESS: Allowance = {free: 30, firstWait: 2000, longestWait: 15 * 60_000}

const KEY_MS = 60 * 60_000

/** More accounts and addresses than this in an hour is an attack; the oldest are forgotten before memory runs out. */
const MAX_ENTRIES = 20_000

type Entry = {failures: number; until: number}
type Generation = {readonly key: Buffer; readonly since: number; readonly entries: Map<string, Entry>}

export class Attempts {
  readonly #allowance: Allowance
  readonly #now: () => number
  #current: Generation
  #previous: Generation | null = null

  constructor(allowance: Allowance, now: () => number) {
    this.#allowance = allowance
    this.#now = now
    this.#current = this.#generation()
  }

  /** Milliseconds until another attempt is heard; 0 for at once. */
  waitFor(subject: string): number {
    return Math.max(0, (this.#entryOf(subject)?.until ?? 0) - this.#now())
  }

  /** Counts an attempt as failed, before its outcome is known: attempts made side by side must not slip past together. */
  fail(subject: string): void {
    const failures = (this.#entryOf(subject)?.failures ?? 0) + 1
    const {free, firstWait, longestWait} = this.#allowance
    const wait = failures < free ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(30, failures - free))
    const {entries} = this.#current
    const name = nameIn(this.#current, subject)
    entries.delete(name)
    entries.set(name, {failures, until: this.#now() + wait})
    const oldest = entries.keys().next().value
    if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest)
  }

  /** Takes one failure back: the attempt was good. */
  forgive(subject: string): void {
    const entry = this.#entryOf(subject)
    if (!entry) return
    this.#current.entries.set(nameIn(this.#current, subject), {failures: entry.failures - 1, until: 0})
  }

  /** Forgets a subject. */
  clear(subject: string): void {
    this.#turnKey()
    for (const generation of [this.#current, this.#previous]) generation?.entries.delete(nameIn(generation, subject))
  }

  #entryOf(subject: string): Entry | null {
    this.#turnKey()
    const found = this.#current.entries.get(nameIn(this.#current, subject))
    return found ?? (this.#previous ? (this.#previous.entries.get(nameIn(this.#previous, subject)) ?? null) : null)
  }

  #turnKey(): void {
    const age = this.#now() - this.#current.since
    if (age < KEY_MS) return
    this.#previous = age < 2 * KEY_MS ? this.#current : null
    this.#current = this.#generation()
  }

  #generation(): Generation {
    return {key: randomBytes(32), since: this.#now(), entries: new Map()}
  }
}

const nameIn = ({key}: Generation, subject: string): string =>
  createHmac('sha256', key).update(subject).digest('base64')

/** The part of an address that one subscriber holds: all of IPv4, the first 64 bits of IPv6. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1]
  if (v4) return v4
  const [head = '', tail] = address.split('%', 1)[0]?.toLowerCase().split('::', 2) ?? []
  const groups = head.split(':').filter(Boolean)
  const rest = tail?.split(':').filter(Boolean) ?? []
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0')
  return [...groups, ...gap, ...rest].slice(0, 4).join(':')
}
