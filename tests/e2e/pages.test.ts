/** Each kind of page as patients meet it: in a browser, with and without scripts, on a phone, in the dark, on paper. */
import {readFileSync} from 'node:fs'
import {openBrowser, type TestBrowser} from '../support/browser'
import {conditions, everyKind, missing} from '../support/kinds-of-page'
import {brokenPicturesOn, headingsOn, jumpsIn, overflowOn, requestsOf, shownIn} from '../support/look-at-page'
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

describe('in a browser', () => {
  beforeEach(async () => {
    await patient.page.setViewportSize({width: 1280, height: 900})
    await patient.page.emulateMedia({colorScheme: 'light', media: 'screen'})
  })

  it.each(everyKind)('it is dark in the dark: %s', async (_kind, path) => {
    await visit(path)
    const ground = () => patient.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await patient.page.emulateMedia({colorScheme: 'dark'})
    expect(await ground()).not.toBe(light)
  })

  it.each(everyKind)('nothing scrolls sideways on a small phone: %s', async (_kind, path) => {
    await patient.page.setViewportSize({width: 320, height: 640})
    await visit(path)
    expect(await overflowOn(patient.page)).toEqual([])
  })

  it.each(everyKind)('headings make an outline, below one title: %s', async (_kind, path) => {
    await visit(path)
    const headings = await headingsOn(patient.page)
    expect(headings.filter((heading) => heading.startsWith('1 '))).toHaveLength(1)
    expect(jumpsIn(headings)).toEqual([])
  })

  it.each(everyKind)('everything comes from the site itself, and nothing is broken: %s', async (_kind, path) => {
    const {errors, page} = patient
    const before = errors.length
    const asked = requestsOf(page)
    await visit(path)
    const broken = await brokenPicturesOn(page)
    await page.waitForLoadState('networkidle')
    asked.stop()
    expect(broken).toEqual([])
    const urls = asked.urls.map((url) => new URL(url))
    expect(urls.map(({origin}) => origin).filter((origin) => origin !== clinic.siteUrl)).toEqual([])
    expect(urls.map(({pathname}) => pathname).filter((name) => name.startsWith('/_next/data'))).toEqual([])
    const scripts = urls.map(({pathname}) => pathname).filter((name) => name.endsWith('.js'))
    expect([...new Set(scripts)]).toEqual(['/enhance.js'])
    // A browser itself calls a 404 an error; that one page is one.
    const said = errors.slice(before).filter((error) => path !== missing || !error.includes('status of 404'))
    expect(said).toEqual([])
  })

  it('answers that are folded open by their address, and for print, and fold again', async () => {
    const {page} = patient
    await visit('/conditions/sciatica')
    const open = () => page.locator('main details[open]').count()
    const all = await page.locator('main details').count()
    expect(all).toBeGreaterThan(3)
    expect(await open()).toBe(0)
    const id = await page.locator('main details').last().getAttribute('id')
    await page.evaluate((hash) => location.assign(`#${hash}`), id)
    await page.locator(`details#${id}[open]`).waitFor()
    expect(await open()).toBe(1)
    await page.evaluate(() =>
      addEventListener('beforeprint', () => {
        document.body.dataset.openInPrint = String(document.querySelectorAll('main details[open]').length)
      }),
    )
    await page.pdf()
    expect(await page.evaluate(() => document.body.dataset.openInPrint)).toBe(String(all))
    expect(await open()).toBe(1)
  })

  it('the link of a page can be copied, and the reader is told', async () => {
    await patient.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await visit('/conditions/back-pain')
    await patient.page.getByRole('button', {name: 'Copy link'}).click()
    await patient.page
      .getByRole('status')
      .filter({hasText: /copied/i})
      .waitFor()
    expect(await patient.page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${clinic.siteUrl}/conditions/back-pain`,
    )
  })
})

describe('without scripts', () => {
  it.each(everyKind)('the whole page is there: %s', async (_kind, path) => {
    const {page} = withoutScripts
    const response = await visit(path, withoutScripts)
    expect(response?.status()).toBe(path === missing ? 404 : 200)
    expect(await page.getByRole('heading', {level: 1}).count()).toBe(1)
    expect((await shownIn(page.getByRole('main'))).length).toBeGreaterThan(80)
    const menu = page.getByRole('banner').getByRole('navigation')
    expect(await menu.getByRole('link').count()).toBeGreaterThan(3)
    expect(await shownIn(page.getByRole('contentinfo'))).toContain('911')
    expect(await page.locator('[data-enhanced]').filter({visible: true}).count()).toBe(0)
  })

  it.each(conditions)('questions have their answers, and the page can be shared: %s', async (_kind, path) => {
    const {page} = withoutScripts
    await visit(path, withoutScripts)
    const answers = await page.locator('main details').allTextContents()
    expect(answers.length).toBeGreaterThan(1)
    for (const answer of answers) expect(answer.length).toBeGreaterThan(80)
    // What is folded opens with a click; the browser does that by itself.
    const last = page.locator('main details').last()
    if ((await last.getAttribute('open')) === null) await last.locator('summary').click()
    expect(await last.locator('p').first().isVisible()).toBe(true)
    const shared = (
      await page
        .locator('section', {has: page.locator('#share')})
        .getByRole('link')
        .all()
    ).map((link) => link.getAttribute('href'))
    const hrefs = (await Promise.all(shared)).map((href) => decodeURIComponent(href ?? ''))
    expect(hrefs.length).toBeGreaterThanOrEqual(6)
    expect(hrefs.filter((href) => !href.includes(clinic.siteUrl + path))).toEqual([])
  })

  it('paper shows every answer', async () => {
    const {page} = withoutScripts
    await visit('/conditions/sciatica', withoutScripts)
    const hidden = async () => {
      const answers = await page.locator('main details:not([open]) p').all()
      return (await Promise.all(answers.map((answer) => answer.isVisible()))).filter((visible) => !visible).length
    }
    expect(await hidden()).toBeGreaterThan(3)
    await page.emulateMedia({media: 'print'})
    // Links to one question are for screens.
    const forScreens = await page.locator('main details:not([open]) p[data-screen-only]').count()
    expect(await hidden()).toBe(forScreens)
    await page.emulateMedia({media: 'screen'})
  })
})

describe('the customer’s Back Pain page', () => {
  const lines = readFileSync('tests/fixtures/legacy/back-pain.txt', 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

  it('shows every line of the original, word for word', async () => {
    await visit('/conditions/back-pain', withoutScripts)
    const shown = await shownIn(withoutScripts.page.locator('main'))
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter((line) => !shown.includes(line))).toEqual([])
  })

  it('keeps its headings as headings', async () => {
    await visit('/conditions/back-pain')
    const headings = (await headingsOn(patient.page)).map((heading) => heading.slice(2))
    const expected = lines.filter((line) => line.endsWith('?') || line.length < 40)
    expect(expected).toEqual(
      expect.arrayContaining([
        'Back Pain',
        'Have a question?',
        'Share This Page',
        'Did you know…',
        'Frequently Asked Questions',
        'Should I see a interventional pain physician for my back pain?',
      ]),
    )
    expect(headings).toEqual(expect.arrayContaining(expected))
  })
})

it('asked nobody outside of this machine', () => {
  expect([...patient.outside, ...withoutScripts.outside]).toEqual([])
})
