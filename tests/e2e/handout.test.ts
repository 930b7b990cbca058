/** A page on paper: a leaflet that a doctor gives to a patient. */
import {openBrowser, type TestBrowser} from '../support/browser'
import {everyPage} from '../support/kinds-of-page'
import {overflowOn, shownIn} from '../support/look-at-page'
import {sampleClinic} from '../support/sample-clinic'

jest.setTimeout(120_000)

const clinic = sampleClinic()
let reader: TestBrowser

beforeAll(async () => {
  // Paper needs no script.
  reader = await openBrowser({javaScriptEnabled: false})
})

afterAll(async () => {
  await reader?.close()
})

async function onPaper(path: string) {
  const {page} = reader
  await page.emulateMedia({media: 'print', colorScheme: 'dark'})
  await page.goto(clinic.siteUrl + path, {waitUntil: 'load'})
  return page
}

const sheetsOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

it('says whose it is, where it is kept up to date, and what is known of it', async () => {
  const page = await onPaper('/conditions/sciatica')
  const head = await shownIn(page.getByRole('banner').first())
  expect(head).toContain('Maple Hollow Pain Clinic')
  expect(head).toContain('(215) 555-0142')
  expect(await page.getByRole('banner').first().locator('img').isVisible()).toBe(true)
  const text = await shownIn(page.locator('body'))
  expect(text).toContain(`${new URL(clinic.siteUrl).host}/conditions/sciatica`)
  expect(text).toContain('120 Maple Hollow Road')
  expect(text).toContain('Not yet reviewed by a clinician')
  expect(text).toContain('Sample content')
  expect(text).toContain('In an emergency')
  expect(await page.getByRole('img', {name: /^QR code/}).isVisible()).toBe(true)
})

it('shows every answer and every source with its address', async () => {
  const page = await onPaper('/conditions/sciatica')
  const text = await shownIn(page.locator('body'))
  const answers = await page.locator('main details p:not([data-screen-only])').allTextContents()
  expect(answers.length).toBeGreaterThan(3)
  for (const answer of answers) expect(text).toContain(answer.replaceAll(/\s+/g, ' ').trim().slice(0, 60))
  const sources = page.locator('section:has(> #sources) a')
  expect(await sources.count()).toBeGreaterThan(1)
  for (const source of await sources.all()) {
    const [href, printed] = await Promise.all([
      source.getAttribute('href'),
      source.evaluate((link) => getComputedStyle(link, '::after').content),
    ])
    expect(printed).toContain(href)
  }
})

it('leaves out what paper cannot do', async () => {
  const page = await onPaper('/conditions/sciatica')
  const text = await shownIn(page.locator('body'))
  for (const words of ['On this page', 'Share This Page', 'Link to this question', 'Related conditions', 'Our team']) {
    expect(text).not.toContain(words)
  }
  expect(await page.getByRole('navigation').filter({visible: true}).count()).toBe(0)
})

it.each(everyPage)('is black on white and stays on the sheet, also from a dark screen: %s', async (_kind, path) => {
  const page = await onPaper(path)
  await page.setViewportSize({width: 718, height: 1000})
  expect(await overflowOn(page)).toEqual([])
  const grey = await page.evaluate(() => {
    const isPlain = (color: string) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number)
      return alpha === 0 || (red === green && green === blue)
    }
    return [...document.querySelectorAll<HTMLElement>('body, body *:not(svg *)')]
      .filter((element) => element.checkVisibility() && element.tagName !== 'IMG')
      .filter((element) => {
        const {color, backgroundColor} = getComputedStyle(element)
        return !isPlain(color) || !isPlain(backgroundColor)
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
  })
  expect(grey).toEqual([])
})

it.each(['A4', 'Letter'])('fits a few sheets of %s', async (format) => {
  const {page} = reader
  await page.goto(`${clinic.siteUrl}/conditions/sciatica`, {waitUntil: 'load'})
  const sheets = sheetsOf(await page.pdf({format}))
  expect(sheets).toBeGreaterThan(1)
  expect(sheets).toBeLessThanOrEqual(7)
})
