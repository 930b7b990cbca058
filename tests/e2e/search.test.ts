/** Searching as patients do it: with and without scripts, by keyboard, on a small phone, in the dark. */
import {openBrowser, type TestBrowser} from '../support/browser'
import {barriersOn, headingsOn, jumpsIn, overflowOn, requestsOf, shownIn} from '../support/look-at-page'
import {sampleClinic} from '../support/sample-clinic'

jest.setTimeout(120_000)

const clinic = sampleClinic()
let patient: TestBrowser
let withoutScripts: TestBrowser

beforeAll(async () => {
  patient = await openBrowser()
  withoutScripts = await openBrowser({javaScriptEnabled: false})
})

afterAll(async () => {
  await patient?.close()
  await withoutScripts?.close()
})

const visit = (path: string, {page} = patient) => page.goto(clinic.siteUrl + path, {waitUntil: 'load'})
const results = ({page} = patient) => page.getByRole('main').locator('section ol > li')

describe('without scripts', () => {
  it('a search begins in the header of any page and ends at the answer', async () => {
    const {page} = withoutScripts
    await visit('/conditions/migraine', withoutScripts)
    await page.getByRole('banner').getByRole('searchbox', {name: 'Search this website'}).fill('slipped disc')
    await page.getByRole('banner').getByRole('button', {name: 'Search'}).click()
    await page.waitForURL('**/search?q=slipped+disc')
    expect(await page.title()).toMatch(/^slipped disc – Search – /)
    expect(await shownIn(results(withoutScripts).first())).toMatch(
      /^Condition Herniated disk Also known as: Slipped disk/,
    )
    expect(await page.getByRole('main').getByRole('searchbox').inputValue()).toBe('slipped disc')
    await results(withoutScripts).first().getByRole('link', {name: 'Herniated disk', exact: true}).click()
    await page.waitForURL('**/conditions/herniated-disk')
  })

  it('a result leads to its section', async () => {
    const {page} = withoutScripts
    await visit('/search?q=heat+or+ice', withoutScripts)
    const link = page.getByRole('link', {name: 'What you can do yourself: Sciatica'})
    await link.click()
    await page.waitForURL('**/conditions/sciatica#self-care')
    expect(await page.locator('#self-care').isVisible()).toBe(true)
  })

  it('every result leads to a page that is there', async () => {
    const {page} = withoutScripts
    for (const query of ['pain', 'can I exercise with back pain', 'shingles', 'insurance']) {
      await visit(`/search?q=${query}`, withoutScripts)
      const hrefs = await results(withoutScripts)
        .locator('h3 a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      expect(hrefs.length).toBeGreaterThan(2)
      for (const href of hrefs)
        expect([href, (await page.request.get(clinic.siteUrl + href)).status()]).toEqual([href, 200])
    }
  })

  it('there is more than one page of results where there are many', async () => {
    const {page} = withoutScripts
    await visit('/search?q=pain', withoutScripts)
    const first = await results(withoutScripts).first().textContent()
    expect(await results(withoutScripts).count()).toBe(20)
    await page.getByRole('link', {name: 'Next results'}).click()
    await page.waitForURL('**/search?q=pain&page=2')
    expect(await results(withoutScripts).first().textContent()).not.toBe(first)
    await page.getByRole('link', {name: 'Previous results'}).click()
    expect(await results(withoutScripts).first().textContent()).toBe(first)
  })

  it('on a phone the header leads to the search page', async () => {
    const {page} = withoutScripts
    await page.setViewportSize({width: 320, height: 640})
    await visit('/', withoutScripts)
    await page.getByRole('banner').getByRole('link', {name: 'Search', exact: true}).click()
    await page.waitForURL('**/search')
    await page.getByRole('main').getByRole('searchbox').fill('siatica')
    await page.getByRole('main').getByRole('button', {name: 'Search'}).click()
    await page.waitForURL('**/search?q=siatica')
    expect(await shownIn(page.getByRole('main'))).toContain('You see results for “sciatica” instead')
    await page.setViewportSize({width: 1280, height: 900})
  })

  it('nobody else learns what was searched for', async () => {
    const {page} = withoutScripts
    await visit('/search?q=sciatica', withoutScripts)
    await results(withoutScripts).first().getByRole('link', {name: 'Sciatica', exact: true}).click()
    // The page may have been fetched ahead of the click, so it is asked what it knows of where its reader came from.
    await page.waitForURL('**/conditions/sciatica')
    expect(await page.evaluate(() => document.referrer)).toBe('')
  })
})

describe('each state of the page', () => {
  const states: [string, string][] = [
    ['nothing asked', '/search'],
    ['results', '/search?q=back+pain'],
    ['a correction', '/search?q=hernated+disk'],
    ['nothing found', '/search?q=xyzzyqwf'],
    ['an emergency', '/search?q=chest+pain'],
    ['a crisis', '/search?q=suicide'],
  ]

  it.each(states)('shuts nobody out, in the light, in the dark and on a small phone: %s', async (_state, path) => {
    const {page} = patient
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme})
      for (const width of [1280, 320]) {
        await page.setViewportSize({width, height: 800})
        await visit(path)
        expect(await barriersOn(page)).toEqual([])
        expect(await overflowOn(page)).toEqual([])
      }
    }
    const headings = await headingsOn(page)
    expect(headings.filter((heading) => heading.startsWith('1 '))).toHaveLength(1)
    expect(jumpsIn(headings)).toEqual([])
    await page.emulateMedia({colorScheme: 'light'})
    await page.setViewportSize({width: 1280, height: 900})
  })

  it('says first what cannot wait', async () => {
    await visit('/search?q=chest+pain')
    const call = patient.page.getByRole('main').getByRole('link', {name: 'Call 911'})
    const results = patient.page.getByRole('heading', {name: /results? for/})
    const [above, below] = [await call.boundingBox(), await results.boundingBox()]
    expect(above?.y).toBeLessThan(below?.y ?? 0)
    await visit('/search?q=suicide')
    expect(await patient.page.getByRole('link', {name: 'Call 988'}).getAttribute('href')).toBe('tel:988')
  })
})

describe('while somebody types', () => {
  const field = () => patient.page.getByRole('main').getByRole('combobox')

  it('pages are suggested, by keyboard too, and nobody outside is asked', async () => {
    const {page} = patient
    await visit('/search')
    const asked = requestsOf(page)
    await field().click()
    await page.keyboard.type('slipped disc', {delay: 5})
    const options = page.getByRole('main').getByRole('option')
    await options.first().waitFor()
    asked.stop()
    // One question for a run of letters, or few on a slow machine; never one a letter.
    expect(asked.urls.length).toBeLessThan(6)
    expect(asked.urls.every((url) => url.startsWith(`${clinic.siteUrl}/api/suggest?lang=en&q=s`))).toBe(true)
    expect(await options.first().textContent()).toBe('Herniated disk Condition')
    expect(await barriersOn(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('option', {selected: true}).textContent()).toBe('Herniated disk Condition')
    expect(await field().getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'))
    await page.keyboard.press('Escape')
    expect(await options.count()).toBe(0)
    await page.keyboard.type('s')
    await options.first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/conditions/herniated-disk')
  })

  it('a click opens a page, and Enter without a choice searches', async () => {
    const {page} = patient
    await visit('/treatments')
    const header = page.getByRole('banner')
    await header.getByRole('combobox').fill('migr')
    await header.getByRole('option', {name: /^Migraine/}).click()
    await page.waitForURL('**/conditions/migraine')
    await header.getByRole('combobox').fill('migr')
    await header.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=migr')
  })

  it('the list stays within a small screen', async () => {
    const {page} = patient
    await page.setViewportSize({width: 320, height: 640})
    await visit('/search')
    await field().fill('pain')
    await page.getByRole('option').first().waitFor()
    expect(await page.getByRole('main').getByRole('option').count()).toBe(8)
    expect(await overflowOn(page)).toEqual([])
    await page.setViewportSize({width: 1280, height: 900})
  })

  it('a suggestion that comes too late, or never, changes nothing', async () => {
    const {page, errors} = patient
    const before = errors.length
    await page.route('**/api/suggest**', (route) => route.abort())
    await visit('/search')
    await field().fill('sciatica')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=sciatica')
    expect(await results().count()).toBeGreaterThan(0)
    await page.unroute('**/api/suggest**')
    expect(errors.slice(before).filter((error) => !/ERR_FAILED/.test(error))).toEqual([])
  })
})

it('asked nobody outside of this machine, and complained of nothing', () => {
  expect([...patient.outside, ...withoutScripts.outside]).toEqual([])
  expect(patient.errors.filter((error) => !/ERR_FAILED/.test(error))).toEqual([])
})
