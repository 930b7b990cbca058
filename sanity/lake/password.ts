/**
 * Passwords: Argon2id (RFC 9106), stored in the customary `$argon2id$…` form with the parameters they were made with,
 * so that these can be raised: a password is hashed anew when its owner next signs in.
 * @module
 */
import {argon2, randomBytes, timingSafeEqual} from 'node:crypto'
import {refusal} from './lake-error.ts'

export type Cost = {
  /** KiB of memory for one hash. */
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** Above the least that OWASP's cheat sheet asks for (19 MiB, 2 passes): some 80 ms and 32 MiB on a small machine. */
export const COST: Cost = {memory: 32 * 1024, passes: 3, parallelism: 1}

const TAG_BYTES = 32
const SALT_BYTES = 16

/** One at a time: a flood of sign-ins must not take the memory that documents need. */
let turn: Promise<unknown> = Promise.resolve()
let waiting = 0

/** More than this many in line are told to come again. */
const MAX_WAITING = 20

/** How a browser or keyboard composes a letter must not matter. */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8')

function compute(password: string, salt: Buffer, {memory, passes, parallelism}: Cost): Promise<Buffer> {
  if (waiting >= MAX_WAITING) {
    return Promise.reject(refusal(503, 'Too many people are signing in at once. Try again in a few seconds.'))
  }
  waiting++
  const hash = turn.then(
    () =>
      new Promise<Buffer>((done, fail) => {
        const given = {message: bytesOf(password), nonce: salt, parallelism, tagLength: TAG_BYTES, memory, passes}
        argon2('argon2id', given, (error, tag) => (error ? fail(error) : done(tag)))
      }),
  )
  turn = hash.catch(() => {}).finally(() => waiting--)
  return hash
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await compute(password, salt, cost)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

const STORED = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

type Stored = {cost: Cost; salt: Buffer; tag: Buffer}

function parsed(stored: string): Stored {
  const found = STORED.exec(stored)
  if (!found) throw new Error('The store holds a password in a form that this lake does not know. Restore a backup.')
  const [, memory, passes, parallelism, salt = '', tag = ''] = found
  return {
    cost: {memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism)},
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

const NOBODYS: Stored = {cost: COST, salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES)}

/**
 * Whether a password is the stored one. Where there is none (nobody has that address, or no password), the work is
 * done all the same, so that how long an answer takes says nothing about who has an account.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const {cost, salt, tag} = stored === null ? NOBODYS : parsed(stored)
  const given = await compute(password, salt, cost)
  return timingSafeEqual(given, tag) && stored !== null
}

/** Whether a stored hash was made with less work than is done today. */
export function isWeak(stored: string): boolean {
  const {memory, passes, parallelism} = parsed(stored).cost
  return memory < COST.memory || passes < COST.passes || parallelism !== COST.parallelism
}

const MIN_LENGTH = 12
const MAX_LENGTH = 200

/** What guessing programs try first, as far as it is long enough to be allowed at all. */
const COMMON = [
  'password',
  'passwort',
  'contraseña',
  'qwertyuiop',
  'qwertzuiop',
  'letmein',
  'iloveyou',
  'welcome',
  'administrator',
  'changeme',
  'clinic',
  'sanity',
  'studio',
]

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '')

/** Whether one character mostly follows from the one before it: `abcdefgh`, `98765432`, `123456789012`. */
function isRun(text: string): boolean {
  const characters = [...text]
  const expected = characters.filter((character, index) => {
    const before = characters[index - 1]
    if (before === undefined) return false
    const step = (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
    const isOverTen = (before === '9' && character === '0') || (before === '0' && character === '9')
    return Math.abs(step) <= 1 || isOverTen
  })
  return expected.length >= 0.8 * (characters.length - 1)
}

/**
 * What is wrong with a password, as a sentence for the person who chose it, or null. Length is what protects: no rule
 * asks for digits or signs, which people add in the same few places.
 */
export function faultOfPassword(password: string, about: readonly (string | null)[]): string | null {
  const text = password.normalize('NFKC')
  const length = [...text].length
  if (length < MIN_LENGTH) {
    return `A password needs at least ${MIN_LENGTH} characters; this one has ${length}.`
  }
  if (length > MAX_LENGTH) return `A password may have at most ${MAX_LENGTH} characters; this one has ${length}.`
  const repeated = /^(.{1,6}?)\1+$/su.test(text)
  if (repeated || isRun(text) || new Set(text).size < 5) {
    return 'This password repeats or counts up the same few characters, which programs try first. Choose another.'
  }
  const letters = lettersOf(text)
  const own = about.flatMap((value) => (value ? [value, ...value.split(/[@\s.]+/)] : [])).map(lettersOf)
  const rest = [...COMMON, ...own.filter((word) => word.length >= 3)]
    .map(lettersOf)
    .sort((a, b) => b.length - a.length)
    .reduce((remaining, word) => remaining.replaceAll(word, ''), letters)
  if (rest.length < 4 && letters.length > 0) {
    return 'This password is made of your own name or address, or of words that programs try first. Choose another.'
  }
  return null
}
