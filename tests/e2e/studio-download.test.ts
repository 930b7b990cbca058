/** A document to download, from the editor's own computer to the patient's: uploaded in the Studio, served by the site. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {openBrowser, type TestBrowser} from '../support/browser'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {
  field,
  firstScreen,
  insertBlock,
  newFromTemplate,
  publish,
  shows,
  signIn,
  textOf,
  write,
} from '../support/studio'
import {type StudioWatch, settled, watchStudio} from '../support/studio-watch'
import {temporaryFolder} from '../support/temporary-folder'
import {until} from '../support/until'

jest.setTimeout(120_000)

/** A whole page of one line, with a reference table that readers repair by themselves. */
const form = Buffer.from(`%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources <</Font <</F 4 0 R>>>> /Contents 5 0 R>> endobj
4 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
5 0 obj <</Length 53>> stream
BT /F 24 Tf 20 100 Td (Name and date of birth) Tj ET
endstream endobj
trailer <</Root 1 0 R>>
%%EOF
`)

let clinic: Clinic
let editor: TestBrowser
let patient: TestBrowser
let watch: StudioWatch
const {folder, remove} = temporaryFolder('upload')

beforeAll(async () => {
  clinic = await startClinic()
  editor = await openBrowser({width: 1440})
  editor.page.setDefaultTimeout(20_000)
  editor.page.setDefaultNavigationTimeout(firstScreen)
  watch = watchStudio(editor, clinic)
  await signIn(editor.page, clinic.signInLink)
  patient = await openBrowser({javaScriptEnabled: false})
}, startPatience)

afterAll(async () => {
  await editor?.close()
  await patient?.close()
  await clinic?.stop()
  remove()
})

/** A field of the block that is open in its dialog. */
const inBlock = (name: string) => editor.page.getByTestId(new RegExp(`^field-body.+\\.${name}$`)).first()

async function choose(name: string, content: Buffer): Promise<void> {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  await editor.page.getByTestId('file-button-input').last().setInputFiles(file)
  await editor.page.getByTestId('file-name').getByText(name).waitFor()
}

describe('an editor', () => {
  it('offers a PDF on a page, and is told of a file that only has the name of one', async () => {
    const {page} = editor
    await newFromTemplate(page, clinic.siteUrl, 'page')
    await write(page, 'title', 'Before your first visit')
    await field(page, 'slug').getByRole('button', {name: 'Generate'}).click()
    await shows(page, 'slug', 'before-your-first-visit')
    await textOf(page, 'summary').fill('What to fill in and what to bring.')
    await insertBlock(page, 'body', 'Document to download')
    await inBlock('title').getByRole('textbox').fill('New patient form')
    await choose('letter.pdf', Buffer.from('a letter that was only renamed'))
    // The Studio shows it when the mark beside the field is pointed at.
    await page.getByText('This file is not a PDF.').first().waitFor({state: 'attached'})
    await page.getByTestId('options-menu-button').last().click()
    await page.getByTestId('file-input-clear').click()
    await choose('Form 7 (final, corrected).pdf', form)
    await page.keyboard.press('Escape')
    await settled(page)
    await publish(page)
  })

  it('has met no error on the way', async () => {
    expect(await watch.complaints()).toEqual([])
    expect([...editor.outside]).toEqual([])
  })
})

describe('a patient', () => {
  it('sees what the file is before fetching it, and gets it byte for byte from the clinic’s own site', async () => {
    const {page} = patient
    const link = page.getByRole('link', {name: /^New patient form \(PDF, 1\s?KB\)$/})
    await until(async () => {
      await page.goto(`${clinic.siteUrl}/before-your-first-visit`)
      return (await link.count()) === 1
    }, 'the page with the document')
    const href = (await link.getAttribute('href')) ?? ''
    expect(href).toMatch(/^\/download\/[0-9a-f]{40}\/new-patient-form\.pdf$/)
    const response = await page.request.get(clinic.siteUrl + href)
    expect(response.headers()['content-type']).toBe('application/pdf')
    expect((await response.body()).equals(form)).toBe(true)
    expect([...patient.outside]).toEqual([])
  })

  it('can open it there: the browser shows it in its own viewer', async () => {
    const {page} = patient
    const opened = page.waitForResponse(/\/download\//)
    await page.getByRole('link', {name: /^New patient form/}).click()
    expect((await opened).status()).toBe(200)
    await page.waitForURL(/new-patient-form\.pdf$/)
    expect(await page.evaluate(() => document.contentType)).toBe('application/pdf')
    expect(patient.errors).toEqual([])
  })

  it('does not miss it on paper: the page says where it is', async () => {
    const {page} = patient
    await page.goto(`${clinic.siteUrl}/before-your-first-visit`)
    const words = page.getByText('You can open it on this page of our website.')
    expect(await words.isVisible()).toBe(false)
    await page.emulateMedia({media: 'print'})
    expect(await words.isVisible()).toBe(true)
    await page.emulateMedia({media: 'screen'})
  })
})
