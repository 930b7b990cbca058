/** The outbox between the real store and a real mail server, on a clock that a test moves. */
import tls from 'node:tls'
import {type MailSettings, mailerFor} from '@/lib/enquiries/mail'
import {outboxOver} from '@/lib/enquiries/outbox'
import type {SqliteEnquiryStore} from '@/lib/enquiries/sqlite-store'
import {mailStanding} from '@/lib/enquiries/standing'
import {selfSigned} from '../../support/certificate'
import {asked, enquiry, noon, storeIn} from '../../support/enquiry'
import {type MailSink, startMailSink} from '../../support/mail-sink'
import {temporaryFolder} from '../../support/temporary-folder'

const minute = 60_000
const hour = 60 * minute
const [maria, tom] = ['maria@clinic.example', 'tom@clinic.example']

let place: ReturnType<typeof temporaryFolder>
let store: SqliteEnquiryStore
let sink: MailSink
let now: number

beforeEach(async () => {
  place = temporaryFolder('outbox')
  store = storeIn(place.folder)
  sink = await startMailSink()
  now = noon
})

afterEach(async () => {
  await sink.close()
  store.close()
  place.remove()
})

const settings = (to: readonly string[] = [maria]): MailSettings => ({
  server: `smtp://127.0.0.1:${sink.port}`,
  from: 'website@clinic.example',
  to,
})

/** A worker as it is after a start: with nothing in its memory. */
function outbox({server, ...rest}: MailSettings = settings()) {
  const patience = {connect: 300, silence: 300, whole: 1000}
  return outboxOver(mailerFor({server, ...rest}, 'https://clinic.example', patience), () => now)
}

const receive = async (question = asked.question, state: 'new' | 'held' = 'new') =>
  (await store.receive(enquiry({question}, {receivedAt: now, state}))).reference

/** Goes from one moment at which something is due to the next, so often; answers the minutes between them. */
async function goOn(box: ReturnType<typeof outbox>, attempts: number): Promise<number[]> {
  const rests: number[] = []
  for (let attempt = 0; attempt < attempts; attempt++) {
    await box.sendDue(store)
    const next = store.nextDue()
    if (next === null) break
    rests.push((next - now) / minute)
    now = next
  }
  return rests
}

const references = () => sink.mails.items.map(({text}) => /Reference: (\S+)/.exec(text)?.[1])
const ids = () => sink.mails.items.map(({headers}) => headers.get('message-id'))
const standing = () => mailStanding(store.outbox(), {mail: settings(), mailLacks: []})

describe('a message about a question', () => {
  it('goes out once, and holds no word of the question', async () => {
    const box = outbox()
    const reference = await receive()
    await box.sendDue(store)
    await box.sendDue(store)
    expect(references()).toEqual([reference])
    const raw = sink.mails.items[0]?.raw.toLowerCase() ?? ''
    const words = Object.values(asked).flatMap((value) =>
      typeof value === 'string' ? value.toLowerCase().split(/[\s.,?!]+/) : [],
    )
    const telling = words.filter((word) => word.length > 4 && word !== 'example')
    expect(telling.length).toBeGreaterThan(5)
    expect(telling.filter((word) => raw.includes(word))).toEqual([])
    expect(standing()).toMatchObject({state: 'well', waiting: 0})
  })

  it('goes out for none that is held as spam', async () => {
    await receive('Buy cheap pills', 'held')
    await outbox().sendDue(store)
    expect(sink.mails.items).toEqual([])
  })

  it('waits for a mail server that is down for a day, and then arrives', async () => {
    const box = outbox()
    await sink.close()
    const first = await receive()
    expect(await goOn(box, 27)).toEqual([1, 5, 15, 60, ...Array(23).fill(60)])
    expect((now - noon) / hour).toBeGreaterThan(24)
    expect(standing()).toMatchObject({
      state: 'failing',
      waiting: 1,
      oldest: noon,
      text: expect.stringMatching(
        /^1 message to staff waits to be sent\. The mail server does not answer \(ECONNREFUSED\)/,
      ),
    })
    sink = await startMailSink({port: sink.port})
    await box.sendDue(store)
    expect(references()).toEqual([first])
    expect(standing().state).toBe('well')
  })

  it('is given up after 72 hours, which is over once somebody has opened the question', async () => {
    const box = outbox()
    await sink.close()
    const reference = await receive()
    await goOn(box, 200)
    expect((now - noon) / hour).toBeGreaterThan(71)
    expect((now - noon) / hour).toBeLessThanOrEqual(72)
    expect(standing()).toMatchObject({
      state: 'givenUp',
      waiting: 0,
      givenUp: 1,
      text: expect.stringMatching(
        /^1 message to staff was given up after 72 hours: read the questions in the Studio\./,
      ),
    })
    store.markOpened(reference, now)
    expect(standing()).toMatchObject({state: 'well', givenUp: 0})
    sink = await startMailSink({port: sink.port})
    now += 30 * 24 * hour
    await box.sendDue(store)
    expect(sink.mails.items).toEqual([])
  })

  it('is not held against the same wall for each that waits', async () => {
    const box = outbox()
    await sink.close()
    sink = await startMailSink({port: sink.port})
    sink.faults.connection = 421
    for (const question of ['One?', 'Two?', 'Three?']) await receive(question)
    await box.sendDue(store)
    expect(sink.calls()).toBe(1)
    expect(store.outbox()).toMatchObject({waiting: 3, problem: expect.stringContaining('421')})
    sink.faults.connection = undefined
    now += minute
    await box.sendDue(store)
    expect(references()).toHaveLength(3)
  })
})

describe('a mail server that', () => {
  it('greylists gets the same message again a minute later', async () => {
    const box = outbox()
    sink.faults.recipients[maria] = 450
    const reference = await receive()
    expect(await goOn(box, 1)).toEqual([1])
    expect(sink.mails.items).toEqual([])
    sink.faults.recipients = {}
    await box.sendDue(store)
    expect(references()).toEqual([reference])
  })

  it('greylists one address gets the message for that one alone', async () => {
    const box = outbox(settings([maria, tom]))
    sink.faults.recipients[tom] = 450
    await receive()
    await goOn(box, 1)
    sink.faults.recipients = {}
    await box.sendDue(store)
    expect(sink.mails.items.map(({to}) => to)).toEqual([[maria], [tom]])
    expect(new Set(ids()).size).toBe(1)
    expect(standing().state).toBe('well')
  })

  it('refuses one address for good: the others are told, and staff read of it until it is mended', async () => {
    sink.faults.recipients[tom] = 550
    await receive()
    await outbox(settings([maria, tom])).sendDue(store)
    expect(sink.mails.items.map(({to}) => to)).toEqual([[maria]])
    expect(store.nextDue()).toBeNull()
    expect(standing()).toMatchObject({
      state: 'partly',
      waiting: 0,
      text: expect.stringMatching(/^The mail server refuses address 2 of 2 in ENQUIRY_MAIL_TO \(550\)/),
    })
    now += minute
    await receive('Mended?')
    await outbox().sendDue(store)
    expect(standing().state).toBe('well')
  })

  it('refuses every address keeps the message in the outbox: the settings may be mended', async () => {
    sink.faults.recipients[tom] = 550
    const reference = await receive()
    expect(await goOn(outbox(settings([tom])), 2)).toEqual([1, 5])
    expect(standing()).toMatchObject({state: 'failing', waiting: 1})
    await outbox(settings([maria])).sendDue(store)
    expect(references()).toEqual([reference])
  })

  it('ends the connection after the message came, without an answer: sent again under the same id', async () => {
    const box = outbox()
    sink.faults.message = 'drop'
    const reference = await receive()
    await goOn(box, 1)
    expect(standing().state).toBe('failing')
    sink.faults.message = undefined
    await box.sendDue(store)
    expect(references()).toEqual([reference, reference])
    expect(new Set(ids()).size).toBe(1)
  })

  it('is too slow is asked again', async () => {
    const box = outbox()
    sink.faults.sender = 'silence'
    await receive()
    expect(await goOn(box, 1)).toEqual([1])
    sink.faults.sender = undefined
    await box.sendDue(store)
    expect(sink.mails.items).toHaveLength(1)
  })

  it('does not like the password is asked again: it may be mended there', async () => {
    await sink.close()
    sink = await startMailSink({login: {user: 'clinic', pass: 'secret'}})
    sink.faults.login = 535
    const box = outbox({...settings(), server: `smtp://clinic:secret@127.0.0.1:${sink.port}`})
    await receive()
    expect(await goOn(box, 3)).toEqual([1, 5, 15])
    expect(standing().problem).toMatch(/^The mail server does not accept the user name or password/)
    sink.faults.login = undefined
    await box.sendDue(store)
    expect(sink.mails.items).toHaveLength(1)
  })
})

describe('a mail server whose certificate is not trusted', () => {
  const trusted = tls.getCACertificates('default')
  afterEach(() => tls.setDefaultCACertificates(trusted))

  it('is asked again, and gets the message once the certificate is', async () => {
    const certificate = selfSigned('127.0.0.1')
    await sink.close()
    sink = await startMailSink({certificate})
    const box = outbox({...settings(), server: `smtp://127.0.0.1:${sink.port}?insecure=0`})
    await receive()
    expect(await goOn(box, 2)).toEqual([1, 5])
    expect(standing().problem).toMatch(/^The certificate of the mail server is not trusted, so nothing was sent/)
    expect(sink.mails.items).toEqual([])
    tls.setDefaultCACertificates([...trusted, certificate.cert])
    await box.sendDue(store)
    expect(sink.mails.items).toMatchObject([{secure: true}])
  })
})

describe('mail that is set up later', () => {
  it('tells of what is younger than 72 hours, and gives up what is older', async () => {
    await receive('Before the weekend?')
    now += 73 * hour
    const recent = await receive('Today?')
    now += hour
    await outbox().sendDue(store)
    expect(references()).toEqual([recent])
    expect(store.outbox()).toMatchObject({waiting: 0, givenUp: 1})
    expect(store.nextDue()).toBeNull()
  })
})

describe('a reminder', () => {
  it('goes out under its own id', async () => {
    const box = outbox()
    const reference = await receive()
    await box.sendDue(store)
    store.remind([reference], now + hour)
    now += hour
    await box.sendDue(store)
    expect(references()).toEqual([reference, reference])
    expect(new Set(ids()).size).toBe(2)
    expect(sink.mails.items[1]?.headers.get('subject')).toBe('A question from the website waits to be read')
  })

  it('stays away where the question was opened meanwhile, and changes nothing of what is said about the others', async () => {
    const box = outbox()
    const [read, unread] = [await receive('Read?'), await receive('Unread?')]
    await box.sendDue(store)
    sink.faults.message = 452
    store.remind([unread], ++now)
    await box.sendDue(store)
    store.remind([read], ++now)
    store.markOpened(read, ++now)
    await box.sendDue(store)
    expect(standing()).toMatchObject({state: 'failing', waiting: 1, problem: expect.stringContaining('452')})
    sink.faults.message = undefined
    now += hour
    await box.sendDue(store)
    expect(references().slice(3)).toEqual([unread])
  })
})
