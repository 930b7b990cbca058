/** An editor sees drafts; visitors never do, under any interleaving. The whole product, asked without a browser. */
import {createHmac} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {SanityClient} from '@sanity/client'
import {askForPreview, cookieHeader, cookiesOf, makeSecret} from '../support/preview'
import {condition} from '../support/sample'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {clientFor} from '../support/start-lake'
import {until} from '../support/until'

jest.setTimeout(120_000)

/** Stands in every draft, and nowhere else. */
const canary = 'CANARY-7f3a9'
/** What visual editing writes behind a word: characters that nobody sees, many of them. */
const mark = '[\\u200b-\\u200d\\ufeff]{8}'
const changed = '/conditions/sciatica'
const onlyDraft = '/conditions/only-a-draft'

let clinic: Clinic
let editor: SanityClient
/** An editor's browser: both cookies of a preview. */
let session: Map<string, string>

beforeAll(async () => {
  clinic = await startClinic()
  const token = (await clinic.lake('token', 'create', '--role', 'editor')).trim().split('\n').at(-1)
  editor = clientFor(`http://localhost:${clinic.lakePort}`, token)
  const published = await editor.getDocument('condition-sciatica')
  if (!published) throw new Error('The sample has no page about sciatica.')
  await editor.create({
    ...published,
    _id: 'drafts.condition-sciatica',
    title: `Sciatica ${canary}`,
    summary: `The draft says ${canary}.`,
  })
  await editor.create({
    ...condition('only-a-draft', {title: `Only a draft ${canary}`, summary: `Nobody may read ${canary}.`}),
    _id: 'drafts.only-a-draft',
  })
  session = cookiesOf(await askForPreview(clinic.siteUrl, await makeSecret(editor), changed))
}, startPatience)

afterAll(() => clinic?.stop())

type Answer = {status: number; text: string; headers: Headers}

async function get(at: string, cookies?: ReadonlyMap<string, string>): Promise<Answer> {
  const response = await fetch(clinic.siteUrl + at, {
    redirect: 'manual',
    headers: cookies ? {cookie: cookieHeader(cookies)} : {},
  })
  return {status: response.status, text: await response.text(), headers: response.headers}
}

/** What a visitor gets, with these cookies or none, holds nothing of a draft. */
async function expectNoDraft(cookies?: ReadonlyMap<string, string>): Promise<void> {
  for (const at of [changed, onlyDraft, '/conditions']) {
    const {status, text} = await get(at, cookies)
    expect([at, status, text.includes(canary)]).toEqual([at, at === onlyDraft ? 404 : 200, false])
    expect([at, text.includes('/api/draft-mode/disable')]).toEqual([at, false])
    expect([at, new RegExp(mark).test(text)]).toEqual([at, false])
  }
}

describe('a preview', () => {
  it('is opened by a secret that only somebody who may write can leave in the lake', async () => {
    const response = await askForPreview(clinic.siteUrl, await makeSecret(editor), changed)
    expect([response.status, response.headers.get('location')]).toEqual([307, changed])
    const cookie = response.headers.getSetCookie().find((value) => value.startsWith('clinic-preview='))
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=lax/i)
    expect(cookie).toMatch(/Max-Age=28800/)
    const viewer = (await clinic.lake('token', 'create', '--role', 'viewer')).trim().split('\n').at(-1)
    // The helper also says on the console that it could not tidy up.
    const said = jest.spyOn(console, 'error').mockImplementation(() => {})
    await expect(makeSecret(clientFor(`http://localhost:${clinic.lakePort}`, viewer))).rejects.toThrow()
    said.mockReset()
  })

  it('shows the editor drafts, says that they are drafts, and leaves no copy on the way', async () => {
    for (const at of [changed, onlyDraft]) {
      const {status, text, headers} = await get(at, session)
      expect([at, status]).toEqual([at, 200])
      expect(text).toContain(canary)
      expect(text).toContain('/api/draft-mode/disable')
      expect(headers.get('cache-control')).toMatch(/no-store/)
      expect(headers.get('etag')).toBeNull()
    }
    const card = /<meta property="og:image" content="[^"]*?(\/card\/[^"]*)"/.exec(
      (await get(changed, session)).text,
    )?.[1]
    for (const at of ['/conditions', '/sitemap.xml', card ?? '']) {
      const {status, headers} = await get(at, session)
      expect([at, status, headers.get('cache-control')]).toEqual([at, 200, expect.stringMatching(/no-store/)])
    }
    await expectNoDraft()
  })

  it('never shows a visitor a draft, while editors and visitors ask for the same pages and others are published', async () => {
    const pages = [changed, onlyDraft, '/conditions', '/', '/sitemap.xml', '/treatments/physical-therapy']
    const showDrafts = new Set([changed, onlyDraft, '/conditions'])
    const seen = {editor: 0, visitor: 0}
    let publications = 0
    const publish = async () => {
      // The page that has a draft, and one that shows neither.
      await editor
        .patch('condition-sciatica')
        .set({alsoKnownAs: [`Name ${++publications}`]})
        .commit()
      await editor
        .patch('treatment-physical-therapy')
        .set({summary: `Summary ${publications}.`})
        .commit()
    }
    const ask = async (turn: number) => {
      const at = pages[turn % pages.length] ?? '/'
      const asEditor = turn % 3 !== 0
      const {status, text} = await get(at, asEditor ? session : undefined)
      if (asEditor && showDrafts.has(at)) {
        expect([at, status, text.includes(canary)]).toEqual([at, 200, true])
        seen.editor++
      } else if (!asEditor) {
        expect([at, status, text.includes(canary)]).toEqual([at, at === onlyDraft ? 404 : 200, false])
        seen.visitor++
      }
      if (turn % 25 === 0) await publish()
    }
    // Each hand takes the next turn: as many requests at once as a busy morning has.
    const turns = Array.from({length: 420}, (_, turn) => (turn * 7) % 420).values()
    const hands = Array.from({length: 16}, async () => {
      for (const turn of turns) await ask(turn)
    })
    await Promise.all(hands)
    expect(seen.editor + seen.visitor).toBeGreaterThan(250)
    expect(publications).toBeGreaterThan(10)
    await until(async () => (await get(changed)).text.includes(`Name ${publications}`), 'the last publication')
    await expectNoDraft()
  })

  it('marks the words of a page for visual editing, and nothing that a machine reads', async () => {
    const {text} = await get(changed, session)
    const [head = '', body = ''] = text.split('</head>')
    expect(body).toMatch(new RegExp(`Sciatica ${canary}${mark}`))
    expect(head).toContain(`Sciatica ${canary}`)
    expect(head).not.toMatch(new RegExp(mark))
    // Neither in links and ids, nor in structured data.
    const attributes = [...body.matchAll(/ (?:href|src|id|class|value|datetime|data-[\w-]+)="([^"]*)"/g)]
    expect(attributes.filter(([, value = '']) => new RegExp(mark).test(decodeURIComponent(value)))).toEqual([])
    expect(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)?.[1]).not.toMatch(new RegExp(mark))
    for (const at of [`${changed}.md`, '/feed.xml', '/llms.txt', '/sitemap.xml']) {
      expect([at, new RegExp(mark).test((await get(at, session)).text)]).toEqual([at, false])
    }
  })

  it('shows what is published where the editor asks for it, and drafts again', async () => {
    const perspective = (to: string, cookies: ReadonlyMap<string, string>) =>
      fetch(`${clinic.siteUrl}/api/draft-mode/perspective?to=${to}`, {
        method: 'POST',
        headers: {cookie: cookieHeader(cookies)},
      })
    expect((await perspective('published', new Map())).status).toBe(404)
    expect((await perspective('drafts', session)).status).toBe(204)
    const answer = await perspective('published', session)
    expect(answer.status).toBe(200)
    const onlyPublished = new Map([...session, ...cookiesOf(answer)])
    const {status, text} = await get(changed, onlyPublished)
    expect([status, text.includes(canary), new RegExp(mark).test(text)]).toEqual([200, false, true])
    expect((await get(onlyDraft, onlyPublished)).status).toBe(404)
    const back = await perspective('drafts', onlyPublished)
    expect((await get(changed, new Map([...onlyPublished, ...cookiesOf(back)]))).text).toContain(canary)
  })

  it('may be framed by the Studio, and by no other site', async () => {
    for (const at of [changed, onlyDraft]) {
      expect((await get(at, session)).headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    }
  })

  it('leaves nothing of a draft in what the site keeps for visitors', () => {
    const folder = path.join(clinic.dataDir, 'site')
    const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((file) => file.isFile())
    expect(files.length).toBeGreaterThan(0)
    const tainted = files.filter((file) => readFileSync(path.join(file.parentPath, file.name)).includes(canary))
    expect(tainted.map(({name}) => name)).toEqual([])
  })

  it('ends when the editor ends it', async () => {
    const response = await fetch(`${clinic.siteUrl}/api/draft-mode/disable?to=//evil.test`, {
      redirect: 'manual',
      headers: {cookie: cookieHeader(session)},
    })
    expect([response.status, response.headers.get('location')]).toEqual([307, '/'])
    const left = new Map([...session, ...cookiesOf(response)])
    expect([...left.keys()].sort()).toEqual(['__prerender_bypass', 'clinic-preview'])
    expect([...left.values()]).toEqual(['', ''])
    await expectNoDraft(left)
  })
})

describe('a preview is not opened', () => {
  const [bypass, preview] = ['__prerender_bypass', 'clinic-preview']

  it('by a wrong secret, an empty one, or none', async () => {
    for (const secret of ['wrong', '', ' ', '*', null]) {
      const response = await askForPreview(clinic.siteUrl, secret, changed)
      expect([secret, response.status, response.headers.getSetCookie()]).toEqual([secret, 401, []])
      expect(await response.text()).toContain('Open the preview again from the Studio')
    }
  })

  it('by one of the two cookies without the other', async () => {
    for (const name of [bypass, preview]) await expectNoDraft(new Map([[name, session.get(name) ?? '']]))
  })

  it('by a session that is forged, altered or past its end', async () => {
    const [end = '', nonce = '', signature = ''] = (session.get(preview) ?? '').split('.')
    const secret = readFileSync(path.join(clinic.dataDir, 'secrets', 'revalidate-secret'), 'utf8').trim()
    const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64url')
    const signed = (payload: string, with_ = secret) =>
      `${payload}.${hmac(hmac(with_, 'clinic:preview-session'), payload)}`
    const hour = 60 * 60 * 1000
    // The same by hand, so that what follows fails for the reason it names.
    const good = new Map([...session, [preview, signed(`${Date.now() + hour}.abc`)]])
    expect((await get(changed, good)).text).toContain(canary)
    for (const value of [
      signed(`${Date.now() - 1}.abc`),
      signed(`${Date.now() + hour}.abc`, 'another secret of a site'),
      `${Number(end) + hour}.${nonce}.${signature}`,
      `${end}.${nonce}x.${signature}`,
      `${end}.${nonce}.`,
      `${end}.${nonce}.${signature}.${signature}`,
      `${end}.${nonce}`,
      'true',
      '',
    ]) {
      await expectNoDraft(new Map([...session, [preview, value]]))
    }
  })

  it.each([
    '//evil.test',
    '/.//evil.test',
    '/..//evil.test/',
    '/\\evil.test',
    '\\\\evil.test',
    'https://evil.test/conditions',
    'https:evil.test',
    'javascript:alert(1)',
    '/%2F/evil.test',
    '/\t/evil.test',
    '/conditions\r\nset-cookie: a=b',
    '@evil.test',
  ])('towards another site: %j', async (asked) => {
    const response = await askForPreview(clinic.siteUrl, await makeSecret(editor), asked)
    expect(response.status).toBe(307)
    const location = response.headers.get('location') ?? ''
    expect(location).toMatch(/^\/(?![/\\])/)
    expect(new URL(location, clinic.siteUrl).origin).toBe(clinic.siteUrl)
    expect([...cookiesOf(response).keys()].sort()).toEqual([bypass, preview])
  })
})

describe('a draft that is not finished', () => {
  beforeAll(async () => {
    const {summary, ...unfinished} = condition('half', {title: `Half ${canary}`})
    expect(summary).toBeDefined()
    await editor.create({...unfinished, _id: 'drafts.half'})
  })

  it('shows the editor what is missing, and the way back to it', async () => {
    const answer = await get('/conditions/half', session)
    expect(answer.status).toBe(307)
    const location = answer.headers.get('location') ?? ''
    expect(location).toMatch(/^\/api\/draft-mode\/unfinished\?/)
    const {status, text, headers} = await get(location, session)
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(text).toContain('This draft is not finished yet')
    expect(text).toMatch(/<li>summary: /)
    expect(text).toMatch(/href="\/studio\/intent\/edit\/id=[\w.%-]*half"/)
    // It stands in the Studio's preview in place of the page.
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/)
  })

  it('leaves the last good page to whoever looks at it, while somebody types', async () => {
    const address = `${clinic.siteUrl}/conditions/typed`
    const ask = (headers: Record<string, string>) =>
      fetch(address, {redirect: 'manual', headers: {cookie: cookieHeader(session), ...headers}})
    await editor.create({...condition('typed', {title: `Whole ${canary}`}), _id: 'drafts.typed'})
    expect((await ask({})).status).toBe(200)
    await editor.patch('drafts.typed').unset(['title']).commit()
    const renewed = await ask({'sec-fetch-dest': 'empty'})
    expect([renewed.status, (await renewed.text()).includes(`Whole ${canary}`)]).toEqual([200, true])
    // A look ahead, and whoever comes anew, are told.
    expect((await ask({'sec-fetch-dest': 'empty', 'x-draft-look': '1'})).status).toBe(307)
    expect((await ask({'sec-fetch-dest': 'iframe'})).status).toBe(307)
    expect((await fetch(address, {headers: {'sec-fetch-dest': 'empty'}})).status).toBe(404)
  })

  it('shows visitors nothing', async () => {
    expect((await get('/conditions/half')).status).toBe(404)
    expect((await get('/api/draft-mode/unfinished?problem=title')).status).toBe(404)
  })

  it('is told as text, whatever its address says', async () => {
    const hostile = '/api/draft-mode/unfinished?id="><script>alert(1)</script>&problem=<img src=x onerror=alert(1)>'
    const {text} = await get(encodeURI(hostile), session)
    expect(text).not.toMatch(/<script>|<img/)
  })
})
