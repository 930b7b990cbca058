/** Messages to staff, sent to a real mail server with every fault that such a server has. */
import net from 'node:net'
import tls from 'node:tls'
import {type Delivery, type MailSettings, mailerFor, type StaffMessage} from '@/lib/enquiries/mail'
import {selfSigned} from '../../support/certificate'
import {type MailSink, type SinkOptions, startMailSink} from '../../support/mail-sink'

const from = 'website@clinic.example'
const [maria, tom, ada] = ['maria@clinic.example', 'tom@clinic.example', 'ada@clinic.example']
const message: StaffMessage = {id: '0b7f0c5e-4f0b-4a57-9a43-0f6f3a1f7c11', kind: 'new', reference: 'K7Q4-9XRT'}
const certificate = selfSigned('localhost', '127.0.0.1')
const patience = {connect: 300, silence: 300, whole: 1000}

let sink: MailSink

async function start(options: SinkOptions = {}) {
  sink = await startMailSink(options)
}
afterEach(() => sink.close())

/** @param address with `PORT` for the sink's */
function send(address = 'smtp://127.0.0.1:PORT', {to = [maria], what = message, settings = {}}: Sending = {}) {
  const server = address.replace('PORT', String(sink.port))
  const mailer = mailerFor({server, from, to, ...settings}, 'https://clinic.example', patience)
  return mailer.send(what, mailer.recipients)
}
type Sending = {to?: readonly string[]; what?: StaffMessage; settings?: Partial<MailSettings>}

/** Nobody was reached, nobody was refused, and staff read these words: never an address, nor the server's own words. */
const failedWith = (words: RegExp): Delivery => ({reached: [], refused: [], problem: expect.stringMatching(words)})

describe('a message to staff', () => {
  it('says that there is a question and where, and nothing else', async () => {
    await start()
    expect(await send(undefined, {to: [maria, tom]})).toEqual({reached: [maria, tom], refused: [], problem: null})
    const {text, headers, to, ...mail} = await sink.mails.find(() => true)
    expect([mail.from, to]).toEqual([from, [maria, tom]])
    expect(text.trim().split('\n')).toEqual([
      'Somebody has asked the clinic a question on the website.',
      '',
      'Reference: K7Q4-9XRT',
      'Read and answer questions in the Studio:',
      'https://clinic.example/studio/questions',
      '',
      'For the privacy of whoever asked, this message says no more.',
      'Please do not answer it: nobody would read that.',
    ])
    expect(Object.fromEntries(headers)).toEqual({
      from,
      to: `${maria}, ${tom}`,
      subject: 'A question was asked on the website',
      'message-id': `<${message.id}@clinic.example>`,
      date: expect.any(String),
      'mime-version': '1.0',
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      'content-type': 'text/plain; charset=utf-8',
      'content-transfer-encoding': '7bit',
    })
  })

  it('is of one kind for each occasion, with the same subject each time', async () => {
    await start()
    await send(undefined, {what: {...message, kind: 'reminder'}})
    await send(undefined, {what: {...message, kind: 'test', reference: null}})
    expect(sink.mails.items.map(({headers}) => headers.get('subject'))).toEqual([
      'A question from the website waits to be read',
      'Test: questions from the website',
    ])
    expect(sink.mails.items[1]?.text).not.toContain('Reference')
  })

  it('goes once to an address that stands in the settings twice', async () => {
    await start()
    expect(await send(undefined, {to: [maria, 'Maria@clinic.example']})).toMatchObject({problem: null})
    expect(sink.mails.items[0]?.to).toHaveLength(1)
  })

  it('is sent with the user and password of the address, however they are written', async () => {
    await start({login: {user: 'clinic', pass: 'p@ss/word %1'}})
    expect(await send('smtp://clinic:p%40ss%2Fword%20%251@127.0.0.1:PORT')).toMatchObject({problem: null})
    expect(sink.mails.items[0]?.user).toBe('clinic')
  })
})

describe('a mail server that refuses', () => {
  it('one address keeps no other from being told', async () => {
    await start()
    sink.faults.recipients[tom] = 550
    expect(await send(undefined, {to: [maria, tom, ada]})).toEqual({
      reached: [maria, ada],
      refused: [tom],
      problem:
        'The mail server refuses address 2 of 3 in ENQUIRY_MAIL_TO (550). The others are told. Correct it and start again.',
    })
    expect(sink.mails.items[0]?.to).toEqual([maria, ada])
  })

  it('every address', async () => {
    await start()
    sink.faults.recipients[maria] = 550
    sink.faults.recipients[tom] = 553
    expect(await send(undefined, {to: [maria, tom]})).toEqual({
      reached: [],
      refused: [maria, tom],
      problem: expect.stringMatching(
        /^The mail server refuses every address in ENQUIRY_MAIL_TO \(550, 553\)\. Nobody is/,
      ),
    })
    expect(sink.mails.items).toEqual([])
  })

  it('one for now is neither a refusal nor a delivery', async () => {
    await start()
    sink.faults.recipients[tom] = 450
    expect(await send(undefined, {to: [maria, tom]})).toEqual({
      reached: [maria],
      refused: [],
      problem: expect.stringMatching(/^The mail server asks to wait \(450\)\./),
    })
  })

  it.each([
    ['connection', 421, /^The mail server does not take messages from this machine \(421\)\./],
    ['sender', 550, /^The mail server refuses the sender \(550\)\. Correct ENQUIRY_MAIL_FROM/],
    ['sender', 451, /^The mail server asks to wait \(451\)\./],
    ['message', 554, /^The mail server refuses the message \(554\)\./],
    ['message', 452, /^The mail server asks to wait \(452\)\./],
  ] as const)('the %s with %i says so', async (step, code, words) => {
    await start()
    sink.faults[step] = code
    expect(await send()).toEqual(failedWith(words))
  })

  it.each([
    [535, /^The mail server does not accept the user name or password \(535\)\. Correct them in SMTP_URL/],
    [454, /^The mail server cannot check the password just now \(454\)\. It will be tried again\./],
  ])('the login with %i says so', async (code, words) => {
    await start({login: {user: 'clinic', pass: 'right'}})
    sink.faults.login = code
    expect(await send('smtp://clinic:right@127.0.0.1:PORT')).toEqual(failedWith(words))
    sink.faults.login = undefined
    expect(await send('smtp://clinic:right@127.0.0.1:PORT')).toMatchObject({reached: [maria]})
  })
})

describe('a mail server that', () => {
  it('is not there', async () => {
    await start()
    await sink.close()
    expect(await send()).toEqual(failedWith(/^The mail server does not answer \(ECONNREFUSED\)\. Is it running/))
  })

  it('has a name that nobody knows', async () => {
    await start()
    expect(await send('smtp://mail.clinic.invalid')).toEqual(
      failedWith(/^The (name of the )?mail server (is not known|took)/),
    )
  })

  it.each(['connection', 'sender', 'message'] as const)('falls silent at the %s takes too long', async (step) => {
    await start()
    sink.faults[step] = 'silence'
    expect(await send()).toEqual(failedWith(/^The mail server took too long\. It will be tried again\./))
  })

  it('goes on talking without coming to the point takes too long', async () => {
    await start()
    const talker = net.createServer((socket) => {
      const talk = setInterval(() => socket.write('220-one moment\r\n'), 50)
      socket.on('error', () => {})
      socket.on('close', () => clearInterval(talk))
    })
    await new Promise<void>((resolve) => talker.listen(0, '127.0.0.1', resolve))
    const address = talker.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await send(`smtp://127.0.0.1:${port}`)).toEqual(failedWith(/^The mail server took too long/))
    await new Promise((resolve) => talker.close(resolve))
  })

  it.each(['sender', 'message'] as const)('hangs up at the %s has not taken the message', async (step) => {
    await start()
    sink.faults[step] = 'drop'
    expect(await send()).toEqual(failedWith(/^The mail server ended the connection before it had taken the message/))
  })
})

describe('encryption', () => {
  const untrusted = failedWith(/^The certificate of the mail server is not trusted, so nothing was sent\./)
  const trusted = tls.getCACertificates('default')
  afterEach(() => tls.setDefaultCACertificates(trusted))
  const trust = () => tls.setDefaultCACertificates([...trusted, certificate.cert])

  it.each([
    ['from the first byte', 'smtps://clinic:secret@127.0.0.1:PORT', true],
    ['by STARTTLS', 'smtp://clinic:secret@127.0.0.1:PORT?insecure=0', false],
  ])('%s: a certificate that is not trusted gets neither message nor password', async (_how, address, secure) => {
    await start({certificate, secure, login: {user: 'clinic', pass: 'secret'}})
    expect(await send(address)).toEqual(untrusted)
    expect(sink.mails.items).toEqual([])
    trust()
    expect(await send(address)).toMatchObject({reached: [maria], problem: null})
    expect(sink.mails.items[0]).toMatchObject({secure: true, user: 'clinic'})
  })

  it('a certificate for another name is not trusted', async () => {
    const other = selfSigned('mail.elsewhere.example')
    await start({certificate: other, secure: true})
    tls.setDefaultCACertificates([...trusted, other.cert])
    expect(await send('smtps://127.0.0.1:PORT')).toEqual(untrusted)
  })

  it('a server without STARTTLS gets nothing', async () => {
    await start({login: {user: 'clinic', pass: 'secret'}})
    expect(await send('smtp://clinic:secret@127.0.0.1:PORT?insecure=0')).toEqual(
      failedWith(/^The mail server offers no encryption \(STARTTLS\), so nothing was sent\./),
    )
    expect(sink.mails.items).toEqual([])
  })

  it('is not asked for where the settings say so, nor on this machine', async () => {
    await start({certificate})
    expect(await send('smtp://127.0.0.1:PORT')).toMatchObject({problem: null})
    await sink.close()
    await start({certificate, secure: true})
    expect(await send('smtps://127.0.0.1:PORT?insecure=1')).toMatchObject({problem: null})
  })
})
