/** The site as those who only read its HTML meet it: search engines, networks that draw a card, and whoever follows links. */
import sharp from 'sharp'
import {openBrowser, type TestBrowser} from '../support/browser'
import {everyPage, missing} from '../support/kinds-of-page'
import {barriersOn, shownIn, tagsIn} from '../support/look-at-page'
import {condition} from '../support/sample'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {clientFor} from '../support/start-lake'
import {until} from '../support/until'

jest.setTimeout(120_000)

let clinic: Clinic
let patient: TestBrowser

beforeAll(async () => {
  clinic = await startClinic()
  patient = await openBrowser()
}, startPatience)

afterAll(async () => {
  await patient?.close()
  await clinic?.stop()
})

const htmlOf = async (path: string) => (await fetch(clinic.siteUrl + path)).text()

describe('for search engines and networks', () => {
  it.each(everyPage)('what they read stands in the head: %s', async (_kind, path) => {
    const html = await htmlOf(path)
    const end = html.indexOf('</head>')
    const head = html.slice(0, end)
    // WhatsApp reads no further than 300 kB.
    expect(Buffer.byteLength(head)).toBeLessThan(300_000)
    const title = /<title>([^<]+)<\/title>/.exec(head)?.[1] ?? ''
    expect(title.length).toBeGreaterThan(5)
    const meta = new Map(
      tagsIn(head, 'meta').map((tag) => [tag.get('property') ?? tag.get('name') ?? '', tag.get('content') ?? '']),
    )
    const canonical = tagsIn(head, 'link').find((tag) => tag.get('rel') === 'canonical')
    const address = clinic.siteUrl + (path === '/' ? '' : path)
    expect(canonical?.get('href')).toBe(address)
    expect(meta.get('og:url')).toBe(address)
    for (const name of ['description', 'og:title', 'og:description', 'og:site_name', 'twitter:title']) {
      expect([name, (meta.get(name) ?? '').length > 3]).toEqual([name, true])
    }
    expect(meta.get('twitter:card')).toBe('summary_large_image')
    expect(meta.get('twitter:image')).toBe(meta.get('og:image'))
    expect(meta.get('og:image:alt')).toBeTruthy()
    // And nowhere else: tags in the body are read by some and missed by most.
    expect(html.slice(end)).not.toMatch(/<meta (?:property="og:|name="(?:twitter|description))/)
  })

  it.each(everyPage)('a card is drawn that every network can show: %s', async (_kind, path) => {
    const image = tagsIn(await htmlOf(path), 'meta').find((tag) => tag.get('property') === 'og:image')
    const response = await fetch(image?.get('content') ?? '')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^image\/(?:png|jpeg)$/),
    ])
    expect(bytes.length).toBeLessThan(300_000)
    expect(await sharp(bytes).metadata()).toMatchObject({width: 1200, height: 630})
  })

  it('a missing page is not for them, nor is the sample, nor the Studio', async () => {
    for (const path of [missing, '/', '/conditions/back-pain', '/studio']) {
      const robots = tagsIn(await htmlOf(path), 'meta').find((tag) => tag.get('name') === 'robots')
      expect([path, robots?.get('content')]).toEqual([path, expect.stringContaining('noindex')])
    }
    const rules = await htmlOf('/robots.txt')
    expect(rules).toMatch(/^User-agent: \*$/m)
    expect(rules).toMatch(/^Disallow: \/studio$/m)
    expect(rules).toContain(`Sitemap: ${clinic.siteUrl}/sitemap.xml`)
    // What is asked of everybody ends where the rules for programs that train or answer begin.
    const [forEverybody = ''] = rules.split(/^# /m)
    expect(forEverybody).not.toMatch(/^Disallow: \/$/m)
  })

  it('a page of the clinic’s own is for them once it is published, with the dates of its review', async () => {
    const token = (await clinic.lake('token', 'create', '--role', 'editor')).trim().split('\n').at(-1)
    const editor = clientFor(`http://localhost:${clinic.lakePort}`, token)
    expect(await htmlOf('/sitemap.xml')).not.toContain('<loc>')
    await editor.create({
      _id: 'person-own',
      _type: 'person',
      language: 'en',
      name: 'Dr. Rosa Own',
      slug: {_type: 'slug', current: 'rosa-own'},
      role: 'Pain physician',
    })
    await editor.create({
      ...condition('tailbone-pain', {title: 'Tailbone pain'}),
      review: {
        reviewedBy: {_type: 'reference', _ref: 'person-own'},
        lastReviewed: '2026-10-05',
        nextReviewDue: '2028-10-05',
      },
    })
    await until(async () => (await htmlOf('/conditions/tailbone-pain')).includes('Dr. Rosa Own'), 'the reviewed page')
    await patient.page.goto(`${clinic.siteUrl}/conditions/tailbone-pain`)
    const shown = await shownIn(patient.page.locator('main'))
    expect(shown).toMatch(/October 5, 2026/)
    expect(shown).toMatch(/October 5, 2028/)
    expect(shown).not.toMatch(/not yet reviewed|sample content/i)
    expect(await barriersOn(patient.page)).toEqual([])
    expect(await htmlOf('/conditions/tailbone-pain')).not.toMatch(/<meta name="robots" content="noindex/)
    const listed = [...(await htmlOf('/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url)
    expect(listed.sort()).toEqual([`${clinic.siteUrl}/conditions/tailbone-pain`, `${clinic.siteUrl}/people/rosa-own`])
  })
})

describe('the whole site', () => {
  it('leads nowhere that does not exist, to the place on the page', async () => {
    const pages = new Map<string, string>()
    const places: {from: string; to: URL}[] = []
    const queue = ['/', missing]
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (pages.has(path)) continue
      const response = await fetch(clinic.siteUrl + path)
      const html = response.headers.get('content-type')?.startsWith('text/html') ? await response.text() : ''
      expect([path, response.status]).toEqual([path, path === missing ? 404 : 200])
      pages.set(path, html)
      for (const link of tagsIn(html, 'a')) {
        const to = new URL(link.get('href') ?? '', clinic.siteUrl + path)
        if (to.origin !== clinic.siteUrl) continue
        places.push({from: path, to})
        queue.push(to.pathname + to.search)
      }
    }
    expect(pages.size).toBeGreaterThan(30)
    const lost = places.filter(({to}) => {
      const id = decodeURIComponent(to.hash.slice(1))
      return id !== '' && !pages.get(to.pathname + to.search)?.includes(`id="${id}"`)
    })
    expect(lost.map(({from, to}) => `${from} → ${to.pathname}${to.hash}`)).toEqual([])
  })
})
