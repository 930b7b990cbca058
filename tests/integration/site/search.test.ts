/** The search as a process answers it: what is published is found, an outage is not seen, and nobody learns who asked what. */
import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import type {SanityClient} from '@sanity/client'
import {condition, faq, publishSmallClinic} from '../../support/sample'
import {type StartedSite, startSite} from '../../support/start-site'
import {until} from '../../support/until'

/** The promise for searches: as published within this time, while nothing else happens. Milliseconds. */
const foundWithin = 8000

let site: StartedSite
let editor: SanityClient
let began: number

const search = (query: string, rest = '') => site.get(`/search?q=${encodeURIComponent(query)}${rest}`)
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const finds = (query: string, text: string) => async () => main((await search(query)).html).includes(text)
const settled = async () => (await (await fetch(`${site.url}/api/health`)).json()).pending === 0

beforeAll(async () => {
  began = Date.now()
  site = await startSite()
  editor = site.lake.client('editor')
  await publishSmallClinic(editor)
  await until(finds('neck pain', 'href="/conditions/neck-pain"'), 'the first search')
  await until(settled, 'the first pages')
}, 120_000)

afterAll(() => site.close())

describe('what is published', () => {
  it('is found, and is found as changed, and is no longer found when it is gone', async () => {
    await editor.create(condition('wrist-pain', {title: 'Wrist pain', summary: 'It may be a trapped nerve.'}))
    await until(finds('trapped nerve', '/conditions/wrist-pain'), 'the new page', foundWithin)
    await editor.patch('wrist-pain').set({summary: 'It may be a sprained ligament.'}).commit()
    await until(finds('sprained ligament', '/conditions/wrist-pain'), 'the changed page', foundWithin)
    expect(await finds('trapped nerve', '/conditions/wrist-pain')()).toBe(false)
    await editor.delete('wrist-pain')
    await until(async () => !(await finds('sprained ligament', '/conditions/wrist-pain')()), 'its end', foundWithin)
  })

  it('is a question too, which leads to a page that is there', async () => {
    await editor.create(faq('ladder', 'May I climb a ladder with vertigo?'))
    await until(finds('vertigo', 'href="/questions/ladder"'), 'the question', foundWithin)
    expect((await site.get('/questions/ladder')).status).toBe(200)
  })

  it('are words that mean the same', async () => {
    expect(await finds('noggin ache', '/conditions/neck-pain')()).toBe(false)
    const words = (_key: string, ...list: string[]) => ({_type: 'searchGroup', _key, words: list})
    await editor.create({
      _id: 'searchWords-en',
      _type: 'searchWords',
      language: 'en',
      groups: [words('a', 'noggin ache', 'neck pain')],
      emergency: ['zebra bite'],
    })
    await until(finds('noggin ache', '/conditions/neck-pain'), 'the words of the editors', foundWithin)
    expect(main((await search('bite of a zebra')).html)).toContain('href="tel:911"')
    expect(main((await search('zebra')).html)).not.toContain('href="tel:911"')
  })

  it('is no draft', async () => {
    await editor.create(condition('drafts.secret', {title: 'Secretitis'}))
    await editor.patch('foot-pain').set({summary: 'Published after the draft, quokka.'}).commit()
    await until(finds('quokka', '/conditions/foot-pain'), 'the publication after it', foundWithin)
    expect(await finds('secretitis', '/conditions/secret')()).toBe(false)
  })
})

describe('the page', () => {
  it('is in the site’s frame, is kept by nobody and listed nowhere', async () => {
    const {status, html, headers} = await search('neck pain')
    expect(status).toBe(200)
    expect(html).toContain('<title>neck pain – Search – Test Clinic</title>')
    expect(html).toMatch(/<meta name="robots" content="noindex/)
    expect(html).toMatch(/<meta name="referrer" content="no-referrer"/)
    expect(html).toContain('<footer')
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect((await site.get('/sitemap.xml')).html).not.toContain('/search')
  })

  it('says what it does in its three states', async () => {
    expect(main((await search('neck pain')).html)).toMatch(/<h2[^>]*>\d+ results? for “neck pain”<\/h2>/)
    expect(main((await search('xyzzyqwf')).html)).toContain('We found nothing for “xyzzyqwf”')
    expect(main((await site.get('/search')).html)).not.toMatch(/results? for|found nothing/)
    // Beyond the last page there is the last page.
    expect(main((await search('neck pain', '&page=99')).html)).toMatch(/results? for “neck pain”/)
  })

  it('is a 404 in a language that has nothing to find', async () => {
    expect((await site.get('/es/search?q=dolor')).status).toBe(404)
    expect((await site.get('/fr/search')).status).toBe(404)
  })

  it('is read only', async () => {
    expect((await site.get('/search?q=x', {method: 'POST'})).status).toBe(405)
    expect((await site.get('/api/suggest?q=x', {method: 'PUT'})).status).toBe(405)
  })

  const odd = [
    '?q=%',
    '?q=%00',
    '?q=%E0%A4%A',
    '?q=a&q=b',
    '?q[]=a',
    '?q[constructor]=a',
    `?q=${'x'.repeat(6000)}`,
    '?q=<script>alert(1)</script>',
    '?q=%3Cscript%3Ealert(1)%3C/script%3E',
    '?q=__proto__ constructor',
    '?q=*[_type=="condition"]',
    '?q=%F0%9F%92%8A',
    '?q=pain&page=0',
    '?q=pain&page=99',
    '?q=pain&page=-1e9',
    '?page=x',
  ]
  it.each(odd.map((query) => [query.slice(0, 40), query]))(
    'answers anything with a whole page: %s',
    async (_, query) => {
      const {status, html} = await site.get(`/search${query}`)
      expect([200, 400]).toContain(status)
      if (status === 200) expect(main(html)).toMatch(/<form[^>]*role="search"/)
      expect(html).not.toContain('<script>alert')
      expect((await site.get(`/api/suggest${query}`)).status).toBeLessThan(500)
    },
  )
})

describe('suggestions', () => {
  const suggested = async (query: string) =>
    JSON.parse((await site.get(`/api/suggest?lang=en&q=${encodeURIComponent(query)}`)).html)

  it('are a few pages, and kept by nobody', async () => {
    expect(await suggested('nec')).toEqual([{title: 'neck-pain', path: '/conditions/neck-pain', kind: 'Condition'}])
    expect((await suggested('pain')).length).toBeLessThanOrEqual(8)
    const {headers} = await site.get('/api/suggest?q=nec')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('are none for nothing, nonsense, and an unknown language’s default', async () => {
    expect(await suggested('')).toEqual([])
    expect(await suggested('zzzzzz')).toEqual([])
    expect((await site.get('/api/suggest?q=nec&lang=tlh')).status).toBe(200)
  })
})

describe('the lake', () => {
  it('is not asked by a search, nor by a suggestion', async () => {
    await until(settled, 'quiet')
    // Longer than the index waits for the pages of a publication.
    const quiet = async () => {
      site.between.forget()
      await new Promise((resolve) => setTimeout(resolve, 1500))
      return site.between.asked().length === 0
    }
    await until(quiet, 'a lake that nobody asks')
    site.between.forget()
    for (const query of ['neck pain', 'nek', 'nothing at all', '']) {
      await search(query)
      await site.get(`/api/suggest?q=${encodeURIComponent(query)}`)
    }
    expect(site.between.asked()).toEqual([])
  })

  it('may be away: searches are answered at once, and a start in the middle of it finds what it knew', async () => {
    site.between.become('hang')
    const asked = performance.now()
    expect(await finds('neck pain', '/conditions/neck-pain')()).toBe(true)
    expect(performance.now() - asked).toBeLessThan(1500)
    site.between.become('refuse')
    await site.kill()
    await site.start()
    expect(await finds('neck pain', '/conditions/neck-pain')()).toBe(true)
    await editor.patch('knee-pain').set({summary: 'Written while the lake was away: wombat.'}).commit()
    site.between.become('well')
    await until(finds('wombat', '/conditions/knee-pain'), 'what was published meanwhile', 15_000)
  }, 90_000)
})

describe('what somebody searched for', () => {
  const canary = 'canaryword'

  /** Files below a folder that were written since this test began. */
  function filesIn(folder: string): string[] {
    return readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0 >= began)
  }
  const holdingCanary = (folder: string) =>
    filesIn(folder).filter((file) => readFileSync(file, 'latin1').toLowerCase().includes(canary))

  it('is on no disk and in no log, whether it finds something, nothing, or fails', async () => {
    await search(`neck ${canary}`)
    await search(canary)
    await search(`${canary} chest pain`)
    await site.get(`/es/search?q=${canary}`)
    await site.get(`/search?q=${canary}`, {headers: {referer: `${site.url}/search?q=${canary}`, rsc: '1'}})
    await site.get(`/search?q=%00${canary}`)
    await site.get(`/search?q=${canary}`, {method: 'POST'})
    await site.get(`/api/suggest?q=${canary}`)
    site.between.become('refuse')
    await search(`${canary} outage`)
    site.between.become('well')
    expect(site.printed().toLowerCase()).not.toContain(canary)
    expect(holdingCanary(site.dataDir)).toEqual([])
    expect(holdingCanary(path.resolve(process.env.NEXT_DIST_DIR || '.next'))).toEqual([])
  })
})
