/** Nothing on a page moves while it loads, be its fonts and pictures ever so late. */
import {openBrowser, type TestBrowser} from '../support/browser'
import {everyKind} from '../support/kinds-of-page'
import {shiftsOn} from '../support/layout-shift'
import {sampleClinic} from '../support/sample-clinic'

jest.setTimeout(180_000)

const clinic = sampleClinic()
let patient: TestBrowser

beforeAll(async () => {
  patient = await openBrowser()
})

afterAll(async () => {
  await patient?.close()
})

/** Resolves when the page has shown its first text. */
const firstPaint = () =>
  new Promise<void>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) resolve()
    })
    observer.observe({type: 'paint', buffered: true})
  })

describe('nothing moves while a page loads', () => {
  const widths = [320, 1280]

  it.each(everyKind)('%s', async (_kind, path) => {
    for (const width of widths) {
      const page = await patient.context.newPage()
      await page.setViewportSize({width, height: 700})
      // Fonts that come late: until then the text stands in a stand-in of the same size.
      await page.route('**/*.woff2', async (route) => {
        await page.evaluate(firstPaint)
        await route.continue()
      })
      await page.goto(clinic.siteUrl + path, {waitUntil: 'load'})
      const shifts = await shiftsOn(page)
      const sum = shifts.reduce((total, {value}) => total + value, 0)
      expect([width, sum, shifts]).toEqual([width, 0, []])
      await page.close()
    }
  })

  it('and a shift would be seen', async () => {
    const page = await patient.context.newPage()
    await page.goto(clinic.siteUrl, {waitUntil: 'load'})
    await page.evaluate(() => {
      const box = document.createElement('div')
      box.textContent = 'An advertisement'
      box.style.height = '200px'
      return new Promise((resolve) =>
        requestAnimationFrame(() => {
          document.body.prepend(box)
          requestAnimationFrame(resolve)
        }),
      )
    })
    expect((await shiftsOn(page)).length).toBeGreaterThan(0)
    await page.close()
  })
})
