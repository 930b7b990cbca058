/** The website beside the form: a click on a word opens its field, and the page follows while somebody types. */
import type {Frame, Locator} from 'playwright-core'
import {withoutMarks} from '@/lib/without-marks'
import {openBrowser, type TestBrowser} from '../support/browser'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {firstScreen, shows, signIn, textOf} from '../support/studio'
import {type StudioWatch, settled, watchStudio} from '../support/studio-watch'
import {until} from '../support/until'

jest.setTimeout(120_000)

const path = '/conditions/sciatica'

let clinic: Clinic
let editor: TestBrowser
let watch: StudioWatch
/** What a visitor got before anybody previewed anything. */
let published: string

const visitorGets = async () => (await fetch(clinic.siteUrl + path)).text()

beforeAll(async () => {
  clinic = await startClinic()
  published = await visitorGets()
  editor = await openBrowser({width: 1440})
  editor.page.setDefaultTimeout(30_000)
  editor.page.setDefaultNavigationTimeout(firstScreen)
  watch = watchStudio(editor, clinic)
  await signIn(editor.page, clinic.signInLink)
  await editor.page.goto(`${clinic.siteUrl}/studio/presentation?preview=${path}`)
  await overlaysIn(await preview())
}, startPatience)

afterAll(async () => {
  await editor?.close()
  await clinic?.stop()
})

afterEach(async () => {
  expect(await watch.complaints()).toEqual([])
})

/** The page in its frame, once it is there. */
async function preview(): Promise<Frame> {
  const find = () =>
    editor.page.frames().find((frame) => frame.parentFrame() !== null && new URL(frame.url()).pathname === path)
  await until(() => Promise.resolve(find() !== undefined), 'the page in the preview')
  const frame = find()
  if (!frame) throw new Error('The preview went away.')
  return frame
}

const overlaysIn = (frame: Frame): Promise<unknown> =>
  frame.locator('sanity-visual-editing [data-ui="Card"]').first().waitFor({state: 'attached', timeout: 60_000})

/** What a person reads: without the marks. */
const wordsOf = async (place: Locator): Promise<string> => withoutMarks((await place.textContent()) ?? '').trim()

/** Clicks on words of the page, and waits for the form of the document that they come from. */
async function click(words: Locator, type: string, id: string | RegExp): Promise<void> {
  // The words begin at the left; what holds them may be much wider.
  const position = {x: 12, y: 10}
  await words.scrollIntoViewIfNeeded()
  await words.hover({position})
  await words.click({position})
  const wanted = typeof id === 'string' ? new RegExp(`/${type}/${id}(?:/|$)`) : id
  await editor.page.waitForURL((url) => wanted.test(decodeURIComponent(url.pathname)), {timeout: 30_000})
}

/** Types into a form that has just been opened, as often as it takes, until the words stand on the page. */
async function typeUntilSeen(name: string, text: string, place: Locator): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    if (attempt > 1) await textOf(editor.page, name).fill('')
    await textOf(editor.page, name).fill(text)
    const isSeen = await place
      .filter({hasText: text})
      .waitFor({timeout: 10_000})
      .then(
        () => true,
        () => false,
      )
    if (isSeen) return
  }
  throw new Error(`"${text}" was typed five times, and never stood on the page.`)
}

describe('the preview in the Studio', () => {
  it('opens the document of the page beside it', async () => {
    await shows(editor.page, 'title', 'Sciatica')
    await settled(editor.page)
  })

  it('opens a field of the page itself by a click on its words', async () => {
    const frame = await preview()
    await click(frame.locator('h1'), 'condition', 'condition-sciatica')
    await editor.page.waitForFunction(() => document.activeElement?.closest('[data-testid="field-title"]') !== null)
  })

  it('follows while the editor types', async () => {
    const frame = await preview()
    await typeUntilSeen('title', 'Sciatica, and what helps', frame.locator('h1'))
    expect(await visitorGets()).toBe(published)
  })

  it('waits, and says so, while the draft is not finished', async () => {
    const frame = await preview()
    await textOf(editor.page, 'title').fill('')
    await frame.getByRole('status').getByText('The preview waits').waitFor()
    await textOf(editor.page, 'title').fill('Sciatica again')
    await until(async () => (await wordsOf(frame.locator('h1'))) === 'Sciatica again', 'the finished words')
    expect(await frame.getByText('The preview waits').count()).toBe(0)
  })

  it('opens a question that the page shows, and follows what is typed there', async () => {
    const frame = await preview()
    const question = frame.locator('details summary h3').first()
    const before = await wordsOf(question)
    await click(question, 'faq', /\/faq\/faq-/)
    await shows(editor.page, 'question', before)
    await typeUntilSeen('question', 'Typed beside the page?', question)
    expect(await visitorGets()).toBe(published)
  })

  it('opens a fact and a person that the page shows', async () => {
    const frame = await preview()
    await click(frame.locator('[id^="fact-"] h3, [id^="fact-"] p').first(), 'fact', /\/fact\/fact-/)
    await editor.page.getByTestId('field-statement').first().waitFor()
    await click(frame.locator('a[href^="/people/"]').last(), 'person', /\/person\/person-/)
    await editor.page.getByTestId('field-name').first().waitFor()
  })

  it('names the pages on which a document is seen', async () => {
    const {page} = editor
    await page.goto(`${clinic.siteUrl}/studio/structure/faq;faq-need-a-scan`)
    await page
      .getByText(/Used on \d+ pages/)
      .filter({visible: true})
      .first()
      .click()
    await page.getByText('/questions/', {exact: false}).first().waitFor()
    await page.getByText(path, {exact: true}).first().waitFor()
  })

  it('leaves no trace for visitors', async () => {
    expect(await visitorGets()).toBe(published)
    expect(published).not.toMatch(/[\u200b-\u200d\ufeff]{4}|sanity-visual-editing/)
    expect([...editor.outside]).toEqual([])
  })
})
