/** Keys and sealing: what lies on the disk, whom it opens for, and that it is the age format. */
import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {enquiryKey, forgetRecoveryKey, keyFile, presentKeys, unshownRecoveryKey} from '@/lib/enquiries/keys'
import {seal, unhandled, unseal} from '@/lib/enquiries/seal'
import {hasAgeTool, readAge, readWithAgeTool} from '../../../support/age-reader'
import {asked, keyPlaceIn, noon} from '../../../support/enquiry'
import {temporaryFolder} from '../../../support/temporary-folder'

const label = {id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed', reference: 'K7Q4-9XRT', receivedAt: noon}
const content = {asked, handling: unhandled}

let place: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  place = temporaryFolder('enquiry-keys')
})
afterEach(() => place.remove())

describe('keys', () => {
  test('are made on first use, for their owner alone, and stay', async () => {
    const keyPlace = keyPlaceIn(place.folder)
    const made = await presentKeys(keyPlace)
    expect(await presentKeys(keyPlace)).toEqual(made)
    expect(readdirSync(keyPlace.folder).sort()).toEqual([
      'enquiry-identity',
      'enquiry-recovery-key',
      'enquiry-recovery-recipient',
    ])
    expect(statSync(keyPlace.folder).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(keyPlace.folder)) {
      expect(statSync(path.join(keyPlace.folder, name)).mode & 0o777).toBe(0o600)
    }
  })

  test('are the same for all who need them for the first time at once', async () => {
    const keyPlace = keyPlaceIn(place.folder)
    const made = await Promise.all(Array.from({length: 8}, () => presentKeys(keyPlace)))
    expect(new Set(made.map(({mark}) => mark)).size).toBe(1)
  })

  test('of the recovery the private half is there until it is forgotten, and no new one is made then', async () => {
    const keyPlace = keyPlaceIn(place.folder)
    const before = await presentKeys(keyPlace)
    expect(unshownRecoveryKey(keyPlace)).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/)
    forgetRecoveryKey(keyPlace)
    expect(unshownRecoveryKey(keyPlace)).toBeNull()
    expect(existsSync(keyFile(keyPlace, 'recoveryKey'))).toBe(false)
    expect(await presentKeys(keyPlace)).toEqual(before)
  })

  test('can come from the environment, and then nothing lies in the folder', async () => {
    const [one, other] = [keyPlaceIn(place.folder), keyPlaceIn(path.join(place.folder, 'other'))]
    const {identities, recipients} = await presentKeys(one)
    const given = {...other, identity: identities[0], recoveryRecipient: recipients[1]}
    expect(await presentKeys(given)).toMatchObject({identities, recipients})
    expect(readdirSync(other.folder)).toEqual([])
    expect(unshownRecoveryKey(given)).toBeNull()
  })

  test('one that is none is refused by its place, not by its letters', async () => {
    const keyPlace = keyPlaceIn(place.folder)
    await presentKeys(keyPlace)
    writeFileSync(keyFile(keyPlace, 'identity'), 'AGE-SECRET-KEY-1HALF')
    await expect(presentKeys(keyPlace)).rejects.toThrow(/^This is no private key of the age format;/)
    writeFileSync(keyFile(keyPlace, 'identity'), '# nothing but a remark\n')
    await expect(presentKeys(keyPlace)).rejects.toThrow(/enquiry-identity holds no key/)
  })

  test('for other purposes are derived from a secret of their own, and always the same', () => {
    const keyPlace = keyPlaceIn(place.folder)
    const key = enquiryKey('view-token', keyPlace)
    expect(key).toHaveLength(32)
    expect(enquiryKey('view-token', keyPlace).equals(key)).toBe(true)
    rmSync(keyFile(keyPlace, 'secret'))
    expect(enquiryKey('view-token', keyPlace).equals(key)).toBe(false)
  })
})

describe('what is sealed', () => {
  const readers: [string, typeof readWithAgeTool][] = [
    ['a reader written from the specification', readAge],
    ...(hasAgeTool() ? [["Debian's age", readWithAgeTool] satisfies [string, typeof readWithAgeTool]] : []),
  ]

  test.each(readers)('opens in %s, with the clinic key and with the recovery key', async (_, read) => {
    const keyPlace = keyPlaceIn(place.folder)
    const keys = await presentKeys(keyPlace)
    const sealed = await seal(label, {asked: {...asked, question: 'ñ'.repeat(40_000)}, handling: unhandled}, keys)
    for (const key of [keys.identities[0], unshownRecoveryKey(keyPlace) ?? '']) {
      expect(JSON.parse(read(sealed, key, place.folder))).toEqual({
        ...{schema: 1, ...label, asked: {...asked, question: 'ñ'.repeat(40_000)}},
        handling: {assignee: null, notes: [], promotedTo: null},
      })
    }
  })

  test('opens for nobody else', async () => {
    const sealed = await seal(label, content, await presentKeys(keyPlaceIn(place.folder)))
    const other = await presentKeys(keyPlaceIn(path.join(place.folder, 'other')))
    await expect(unseal(label, sealed, other.identities)).rejects.toThrow('sealed for another key')
    expect(() => readAge(sealed, other.identities[0])).toThrow('for other keys')
  })

  test('is noticed where a byte of it was changed, anywhere', async () => {
    const keys = await presentKeys(keyPlaceIn(place.folder))
    const sealed = await seal(label, content, keys)
    for (let at = 0; at < sealed.length; at += 97) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte))
      await expect(unseal(label, changed, keys.identities)).rejects.toThrow('K7Q4-9XRT cannot be opened')
    }
    await expect(unseal(label, sealed.subarray(0, -1), keys.identities)).rejects.toThrow('cannot be opened')
  })

  test.each(['id', 'reference', 'receivedAt'] as const)('is noticed in a row with another %s', async (name) => {
    const keys = await presentKeys(keyPlaceIn(place.folder))
    const sealed = await seal(label, content, keys)
    const other = {...label, [name]: name === 'receivedAt' ? noon + 1 : 'other'}
    await expect(unseal(other, sealed, keys.identities)).rejects.toThrow('holds the sealed part of another question')
  })

  test('tells nothing of its words, nor how long a word is', async () => {
    const keys = await presentKeys(keyPlaceIn(place.folder))
    const [short, long] = await Promise.all(
      ['Why?', 'Why does my left hand hurt?'].map((question) =>
        seal(label, {asked: {...asked, question}, handling: unhandled}, keys),
      ),
    )
    expect(short).toHaveLength(long?.length ?? 0)
    expect(Buffer.from(short ?? '').includes('Rosa')).toBe(false)
  })

  test('by a key file with remarks, as the tools of age write it, opens too', async () => {
    const keyPlace = keyPlaceIn(place.folder)
    const keys = await presentKeys(keyPlace)
    const before = readFileSync(keyFile(keyPlace, 'identity'), 'utf8')
    writeFileSync(keyFile(keyPlace, 'identity'), `# created: 2026-11-26\n# public key: age1…\n${before}`)
    expect(await presentKeys(keyPlace)).toEqual(keys)
  })
})
