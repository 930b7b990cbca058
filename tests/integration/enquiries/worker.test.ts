/** The worker: woken, by the clock, without a store, and killed. */
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {jest} from '@jest/globals'
import {mailerFor} from '@/lib/enquiries/mail'
import type {SqliteEnquiryStore} from '@/lib/enquiries/sqlite-store'
import {type EnquiryWorker, enquiryWorker, type WorkerParts} from '@/lib/enquiries/worker'
import {enquiry, noon, storeIn} from '../../support/enquiry'
import {type MailSink, startMailSink} from '../../support/mail-sink'
import {chanceFrom, pause} from '../../support/random'
import {ended} from '../../support/start-clinic'
import {temporaryFolder} from '../../support/temporary-folder'
import {until} from '../../support/until'

const minute = 60_000
const hour = 60 * minute

let place: ReturnType<typeof temporaryFolder>
let store: SqliteEnquiryStore
let sink: MailSink
let worker: EnquiryWorker | undefined
/** Noon is a Wednesday. */
let now: number

beforeEach(async () => {
  place = temporaryFolder('worker')
  store = storeIn(place.folder)
  sink = await startMailSink()
  now = noon
})

afterEach(async () => {
  await worker?.stop()
  worker = undefined
  await sink.close()
  store.close()
  place.remove()
})

const address = () => ({
  server: `smtp://127.0.0.1:${sink.port}`,
  from: 'website@clinic.example',
  to: ['maria@clinic.example'],
})

function start(parts: Partial<WorkerParts> = {}): EnquiryWorker {
  worker = enquiryWorker({
    store: () => store,
    mailer: mailerFor(address(), 'https://clinic.example'),
    reminderHours: 24,
    timeZone: () => 'America/New_York',
    purge: () => {},
    now: () => now,
    ...parts,
  })
  return worker
}

const receive = async (question: string, receivedAt = now) =>
  (await store.receive(enquiry({question}, {receivedAt}))).reference

const references = () => sink.mails.items.map(({text}) => /Reference: (\S+)/.exec(text)?.[1])
const subjects = () => sink.mails.items.map(({headers}) => headers.get('subject'))

describe('the worker', () => {
  it('sends what is there when it is woken, once, however often it is woken', async () => {
    const {work} = start()
    const reference = await receive('One?')
    await Promise.all([work(), work(), work()])
    expect(references()).toEqual([reference])
    const next = await receive('Two?')
    await work()
    expect(references()).toEqual([reference, next])
  })

  it('looks again, while it is at it, for what came after it had looked', async () => {
    const {work} = start()
    const reference = await receive('One?')
    const first = work()
    await sink.mails.find(() => true)
    store.remind([reference], now)
    await Promise.all([first, work()])
    expect(references()).toHaveLength(2)
  })

  it('wakes by itself when the next message is due', async () => {
    const {work} = start({now: Date.now})
    await receive('Soon?', Date.now() + 1500)
    await work()
    expect(sink.mails.items).toEqual([])
    await sink.mails.find(() => true)
  })

  it('reminds once of what nobody has opened for a working day, and of nothing else', async () => {
    const {work} = start()
    const [unread, read] = [await receive('Unread?'), await receive('Read?')]
    store.markOpened(read, now)
    await work()
    now += 23 * hour
    await work()
    expect(subjects()).toHaveLength(2)
    now += hour + minute
    await work()
    now += hour
    await work()
    expect(subjects().slice(2)).toEqual(['A question from the website waits to be read'])
    expect(references()[2]).toBe(unread)
  })

  it('does not count a weekend', async () => {
    const {work} = start()
    // Friday at noon in New York.
    now = Date.parse('2026-11-27T12:00:00-05:00')
    await receive('Before the weekend?')
    await work()
    now = Date.parse('2026-11-30T11:55:00-05:00')
    await work()
    expect(subjects()).toHaveLength(1)
    now += 10 * minute
    await work()
    expect(subjects()).toHaveLength(2)
  })

  it('deletes what is past its time each hour', async () => {
    const purge = jest.fn<WorkerParts['purge']>()
    const {work} = start({purge})
    for (const later of [0, minute, 58 * minute, minute, hour]) {
      now += later
      await work()
    }
    expect(purge.mock.calls.map(([, at]) => (at - noon) / minute)).toEqual([0, 60, 120])
  })

  it('leaves messages in the outbox where mail is not set up, and deletes and reminds all the same', async () => {
    const purge = jest.fn<WorkerParts['purge']>()
    const {work} = start({mailer: null, purge})
    await receive('Who reads this?')
    now += 25 * hour
    await work()
    expect(store.outbox()).toMatchObject({waiting: 2, givenUp: 0, problem: null})
    expect(purge).toHaveBeenCalled()
  })

  it('tells staff although what is past its time cannot be deleted', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => {})
    const {work} = start({
      purge() {
        throw new Error('The disk is full.')
      },
    })
    await receive('One?')
    await work()
    expect(sink.mails.items).toHaveLength(1)
    expect(said.mock.calls).toEqual([['[enquiries] The disk is full.']])
    said.mockClear()
  })

  it('says once that the store cannot be opened, and works when it can', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => {})
    let isThere = false
    const {work} = start({
      store() {
        if (!isThere) throw new Error('The store of questions cannot be opened.')
        return store
      },
    })
    await receive('One?')
    await work()
    await work()
    expect(said.mock.calls).toEqual([['[enquiries] The store of questions cannot be opened.']])
    said.mockClear()
    isThere = true
    await work()
    expect(sink.mails.items).toHaveLength(1)
    expect(said).not.toHaveBeenCalled()
  })

  it('says in the log, once, why staff are not told: no word of the question, no address', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => {})
    const {work} = start()
    sink.faults.recipients['maria@clinic.example'] = 451
    await receive('Does this stay out of the log?')
    await work()
    now += minute
    await work()
    expect(said.mock.calls).toEqual([['[enquiries] The mail server asks to wait (451). It will be tried again.']])
    said.mockClear()
    sink.faults.recipients = {}
    now += 5 * minute
    await work()
    expect(sink.mails.items).toHaveLength(1)
    expect(said).not.toHaveBeenCalled()
  })
})

describe('the worker as a process', () => {
  let children: ChildProcess[]
  beforeEach(() => {
    children = []
  })
  afterEach(() => Promise.all(children.map((child) => ended(child, 'SIGKILL'))))

  /** @param ahead so far ahead of everybody is its clock: what a killed one had taken is its own for five minutes */
  function run(settings: Record<string, string>, ahead = 0) {
    const {server, from, to} = address()
    const child = spawn(
      process.execPath,
      ['--import', './tests/support/clock-ahead.mjs', 'tests/support/enquiry-worker.ts'],
      {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          DATA_DIR: place.folder,
          SITE_URL: 'https://clinic.example',
          SMTP_URL: server,
          ENQUIRY_MAIL_FROM: from,
          ENQUIRY_MAIL_TO: to.join(),
          CLOCK_AHEAD: String(ahead),
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    children.push(child)
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    return {child, said: () => said, exit: once(child, 'exit')}
  }

  it('does not keep it alive', async () => {
    const {exit, said} = run({})
    expect(await exit).toEqual([0, null])
    expect(said()).toBe('started\n')
  })

  it('does not end it where the store cannot be opened', async () => {
    const file = path.join(place.folder, 'a file in the place of the folder')
    writeFileSync(file, '')
    const {exit, said} = run({DATA_DIR: file})
    expect(await exit).toEqual([0, null])
    expect(said()).toMatch(/^\[enquiries\] The store of questions, .* cannot be opened/)
  })

  it('killed between handing a message over and noting it, sends it again under the same id', async () => {
    const reference = await receive('Twice, at worst?', Date.now())
    expect(await run({STAY: '1', DIE: 'before-noting'}).exit).toEqual([null, 'SIGKILL'])
    expect(store.outbox()).toMatchObject({waiting: 1})
    run({STAY: '1'}, 6 * minute)
    await until(() => store.outbox().waiting === 0, 'the message to be noted')
    expect(references()).toEqual([reference, reference])
    expect(new Set(sink.mails.items.map(({headers}) => headers.get('message-id'))).size).toBe(1)
  })

  it('killed again and again at any moment, leaves no message behind', async () => {
    const chance = chanceFrom(20261125)
    const received: string[] = []
    for (let cycle = 1; cycle <= 8; cycle++) {
      for (const nth of [1, 2, 3]) received.push(await receive(`Question ${nth} of cycle ${cycle}?`, Date.now()))
      const {child, exit} = run({STAY: '1'}, 6 * minute * cycle)
      const mails = sink.mails.items.length
      await until(() => sink.mails.items.length > mails, 'a mail')
      await pause(chance.between(0, 200))
      child.kill('SIGKILL')
      await exit
    }
    run({STAY: '1'}, 6 * minute * 10)
    await until(() => store.outbox().waiting === 0, 'the outbox to be empty')
    expect(received.filter((reference) => !references().includes(reference))).toEqual([])
    const byReference = new Map(
      sink.mails.items.map(({headers}, index) => [references()[index], headers.get('message-id')]),
    )
    expect(new Set(sink.mails.items.map(({headers}) => headers.get('message-id'))).size).toBe(byReference.size)
  })
})
