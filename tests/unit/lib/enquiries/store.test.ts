/** The store of questions, through its interface: real SQLite, real keys. */
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals'
import {databaseFile} from '@/lib/enquiries/database'
import {purgeDue} from '@/lib/enquiries/retention'
import type {SqliteEnquiryStore} from '@/lib/enquiries/sqlite-store'
import {asked, enquiry, noon, nurse, storeIn} from '../../../support/enquiry'
import {temporaryFolder} from '../../../support/temporary-folder'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let place: ReturnType<typeof temporaryFolder>
let store: SqliteEnquiryStore

beforeEach(() => {
  place = temporaryFolder('enquiries')
  store = storeIn(place.folder)
})

afterEach(() => {
  store.close()
  place.remove()
})

/** Receives one and answers its reference. */
const receive = async (...given: Parameters<typeof enquiry>) => (await store.receive(enquiry(...given))).reference

describe('a question that comes in', () => {
  test('is there as it was asked, under a reference, and still is after the store was opened anew', async () => {
    const {reference, isDouble} = await store.receive(enquiry({}, {spamScore: 7}))
    expect(isDouble).toBe(false)
    expect(reference).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{4}-[34679CDFGHJKMNPQRTVWXY]{4}$/)
    store.close()
    store = storeIn(place.folder)
    expect(await store.open(reference)).toEqual({
      ...{id: expect.any(String), reference, receivedAt: noon, state: 'new', spamScore: 7},
      ...{openedAt: null, answeredAt: null, asked, handling: {assignee: null, notes: [], promotedTo: null}},
    })
  })

  test('is the same question where the same view of the form is sent again', async () => {
    const sent = enquiry()
    const first = await store.receive(sent)
    expect(await store.receive({...sent, receivedAt: noon + 3 * day})).toEqual({...first, isDouble: true})
    expect(store.records()).toHaveLength(1)
  })

  test('is the same question where it is asked in another view within a day, however it is spaced and spelled', async () => {
    const first = await store.receive(enquiry())
    const again = enquiry(
      {name: ' rosa  DELGADO', question: 'My left hand is numb at night. Is that my neck? '},
      {receivedAt: noon + 23 * hour},
    )
    expect(await store.receive(again)).toEqual({...first, isDouble: true})
    expect((await store.receive(enquiry({}, {receivedAt: noon + 25 * hour}))).isDouble).toBe(false)
  })

  test('is another question where the words, the person or the number is another', async () => {
    await receive()
    await receive({question: 'And my right hand?'})
    await receive({name: 'Rosa Delgado Jr.'})
    await receive({way: 'phone', email: '', phone: '555 0100'})
    expect(store.records()).toHaveLength(4)
  })

  test('is not lost where somebody goes back to the same view of the form and asks something else', async () => {
    const first = enquiry()
    const other = {...enquiry({question: 'And my right hand?'}), id: first.id}
    await store.receive(first)
    const {reference, isDouble} = await store.receive(other)
    expect(isDouble).toBe(false)
    expect((await store.open(reference))?.asked.question).toBe('And my right hand?')
    expect(await store.receive(other)).toEqual({reference, isDouble: true})
    expect(store.records()).toHaveLength(2)
  })

  test('is not lost where two go out of one view at the same time', async () => {
    const first = enquiry()
    const others = ['And my right hand?', 'And my neck?'].map((question) => ({...enquiry({question}), id: first.id}))
    const receipts = await Promise.all([first, ...others].map((one) => store.receive(one)))
    expect(receipts.map(({isDouble}) => isDouble)).toEqual([false, false, false])
    // Also days later, when the same view of one of them is sent once more.
    for (const one of others) expect((await store.receive({...one, receivedAt: noon + 3 * day})).isDouble).toBe(true)
    expect(store.records()).toHaveLength(3)
  })

  test('is stored once where it is sent twice at the same time', async () => {
    const sent = enquiry()
    const receipts = await Promise.all([1, 2, 3, 4].map(() => store.receive(sent)))
    expect(receipts.filter(({isDouble}) => !isDouble)).toHaveLength(1)
    expect(new Set(receipts.map(({reference}) => reference)).size).toBe(1)
  })

  test('is held where it is suspected spam: no message, not counted', async () => {
    await receive({}, {state: 'held', spamScore: 90})
    expect(store.outbox().waiting).toBe(0)
    expect(store.months()).toEqual([])
    expect(store.records(['held'])).toHaveLength(1)
    expect(store.records(['new'])).toEqual([])
  })

  test('is held no longer once the same person sends it as a person does', async () => {
    const held = await receive({}, {state: 'held', spamScore: 90})
    expect(await store.receive(enquiry({}, {spamScore: 5}))).toEqual({reference: held, isDouble: true})
    expect(store.records()).toMatchObject([{reference: held, state: 'new', spamScore: 5}])
    expect(store.outbox().waiting).toBe(1)
    expect(store.months()).toMatchObject([{asked: 1}])
  })

  test('is refused whole where the disk takes nothing', async () => {
    store.db.exec(
      "create temp trigger full before insert on outbox_message begin select raise(abort, 'disk full'); end",
    )
    await expect(store.receive(enquiry())).rejects.toThrow('disk full')
    expect(store.records()).toEqual([])
    expect(store.months()).toEqual([])
  })
})

describe('what staff do', () => {
  test('the newest question comes first', async () => {
    const first = await receive()
    const second = await receive({question: 'Another?'}, {receivedAt: noon + 1})
    expect(store.records().map(({reference}) => reference)).toEqual([second, first])
    expect((await store.openAll()).map(({reference}) => reference)).toEqual([second, first])
  })

  test('a question is opened once, however often it is looked at', async () => {
    const reference = await receive()
    store.markOpened(reference, noon + 1)
    store.markOpened(reference, noon + 2)
    expect(store.records()).toMatchObject([{openedAt: noon + 1}])
  })

  test('a change keeps what it does not name, and says in the audit trail what it was, not what was written', async () => {
    const reference = await receive()
    const assignee = {id: nurse.id, name: nurse.name}
    await store.change(reference, {state: 'inProgress', assignee}, nurse, noon + 1)
    const changed = await store.change(reference, {note: 'Called, no answer.'}, nurse, noon + 2)
    expect(changed).toMatchObject({
      state: 'inProgress',
      handling: {assignee, notes: [{at: noon + 2, by: 'Nina Nurse', text: 'Called, no answer.'}], promotedTo: null},
    })
    expect(await store.open(reference)).toEqual(changed)
    expect(store.auditTrail({reference})).toMatchObject([
      {action: 'changed', actor: nurse, detail: 'note'},
      {action: 'changed', actor: nurse, detail: 'state: inProgress, assigned'},
    ])
    await store.change(reference, {assignee: null}, nurse, noon + 3)
    expect((await store.open(reference))?.handling.assignee).toBeNull()
  })

  test('changes at the same time all hold', async () => {
    const reference = await receive()
    const notes = ['one', 'two', 'three', 'four', 'five']
    await Promise.all(notes.map((note, index) => store.change(reference, {note}, nurse, noon + index)))
    expect((await store.open(reference))?.handling.notes.map(({text}) => text).sort()).toEqual(notes.sort())
  })

  test('what is not there cannot be opened, changed or deleted', async () => {
    expect(await store.open('XXXX-XXXX')).toBeNull()
    expect(await store.change('XXXX-XXXX', {note: 'Hello'}, nurse, noon)).toBeNull()
    expect(store.delete('XXXX-XXXX', nurse, noon)).toBe(false)
    expect(store.auditTrail()).toEqual([])
  })

  test('months tell how many asked from a page, how many have an answer, and how long it took', async () => {
    const reference = await receive()
    await receive({question: 'Another?', page: null})
    await store.change(reference, {state: 'answered'}, nurse, noon + 90 * minute)
    await store.change(reference, {state: 'answered', note: 'Once more.'}, nurse, noon + 95 * minute)
    expect(store.months()).toEqual([
      {month: '2026-11', page: null, asked: 1, answered: 0, minutesToAnswer: 0},
      {month: '2026-11', page: '/conditions/neck-pain', asked: 1, answered: 1, minutesToAnswer: 90},
    ])
    await store.change(reference, {state: 'inProgress'}, nurse, noon + 100 * minute)
    expect(store.months()[1]).toMatchObject({answered: 0, minutesToAnswer: 0})
    await store.change(reference, {state: 'held'}, nurse, noon + 101 * minute)
    expect(store.months()).toMatchObject([{page: null, asked: 1}])
  })

  test('a page that is no address of this site is counted as unknown: nothing typed lies in clear', async () => {
    await receive({page: '/conditions/neck-pain?name=Rosa Delgado'})
    expect(store.months()).toMatchObject([{page: null, asked: 1}])
  })
})

describe('messages to staff', () => {
  test('one waits from the receipt on, is taken by one at a time, and is done once it is sent', async () => {
    const reference = await receive()
    expect(store.nextDue()).toBe(noon)
    const message = store.takeDue(noon, minute)
    expect(message).toEqual({id: expect.any(String), kind: 'new', reference, createdAt: noon, attempts: 0})
    expect(store.takeDue(noon, minute)).toBeNull()
    expect(store.nextDue()).toBe(noon + minute)
    store.sent(message?.id ?? '', noon + 1)
    expect(store.outbox()).toEqual({waiting: 0, oldest: null, givenUp: 0, problem: null})
    expect(store.nextDue()).toBeNull()
  })

  test('one whose sender died is due again when its lease is over, and that attempt counts', async () => {
    await receive()
    store.takeDue(noon, minute)
    expect(store.takeDue(noon + minute, minute)).toMatchObject({attempts: 1})
  })

  test('one that failed is tried again later, or given up, and staff can read why', async () => {
    const reference = await receive()
    const id = store.takeDue(noon, minute)?.id ?? ''
    store.failed(id, 'The mail server did not answer.', noon + 5 * minute)
    expect(store.outbox()).toEqual({waiting: 1, oldest: noon, givenUp: 0, problem: 'The mail server did not answer.'})
    expect(store.takeDue(noon + minute, minute)).toBeNull()
    expect(store.takeDue(noon + 5 * minute, minute)).toMatchObject({id, attempts: 1})
    store.failed(id, 'The mail server did not answer for three days.', null)
    expect(store.outbox()).toMatchObject({waiting: 0, givenUp: 1})
    expect(store.takeDue(noon + 9 * day, minute)).toBeNull()
    store.markOpened(reference, noon + 9 * day)
    expect(store.outbox()).toMatchObject({givenUp: 0})
  })

  test('one that reached only some of the staff says so until another is sent whole', async () => {
    await receive()
    await receive({question: 'Another?'})
    store.sent(store.takeDue(noon, minute)?.id ?? '', noon, 'One address was refused.')
    expect(store.outbox()).toMatchObject({waiting: 1, problem: 'One address was refused.'})
    store.sent(store.takeDue(noon, minute)?.id ?? '', noon)
    expect(store.outbox()).toMatchObject({waiting: 0, problem: null})
  })

  test('a reminder is queued once for each question that nobody has opened', async () => {
    const unread = await receive()
    const read = await receive({question: 'Another?'})
    await receive({question: 'Spam?'}, {state: 'held'})
    await receive({question: 'Later?'}, {receivedAt: noon + hour})
    store.markOpened(read, noon + 1)
    expect(store.unremindedBefore(noon + hour)).toEqual([unread])
    store.remind([unread], noon + hour)
    store.remind([unread], noon + hour)
    expect(store.unremindedBefore(noon + hour)).toEqual([])
    const messages = Array.from({length: 5}, () => store.takeDue(noon + hour, minute))
    expect(messages.filter((message) => message?.kind === 'reminder')).toMatchObject([{reference: unread}])
  })

  test('one about a question that was deleted is not sent', async () => {
    store.delete(await receive(), nurse, noon)
    expect(store.takeDue(noon, minute)).toBeNull()
  })
})

describe('deletion', () => {
  test('what is due is deleted: some days after the answer, and after the receipt whatever happened', async () => {
    const answered = await receive()
    const waiting = await receive({question: 'Still waiting?'})
    await receive({question: 'Young?'}, {receivedAt: noon + 100 * day})
    await store.change(answered, {state: 'answered'}, nurse, noon + day)
    const limits = {keepAnsweredDays: 90, keepDays: 180}
    expect(purgeDue(store, noon + 91 * day, limits)).toBe(0)
    expect(purgeDue(store, noon + 91 * day + 1, limits)).toBe(1)
    expect(await store.open(answered)).toBeNull()
    expect(purgeDue(store, noon + 180 * day + 1, limits)).toBe(1)
    expect(await store.open(waiting)).toBeNull()
    expect(store.records()).toHaveLength(1)
    expect(store.auditTrail().map(({action, reference}) => [action, reference])).toEqual([
      ['purged', waiting],
      ['purged', answered],
      ['changed', answered],
    ])
  })
})

test('what was committed is on the disk, and what is deleted is overwritten: the settings of SQLite', () => {
  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'trusted_schema', 'temp_store']
  const found = settings.map((name) => Object.values(store.db.prepare(`pragma ${name}`).get() ?? {})[0])
  // Full is 2; temporary tables and files in memory is 2.
  expect(found).toEqual(['wal', 2, 1, 1, 0, 2])
})

describe('damage', () => {
  test('a question that cannot be opened is left out and reported; the others are there', async () => {
    const [damaged, whole] = [await receive(), await receive({question: 'Whole?'})]
    store.db.prepare('update enquiry set sealed = zeroblob(900) where reference = ?').run(damaged)
    const report = jest.mocked(console.error).mockImplementation(() => {})
    expect((await store.openAll()).map(({reference}) => reference)).toEqual([whole])
    expect(report.mock.calls).toEqual([
      [expect.stringMatching(`^\\[enquiries\\] ${damaged} cannot be opened: it is damaged`)],
    ])
    report.mockClear()
    await store.openAll()
    expect(report).not.toHaveBeenCalled()
    expect(store.records()).toHaveLength(2)
    await expect(store.open(damaged)).rejects.toThrow(`${damaged} cannot be opened`)
    expect(store.delete(damaged, nurse, noon)).toBe(true)
  })

  test('rows whose sealed parts were exchanged are noticed', async () => {
    const [one, other] = [await receive(), await receive({question: 'Whole?'})]
    const [first, second] = [one, other].map((reference) => store.sealedRow(reference)?.sealed ?? null)
    const exchange = store.db.prepare('update enquiry set sealed = ? where reference = ?')
    exchange.run(second ?? null, one)
    exchange.run(first ?? null, other)
    for (const reference of [one, other]) {
      await expect(store.open(reference)).rejects.toThrow(`${reference} holds the sealed part of another question`)
    }
  })

  test('a store of a newer version is refused, and left as it is', () => {
    store.db.exec('pragma user_version = 99')
    expect(() => storeIn(place.folder)).toThrow(
      /enquiries\.db was written by a newer version of this software \(store version 99, this one knows 1\)/,
    )
    const db = new DatabaseSync(databaseFile(`${place.folder}/enquiries`))
    expect(db.prepare('pragma user_version').get()).toEqual({user_version: 99})
    db.close()
  })

  test('a folder that cannot be one is refused with what to do', () => {
    const {folder} = place
    expect(() => storeIn(`${databaseFile(`${folder}/enquiries`)}/below`)).toThrow(
      /The store of questions, .* cannot be opened .* "npm run doctor" looks/,
    )
  })
})
