/** `npm run enquiries`, as whoever keeps the site up uses it, beside a store that is open as the site has it. */
import {spawn} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {text} from 'node:stream/consumers'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {questionFindings} from '../../../server/doctor/questions'
import {hasAgeTool, readAge, readWithAgeTool} from '../../support/age-reader'
import {enquiry, keyPlaceIn, noon, nurse, storeIn} from '../../support/enquiry'
import {temporaryFolder} from '../../support/temporary-folder'

const day = 24 * 60 * 60 * 1000

let place: ReturnType<typeof temporaryFolder>
let store: ReturnType<typeof storeIn>

beforeEach(() => {
  place = temporaryFolder('enquiry-commands')
  store = storeIn(place.folder)
})

afterEach(() => {
  store.close()
  place.remove()
})

type Ended = {readonly code: number | null; readonly said: string; readonly complaint: string}

/** Runs a verb; `input` is what is typed. */
async function enquiries(
  args: readonly string[],
  {input = '', ...settings}: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['server/enquiries.mjs', ...args], {
    env: {...process.env, DATA_DIR: place.folder, ENQUIRY_IDENTITY: '', ENQUIRY_RECOVERY_RECIPIENT: '', ...settings},
  })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [said, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return {code, said, complaint}
}

const receive = async (...given: Parameters<typeof enquiry>) => (await store.receive(enquiry(...given))).reference
const file = (name: string) => path.join(place.folder, name)
const keyIn = (said: string) => /AGE-SECRET-KEY-1\w{58}/.exec(said)?.[0] ?? ''

describe('the recovery key', () => {
  test('is shown once, forgotten, and opens a sealed question by the age format alone', async () => {
    const reference = await receive()
    const shown = await enquiries(['recovery-key'])
    expect(shown).toMatchObject({code: 0, complaint: '', said: expect.stringContaining('Print this page.')})
    expect(readdirSync(file('secrets'))).not.toContain('enquiry-recovery-key')
    const again = await enquiries(['recovery-key'])
    expect(again).toMatchObject({code: 1, said: '', complaint: expect.stringContaining('recovery-key --new')})

    const sealed = await enquiries(['sealed', reference.toLowerCase(), file('one.age')])
    expect(sealed).toMatchObject({code: 0, said: expect.stringContaining('opens with: age -d')})
    const bytes = readFileSync(file('one.age'))
    const read = [readAge(bytes, keyIn(shown.said))]
    if (hasAgeTool()) read.push(readWithAgeTool(bytes, keyIn(shown.said), place.folder))
    for (const one of read) expect(JSON.parse(one)).toMatchObject({reference, asked: {name: 'Rosa Delgado'}})
    expect(store.auditTrail({reference})).toMatchObject([{action: 'exported', actor: {id: 'command-line'}}])
  })

  test('is another one on request, and everything is sealed for it', async () => {
    const reference = await receive()
    const first = keyIn((await enquiries(['recovery-key'])).said)
    const second = await enquiries(['recovery-key', '--new'])
    expect(second.said).toContain('1 question sealed anew.')
    const sealed = store.sealedRow(reference)?.sealed ?? new Uint8Array()
    expect(JSON.parse(readAge(sealed, keyIn(second.said)))).toMatchObject({reference})
    expect(() => readAge(sealed, first)).toThrow('for other keys')
  })
})

describe('what a person asks for', () => {
  test('an export has everything about this person and nothing of others, and is in the audit trail', async () => {
    const reference = await receive()
    await receive({name: 'Somebody Else', email: 'other@patient.example', question: 'Another?'})
    await store.change(reference, {note: 'Called.'}, nurse, noon)
    const {code, said} = await enquiries(['export', '--person', 'ROSA@patient.example'])
    expect(code).toBe(0)
    expect(JSON.parse(said).questions).toMatchObject([
      {
        reference,
        receivedAt: '2026-11-25T10:00:00.000Z',
        asked: {name: 'Rosa Delgado', question: 'My left hand is numb at night.\nIs that my neck?'},
        handling: {notes: [{by: 'Nina Nurse', text: 'Called.'}]},
        history: [{by: 'Nina Nurse', action: 'changed', detail: 'note'}],
      },
    ])
    const written = await enquiries(['export', '--person', 'Delgado', '--out', file('rosa.json')])
    expect(written.said).toContain('1 question in ')
    expect(statSync(file('rosa.json')).mode & 0o777).toBe(0o600)
    expect(store.auditTrail({reference}).map(({action}) => action)).toEqual(['exported', 'exported', 'changed'])
  })

  test('a deletion shows first what it is about', async () => {
    const mine = await receive()
    const other = await receive({name: 'Somebody Else', email: 'other@patient.example', question: 'Another?'})
    const asked = await enquiries(['delete', '--person', 'rosa@patient.example'])
    expect(asked.said).toContain('Nothing was deleted')
    expect(store.records()).toHaveLength(2)
    expect((await enquiries(['delete', '--person', 'rosa@patient.example', '--yes'])).said).toContain(
      '1 question deleted',
    )
    expect(await store.open(mine)).toBeNull()
    expect((await enquiries(['delete', other])).said).toContain(`${other} is deleted for good.`)
    expect(store.records()).toEqual([])
    expect(await enquiries(['delete', other])).toMatchObject({code: 1, complaint: `There is no question ${other}.\n`})
  })

  test('what is due is deleted by the limits of the settings', async () => {
    await receive({}, {receivedAt: Date.now() - 10 * day})
    expect((await enquiries(['purge'])).said).toContain('0 questions deleted')
    expect((await enquiries(['purge'], {ENQUIRY_KEEP_DAYS: '9'})).said).toContain('1 question deleted')
  })
})

describe('the audit trail', () => {
  test('is printed, whole or not', async () => {
    const reference = await receive()
    await store.change(reference, {state: 'answered'}, nurse, noon)
    const whole = await enquiries(['audit', '--reference', reference])
    expect(whole.said).toMatch(
      /2026-11-25T10:00:00.000Z {2}changed {3}\S+ {2}Nina Nurse \(person-nurse\) {2}state: answered/,
    )
    expect(whole.said).toMatch(/The trail is whole: 1 entry, the last with the hash [0-9a-f]{64}\./)
    const hash = /[0-9a-f]{64}/.exec(whole.said)?.[0] ?? ''
    await store.change(reference, {note: 'Called.'}, nurse, noon)
    expect(await enquiries(['audit', '--hash', hash])).toMatchObject({
      code: 0,
      said: expect.stringContaining('is in it.'),
    })
    const cut = await enquiries(['audit', '--hash', 'f'.repeat(64)])
    expect(cut).toMatchObject({code: 1, said: expect.stringContaining('cut off its end')})
    store.db.exec("drop trigger audit_entry_is_final; update audit_entry set actor_name = 'Nobody'")
    expect(await enquiries(['audit'])).toMatchObject({code: 1, said: expect.stringContaining('broken at entry 1 of 2')})
  })
})

describe('a restore drill', () => {
  test('a backup made while the site runs, on a new machine, is everything again with the recovery key', async () => {
    const references = [await receive(), await receive({question: 'Another?'})]
    await store.change(references[0] ?? '', {note: 'Called.'}, nurse, noon)
    const paper = keyIn((await enquiries(['recovery-key'])).said)
    const {code, said} = await enquiries(['backup', file('copy.db')])
    expect([code, said]).toEqual([
      0,
      `2 questions, verified, as sealed as the store. No key is in it.\n${file('copy.db')}\n`,
    ])
    expect(statSync(file('copy.db')).mode & 0o777).toBe(0o600)
    const before = await store.openAll()

    // The machine is gone: what is left is the backup and a sheet of paper.
    store.close()
    for (const folder of ['enquiries', 'secrets']) rmSync(file(folder), {recursive: true})
    const restored = await enquiries(['restore', file('copy.db')])
    expect(restored.said).toContain('2 questions in ')
    expect(restored.said).toContain('of which the key here opens 0')
    expect(restored.code).toBe(1)
    const wrong = await enquiries(['recover'], {input: 'AGE-SECRET-KEY-1WRONG\n'})
    expect(wrong).toMatchObject({code: 1, complaint: expect.stringContaining('no private key of the age format')})
    const recovered = await enquiries(['recover'], {input: `${paper}\n`})
    expect(recovered).toMatchObject({code: 0, said: '2 questions sealed anew.\n'})
    store = storeIn(place.folder)
    expect(await store.openAll()).toEqual(before)
    expect(store.outbox().waiting).toBe(2)
  })

  test('a backup in the place of a store: not without being told, not while it is used, and what was deleted stays so', async () => {
    const [deleted, kept] = [await receive(), await receive({question: 'Another?'})]
    await enquiries(['backup', file('copy.db')])
    store.delete(deleted, nurse, noon)
    const later = await receive({question: 'Since the backup?'})
    const inUse = await enquiries(['restore', file('copy.db'), '--force'])
    expect(inUse).toMatchObject({code: 1, complaint: expect.stringContaining('are in use. Stop the site first.')})
    store.close()
    const unforced = await enquiries(['restore', file('copy.db')])
    expect(unforced).toMatchObject({code: 1, complaint: expect.stringContaining('There are 2 questions in ')})
    const {code, said} = await enquiries(['restore', file('copy.db'), '--force'])
    expect(code).toBe(0)
    expect(said).toContain('1 question deleted again')
    store = storeIn(place.folder)
    expect(store.records().map(({reference}) => reference)).toEqual([kept])
    const aside = readdirSync(place.folder).find((name) => name.startsWith('enquiries.before-restore-')) ?? ''
    expect(readFileSync(file(`${aside}/enquiries.db`)).includes(later)).toBe(true)
    expect(existsSync(file('enquiries.restoring'))).toBe(false)
  })

  test('what is no backup, or a damaged one, is refused, and the store stays', async () => {
    await receive()
    await enquiries(['backup', file('copy.db')])
    writeFileSync(file('other.db'), 'something else')
    truncateSync(file('copy.db'), statSync(file('copy.db')).size - 4096)
    store.close()
    for (const [name, complaint] of [
      ['other.db', 'cannot be read: it is damaged, or no backup'],
      ['copy.db', 'is damaged'],
      ['none.db', 'There is no file'],
    ] as const) {
      expect(await enquiries(['restore', file(name), '--force'])).toMatchObject({
        code: 1,
        complaint: expect.stringContaining(complaint),
      })
    }
    store = storeIn(place.folder)
    expect(store.records()).toHaveLength(1)
  })

  test('into a folder a backup gets the time for its name, and the newest stay', async () => {
    writeFileSync(file('enquiries-2026-01-01T00-00-00Z.db'), 'old')
    writeFileSync(file('enquiries-of-mine.db'), 'not a backup')
    const {said} = await enquiries(['backup', place.folder, '--keep', '1'])
    expect(said).toContain('Removed enquiries-2026-01-01T00-00-00Z.db.')
    expect(said.trimEnd().split('\n').at(-1)).toMatch(/enquiries-20\d\d-\d\d-\d\dT\d\d-\d\d-\d\dZ\.db$/)
    expect(existsSync(file('enquiries-of-mine.db'))).toBe(true)
  })
})

describe('a call that is wrong', () => {
  test.each([
    [['nonsense'], 'There is no "nonsense".'],
    [['sealed', 'K7Q4'], 'Say which question by its reference'],
    [['export'], 'Say whose: --person'],
    [['audit', '--most', 'all'], '"all" is no number for --most'],
    [['backup', '--colour', 'blue'], "Unknown option '--colour'"],
    [['recover'], 'The recovery key is read from the standard input'],
  ])('%j is refused with what is right', async (args, complaint) => {
    expect(await enquiries(args)).toMatchObject({code: 2, said: '', complaint: expect.stringContaining(complaint)})
  })
})

describe('the doctor', () => {
  const keys = () => keyPlaceIn(place.folder)
  const found = async () =>
    Object.fromEntries(
      (await questionFindings(place.folder, keys())).map((one) => [one.subject, `${one.state}: ${one.text}`]),
    )

  test('says that the recovery key is not on paper, then that it is', async () => {
    await receive()
    expect(await found()).toEqual({
      Questions: 'ok: 1 in a sound store (version 1); audit trail of 0, whole',
      'Question keys': 'ok: open all 1 question',
      'Recovery key': expect.stringMatching(/^attention: is not on paper yet\..*recovery-key$/),
    })
    await enquiries(['recovery-key'])
    expect((await found())['Recovery key']).toMatch(/^ok: was shown/)
    store.close()
    rmSync(file('enquiries'), {recursive: true})
    expect((await found()).Questions).toBe('ok: there was none yet')
    store = storeIn(place.folder)
  })

  test('says which questions no key opens, and what to do', async () => {
    const reference = await receive()
    rmSync(file('secrets/enquiry-identity'))
    expect((await found())['Question keys']).toMatch(
      new RegExp(`^broken: 1 of 1 question cannot be opened \\(${reference}\\): put enquiry-identity back .* recover`),
    )
    expect(readdirSync(file('secrets'))).not.toContain('enquiry-identity')
  })

  test('says that the store is damaged, of a newer version, or its trail changed', async () => {
    const reference = await receive()
    await store.change(reference, {state: 'answered'}, nurse, noon)
    store.db.exec("drop trigger audit_entry_is_final; update audit_entry set actor_name = 'Nobody'")
    expect((await found()).Questions).toMatch(
      /^broken: the audit trail was changed by another program, from entry 1 on/,
    )
    store.db.exec('pragma user_version = 9')
    expect((await found()).Questions).toMatch(/^broken: .*store version 9; this software knows 1/)
    store.close()
    writeFileSync(file('enquiries/enquiries.db'), 'no store at all'.repeat(1000))
    expect((await found()).Questions).toMatch(/^broken: .*damaged.*restore <backup> --force/)
    rmSync(file('enquiries'), {recursive: true})
    store = storeIn(place.folder)
  })
})
