/** The bar that keeps a call within reach on a phone: there where it helps, and never over anything. WCAG 2.2, 2.4.11. */
import type {Page} from 'playwright-core'
import {openBrowser, type TestBrowser} from '../support/browser'
import {everyKind} from '../support/kinds-of-page'
import {sampleClinic} from '../support/sample-clinic'

jest.setTimeout(120_000)

const clinic = sampleClinic()
let patient: TestBrowser

beforeAll(async () => {
  patient = await openBrowser({javaScriptEnabled: true, width: 320})
})

afterAll(async () => {
  await patient?.close()
})

/** Without motion, so that what is scrolled to is there at once. */
async function visit(path: string, width: number, height: number): Promise<Page> {
  const {page} = patient
  await page.setViewportSize({width, height})
  await page.emulateMedia({reducedMotion: 'reduce', media: 'screen'})
  await page.goto(clinic.siteUrl + path, {waitUntil: 'load'})
  return page
}

const bar = (page: Page) => page.getByRole('navigation', {name: /^(?:Call or ask|Llame o pregunte)$/})

/** What has the focus, and where it is drawn; null once the focus has left the page. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const box = element.getBoundingClientRect()
    // Of a link over two lines, the last one is what a bar would hide first.
    const [line = box] = [...element.getClientRects()].slice(-1)
    const found = document.elementFromPoint(line.left + line.width / 2, line.bottom - 2)
    const over = found?.closest('nav[aria-label="Call or ask"], nav[aria-label="Llame o pregunte"]')
    const covered = over ? !over.contains(element) : false
    const name = `${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 40)}`
    return {name, covered, isWhole: box.top >= 0 && box.bottom <= innerHeight, isTall: box.height > innerHeight / 2}
  })

it.each(everyKind)(
  'covers nothing that has the focus, on the way through the page and back: %s',
  async (_kind, path) => {
    const page = await visit(path, 320, 640)
    await bar(page).waitFor()
    for (const key of ['Tab', 'Shift+Tab']) {
      const hidden: string[] = []
      const steps = await page
        .locator('a[href], button, summary, input, [tabindex="0"]')
        .filter({visible: true})
        .count()
      expect(steps).toBeGreaterThan(8)
      for (let step = 0; step < steps; step++) {
        await page.keyboard.press(key)
        const place = await focused(page)
        if (place && (place.covered || !(place.isWhole || place.isTall))) hidden.push(place.name)
      }
      expect(hidden).toEqual([])
    }
  },
)

it('covers nothing that a link on the page leads to', async () => {
  const page = await visit('/conditions/sciatica', 320, 640)
  for (const link of await page.getByRole('navigation', {name: 'On this page'}).getByRole('link').all()) {
    await link.click()
    const hash = new URL(page.url()).hash
    const top = await bar(page).evaluate((element) => element.getBoundingClientRect().top)
    const bottom = await page.locator(hash).evaluate((element) => element.getBoundingClientRect().bottom)
    expect({hash, isAbove: bottom <= top}).toEqual({hash, isAbove: true})
  }
})

it.each([
  ['as it is', '/conditions/sciatica', ''],
  ['in Spanish', '/es/conditions/ciatica', ''],
  ['with wider text', '/es/conditions/ciatica', '* {letter-spacing: 0.12em !important; line-height: 1.5 !important}'],
])('has room of its own at the end of the page, below everything else: %s', async (_how, path, content) => {
  const page = await visit(path, 320, 640)
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets.push(sheet)
  }, content)
  await page.evaluate(() => scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'}))
  const footer = await page.getByRole('contentinfo').evaluate((element) => element.getBoundingClientRect().bottom)
  const top = await bar(page).evaluate((element) => element.getBoundingClientRect().top)
  expect(Math.round(footer)).toBeLessThanOrEqual(Math.round(top))
})

it('calls the clinic, and leads to the other ways to reach it', async () => {
  const page = await visit('/conditions/sciatica', 320, 640)
  const links = await bar(page).getByRole('link').all()
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
  expect(hrefs).toEqual([expect.stringMatching(/^tel:\d+$/), '/contact'])
  const boxes = await Promise.all(links.map((link) => link.boundingBox()))
  for (const box of boxes) expect(box?.height).toBeGreaterThanOrEqual(44)
  expect(await page.getByRole('banner').getByRole('link', {name: /Call/}).filter({visible: true}).count()).toBe(0)
})

it.each([
  ['at 400 % zoom', 320, 256],
  ['on a phone held sideways', 640, 320],
  ['on a large screen', 1280, 900],
])('is not there %s, where the header has a button of its own', async (_where, width, height) => {
  const page = await visit('/conditions/sciatica', width, height)
  expect(await bar(page).isVisible()).toBe(false)
  expect(
    await page
      .getByRole('banner')
      .getByRole('link', {name: /555-0142|Call/})
      .isVisible(),
  ).toBe(true)
})

it('is not printed', async () => {
  const page = await visit('/conditions/sciatica', 320, 640)
  await page.emulateMedia({media: 'print'})
  expect(await bar(page).isVisible()).toBe(false)
})
