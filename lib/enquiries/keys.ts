/**
 * The keys of the questions of patients. Whatever is sealed is sealed for two: the clinic's identity (age, X25519), which
 * the site opens questions with, and the recovery key, which is printed once and then lies in a safe.
 *
 * They lie in `DATA_DIR/secrets` (0600), apart from `DATA_DIR/enquiries`, or come from the environment:
 *   enquiry-identity             the present identity; below it, while a rotation runs, those before it
 *   enquiry-recovery-recipient   the public half of the recovery key
 *   enquiry-recovery-key         its private half, only until it was shown: `npm run enquiries -- recovery-key`
 *   enquiry-fingerprint-key      by which the same question, sent twice, is known
 *   enquiry-secret               what keys for other purposes are derived from
 */
import {createHash, hkdfSync, randomBytes} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {generateX25519Identity, identityToRecipient} from 'age-encryption'
import {makeDurably, makeFolder, removeDurably, writeDurably} from '../durable-file.ts'
import {env} from '../env.ts'

/** Where keys are: a folder, and what the environment has in place of its files. */
export type KeyPlace = {
  readonly folder: string
  /** The present identity; with commas behind it those before it. */
  readonly identity: string | null
  readonly recoveryRecipient: string | null
}

export type Keys = {
  /** What opens: the present identity first, then those before it. */
  readonly identities: readonly [string, ...string[]]
  /** Whom to seal for: the clinic, and the holder of the recovery key. */
  readonly recipients: readonly [string, string]
  /** What a record that is sealed for these two is marked with; in clear, made of public halves alone. */
  readonly mark: string
}

/** A key that is not there or cannot be one. Its message says what to do. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
}

const files = {
  identity: 'enquiry-identity',
  recoveryRecipient: 'enquiry-recovery-recipient',
  recoveryKey: 'enquiry-recovery-key',
  fingerprintKey: 'enquiry-fingerprint-key',
  secret: 'enquiry-secret',
}
type KeyName = keyof typeof files

export const keyFile = ({folder}: KeyPlace, name: KeyName): string =>
  path.join(/* turbopackIgnore: true */ folder, files[name])

/** The place of this clinic's keys. */
export const ownKeyPlace = (dataDir = env.dataDir): KeyPlace => ({
  folder: path.join(/* turbopackIgnore: true */ dataDir, 'secrets'),
  identity: env.enquiries.identity,
  recoveryRecipient: env.enquiries.recoveryRecipient,
})

/** The keys as they are now; what is missing is made, durably, before anything is sealed with it. */
export async function presentKeys(place: KeyPlace): Promise<Keys> {
  makeFolder(place.folder)
  if (!identityText(place)) makeDurably(keyFile(place, 'identity'), `${await generateX25519Identity()}\n`)
  if (!recoveryText(place)) await makeRecoveryKey(place)
  const [identities, recovery] = [identityText(place), recoveryText(place)]
  if (!identities || !recovery) throw new KeyError(`The keys of enquiries in ${place.folder} cannot be read.`)
  return keysFrom(identities, recovery, place)
}

/** Whether whoever seals now would seal for the same two. Answers at once, for use within a transaction. */
export function areStillPresent(place: KeyPlace, {identities: [present], recipients: [, recovery]}: Keys): boolean {
  return linesOf(identityText(place) ?? '')[0] === present && recoveryText(place) === recovery
}

/** The keys that open, as they are; none is made. The present one first. */
export const identitiesAtHand = (place: KeyPlace): readonly string[] => linesOf(identityText(place) ?? '')

/** Whether there is a recovery key, whoever has its private half. */
export const hasRecoveryKey = (place: KeyPlace): boolean => recoveryText(place) !== null

const known = new Map<string, Keys>()

async function keysFrom(text: string, recovery: string, place: KeyPlace): Promise<Keys> {
  const name = `${text} ${recovery}`
  const before = known.get(name)
  if (before) return before
  const [present, ...earlier] = linesOf(text)
  if (!present) throw new KeyError(`${keyFile(place, 'identity')} holds no key. Put it back from where you keep it.`)
  const [clinic = ''] = await Promise.all([present, ...earlier].map(recipientOf))
  const mark = createHash('sha256').update(`${clinic} ${recovery}`).digest('hex').slice(0, 16)
  const keys: Keys = {identities: [present, ...earlier], recipients: [clinic, recovery], mark}
  known.clear()
  known.set(name, keys)
  return keys
}

/** The public half of a private key. */
export async function recipientOf(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity)
  } catch {
    // The package's own message may hold the key.
    throw new KeyError(
      'This is no private key of the age format; one begins with AGE-SECRET-KEY-1 and has 74 characters.',
    )
  }
}

/** Identity files may hold remarks, as those of age's own tools do. */
const linesOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

const identityText = (place: KeyPlace): string | null => place.identity ?? kept(place, 'identity')
const recoveryText = (place: KeyPlace): string | null => place.recoveryRecipient ?? kept(place, 'recoveryRecipient')

function kept(place: KeyPlace, name: KeyName): string | null {
  try {
    return readFileSync(keyFile(place, name), 'utf8').trim() || null
  } catch (error) {
    if (!existsSync(keyFile(place, name))) return null
    throw new KeyError(`${keyFile(place, name)} cannot be read: give it to the user who runs the site.`, {cause: error})
  }
}

/** The private half first: a public half whose private half is nowhere would be no recovery. */
async function makeRecoveryKey(place: KeyPlace): Promise<void> {
  makeDurably(keyFile(place, 'recoveryKey'), `${await generateX25519Identity()}\n`)
  const identity = kept(place, 'recoveryKey')
  if (identity) makeDurably(keyFile(place, 'recoveryRecipient'), `${await recipientOf(identity)}\n`)
}

/** The recovery key's private half where it was not shown yet; null where it was, or is the environment's. */
export const unshownRecoveryKey = (place: KeyPlace): string | null =>
  place.recoveryRecipient ? null : kept(place, 'recoveryKey')

/** Forgets it. From then on it is on paper only. */
export const forgetRecoveryKey = (place: KeyPlace): boolean => removeDurably(keyFile(place, 'recoveryKey'))

/** Puts a new private half where the next call of `adoptRecoveryKey` finds it. */
export async function drawRecoveryKey(place: KeyPlace): Promise<void> {
  writeDurably(keyFile(place, 'recoveryKey'), `${await generateX25519Identity()}\n`)
}

/** From now on it is sealed for this recovery key. */
export const writeRecoveryRecipient = (place: KeyPlace, recipient: string): void =>
  writeDurably(keyFile(place, 'recoveryRecipient'), `${recipient}\n`)

/** From now on it is sealed for the first of these, and opened with each. */
export const writeIdentities = (place: KeyPlace, identities: readonly string[]): void =>
  writeDurably(keyFile(place, 'identity'), `${identities.join('\n')}\n`)

export const newIdentity = (): Promise<string> => generateX25519Identity()

/** The key of fingerprints: without it nobody can tell from one who asked what. 32 bytes. */
export const fingerprintKey = (place: KeyPlace): Buffer => secretIn(place, 'fingerprintKey')

/** A key for one purpose, 32 bytes. From one nobody can tell another, nor the secret they come from. */
export function enquiryKey(purpose: 'view-token', place: KeyPlace = ownKeyPlace()): Buffer {
  return Buffer.from(hkdfSync('sha256', secretIn(place, 'secret'), '', `clinic-enquiries:${purpose}`, 32))
}

function secretIn(place: KeyPlace, name: 'fingerprintKey' | 'secret'): Buffer {
  const before = kept(place, name)
  if (before) return Buffer.from(before, 'base64url')
  makeFolder(place.folder)
  makeDurably(keyFile(place, name), `${randomBytes(32).toString('base64url')}\n`)
  return Buffer.from(kept(place, name) ?? '', 'base64url')
}
