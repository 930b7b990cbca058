/** What comes first on a page, for the eye and for a screen reader alike: what is it, what to do now, where is help. */
import {openBrowser, type TestBrowser} from '../support/browser'
import {sampleClinic} from '../support/sample-clinic'

jest.setTimeout(120_000)

const clinic = sampleClinic()
let reader: TestBrowser

beforeAll(async () => {
  reader = await openBrowser({javaScriptEnabled: false, width: 320})
})

afterAll(async () => {
  await reader?.close()
})

const condition = [
  'h1',
  '#summary',
  '#signs',
  '#on-this-page',
  '#symptoms',
  '#when-to-get-help',
  '#did-you-know',
  '#questions',
  '#treatments',
  '#people',
  '#locations',
  '#have-a-question',
  '#share',
  '#related',
  '#sources',
  '#about-this-page',
]

const treatment = [
  'h1',
  '#summary',
  '#at-a-glance',
  '#on-this-page',
  '#what-it-is',
  '#before',
  '#during',
  '#after',
  '#signs',
  '#risks',
  '#questions',
  '#conditions',
  '#people',
  '#locations',
  '#sources',
  '#about-this-page',
]

it.each([
  ['/conditions/sciatica', condition],
  ['/treatments/epidural-steroid-injection', treatment],
])('in the page as on a phone: %s', async (path, places) => {
  const {page} = reader
  await page.goto(clinic.siteUrl + path, {waitUntil: 'load'})
  const found = await page.evaluate((selectors) => {
    const elements = [...document.querySelectorAll(selectors.map((selector) => `main ${selector}`).join(','))]
    const selectorOf = (element: Element) => selectors.find((selector) => element.matches(`main ${selector}`))
    const byPlace = elements.toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    return {read: elements.map(selectorOf), seen: byPlace.map(selectorOf)}
  }, places)
  expect(found).toEqual({read: places, seen: places})
})

it('says when to call 911 once, and the card for an appointment stands in its section', async () => {
  const {page} = reader
  await page.goto(`${clinic.siteUrl}/conditions/sciatica`, {waitUntil: 'load'})
  expect(await page.getByRole('heading', {name: /Call 911/}).count()).toBe(1)
  const section = page.locator('section:has(> #when-to-get-help)')
  expect(await section.getByRole('heading', {name: /Make an appointment/}).isVisible()).toBe(true)
})
