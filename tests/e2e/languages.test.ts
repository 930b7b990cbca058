/** Notices that the law wants on every page, and the site in two languages: as its HTML says, and as a browser draws it. */
import {openBrowser, type TestBrowser} from '../support/browser'
import {everyKind} from '../support/kinds-of-page'
import {tagsIn} from '../support/look-at-page'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'

jest.setTimeout(120_000)

let clinic: Clinic
let patient: TestBrowser

beforeAll(async () => {
  clinic = await startClinic()
  patient = await openBrowser({javaScriptEnabled: false})
}, startPatience)

afterAll(async () => {
  await patient?.close()
  await clinic?.stop()
})

const visit = (path: string) => patient.page.goto(clinic.siteUrl + path, {waitUntil: 'load'})
const htmlOf = async (path: string) => (await fetch(clinic.siteUrl + path)).text()
const footerOf = (html: string) => html.slice(html.indexOf('<footer'))
const hrefsIn = (html: string) => tagsIn(html, 'a').map((link) => link.get('href'))

const notices = [
  '/nondiscrimination',
  '/language-assistance',
  '/privacy-practices',
  '/privacy',
  '/consumer-health-data',
  '/accessibility',
]

describe('the notices', () => {
  it.each(everyKind)(
    'are at the bottom of every kind of page, with what to do in an emergency: %s',
    async (_, path) => {
      const footer = footerOf(await htmlOf(path))
      expect(hrefsIn(footer)).toEqual(expect.arrayContaining(notices))
      expect(footer).toMatch(/911/)
      expect(footer).toMatch(/988/)
    },
  )

  it.each(notices)('have a page: %s', async (path) => {
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
