/** Changing keys: cut short at any moment nothing is lost, and at the end the old key opens nothing. */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {rmSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {
  forgetRecoveryKey,
  identitiesAtHand,
  keyFile,
  presentKeys,
  recipientOf,
  unshownRecoveryKey,
} from '../../../lib/enquiries/keys'
import {recover, recoveryKeyToShow, resealAll, rotate} from '../../../lib/enquiries/reseal'
import type {SqliteEnquiryStore} from '../../../lib/enquiries/sqlite-store'
import {readAge} from '../../support/age-reader'
import {enquiry, keyPlaceIn, noon, nurse, storeIn} from '../../support/enquiry'
import {type Chance, chanceFrom, newSeed, pause} from '../../support/random'
import {temporaryFolder} from '../../support/temporary-folder'

const many = 40
const by = {actor: nurse, at: noon}
const outcome = {resealed: many, unopenable: []}

let place: ReturnType<typeof temporaryFolder>
let store: SqliteEnquiryStore

beforeEach(async () => {
  place = temporaryFolder('enquiry-rotation')
  store = storeIn(place.folder)
  for (let index = 0; index < many; index++) await store.receive(enquiry({question: `Question ${index}?`}))
})

afterEach(() => {
  store.close()
  place.remove()
})

const questions = async () => (await store.openAll()).map(({asked}) => asked.question).sort()
const allQuestions = Array.from({length: many}, (_, index) => `Question ${index}?`).sort()

/** How many this key opens, by the reader of the tests. */
const openedBy = (key: string): number =>
  store.sealedRows().filter(({sealed}) => {
    try {
      return readAge(sealed, key) !== ''
    } catch {
      return false
    }
  }).length

/** Begins to change a key in a process of its own and kills it at some moment. */
async function cutShort(what: 'rotate' | 'recovery-key', chance: Chance): Promise<void> {
  const child = spawn(process.execPath, ['tests/support/change-keys.ts', place.folder, what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  await once(child.stdout, 'data')
  await pause(chance.between(0, 120))
  child.kill('SIGKILL')
  await gone
}

describe('a new clinic key', () => {
  test('opens everything; the one before opens nothing and is gone', async () => {
    const before = await presentKeys(store.keyPlace)
    expect(await rotate(store, by)).toEqual(outcome)
    const {identities} = await presentKeys(store.keyPlace)
    expect(identities).toHaveLength(1)
    expect(identities[0]).not.toBe(before.identities[0])
    expect([openedBy(before.identities[0]), openedBy(identities[0])]).toEqual([0, many])
    expect(openedBy(unshownRecoveryKey(store.keyPlace) ?? '')).toBe(many)
    expect(await questions()).toEqual(allQuestions)
    expect(store.auditTrail()).toMatchObject([{action: 'rotated', actor: nurse, detail: 'clinic key, 40 sealed anew'}])
  })

  test('cut short by kill −9 again and again loses nothing, and the next call ends it', async () => {
    const chance = chanceFrom(newSeed())
    for (let cut = 0; cut < 12; cut++) {
      await cutShort('rotate', chance)
      expect(await questions()).toEqual(allQuestions)
    }
    const {identities} = await presentKeys(store.keyPlace)
    await rotate(store, by)
    expect(identitiesAtHand(store.keyPlace)).toHaveLength(1)
    expect(await questions()).toEqual(allQuestions)
    const [present = ''] = identitiesAtHand(store.keyPlace)
    expect(identities.filter((key) => key !== present && openedBy(key) > 0)).toEqual([])
  })

  test('while questions come in and are changed: each is sealed for the new one', async () => {
    const references = store.records().map(({reference}) => reference)
    const [{resealed}] = await Promise.all([
      rotate(store, by),
      ...references.map((reference) => store.change(reference, {note: 'Read.'}, nurse, noon)),
      ...allQuestions.map((question) => store.receive(enquiry({question: `New: ${question}`}))),
    ])
    expect(resealed).toBeGreaterThan(0)
    const [present = '', ...others] = identitiesAtHand(store.keyPlace)
    expect(others).toEqual([])
    expect(openedBy(present)).toBe(2 * many)
    const notes = (await store.openAll()).flatMap(({handling}) => handling.notes)
    expect(notes).toHaveLength(many)
  })

  test('keeps the old one while something cannot be opened, and says what', async () => {
    const [{reference} = {reference: ''}] = store.records()
    store.db.prepare('update enquiry set sealed = zeroblob(600) where reference = ?').run(reference)
    expect(await rotate(store, by)).toEqual({resealed: many - 1, unopenable: [reference]})
    expect(identitiesAtHand(store.keyPlace)).toHaveLength(2)
    store.delete(reference, nurse, noon)
    expect(await rotate(store, by)).toEqual({resealed: 0, unopenable: []})
    expect(identitiesAtHand(store.keyPlace)).toHaveLength(1)
  })

  test('of the environment is the first of two there', async () => {
    const [one = ''] = identitiesAtHand(store.keyPlace)
    await rotate(store, by)
    const [other = ''] = identitiesAtHand(store.keyPlace)
    store.close()
    store = storeIn(place.folder, keyPlaceIn(place.folder, {identity: `${one},${other}`}))
    expect(await rotate(store, by)).toEqual(outcome)
    expect([openedBy(one), openedBy(other)]).toEqual([many, 0])
  })
})

describe('a new recovery key', () => {
  test('is the one to show, once, and the one before opens nothing any more', async () => {
    const first = await recoveryKeyToShow(store, {...by, isNew: false})
    expect(first).toMatchObject({resealed: 0, unopenable: []})
    forgetRecoveryKey(store.keyPlace)
    expect(await recoveryKeyToShow(store, {...by, isNew: false})).toBeNull()
    const second = await recoveryKeyToShow(store, {...by, isNew: true})
    expect(second).toMatchObject(outcome)
    expect([openedBy(first?.key ?? ''), openedBy(second?.key ?? '')]).toEqual([0, many])
    expect(await questions()).toEqual(allQuestions)
  })

  test('cut short by kill −9 again and again is still one that opens everything', async () => {
    forgetRecoveryKey(store.keyPlace)
    const chance = chanceFrom(newSeed())
    for (let cut = 0; cut < 8; cut++) {
      await cutShort('recovery-key', chance)
      expect(await questions()).toEqual(allQuestions)
    }
    const shown = await recoveryKeyToShow(store, {...by, isNew: true})
    expect(openedBy(shown?.key ?? '')).toBe(many)
    expect((await presentKeys(store.keyPlace)).recipients[1]).toBe(await recipientOf(shown?.key ?? ''))
  })

  test('of the environment is sealed for after a call, and cannot be shown here', async () => {
    const mine = unshownRecoveryKey(keyPlaceIn(place.folder)) ?? ''
    const elsewhere = temporaryFolder('enquiry-other')
    const {recipients} = await presentKeys(keyPlaceIn(elsewhere.folder))
    const theirs = unshownRecoveryKey(keyPlaceIn(elsewhere.folder)) ?? ''
    elsewhere.remove()
    store.close()
    store = storeIn(place.folder, keyPlaceIn(place.folder, {recoveryRecipient: recipients[1]}))
    await expect(recoveryKeyToShow(store, {...by, isNew: true})).rejects.toThrow('comes from the environment')
    expect(await resealAll(store)).toEqual(outcome)
    expect([openedBy(mine), openedBy(theirs)]).toEqual([0, many])
  })
})

describe('after a loss', () => {
  test('the recovery key opens everything again, and stays the one on paper', async () => {
    const paper = (await recoveryKeyToShow(store, {...by, isNew: false}))?.key ?? ''
    forgetRecoveryKey(store.keyPlace)
    rmSync(path.dirname(keyFile(store.keyPlace, 'identity')), {recursive: true})
    await store.receive(enquiry({question: 'Asked after the loss?'}))
    expect((await rotate(store, by)).unopenable).toHaveLength(many)
    expect(await recover(store, paper, by)).toMatchObject({unopenable: []})
    expect(await questions()).toEqual(['Asked after the loss?', ...allQuestions])
    expect(openedBy(paper)).toBe(many + 1)
    expect(await recoveryKeyToShow(store, {...by, isNew: false})).toBeNull()
    expect(identitiesAtHand(store.keyPlace)).toHaveLength(1)
  })

  test('a key that opens nothing changes nothing', async () => {
    const before = await presentKeys(store.keyPlace)
    const elsewhere = temporaryFolder('enquiry-other')
    const {identities} = await presentKeys(keyPlaceIn(elsewhere.folder))
    elsewhere.remove()
    await expect(recover(store, identities[0], by)).rejects.toThrow('This key opens none of the 40 questions')
    await expect(recover(store, 'AGE-SECRET-KEY-1NONSENSE', by)).rejects.toThrow('no private key of the age format')
    expect(await presentKeys(store.keyPlace)).toEqual(before)
  })
})
