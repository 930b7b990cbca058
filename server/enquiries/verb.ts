/** What each verb of the command line of questions is given, and what it may ask for. */

import type {KeyPlace} from '../../lib/enquiries/keys.ts'
import {referenceFrom} from '../../lib/enquiries/reference.ts'
import type {SqliteEnquiryStore} from '../../lib/enquiries/sqlite-store.ts'
import type {Actor} from '../../lib/enquiries/store.ts'
import type {EnquirySettings} from '../../lib/env.ts'

/** Wrong arguments. Its message says what is right. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const options = {
  new: {type: 'boolean'},
  yes: {type: 'boolean'},
  json: {type: 'boolean'},
  force: {type: 'boolean'},
  help: {type: 'boolean'},
  person: {type: 'string'},
  out: {type: 'string'},
  reference: {type: 'string'},
  most: {type: 'string'},
  hash: {type: 'string'},
  keep: {type: 'string'},
} as const

export type Given = {
  /** What stands behind the verb. */
  readonly words: readonly string[]
} & {readonly [name in keyof typeof options]?: (typeof options)[name]['type'] extends 'string' ? string : boolean}

export type Call = {
  readonly given: Given
  readonly actor: Actor
  readonly now: number
  readonly limits: Pick<EnquirySettings, 'keepAnsweredDays' | 'keepDays'>
  readonly folder: string
  readonly keyPlace: KeyPlace
  /** Opens the store; it is closed when the verb is done. */
  readonly open: () => SqliteEnquiryStore
}

/** @returns the exit code */
export type Verb = (call: Call) => Promise<number>

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Resolves once whoever reads has it. Rejects where nobody does. */
export const printed = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.on('error', reject)
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })

export function requireReference(text: string | undefined): string {
  const reference = text === undefined ? null : referenceFrom(text)
  if (reference === null) throw new UsageError('Say which question by its reference, as in K7Q4-9XRT.')
  return reference
}

export function requirePerson(text: string | undefined): string {
  if (text?.trim()) return text
  throw new UsageError('Say whose: --person with an e-mail address, a phone number or a name.')
}

export function numberFrom(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new UsageError(`"${text}" is no number for --${name}: give a whole one above 0.`)
}

export const countOf = (number: number): string => `${number} ${number === 1 ? 'question' : 'questions'}`
