/**
 * GROQ's values as plain JavaScript ones: JSON, and two kinds that JSON lacks and becomes text of on the way out.
 * A value is never undefined here: what is absent is null.
 * @module
 */
import type {JsonRecord} from '../json.ts'

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[-+]\d{2}:\d{2})$/

/** A moment, as `dateTime("…")` makes it. */
export class Moment {
  /** Since 1970; NaN for a day that no calendar has. */
  readonly milliseconds: number

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds
  }

  /** The moment that a text in the form of RFC 3339 names, or null. */
  static parse(text: string): Moment | null {
    return RFC3339.test(text) ? new Moment(Date.parse(text)) : null
  }

  plus(seconds: number): Moment {
    return new Moment(this.milliseconds + seconds * 1000)
  }

  toString(): string {
    const date = new Date(this.milliseconds)
    if (Number.isNaN(this.milliseconds)) return 'Invalid date'
    const iso = date.toISOString()
    return date.getUTCMilliseconds() === 0 ? iso.replace('.000Z', 'Z') : iso
  }

  toJSON(): string {
    return this.toString()
  }
}

/** A pattern of ids, as `path("drafts.**")` makes it: `*` stands for one part between dots, `**` for any text. */
export class IdPattern {
  readonly pattern: string
  readonly #parts: readonly string[]

  constructor(pattern: string) {
    this.pattern = pattern
    this.#parts = pattern.split('.')
  }

  /** Goes through the parts once, with all places that the parts before can have reached: no pattern takes long. */
  matches(id: string): boolean {
    let reached = new Set([0])
    for (const [index, part] of this.#parts.entries()) {
      if (index > 0) reached = new Set([...reached].flatMap((at) => (id[at] === '.' ? [at + 1] : [])))
      reached = endsOf(part, id, reached)
      if (reached.size === 0) return false
    }
    return reached.has(id.length)
  }

  toJSON(): string {
    return this.pattern
  }
}

function endsOf(part: string, id: string, starts: ReadonlySet<number>): Set<number> {
  if (part !== '*' && part !== '**') {
    return new Set([...starts].flatMap((at) => (id.startsWith(part, at) ? [at + part.length] : [])))
  }
  const ends = new Set<number>()
  if (part === '**') {
    for (let at = Math.min(...starts); at <= id.length; at++) ends.add(at)
    return ends
  }
  for (const start of starts) {
    // Where an earlier start went through here already, the rest of the way is known.
    for (let at = start; at < id.length && id[at] !== '.' && !ends.has(at + 1); at++) ends.add(at + 1)
  }
  return ends
}

export type TypeName = 'null' | 'boolean' | 'number' | 'string' | 'datetime' | 'path' | 'array' | 'object'

export function typeOf(value: unknown): TypeName {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Moment) return 'datetime'
  return value instanceof IdPattern ? 'path' : 'object'
}

export function isObject(value: unknown): value is JsonRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Moment) &&
    !(value instanceof IdPattern)
  )
}

/** An infinite number and none at all are null. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** Lists and objects equal nothing, not even themselves. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a instanceof Moment) return b instanceof Moment && a.milliseconds === b.milliseconds
  return (a === null || typeof a !== 'object') && a === b
}

/** The order of two values of one type that has an order; null for any others. */
export function comparePartly(a: unknown, b: unknown): number | null {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  return a instanceof Moment && b instanceof Moment ? a.milliseconds - b.milliseconds : null
}

const RANKS: Partial<Record<TypeName, number>> = {datetime: 1, number: 2, string: 3, boolean: 4}
const LAST_RANK = 100

const rankOf = (value: unknown): number => RANKS[typeOf(value)] ?? LAST_RANK

/** The order of any two values: by type first; those without an order stand together at the end. */
export function compareTotally(a: unknown, b: unknown): number {
  return comparePartly(a, b) ?? rankOf(a) - rankOf(b)
}

/** The text of a value that has one. */
export function textOfValue(value: unknown): string | null {
  const type = typeOf(value)
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'datetime' ? String(value) : null
}
