/** Questions that wait when the site starts: the real site tells staff of them, and says nothing of them itself. */
import {fillIn, send} from '../../support/ask'
import {enquiry, storeIn} from '../../support/enquiry'
import {type MailSink, startMailSink} from '../../support/mail-sink'
import {type StartedSite, startSite} from '../../support/start-site'

let site: StartedSite
let sink: MailSink

beforeAll(async () => {
  site = await startSite()
  sink = await startMailSink()
}, 120_000)

afterAll(async () => {
  await site.close()
  await sink.close()
})

describe('the site', () => {
  it('tells staff, as soon as mail is set up, of a question that waited', async () => {
    const store = storeIn(site.dataDir)
    const {reference} = await store.receive(enquiry({}, {receivedAt: Date.now()}))
    store.close()
    await site.restart({
      SITE_URL: 'https://clinic.example',
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      ENQUIRY_MAIL_FROM: 'website@clinic.example',
      ENQUIRY_MAIL_TO: 'maria@clinic.example,tom@clinic.example',
    })
    const {text, to} = await sink.mails.find(() => true, 60_000)
    expect(to).toEqual(['maria@clinic.example', 'tom@clinic.example'])
    expect(text).toContain(
      `Reference: ${reference}\nRead and answer questions in the Studio:\nhttps://clinic.example/studio`,
    )
    expect(site.printed()).not.toMatch(/\[enquiries\]|clinic\.example,|numb/)
  })

  it('tells staff at once of a question that is asked through the form, and the message holds no word of it', async () => {
    const form = await fillIn(site.url, {question: 'Is this word unheard-of: xyzzyplugh?'})
    const {status, reference} = await send(site.url, form)
    expect(status).toBe(303)
    // Sooner than the worker would look by itself.
    const {raw} = await sink.mails.find(({text}) => text.includes(reference ?? '?'), 20_000)
    expect(raw).not.toMatch(/xyzzyplugh|Rosa|Delgado|patient\.example|neck/i)
    expect(site.printed()).not.toMatch(/xyzzyplugh|Rosa|Delgado|patient\.example/)
  })
})
