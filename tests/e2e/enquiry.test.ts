/** Asking a question as patients do: with and without scripts, with mistakes, twice, in Spanish, on a small phone. */
import type {Page} from 'playwright-core'
import {openBrowser, type TestBrowser} from '../support/browser'
import {barriersOn, headingsOn, jumpsIn, overflowOn, shownIn} from '../support/look-at-page'
import {cutOffOn, walkByKeyboard} from '../support/reach'
import {sampleClinic} from '../support/sample-clinic'
import {until} from '../support/until'
import {faultsIn} from '../support/valid-html'

jest.setTimeout(120_000)

const clinic = sampleClinic()
let patient: TestBrowser
let withoutScripts: TestBrowser
let count = 0

beforeAll(async () => {
  patient = await openBrowser()
  withoutScripts = await openBrowser({javaScriptEnabled: false})
})

afterAll(async () => {
  await patient?.close()
  await withoutScripts?.close()
})

const visit = (path: string, {page} = patient) => page.goto(clinic.siteUrl + path, {waitUntil: 'load'})
/** Another question each time: the same one, by the same person, is stored once. */
const newQuestion = () => `May I swim again? This is my question number ${++count} of this test.`

async function fillIn(page: Page, question = newQuestion()) {
  await page.getByLabel('Your question').fill(question)
  await page.getByLabel('Your name').fill('Alex Rivera')
  await page.getByRole('radio', {name: 'By e-mail'}).check()
  await page.getByLabel('Your e-mail address').fill('alex@example.com')
}
const send = (page: Page) => page.getByRole('button', {name: 'Send my question'}).click()
/** Waits for the thank-you, and answers its reference. */
const thanked = async (page: Page) => {
  await page.waitForURL(/\/contact\/thanks\?ref=[\dA-Z]{4}-[\dA-Z]{4}#main$/)
  return new URL(page.url()).searchParams.get('ref')
}
/** A browser gives the focus to what an address names a moment after the page is there. */
const focusedIs = (page: Page, id: string) =>
  until(async () => (await page.evaluate(() => document.activeElement?.id)) === id, `the focus on #${id}`)

describe.each([
  ['with scripts', () => patient],
  ['without scripts', () => withoutScripts],
])('asking, %s', (_how, browser) => {
  it('begins on a page about something, and ends with a reference and nothing about who asked', async () => {
    const {page} = browser()
    await visit('/conditions/sciatica', browser())
    await page.getByRole('main').getByRole('link', {name: 'Ask us a question'}).click()
    await page.waitForURL('**/contact?from=/conditions/sciatica')
    const question = newQuestion()
    await fillIn(page, question)
    await send(page)
    const reference = await thanked(page)
    const words = await shownIn(page.locator('body'))
    expect(words).toContain(reference)
    expect(await page.title()).toMatch(/^Thank you\. We have your question/)
    expect(await page.content()).not.toContain(question)
    expect(await page.content()).not.toContain('Rivera')
    expect(await page.getByRole('link', {name: 'Call 911'}).getAttribute('href')).toBe('tel:911')
    await focusedIs(page, 'main')
  })

  it('says what is wrong in a summary that has the focus, and at each field, and keeps what was typed', async () => {
    const {page} = browser()
    await visit('/contact', browser())
    await page.getByLabel('Your question').fill('Is it\nsafe?')
    await page.getByRole('radio', {name: 'By e-mail'}).check()
    await page.getByLabel('Your e-mail address').fill('alex at example')
    await send(page)
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(/^Error: Contact us/)
    await focusedIs(page, 'problem')
    const links = page.getByRole('alert').getByRole('link')
    expect(await links.allTextContents()).toEqual(['Enter your name', 'Enter an e-mail address like name@example.com'])
    expect(await page.getByLabel('Your question').inputValue()).toBe('Is it\nsafe?')
    expect(await page.getByLabel('Your e-mail address').inputValue()).toBe('alex at example')
    expect(await page.getByLabel('Your e-mail address').getAttribute('aria-invalid')).toBe('true')
    await links.last().focus()
    await page.keyboard.press('Enter')
    await focusedIs(page, 'ask-email')
    expect(await page.getByText('Error: Enter an e-mail address').last().isVisible()).toBe(true)
    // And then it is mended.
    await page.getByLabel('Your e-mail address').fill('alex@example.com')
    await page.getByLabel('Your name').fill('Alex Rivera')
    await page.getByLabel('Your question').fill(newQuestion())
    await send(page)
    await thanked(page)
  })

  it('notices a private number, and sends it only where that is meant', async () => {
    const {page} = browser()
    await visit('/contact', browser())
    await fillIn(page, `${newQuestion()} My SSN is 123-45-6789.`)
    await send(page)
    await page.getByRole('alert').waitFor()
    expect(await shownIn(page.getByRole('alert'))).toContain('Social Security number')
    await page.getByRole('checkbox', {name: 'Send it as it is'}).check()
    await send(page)
    await thanked(page)
  })

  it('in Spanish, from beginning to end', async () => {
    const {page} = browser()
    await visit('/es/conditions/ciatica', browser())
    await page.getByRole('main').getByRole('link', {name: 'Hacer una pregunta'}).click()
    await page.waitForURL('**/es/contact?from=/es/conditions/ciatica')
    await page.getByRole('button', {name: 'Enviar mi pregunta'}).click()
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(/^Error: Contacto/)
    expect(await page.getByRole('alert').getByRole('link').first().textContent()).toBe('Escriba su pregunta')
    await page.getByLabel('Su pregunta').fill(`¿Puedo nadar? ${newQuestion()}`)
    await page.getByLabel('Su nombre').fill('Ana Ruiz')
    await page.getByRole('radio', {name: 'Por teléfono'}).check()
    await page.getByLabel('Su número de teléfono').fill('(512) 555-0142')
    await page.getByRole('button', {name: 'Enviar mi pregunta'}).click()
    await page.waitForURL(/\/es\/contact\/thanks\?ref=/)
    expect(await page.getByRole('heading', {level: 1}).textContent()).toBe('Gracias. Recibimos su pregunta')
  })

  it('a program that fills in everything is thanked like everybody', async () => {
    const {page} = browser()
    await visit('/contact', browser())
    await fillIn(page)
    await page.locator('input[name=subject]').fill('Cheap watches', {force: true})
    await send(page)
    await thanked(page)
  })
})

describe('a question that is sent twice', () => {
  it('by a double click is one question, and is sent once', async () => {
    const {page} = patient
    await visit('/contact')
    await fillIn(page)
    const posts: string[] = []
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
    await page.getByRole('button', {name: 'Send my question'}).dblclick()
    await thanked(page)
    expect(posts).toHaveLength(1)
  })

  it('without scripts, by going back, has one reference', async () => {
    const {page} = withoutScripts
    await visit('/contact', withoutScripts)
    const question = newQuestion()
    await fillIn(page, question)
    await send(page)
    const first = await thanked(page)
    await visit('/contact', withoutScripts)
    await fillIn(page, question)
    await send(page)
    expect(await thanked(page)).toBe(first)
  })
})

describe('the script', () => {
  it('sends the plain form where its own way fails', async () => {
    const {page} = patient
    await visit('/contact')
    await fillIn(page)
    await page.route('**/api/enquiries', (route) =>
      route.request().headers().accept === 'application/json' ? route.abort() : route.continue(),
    )
    await send(page)
    await thanked(page)
    await page.unroute('**/api/enquiries')
  })

  it('says how much room is left when there is little, and not before', async () => {
    const {page} = patient
    await visit('/contact')
    const place = page.locator('[data-count]')
    await page.getByLabel('Your question').fill('x'.repeat(1000))
    await page.getByLabel('Your question').fill('x'.repeat(1990))
    await page.getByText('Characters left: 10').waitFor()
    await page.getByLabel('Your question').fill('x'.repeat(2003))
    await page.getByText('Characters too many: 3').waitFor()
    expect(await place.getAttribute('role')).toBe('status')
    await page.getByLabel('Your question').fill('x')
    await page.getByText('You can write up to 2,000 characters.').waitFor()
  })
})

describe('the page asked from', () => {
  it('is known too where the reader came by a link that is the same on every page', async () => {
    const {page} = withoutScripts
    await visit('/treatments/tens', withoutScripts)
    await page.getByRole('banner').getByRole('link', {name: 'Contact'}).click()
    await page.waitForURL('**/contact')
    expect(await page.locator('input[name=from]').inputValue()).toBe('/treatments/tens')
  })

  it.each(['https://evil.example/', '//evil.example', '/api/x', '/contact', '/a?b', '/search', '/a"><b>'])(
    'is none where a link says %s',
    async (from) => {
      const html = await (await fetch(`${clinic.siteUrl}/contact?from=${encodeURIComponent(from)}`)).text()
      expect(html).toContain('name="from" value=""')
    },
  )

  it.each([
    ['/conditions/back-pain', '/contact'],
    ['/treatments/tens', '/contact'],
    ['/locations/main-clinic', '/contact'],
    ['/questions/need-a-scan', '/contact'],
    ['/people/sample-physician', '/contact'],
    ['/es/conditions/ciatica', '/es/contact'],
  ])('is in the link to the form on %s', async (path, form) => {
    const html = await (await fetch(clinic.siteUrl + path)).text()
    expect(html).toContain(`href="${form}?from=${path}"`)
  })
})

/** The form in each of its states, in a page of its own making. */
const states: [string, (page: Page) => Promise<unknown>][] = [
  ['empty', async () => undefined],
  [
    'with mistakes',
    async (page) => {
      await page.getByRole('radio', {name: 'By phone'}).check()
      await send(page)
      await page.getByRole('alert').waitFor()
    },
  ],
  [
    'numbers noticed',
    async (page) => {
      await fillIn(page, 'My member ID is ABC123456789.')
      await send(page)
      await page.getByRole('alert').waitFor()
    },
  ],
  [
    'thanked',
    async (page) => {
      await fillIn(page)
      await send(page)
      await thanked(page)
    },
  ],
]

describe.each([
  ['with scripts', () => patient],
  ['without scripts', () => withoutScripts],
])('each state, %s', (how, browser) => {
  it.each(states)('shuts nobody out: %s', async (_state, reach) => {
    const {page} = browser()
    await visit('/contact', browser())
    await reach(page)
    for (const look of [
      {colorScheme: 'light', forcedColors: 'none'},
      {colorScheme: 'dark', forcedColors: 'none'},
      {colorScheme: 'light', forcedColors: 'active'},
    ] as const) {
      await page.emulateMedia(look)
      for (const width of [1280, 320]) {
        await page.setViewportSize({width, height: 800})
        // Axe is a script itself.
        if (how === 'with scripts') expect(await barriersOn(page)).toEqual([])
        expect(await overflowOn(page)).toEqual([])
        expect(await cutOffOn(page)).toEqual([])
      }
    }
    await page.emulateMedia({colorScheme: 'light', forcedColors: 'none'})
    await page.setViewportSize({width: 1280, height: 900})
    expect(jumpsIn(await headingsOn(page))).toEqual([])
    expect(browser().outside).toEqual(new Set())
  })
})

it('is filled in and sent with the keyboard alone', async () => {
  const {page} = patient
  await page.emulateMedia({reducedMotion: 'reduce'})
  await page.setViewportSize({width: 320, height: 568})
  await visit('/contact')
  const stops = await walkByKeyboard(page)
  expect(stops.filter(({isInSight, isMarked, coveredBy}) => !isInSight || !isMarked || coveredBy !== null)).toEqual([])
  expect(stops.map(({what}) => what).join('\n')).not.toContain('subject')
  await page.getByLabel('Your question').focus()
  await page.keyboard.type(newQuestion())
  await page.keyboard.press('Tab')
  await page.keyboard.type('Alex Rivera')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await focusedIs(page, 'ask-phone')
  await page.keyboard.type('512 555 0142')
  await page.keyboard.press('Enter')
  await thanked(page)
  await page.setViewportSize({width: 1280, height: 900})
  await page.emulateMedia({reducedMotion: 'no-preference'})
})

it('is valid HTML in each state', async () => {
  const origin = clinic.siteUrl
  const post = async (fields: Record<string, string>) =>
    (
      await fetch(`${origin}/api/enquiries`, {method: 'POST', headers: {origin}, body: new URLSearchParams(fields)})
    ).text()
  expect(await faultsIn(await (await fetch(`${origin}/contact?from=/conditions/back-pain`)).text())).toEqual([])
  expect(await faultsIn(await post({}))).toEqual([])
  expect(await faultsIn(await post({question: 'My SSN is 123-45-6789', way: 'phone', language: 'es'}))).toEqual([])
  expect(await faultsIn(await (await fetch(`${origin}/contact/thanks?ref=K7Q4-9XRT`)).text())).toEqual([])
})

it('no browser reports an error of a script or of the policy', () => {
  // What the script was told of mistakes, and what a test made fail.
  const known = /status of 422|ERR_FAILED/
  expect(patient.errors.filter((error) => !known.test(error))).toEqual([])
  expect(withoutScripts.errors.filter((error) => !known.test(error))).toEqual([])
})
