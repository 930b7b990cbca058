/** The walking path, as an editor and a patient walk it: two real browsers, the real Studio, the real launcher. */
import path from 'node:path'
import {openBrowser, type TestBrowser} from '../support/browser'
import {drawPicture} from '../support/draw-picture'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {
  change,
  field,
  newDocument,
  openDocument,
  openGroup,
  publish,
  signIn,
  textOf,
  unpublish,
} from '../support/studio'
import {isExpected} from '../support/studio-watch'
import {temporaryFolder} from '../support/temporary-folder'

jest.setTimeout(240_000)

let clinic: Clinic
let editor: TestBrowser
let patient: TestBrowser
const {folder, remove} = temporaryFolder('upload')

beforeAll(async () => {
  clinic = await startClinic()
  editor = await openBrowser({width: 1440})
  patient = await openBrowser({javaScriptEnabled: false})
  editor.page.setDefaultTimeout(30_000)
}, startPatience)

afterAll(async () => {
  await editor?.close()
  await patient?.close()
  await clinic?.stop()
  remove()
})

/** Reloads a page, as an impatient reader does, until it shows something. Reads the page's text only. */
async function patientSees(at: string, text: string): Promise<void> {
  const end = Date.now() + 10_000
  do {
    await patient.page.goto(clinic.siteUrl + at)
    if ((await patient.page.getByText(text).count()) > 0) return
  } while (Date.now() < end)
  throw new Error(`${at} never showed “${text}”. It shows:\n${await patient.page.locator('main').textContent()}`)
}

const statusOf = async (at: string) => (await fetch(clinic.siteUrl + at, {redirect: 'manual'})).status

describe('from the Studio to the patient', () => {
  it('signs in with the printed link, once', async () => {
    await signIn(editor.page, clinic.signInLink)
    const again = await fetch(clinic.signInLink, {redirect: 'manual'})
    expect(again.status).toBeGreaterThanOrEqual(400)
    expect(await again.text()).toContain('npm run lake -- link')
  })

  it('creates a condition with text, a picture and a reference, which nobody sees before it is published', async () => {
    const {page} = editor
    await newDocument(page, clinic.siteUrl, 'condition')
    await textOf(page, 'title').fill('Tennis elbow')
    await field(page, 'slug').getByRole('button', {name: 'Generate'}).click()
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-testid="field-slug"] input')?.value === 'tennis-elbow',
    )
    await textOf(page, 'summary').fill('Tennis elbow is pain on the outer side of the elbow.')
    const file = path.join(folder, 'elbow.png')
    await drawPicture(file)
    await page.getByTestId('file-button-input').first().setInputFiles(file)
    await page.getByTestId('image-input').locator('img').first().waitFor()
    await textOf(page, 'image.alt').fill('A drawing of an elbow')
    await openGroup(page, 'Facts & FAQs')
    await field(page, 'faqs').getByTestId('add-single-object-button').click()
    await field(page, 'faqs').getByTestId('autocomplete').first().fill('What should I expect')
    await page
      .getByTestId('autocomplete-popover')
      .getByRole('button', {name: /What should I expect after treatment/})
      .first()
      .click()
    expect(await statusOf('/conditions/tennis-elbow')).toBe(404)
  })

  it('publishes it, and the patient sees it without a restart', async () => {
    await publish(editor.page)
    await patientSees('/conditions/tennis-elbow', 'pain on the outer side of the elbow')
    const {page} = patient
    expect(await page.getByRole('heading', {level: 1}).textContent()).toBe('Tennis elbow')
    expect(await page.getByText('What should I expect after treatment?').count()).toBeGreaterThan(0)
    const picture = page.getByAltText('A drawing of an elbow')
    const source = await picture.getAttribute('src')
    expect(source).toMatch(/^\/media\/image-/)
    expect((await fetch(clinic.siteUrl + source)).headers.get('content-type')).toMatch(/^image\//)
    await patientSees('/conditions', 'Tennis elbow')
  })

  it('keeps a draft from visitors, at every moment', async () => {
    await openGroup(editor.page, 'Page')
    await textOf(editor.page, 'summary').fill('A secret that only the draft knows.')
    await editor.page
      .getByTestId('pane-footer-document-status')
      .getByText(/Edited|Saved/)
      .first()
      .waitFor()
    for (let look = 0; look < 20; look++) {
      const html = await (await fetch(`${clinic.siteUrl}/conditions/tennis-elbow`)).text()
      expect(html).not.toContain('A secret that only the draft knows')
    }
  })

  it('shows the draft to the editor in a preview, and still to nobody else', async () => {
    const [preview] = await Promise.all([
      editor.context.waitForEvent('page'),
      (async () => {
        await editor.page.getByTestId('action-menu-button').filter({visible: true}).last().click()
        await editor.page.getByRole('menuitem', {name: 'Open preview'}).click()
      })(),
    ])
    await preview.getByText('A secret that only the draft knows.').first().waitFor({timeout: 60_000})
    const html = await (await fetch(`${clinic.siteUrl}/conditions/tennis-elbow`)).text()
    expect(html).not.toContain('A secret that only the draft knows')
    await preview.close()
  })

  it('shows an edit once it is published', async () => {
    await change(editor.page, 'summary', 'Tennis elbow often heals by itself within a year.')
    await publish(editor.page)
    await patientSees('/conditions/tennis-elbow', 'often heals by itself within a year')
  })

  it('changes a sentence of the customer’s Back Pain page', async () => {
    await openDocument(editor.page, clinic.siteUrl, 'condition', 'condition-back-pain')
    await change(editor.page, 'summary', 'Our physicians look for the cause of your back pain.')
    await publish(editor.page)
    await patientSees('/conditions/back-pain', 'look for the cause of your back pain')
  })

  it('answers 404 once the page is unpublished', async () => {
    const {page} = editor
    await page.goto(`${clinic.siteUrl}/studio/structure`)
    await page.getByText('Conditions').first().click()
    await page.getByText('Tennis elbow').first().click()
    await field(page, 'title').waitFor()
    await unpublish(page)
    const end = Date.now() + 10_000
    while ((await statusOf('/conditions/tennis-elbow')) !== 404 && Date.now() < end) await page.waitForTimeout(50)
    expect(await statusOf('/conditions/tennis-elbow')).toBe(404)
    // The list is refreshed beside the page, and may come a moment after it.
    const isListed = async () => (await (await fetch(`${clinic.siteUrl}/conditions`)).text()).includes('Tennis elbow')
    while ((await isListed()) && Date.now() < end) await patient.page.waitForTimeout(50)
    await patient.page.goto(`${clinic.siteUrl}/conditions`)
    expect(await patient.page.getByText('Tennis elbow').count()).toBe(0)
  })

  it('asked nobody outside of this machine, and broke nothing in the browser', () => {
    expect([...editor.outside, ...patient.outside]).toEqual([])
    expect(editor.errors.filter((error) => !isExpected(error))).toEqual([])
    // Who reloads impatiently may meet a page before it is there; a browser calls that an error.
    expect(patient.errors.filter((error) => !error.includes('status of 404'))).toEqual([])
  })
})
