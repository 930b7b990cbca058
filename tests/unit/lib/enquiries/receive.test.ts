/** Taking a question, into a real store: what becomes of each form, without HTTP around it. */
import {randomBytes} from 'node:crypto'
import {afterAll, describe, expect, test} from '@jest/globals'
import {createLimits} from '@/lib/enquiries/limits'
import {receive} from '@/lib/enquiries/receive'
import {longestView, newView, openView, sealView} from '@/lib/enquiries/view-token'
import {storeIn} from '../../../support/enquiry'
import {temporaryFolder} from '../../../support/temporary-folder'

const {folder, remove} = temporaryFolder('receive')
const store = storeIn(folder)
afterAll(() => {
  store.close()
  remove()
})

const key = randomBytes(32)
const now = Date.parse('2026-11-26T15:00:00Z')
const minute = 60_000
const means = {
  store: () => store,
  viewKey: () => key,
  limits: createLimits({perHour: 1000}),
  address: '203.0.113.5',
  now,
}
let count = 0
const drawn = (age = minute, page: string | null = '/conditions/back-pain') => sealView(newView(page, now - age), key)
const form = (others: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    question: `May I swim? Number ${++count}.`,
    name: 'Alex Rivera',
    way: 'phone',
    phone: '512 555 0142',
    view: drawn(),
    ...others,
  })
const referenceOf = (received: Awaited<ReturnType<typeof receive>>) =>
  received.outcome === 'stored' ? received.reference : ''

describe('a question that is all right', () => {
  test('is stored as new, with the page that its token names', async () => {
    const view = drawn()
    const fields = form({view, from: '/conditions/another-one'})
    const reference = referenceOf(await receive(fields, means))
    expect(await store.open(reference)).toMatchObject({
      receivedAt: now,
      state: 'new',
      spamScore: 0,
      asked: {name: 'Alex Rivera', way: 'phone', phone: '512 555 0142', email: '', page: '/conditions/back-pain'},
    })
  })

  test('is stored once, however often it comes', async () => {
    const fields = form()
    const references = await Promise.all([1, 2, 3].map(async () => referenceOf(await receive(fields, means))))
    expect(new Set(references).size).toBe(1)
  })

  test('is stored as new too where somebody was quick', async () => {
    const reference = referenceOf(await receive(form({view: drawn(1000)}), means))
    expect(await store.open(reference)).toMatchObject({state: 'new', spamScore: 35})
  })

  test('is held where a program wrote it, and its sender is told the same', async () => {
    const received = await receive(form({subject: 'Hello'}), means)
    expect(received.outcome).toBe('stored')
    expect((await store.open(referenceOf(received)))?.state).toBe('held')
  })
})

describe('a question that comes back', () => {
  test('for its mistakes keeps its view, so that mending it is no new beginning', async () => {
    const view = drawn()
    const back = await receive(form({view, name: ''}), means)
    expect(back).toMatchObject({outcome: 'unsent', isOld: false, errors: {name: 'nameMissing'}})
    expect(back.view).toEqual(openView(view, key))
  })

  test('for its age begins anew, from the same page', async () => {
    const view = drawn(longestView + 1)
    const back = await receive(form({view}), means)
    expect(back).toMatchObject({outcome: 'unsent', isOld: true, errors: {}})
    expect(back.view).toMatchObject({page: '/conditions/back-pain', drawnAt: now})
    expect(back.view.id).not.toBe(openView(view, key)?.id)
  })

  test('for a token that says nothing has the page that the form remembers, if it is one of this site', async () => {
    const from = async (path: string) => (await receive(form({view: 'x', from: path}), means)).view.page
    expect(await from('/conditions/back-pain')).toBe('/conditions/back-pain')
    expect(await from('https://evil.example/')).toBeNull()
  })

  test('for the limit was not stored', async () => {
    const limited = {...means, limits: createLimits({perHour: 1, now: () => now})}
    await receive(form(), limited)
    const before = store.records().length
    expect(await receive(form(), limited)).toMatchObject({outcome: 'tooMany', seconds: 3600})
    expect(store.records()).toHaveLength(before)
  })

  test('does not count as a question where there are mistakes in it', async () => {
    const limited = {...means, limits: createLimits({perHour: 1, now: () => now})}
    await receive(form({name: ''}), limited)
    expect((await receive(form(), limited)).outcome).toBe('stored')
  })

  test.each(['store', 'viewKey'] as const)('where there is no %s says that it was not stored', async (missing) => {
    const broken = () => {
      throw new Error('The disk is gone.')
    }
    const back = await receive(form(), {...means, [missing]: broken})
    expect(back).toMatchObject({outcome: 'notStored', error: {message: 'The disk is gone.'}})
    expect(back.typed.name).toBe('Alex Rivera')
  })
})
