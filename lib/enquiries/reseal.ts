/**
 * Sealing everything anew: with a new clinic key, a new recovery key, or after a loss with the recovery key on paper. A
 * key is dropped only when nothing is sealed for it any more, so that each of these can be cut short at any moment and
 * goes on when it is called again. The site may run meanwhile.
 *
 * Key files are changed while the store is locked for writing, and whoever writes looks at them under the same lock
 * (`areStillPresent`): nobody seals for a key that is just going.
 */
import {atomically} from '../atomically.ts'
import {appendAudit} from './audit-trail.ts'
import {scrub} from './database.ts'
import {
  drawRecoveryKey,
  forgetRecoveryKey,
  KeyError,
  newIdentity,
  presentKeys,
  recipientOf,
  unshownRecoveryKey,
  writeIdentities,
  writeRecoveryRecipient,
} from './keys.ts'
import {SealError, seal, unseal} from './seal.ts'
import type {SqliteEnquiryStore} from './sqlite-store.ts'
import type {Actor} from './store.ts'

export type Resealed = {
  /** How many were sealed anew. */
  readonly resealed: number
  /** References of those that no key at hand opens; they stay as they are. */
  readonly unopenable: readonly string[]
}

type By = {readonly actor: Actor; readonly at: number}

/** Seals for the present keys whatever is sealed for others. @param more keys that open, besides those in their place */
export async function resealAll(store: SqliteEnquiryStore, more: readonly string[] = []): Promise<Resealed> {
  const unopenable = new Set<string>()
  let resealed = 0
  for (;;) {
    const {mark} = await presentKeys(store.keyPlace)
    const left = sealedForOthers(store, mark).filter((reference) => !unopenable.has(reference))
    if (left.length === 0) break
    for (const reference of left) {
      try {
        if (await resealOne(store, reference, more)) resealed++
      } catch (error) {
        if (!(error instanceof SealError)) throw error
        unopenable.add(reference)
      }
    }
  }
  // What was sealed for the key before must not lie in the log either.
  scrub(store.db)
  return {resealed, unopenable: [...unopenable].sort()}
}

const sealedForOthers = ({db}: SqliteEnquiryStore, mark: string): string[] =>
  db
    .prepare('select reference from enquiry where sealed_for <> ? order by received_at')
    .all(mark)
    .map(({reference}) => String(reference))

/** False where somebody changed it in between; the next round looks at it again. */
async function resealOne(store: SqliteEnquiryStore, reference: string, more: readonly string[]): Promise<boolean> {
  const row = store.sealedRow(reference)
  if (!row) return false
  const keys = await presentKeys(store.keyPlace)
  const content = await unseal(row, row.sealed, [...keys.identities, ...more])
  const sealed = await seal(row, content, keys)
  return atomically(store.db, () => store.areCurrent(keys) && store.replaceSealed(row, sealed, keys.mark))
}

/** A new clinic key. One that the environment gives is changed there; then this seals everything for the first one in it. */
export async function rotate(store: SqliteEnquiryStore, by: By): Promise<Resealed> {
  const {keyPlace, db} = store
  const before = await presentKeys(keyPlace)
  const isUnfinished = before.identities.length > 1
  if (keyPlace.identity === null && !isUnfinished) {
    const identity = await newIdentity()
    atomically(db, () => {
      if (!store.areCurrent(before))
        throw new KeyError('Another rotation has begun at this moment. Look again when it is done.')
      writeIdentities(keyPlace, [identity, ...before.identities])
    })
  }
  const outcome = await resealAll(store)
  await dropEarlier(store, outcome, () => note(store, by, `clinic key, ${outcome.resealed} sealed anew`))
  return outcome
}

/** Drops the keys before the present one, unless something is still sealed for them. */
async function dropEarlier(store: SqliteEnquiryStore, {unopenable}: Resealed, noteIt: () => void): Promise<void> {
  const {keyPlace, db} = store
  const keys = await presentKeys(keyPlace)
  atomically(db, () => {
    if (unopenable.length > 0 || sealedForOthers(store, keys.mark).length > 0) return
    const isWithMore = keyPlace.identity === null && keys.identities.length > 1
    if (isWithMore && store.areCurrent(keys)) writeIdentities(keyPlace, keys.identities.slice(0, 1))
    noteIt()
  })
}

/**
 * The recovery key to show, with everything sealed for it; null where it was shown already. Whoever has shown it calls
 * `forgetRecoveryKey`.
 *
 * @param isNew draw another one, unless one waits that nobody has seen
 */
export async function recoveryKeyToShow(
  store: SqliteEnquiryStore,
  {isNew, ...by}: By & {readonly isNew: boolean},
): Promise<({readonly key: string} & Resealed) | null> {
  const {keyPlace, db} = store
  if (keyPlace.recoveryRecipient !== null) {
    throw new KeyError(
      'The recovery key comes from the environment (ENQUIRY_RECOVERY_RECIPIENT), and this machine never had its private ' +
        'half. To change it, set another and run: npm run enquiries -- reseal',
    )
  }
  await presentKeys(keyPlace)
  if (isNew && unshownRecoveryKey(keyPlace) === null) await drawRecoveryKey(keyPlace)
  const key = unshownRecoveryKey(keyPlace)
  if (key === null) return null
  const recipient = await recipientOf(key)
  if ((await presentKeys(keyPlace)).recipients[1] !== recipient) {
    atomically(db, () => writeRecoveryRecipient(keyPlace, recipient))
    const outcome = await resealAll(store)
    atomically(db, () => note(store, by, `recovery key, ${outcome.resealed} sealed anew`))
    return {key, ...outcome}
  }
  // A call before this one may have been cut short.
  return {key, ...(await resealAll(store))}
}

/**
 * Opens everything with the recovery key on paper, and seals it for the present clinic key: after a loss of
 * `DATA_DIR/secrets`. The key on paper stays the recovery key. Throws a `KeyError` where it opens nothing.
 */
export async function recover(store: SqliteEnquiryStore, key: string, by: By): Promise<Resealed> {
  const {keyPlace, db} = store
  const recipient = await recipientOf(key)
  const keys = await presentKeys(keyPlace)
  if (!(await opensAny(store, key))) {
    throw new KeyError(`This key opens none of the ${store.records().length} questions. Nothing was changed.`)
  }
  if (keyPlace.recoveryRecipient === null && keys.recipients[1] !== recipient) {
    atomically(db, () => writeRecoveryRecipient(keyPlace, recipient))
    // One that was made for an empty folder, and that nothing was sealed for but what came since.
    forgetRecoveryKey(keyPlace)
  }
  const outcome = await resealAll(store, [key])
  atomically(db, () => note(store, by, `recovered with the recovery key, ${outcome.resealed} sealed anew`))
  await dropEarlier(store, outcome, () => {})
  return outcome
}

async function opensAny(store: SqliteEnquiryStore, key: string): Promise<boolean> {
  for (const row of store.sealedRows()) {
    const isOpen = await unseal(row, row.sealed, [key]).then(
      () => true,
      () => false,
    )
    if (isOpen) return true
  }
  return false
}

const note = ({db}: SqliteEnquiryStore, {actor, at}: By, detail: string): void =>
  appendAudit(db, {at, actor, action: 'rotated', reference: null, detail})
