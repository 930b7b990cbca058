/** Notices that the law wants on every page, and the site in two languages: as its HTML says, and as a browser draws it. */
import {openBrowser, type TestBrowser} from '../support/browser'
import {everyKind} from '../support/kinds-of-page'
import {tagsIn} from '../support/look-at-page'
import {sampleClinic} from '../support/sample-clinic'

jest.setTimeout(120_000)

const clinic = sampleClinic()
let patient: TestBrowser

beforeAll(async () => {
  patient = await openBrowser({javaScriptEnabled: false})
})

afterAll(async () => {
  await patient?.close()
})

const visit = (path: string) => patient.page.goto(clinic.siteUrl + path, {waitUntil: 'load'})
const htmlOf = async (path: string) => (await fetch(clinic.siteUrl + path)).text()
const footerOf = (html: string) => html.slice(html.indexOf('<footer'))
const hrefsIn = (html: string) => tagsIn(html, 'a').map((link) => link.get('href'))

const alternatesIn = (html: string) =>
  new Map(
    tagsIn(html.slice(0, html.indexOf('</head>')), 'link')
      .filter((link) => link.get('rel') === 'alternate' && link.get('hreflang'))
      .map((link) => [link.get('hreflang') ?? '', link.get('href') ?? '']),
  )

const notices = [
  '/nondiscrimination',
  '/language-assistance',
  '/privacy-practices',
  '/privacy',
  '/consumer-health-data',
  '/accessibility',
]

/** One of them is not translated: the English one stands in for it. */
const spanishNotices = [
  '/es/no-discriminacion',
  '/es/ayuda-en-su-idioma',
  '/es/practicas-de-privacidad',
  '/es/privacidad',
  '/consumer-health-data',
  '/es/accesibilidad',
]

describe('the notices', () => {
  it.each(everyKind)(
    'are at the bottom of every kind of page, with what to do in an emergency: %s',
    async (_, path) => {
      const footer = footerOf(await htmlOf(path))
      const wanted = path.startsWith('/es') ? spanishNotices : notices
      expect(hrefsIn(footer)).toEqual(expect.arrayContaining(wanted))
      expect(footer).toMatch(/911/)
      expect(footer).toMatch(/988/)
    },
  )

  it.each([...notices, ...spanishNotices])('have a page: %s', async (path) => {
    const response = await fetch(clinic.siteUrl + path)
    expect(response.status).toBe(200)
    expect(await response.text()).toMatch(/<h1[^>]*>[^<]{5,}<\/h1>/)
  })

  it('offer help in 16 languages or more, each marked as what it is, and laid out in its direction', async () => {
    await visit('/language-assistance')
    const blocks = await patient.page.locator('main section[lang]').evaluateAll((sections) =>
      sections.map((section) => ({
        lang: section.getAttribute('lang'),
        dir: getComputedStyle(section).direction,
        heading: section.querySelector('h2')?.textContent ?? '',
        letters: section.querySelector('p')?.textContent?.length ?? 0,
        phone: section.querySelector('a')?.getAttribute('href'),
        digits: section.querySelector('bdi')?.textContent,
      })),
    )
    expect(blocks.length).toBeGreaterThanOrEqual(16)
    expect(new Set(blocks.map(({lang}) => lang)).size).toBe(blocks.length)
    for (const {lang, dir, heading, letters, phone, digits} of blocks) {
      expect([lang, dir]).toEqual([lang, ['ar', 'fa', 'ur'].includes(lang ?? '') ? 'rtl' : 'ltr'])
      expect([lang, heading.length > 1, letters > 40, phone, digits]).toEqual([
        lang,
        true,
        true,
        'tel:2155550142',
        '(215) 555-0142',
      ])
    }
    expect(blocks.filter(({dir}) => dir === 'rtl')).toHaveLength(3)
  })
})

/** Every page that the sample has in both languages. */
const pairs: [string, string][] = [
  ['/', '/es'],
  ['/conditions', '/es/conditions'],
  ['/treatments', '/es/treatments'],
  ['/people', '/es/people'],
  ['/locations', '/es/locations'],
  ['/contact', '/es/contact'],
  ['/questions', '/es/questions'],
  ['/facts', '/es/facts'],
  ['/conditions/sciatica', '/es/conditions/ciatica'],
  ['/conditions/knee-osteoarthritis', '/es/conditions/osteoartritis-de-rodilla'],
  ['/treatments/physical-therapy', '/es/treatments/terapia-fisica'],
  ['/people/sample-physician', '/es/people/medico-de-muestra'],
  ['/locations/main-clinic', '/es/locations/clinica-principal'],
  ['/questions/sciatica-how-long', '/es/questions/cuanto-dura-la-ciatica'],
  ['/facts/arthritis-1-in-5', '/es/facts/artritis-1-de-cada-5'],
  ['/privacy', '/es/privacidad'],
  ['/about', '/es/quienes-somos'],
]

describe('a page in two languages', () => {
  it.each(pairs)(
    'says so in both, each leads to the other, and each is in its own language: %s',
    async (english, spanish) => {
      const both = new Map([
        ['en-US', clinic.siteUrl + (english === '/' ? '' : english)],
        ['es-US', clinic.siteUrl + spanish],
        ['x-default', clinic.siteUrl + (english === '/' ? '' : english)],
      ])
      for (const [path, language, other] of [
        [english, 'en', spanish],
        [spanish, 'es', english],
      ] as const) {
        const html = await htmlOf(path)
        expect(html).toContain(`<html lang="${language}"`)
        expect([path, alternatesIn(html)]).toEqual([path, both])
        const page = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
        const link = tagsIn(page, 'a').find((tag) => tag.get('hreflang')?.endsWith('-US'))
        expect([path, link?.get('href'), link?.get('lang')]).toEqual([path, other, language === 'en' ? 'es' : 'en'])
      }
    },
  )

  it.each([
    '/conditions/back-pain',
    '/treatments/tens',
    '/consumer-health-data',
    '/conditions/no-such-page',
    '/es/no-existe',
  ])('has no switch where there is but one: %s', async (path) => {
    const html = await htmlOf(path)
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    expect(alternatesIn(html).size).toBe(0)
    expect(tagsIn(main, 'a').filter((tag) => tag.get('hreflang')?.endsWith('-US'))).toEqual([])
  })
})

describe('the site in Spanish', () => {
  it('leads nowhere into nothing: every link of every Spanish page works', async () => {
    const seen = new Set(['/es'])
    const broken: string[] = []
    for (const path of seen) {
      const response = await fetch(clinic.siteUrl + path)
      if (response.status !== 200) broken.push(`${response.status} ${path}`)
      if (!path.startsWith('/es')) continue
      const html = await response.text()
      for (const href of hrefsIn(html)) {
        if (href?.startsWith('/') && !href.startsWith('//')) seen.add(href.replace(/[?#].*$/, ''))
      }
    }
    expect(seen.size).toBeGreaterThan(40)
    expect(broken).toEqual([])
  })

  it.each(['/es/no-existe', '/es/conditions/no-existe'])('has a 404 page of its own: %s', async (path) => {
    const response = await fetch(clinic.siteUrl + path)
    const html = await response.text()
    expect(response.status).toBe(404)
    expect(html).toContain('<html lang="es"')
    expect(html).toContain('No encontramos esa página')
    expect(hrefsIn(html)).toContain('/es/contact')
  })

  it('marks what is in another language, and nothing else is', async () => {
    const html = await htmlOf('/es/conditions/ciatica')
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    expect(main).toMatch(/<span lang="en">Pacing[^<]*<\/span>[^<]*\(en inglés\)/)
    const english = /\b(?:Call us|Read more|Did you know|Sources|Share|Conditions|the|with)\b/
    const text = main
      .replace(/<(\w+)[^>]*\slang="en"[^>]*>.*?<\/\1>/g, '')
      .replace(/<a [^>]*rel="noopener[^>]*>.*?<\/a>/g, '')
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .replace(/<[^>]+>/g, ' ')
    expect(text).not.toMatch(english)
  })
})
