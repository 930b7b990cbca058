/** What whoever keeps the site up learns of mail to staff: from the doctor, and by trying it out. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {parseEnv} from '@/lib/env'
import {mailFinding} from '../../../server/doctor/mail'
import {selfSigned} from '../../support/certificate'
import {enquiry, storeIn} from '../../support/enquiry'
import {type MailSink, startMailSink} from '../../support/mail-sink'
import {commandWithCode} from '../../support/start-clinic'
import {temporaryFolder} from '../../support/temporary-folder'

const noon = Date.UTC(2026, 10, 25, 10)

let place: ReturnType<typeof temporaryFolder>
let sink: MailSink

beforeEach(async () => {
  place = temporaryFolder('mail-standing')
  sink = await startMailSink()
})

afterEach(async () => {
  await sink.close()
  place.remove()
})

const settings = () => ({
  DATA_DIR: place.folder,
  SITE_URL: 'https://clinic.example',
  SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
  ENQUIRY_MAIL_FROM: 'website@clinic.example',
  ENQUIRY_MAIL_TO: 'maria@clinic.example,tom@clinic.example',
})

describe('the doctor', () => {
  const finding = (more: Record<string, string> = {}) => mailFinding(parseEnv({...settings(), ...more}))

  it('says so where mail is not set up, and what is missing', () => {
    expect(finding({SMTP_URL: ''})).toMatchObject({
      state: 'attention',
      subject: 'Mail to staff',
      text: expect.stringMatching(/look into the Studio each day, or set SMTP_URL \(/),
    })
    expect(finding()).toEqual({state: 'ok', subject: 'Mail to staff', text: 'Staff are told of questions by mail.'})
  })

  it('calls it broken where messages wait because of a problem, and where they were given up', async () => {
    const store = storeIn(place.folder)
    const {reference} = await store.receive(enquiry({}, {receivedAt: noon}))
    expect(finding()).toMatchObject({state: 'ok', text: '1 message on the way.'})
    const id = store.takeDue(noon, 1000)?.id ?? ''
    store.failed(id, 'The mail server does not answer.', noon + 60_000)
    expect(finding()).toMatchObject({
      state: 'broken',
      text:
        '1 message to staff waits to be sent. The mail server does not answer. The oldest is of 2026-11-25T10:00:00.000Z. ' +
        'To try it out: npm run enquiries -- test-mail',
    })
    store.failed(id, 'The mail server does not answer.', null)
    expect(finding()).toMatchObject({state: 'broken', text: expect.stringMatching(/^1 message to staff was given up/)})
    store.markOpened(reference, noon)
    expect(finding().state).toBe('ok')
    store.close()
  })

  it('calls it advice where one address is refused', async () => {
    const store = storeIn(place.folder)
    await store.receive(enquiry({}, {receivedAt: noon}))
    store.sent(store.takeDue(noon, 1000)?.id ?? '', noon, 'One address is refused.')
    expect(finding()).toMatchObject({
      state: 'attention',
      text: expect.stringMatching(/^One address is refused\. To try/),
    })
    store.close()
  })
})

describe('test-mail', () => {
  const test = (more: Record<string, string> = {}) =>
    commandWithCode(['server/enquiries.mjs', 'test-mail'], {...settings(), ...more})

  it('sends a message to everybody who is told of questions', async () => {
    expect(await test()).toEqual({
      code: 0,
      said:
        'The mail server took the test message for 2 of 2 in ENQUIRY_MAIL_TO.\n' +
        'Look whether it arrives; if not, among the unwanted mail.\n',
    })
    expect(sink.mails.items[0]?.headers.get('subject')).toBe('Test: questions from the website')
  })

  it('trusts the authority of the clinic where it is told of it', async () => {
    const certificate = selfSigned('127.0.0.1')
    await sink.close()
    sink = await startMailSink({certificate, secure: true})
    const file = path.join(place.folder, 'ca.pem')
    writeFileSync(file, certificate.cert)
    const address = {SMTP_URL: `smtps://127.0.0.1:${sink.port}`}
    expect(await test(address)).toMatchObject({code: 1, said: expect.stringContaining('is not trusted')})
    expect(await test({...address, NODE_EXTRA_CA_CERTS: file})).toMatchObject({code: 0})
  })

  it('says what is wrong, and ends with 1', async () => {
    sink.faults.recipients['tom@clinic.example'] = 550
    expect(await test()).toEqual({
      code: 1,
      said: expect.stringMatching(/for 1 of 2 in ENQUIRY_MAIL_TO\.\nThe mail server refuses address 2 of 2 /),
    })
    await sink.close()
    expect(await test()).toMatchObject({
      code: 1,
      said: expect.stringMatching(/for 0 of 2 .*\nThe mail server does not/),
    })
    expect(await test({ENQUIRY_MAIL_TO: ''})).toEqual({
      code: 1,
      said: expect.stringMatching(/^Nobody is told of questions by mail: .* or set ENQUIRY_MAIL_TO \(/),
    })
  })
})
