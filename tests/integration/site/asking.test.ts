/** The form over real HTTP: what it takes, what it refuses and how, and what is in the store afterwards. */

import {renameSync, rmSync, writeFileSync} from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import {largestForm} from '@/lib/enquiries/form'
import {storeIn} from '../../support/enquiry'
import {publishSmallClinic, settings} from '../../support/sample'
import {type StartedSite, startSite} from '../../support/start-site'
import {until} from '../../support/until'

let site: StartedSite
let count = 0

beforeAll(async () => {
  site = await startSite()
  const editor = site.lake.client('editor')
  await publishSmallClinic(editor)
  await editor.create({...settings, _id: 'siteSettings-es', language: 'es', name: 'Clínica de prueba'})
  await until(async () => (await site.get('/es/contact')).status === 200, 'the form in Spanish')
}, 120_000)

afterAll(() => site.close())

const filled = {name: 'Alex Rivera', way: 'email', email: 'alex@example.com'}
/** Another one each time: the same question by the same person is stored once. */
const question = () => `May I swim again? This is question number ${++count}.`

/** The token of a view of the form. */
async function view(at = '/contact?from=/conditions/neck-pain', headers: Readonly<Record<string, string>> = {}) {
  const {html} = await site.get(at, {headers})
  return /name="view" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

type Sent = {
  fields?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array<ArrayBuffer>
}
const send = ({fields = {}, headers = {}, body}: Sent) =>
  site.get('/api/enquiries', {
    method: 'POST',
    headers: {origin: site.url, 'sec-fetch-site': 'same-origin', ...headers},
    body: body ?? new URLSearchParams(fields),
  })
/** A form that nothing is wrong with. */
const ask = async (others: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}) =>
  send({fields: {...filled, question: question(), view: await view(), ...others}, headers})

const titleOf = (html: string) => /<title>([^<]*)<\/title>/.exec(html)?.[1]
const referenceOf = ({headers}: {headers: Headers}) =>
  /^(?:\/es)?\/contact\/thanks\?ref=([\dA-Z]{4}-[\dA-Z]{4})#main$/.exec(headers.get('location') ?? '')?.[1] ?? ''

/** What is in the store, opened. */
async function stored(reference: string) {
  const store = storeIn(site.dataDir)
  try {
    return await store.open(reference)
  } finally {
    store.close()
  }
}
function storedCount(): number {
  const store = storeIn(site.dataDir)
  try {
    return store.records().length
  } finally {
    store.close()
  }
}

describe('a question', () => {
  it('is stored with everything that was typed and the page asked from, before its sender is thanked', async () => {
    const text = `${question()}\r\nAnd run?`
    const answer = await ask({question: text, when: 'Mornings', unencryptedReplyIsFine: 'yes'})
    expect(answer.status).toBe(303)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await stored(referenceOf(answer))).toMatchObject({
      state: 'new',
      asked: {
        ...filled,
        phone: '',
        when: 'Mornings',
        question: text.replace('\r\n', '\n'),
        unencryptedReplyIsFine: true,
        page: '/conditions/neck-pain',
        language: 'en',
      },
    })
  })

  it('in Spanish leads to a thank-you in Spanish', async () => {
    const answer = await ask({language: 'es'})
    expect(answer.headers.get('location')).toMatch(/^\/es\/contact\/thanks\?ref=/)
    expect((await stored(referenceOf(answer)))?.asked.language).toBe('es')
    const {html, headers} = await site.get(answer.headers.get('location') ?? '')
    expect(titleOf(html)).toBe('Gracias. Recibimos su pregunta – Clínica de prueba')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(html).toMatch(/<meta name="robots" content="noindex/)
  })

  it('sent twice is stored once, with one reference', async () => {
    const fields = {...filled, question: question(), view: await view()}
    const before = storedCount()
    const answers = await Promise.all([1, 2, 3, 4].map(() => send({fields})))
    expect(answers.map(({status}) => status)).toEqual([303, 303, 303, 303])
    expect(new Set(answers.map(referenceOf)).size).toBe(1)
    expect(storedCount()).toBe(before + 1)
  })

  it('that somebody goes back for is another one, and not thrown away', async () => {
    const token = await view()
    const first = await send({fields: {...filled, question: question(), view: token}})
    const second = await send({fields: {...filled, question: question(), view: token}})
    expect(second.status).toBe(303)
    expect(referenceOf(second)).not.toBe(referenceOf(first))
    expect((await stored(referenceOf(second)))?.asked.question).toContain(`number ${count}`)
  })

  it('of a program is held, and its sender sees the same thank-you', async () => {
    const answer = await ask({subject: 'Cheap watches'})
    expect(answer.status).toBe(303)
    const held = await stored(referenceOf(answer))
    expect(held?.state).toBe('held')
    expect(held?.spamScore).toBeGreaterThanOrEqual(50)
  })

  it('that cannot be stored is not thanked for: the form comes back with it, and the phone', async () => {
    const fields = {...filled, question: question(), view: await view()}
    const folder = path.join(site.dataDir, 'enquiries')
    await site.kill()
    renameSync(folder, `${folder}-away`)
    writeFileSync(folder, 'A file is in the way.')
    await site.start()
    const answer = await send({fields})
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.html).toContain('Your question was not sent')
    expect(answer.html).toContain('href="tel:2155550142"')
    expect(answer.html).toContain(fields.question)
    expect(site.printed()).toContain('[enquiries] A question could not be stored:')
    expect(site.printed()).not.toContain('Rivera')
    await site.kill()
    rmSync(folder)
    renameSync(`${folder}-away`, folder)
    await site.start()
    expect((await send({fields})).status).toBe(303)
  })
})

describe('a mistake', () => {
  it('comes back as a whole page of the site that nobody keeps, with what was typed', async () => {
    const {status, html, headers} = await ask({question: '<b>"Is it\r\nsafe?"</b>', email: 'alex at example', name: ''})
    expect(status).toBe(422)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(titleOf(html)).toBe('Error: Contact us – Test Clinic')
    expect(html).toContain('<footer')
    expect(html).toContain('&lt;b&gt;&quot;Is it\nsafe?&quot;&lt;/b&gt;</textarea>')
    expect(html).not.toContain('<b>"Is it')
    expect(html).toContain('href="#ask-name">Enter your name</a>')
    expect(html).toMatch(/<input[^>]*id="ask-email"[^>]*aria-invalid="true"/)
    expect(html).not.toMatch(/_next\/static\/[^"]*\.js|__next_f/)
  })

  it('leaves the view as it was: mended, it is the same question asked from the same page', async () => {
    const {html} = await ask({name: ''})
    const token = /name="view" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const answer = await send({fields: {...filled, question: question(), view: token}})
    expect((await stored(referenceOf(answer)))?.asked.page).toBe('/conditions/neck-pain')
  })

  it('is told to the script in words, with the page to show them on', async () => {
    const answer = await ask({name: '', email: 'x'}, {accept: 'application/json'})
    expect(answer.status).toBe(422)
    const {problem, errors, html} = JSON.parse(answer.html)
    expect(problem).toBeNull()
    expect(errors).toEqual([
      {field: 'name', message: 'Enter your name'},
      {field: 'email', message: 'Enter an e-mail address like name@example.com'},
    ])
    expect(html).toContain('href="#ask-name">Enter your name</a>')
    const thanks = await ask({}, {accept: 'application/json'})
    expect([thanks.status, JSON.parse(thanks.html).location]).toEqual([
      200,
      expect.stringMatching(/^\/contact\/thanks\?ref=/),
    ])
  })

  it('is a private number, until it is meant', async () => {
    const text = `${question()} My SSN is 123-45-6789.`
    const warned = await ask({question: text})
    expect(warned.status).toBe(422)
    expect(warned.html).toContain('name="keepNumbers"')
    expect((await ask({question: text, keepNumbers: 'yes'})).status).toBe(303)
  })

  it.each(['name', 'email', 'phone', 'when'])('is a header that somebody hides in the field %s', async (field) => {
    const {status, headers} = await ask({
      way: field === 'phone' ? 'phone' : 'email',
      [field]: 'x@example.com\r\nBcc: all',
    })
    expect(status).toBe(422)
    expect(headers.get('bcc')).toBeNull()
  })
})

describe('a form that is too old, or none of ours', () => {
  it.each(['', 'x', 'a'.repeat(171)])('comes back with what was typed, to be sent again: %j', async (token) => {
    const text = question()
    const back = await ask({question: text, view: token, from: '/conditions/hip-pain'})
    expect(back.status).toBe(422)
    expect(back.html).toContain('This page was open for a long time')
    expect(back.html).toContain(text)
    const fresh = /name="view" value="([^"]+)"/.exec(back.html)?.[1] ?? ''
    const answer = await send({fields: {...filled, question: text, view: fresh}})
    expect((await stored(referenceOf(answer)))?.asked.page).toBe('/conditions/hip-pain')
  })

  it('is one of yesterday', async () => {
    const token = await view()
    await site.kill()
    await site.start({clockAhead: 13 * 3_600_000})
    expect((await send({fields: {...filled, question: question(), view: token}})).status).toBe(422)
    await site.kill()
    await site.start()
    expect((await send({fields: {...filled, question: question(), view: token}})).status).toBe(303)
  })
})

describe('another site', () => {
  it.each<Record<string, string>>([
    {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'},
    {origin: 'https://evil.example'},
    {'sec-fetch-site': 'cross-site'},
    {origin: 'null', 'sec-fetch-site': 'cross-site'},
  ])('cannot make a browser ask: %j', async (headers) => {
    const before = storedCount()
    const {status, html} = await ask({}, headers)
    expect(status).toBe(403)
    expect(html).toContain('It did not come from this website')
    expect(storedCount()).toBe(before)
  })

  it('is not this one by its other name', async () => {
    const {port} = new URL(site.url)
    const at = `http://localhost:${port}`
    const html = await (await fetch(`${at}/contact`)).text()
    const token = /name="view" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const answer = await fetch(`${at}/api/enquiries`, {
      method: 'POST',
      redirect: 'manual',
      headers: {origin: at, 'sec-fetch-site': 'same-origin'},
      body: new URLSearchParams({...filled, question: question(), view: token}),
    })
    expect(answer.status).toBe(303)
  })
})

describe('what is no form', () => {
  it.each(['GET', 'HEAD'])('%s leads to the form, with 405', async (method) => {
    const {status, headers, html} = await site.get('/api/enquiries', {method})
    expect([status, headers.get('allow'), headers.get('cache-control')]).toEqual([405, 'POST', 'no-store'])
    if (method === 'GET') expect(html).toContain('<form')
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is 405', async (method) => {
    const [status, head] = await raw(`${method} /api/enquiries HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    expect(status).toBe(405)
    expect(head).toMatch(/\r\nallow: POST\r\n/i)
  })

  it.each([
    'text/plain',
    'application/json',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded; charset=utf-16',
    'application/x-www-form-urlencoded-not',
    'x',
  ])('is of another type: %s', async (type) => {
    const {status, headers} = await send({body: 'question=x', headers: {'content-type': type}})
    expect(status).toBe(415)
    expect(headers.get('accept-post')).toBe('application/x-www-form-urlencoded')
  })

  it.each(['', '&&&', '%00%00%ff%fe', '%%%', '\u0000\u0001', '{"question":"x"}', 'question[]=x', '__proto__[x]=y'])(
    'is garbage: %j',
    async (body) => {
      const before = storedCount()
      const {status} = await send({body, headers: {'content-type': 'application/x-www-form-urlencoded'}})
      expect(status).toBe(422)
      expect(storedCount()).toBe(before)
    },
  )

  it('is no text', async () => {
    const body = new Uint8Array([0x71, 0x3d, 0xff, 0xfe, 0xc3])
    expect((await send({body, headers: {'content-type': 'application/x-www-form-urlencoded'}})).status).toBe(400)
  })

  it('is too large, whether it says so or not', async () => {
    expect((await ask({question: 'x'.repeat(largestForm)})).status).toBe(413)
    const endless = `POST /api/enquiries HTTP/1.1\r\nhost: ${new URL(site.url).host}\r\norigin: ${site.url}\r\ncontent-type: application/x-www-form-urlencoded\r\ntransfer-encoding: chunked\r\n\r\n`
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const [status, , body] = await raw(endless + chunk.repeat(4))
    expect(status).toBe(413)
    expect(body).toContain('It was too long.')
  })

  it('comes so slowly that nobody would wait for it', async () => {
    const before = storedCount()
    const started = Date.now()
    const [status, , body] = await raw(
      `POST /api/enquiries HTTP/1.1\r\nhost: ${new URL(site.url).host}\r\norigin: ${site.url}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 500\r\n\r\nquestion=half`,
    )
    expect([status, storedCount()]).toEqual([408, before])
    expect(body).toContain('We could not read what was sent.')
    expect(Date.now() - started).toBeLessThan(20_000)
  })

  it('is cut off: nothing is stored, and the site goes on', async () => {
    const before = storedCount()
    const socket = net.connect(Number(new URL(site.url).port), '127.0.0.1')
    socket.write(
      `POST /api/enquiries HTTP/1.1\r\nhost: x\r\norigin: ${site.url}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 500\r\n\r\nquestion=half`,
      () => socket.destroy(),
    )
    await new Promise((resolve) => socket.once('close', resolve))
    expect((await ask()).status).toBe(303)
    expect(storedCount()).toBe(before + 1)
  })
})

/** Sends bytes, and answers status, head and what comes of the body within the same breath as its end. */
function raw(bytes: string): Promise<[status: number, head: string, body: string]> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(new URL(site.url).port), '127.0.0.1')
    let answer = ''
    const done = () => {
      const [head = '', ...body] = answer.split('\r\n\r\n')
      resolve([Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), `${head}\r\n`, body.join('\r\n\r\n')])
    }
    socket.on('data', (data) => {
      answer += data.toString('utf8')
      if (answer.includes('</html>')) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', done)
    socket.write(bytes)
  })
}

describe('one address', () => {
  afterAll(() => site.restart({}))

  it('may ask so many questions an hour, and then is told to wait, in words, and keeps what it typed', async () => {
    await site.restart({ENQUIRY_LIMIT: '2'})
    expect([(await ask()).status, (await ask()).status]).toEqual([303, 303])
    const text = question()
    const {status, headers, html} = await ask({question: text})
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(3000)
    expect(html).toContain('Too many questions came from your connection.')
    expect(html).toContain('href="tel:2155550142"')
    expect(html).toContain(text)
    // Whoever is not behind a proxy cannot say that they are somebody else.
    expect((await ask({}, {'x-forwarded-for': '198.51.100.7'})).status).toBe(429)
  })

  it('is the visitor’s where a proxy says who that is, and not what the visitor says', async () => {
    await site.restart({ENQUIRY_LIMIT: '1', TRUST_PROXY: '1'})
    const from = async (address: string) => (await ask({}, {'x-forwarded-for': address})).status
    expect(await from('203.0.113.5')).toBe(303)
    expect(await from('203.0.113.5')).toBe(429)
    expect(await from('203.0.113.6')).toBe(303)
    expect(await from('198.51.100.7, 203.0.113.5')).toBe(429)
    expect(await from('203.0.113.6, 198.51.100.7')).toBe(303)
  })

  it('is stored nowhere', async () => {
    expect(site.printed()).not.toMatch(/203\.0\.113|198\.51\.100/)
  })
})

describe('the page of the form', () => {
  it('is made for each visitor, and kept by nobody', async () => {
    const {headers} = await site.get('/contact')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('etag')).toBeNull()
    expect(await view()).not.toBe(await view())
  })

  it('may tell its own site where a form comes from, and no other', async () => {
    expect((await site.get('/contact')).headers.get('referrer-policy')).toBe('same-origin')
  })

  it('shows nothing to whoever guesses at a question on its way back', async () => {
    const {html} = await site.get('/contact', {headers: {'x-unsent-question': 'a'.repeat(43)}})
    expect(titleOf(html)).toBe('Contact us – Test Clinic')
  })

  it('is there while the lake is away', async () => {
    site.between.become('refuse')
    expect((await ask()).status).toBe(303)
    expect((await ask({name: ''})).status).toBe(422)
    site.between.become('well')
  })
})
