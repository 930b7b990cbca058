/**
 * A question that could not be taken, on its way back to the form: what was typed and what is wrong. It waits in this
 * process's memory while the form is drawn, under a key that is good for that one drawing; nothing of it is ever in an
 * address, a log or on the disk (decision 0017).
 */
import {randomBytes} from 'node:crypto'
import {processWide} from '../process-wide.ts'
import type {FormErrors, Typed} from './form.ts'
import type {View} from './view-token.ts'

/** Why a form comes back, where it is not (only) a mistake in it. Each has its words in `enquiry.problems`. */
export type Problem = 'old' | 'tooMany' | 'notStored' | 'elsewhere' | 'tooLarge' | 'unreadable' | 'onlySent'

export type Unsent = {
  /** Null where nothing could be read. */
  readonly typed: Typed | null
  readonly errors: FormErrors
  readonly problem: Problem | null
  /** The view it was typed into, so that the next is the same one; null: a new one. */
  readonly view: View | null
}

/** With this header the handler of the form asks for the page of it. */
export const unsentHeader = 'x-unsent-question'

/** Drawings at once; a site that has more of them is under attack, and answers in short. */
const most = 100
/** However the drawing goes, what was typed is forgotten by then. Milliseconds. */
const longest = 60_000

const waiting = () => processWide('unsent-questions', () => new Map<string, Unsent>())

/** Keeps it for as long as `draw` takes. Null where too many are being drawn already. */
export async function withUnsent<Drawn>(unsent: Unsent, draw: (key: string) => Promise<Drawn>): Promise<Drawn | null> {
  const kept = waiting()
  if (kept.size >= most) return null
  const key = randomBytes(32).toString('base64url')
  kept.set(key, unsent)
  const timer = setTimeout(() => kept.delete(key), longest)
  timer.unref()
  try {
    return await draw(key)
  } finally {
    clearTimeout(timer)
    kept.delete(key)
  }
}

/** What waits under a key; null for every other key. */
export const unsentUnder = (key: string | null): Unsent | null => (key === null ? null : (waiting().get(key) ?? null))
