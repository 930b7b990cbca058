/** One editor's day in the Studio, on the embedded lake: everything that can be done with a document, by mouse and keys. */
import path from 'node:path'
import type {SanityClient} from '@sanity/client'
import {openBrowser, type TestBrowser} from '../support/browser'
import {drawPicture} from '../support/draw-picture'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {clientFor} from '../support/start-lake'
import {
  act,
  change,
  field,
  firstScreen,
  newDocument,
  openDocument,
  openGroup,
  openHistory,
  publish,
  shows,
  signIn,
  textOf,
  unpublish,
} from '../support/studio'
import {type StudioWatch, settled, watchStudio} from '../support/studio-watch'
import {temporaryFolder} from '../support/temporary-folder'
import {until} from '../support/until'

jest.setTimeout(120_000)

let clinic: Clinic
let editor: TestBrowser
let watch: StudioWatch
let lake: SanityClient
/** What a test has asked for to see that it is told. */
let provoked: RegExp | null = null
const {folder, remove} = temporaryFolder('upload')

beforeAll(async () => {
  clinic = await startClinic()
  const token = (await clinic.lake('token', 'create', '--role', 'editor')).trim().split('\n').at(-1)
  lake = clientFor(`http://localhost:${clinic.lakePort}`, token)
  editor = await openBrowser({width: 1440})
  editor.page.setDefaultTimeout(20_000)
  editor.page.setDefaultNavigationTimeout(firstScreen)
  watch = watchStudio(editor, clinic)
  await signIn(editor.page, clinic.signInLink)
}, startPatience)

afterAll(async () => {
  await editor?.close()
  await clinic?.stop()
  remove()
})

afterEach(async () => {
  const complaints = await watch.complaints()
  expect(complaints.filter((complaint) => !provoked?.test(complaint))).toEqual([])
})

/** The form's document: the Studio chose its id. */
const idHere = (): string => /condition;([\w-]+)/.exec(editor.page.url())?.[1] ?? ''

/** The title of every line of a list, in its order. */
const titlesIn = (list: string): Promise<string[]> =>
  editor.page
    .locator(`${list} [data-testid="default-preview__header"]`)
    .evaluateAll((headers) => headers.map((header) => header.firstElementChild?.textContent ?? ''))

describe('an editor', () => {
  it('makes a page with a picture, chooses what of it must stay visible, and cuts an edge off', async () => {
    const {page} = editor
    await newDocument(page, clinic.siteUrl, 'condition')
    await textOf(page, 'title').fill('Tennis elbow')
    await field(page, 'slug').getByRole('button', {name: 'Generate'}).click()
    await shows(page, 'slug', 'tennis-elbow')
    await textOf(page, 'summary').fill('Tennis elbow is pain on the outer side of the elbow.')
    const file = path.join(folder, 'elbow.png')
    await drawPicture(file)
    await page.getByTestId('file-button-input').first().setInputFiles(file)
    await page.getByTestId('image-input').locator('img').first().waitFor()
    await textOf(page, 'image.alt').fill('A drawing of an elbow')

    await page.getByTestId('options-menu-edit-details').first().click()
    const tool = page
      .getByRole('dialog')
      .locator('svg')
      .filter({has: page.locator('[data-handle="crop"]')})
      .first()
    await tool.locator('image').first().waitFor()
    await settled(page)
    const box = await tool.boundingBox()
    if (!box) throw new Error('The picture to crop is not there.')
    // The handle of the right edge stands a little inside of the drawing; the part to keep follows.
    await drag(box.x + box.width - 22, box.y + box.height / 2, -box.width / 5)
    await page.keyboard.press('Escape')
    const id = idHere()
    await until(async () => {
      const draft = await lake.getDocument(`drafts.${id}`)
      return draft?.image?.crop?.right > 0.05 && draft?.image?.hotspot?.x < 0.49
    }, 'hotspot and crop of the picture')
    const image = (await lake.getDocument(`drafts.${id}`))?.image
    expect(image.hotspot).toMatchObject({
      _type: 'sanity.imageHotspot',
      y: expect.any(Number),
      width: expect.any(Number),
    })
    const asset = await lake.getDocument(image.asset._ref)
    expect(asset?.metadata).toMatchObject({
      dimensions: {width: 1200, height: 800, aspectRatio: 1.5},
      lqip: expect.stringMatching(/^data:image\//),
      blurHash: expect.stringMatching(/^.{6,}$/),
      palette: {dominant: {background: expect.stringMatching(/^#/)}},
    })
  })

  it('finds what a reference should lead to, the best match first, and publishes', async () => {
    const {page} = editor
    await openGroup(page, 'Facts & FAQs')
    await field(page, 'faqs').getByTestId('add-single-object-button').click()
    await field(page, 'faqs').getByTestId('autocomplete').first().fill('opioids nerve pain')
    const offers = page.getByTestId('autocomplete-popover').getByRole('button')
    await offers.filter({hasText: 'Are opioids good for nerve pain?'}).first().waitFor()
    expect(await offers.first().textContent()).toContain('Are opioids good for nerve pain?')
    await offers.first().click()
    await openGroup(page, 'Page')
    await publish(page)
    expect(await lake.getDocument(idHere())).toMatchObject({title: 'Tennis elbow', faqs: [{_type: 'reference'}]})
  })

  it('sees who did what, compares, and brings back an earlier revision', async () => {
    const {page} = editor
    await change(page, 'title', 'Golf elbow')
    await publish(page)
    await openHistory(page)
    const events = page.getByTestId('timeline-item-button')
    await events.filter({hasText: 'Published'}).nth(1).waitFor()
    // The first name of whoever signed in by the printed link.
    expect(await events.first().locator('[data-ui="Avatar"]').first().getAttribute('title')).toMatch(/\w/)
    await page.getByRole('tab', {name: 'Review changes'}).click()
    const changes = page.getByTestId('review-changes-pane')
    await changes.getByText('Name', {exact: true}).first().waitFor()
    await expect(changes.locator('del').first().textContent()).resolves.toMatch(/\w/)
    await expect(changes.locator('ins').first().textContent()).resolves.toMatch(/\w/)
    await settled(page)
    await page.getByRole('tab', {name: 'History'}).click()
    await events.filter({hasText: 'Published'}).nth(1).click()
    await shows(page, 'title', 'Tennis elbow')
    await page.getByRole('button', {name: 'Revert to revision'}).click()
    await page.getByRole('button', {name: 'Confirm'}).click()
    await page.getByTestId('action-publish').filter({visible: true}).first().waitFor()
    await shows(page, 'title', 'Tennis elbow')
    expect(await lake.getDocument(`drafts.${idHere()}`)).toMatchObject({title: 'Tennis elbow'})
    expect(await lake.getDocument(idHere())).toMatchObject({title: 'Golf elbow'})
  })

  it('discards what is not published', async () => {
    const {page} = editor
    await act(page, 'Discard changes')
    await page.getByRole('dialog').getByRole('button', {name: 'Discard changes'}).click()
    await shows(page, 'title', 'Golf elbow')
    expect(await lake.getDocument(`drafts.${idHere()}`)).toBeUndefined()
  })

  it('takes it down, and has it as a draft', async () => {
    const {page} = editor
    const id = idHere()
    await unpublish(page)
    await until(async () => (await lake.getDocument(id)) === undefined, 'the page to be taken down')
    expect(await lake.getDocument(`drafts.${id}`)).toMatchObject({title: 'Golf elbow'})
  })

  it('copies a page, and deletes the copy, which nothing refers to', async () => {
    const {page} = editor
    await openDocument(page, clinic.siteUrl, 'condition', 'condition-migraine')
    await act(page, 'Duplicate')
    await page.waitForURL((url) => /condition;[0-9a-f-]{36}/.test(url.pathname))
    const id = idHere()
    await shows(page, 'title', 'Migraine')
    await until(async () => (await lake.getDocument(`drafts.${id}`)) !== undefined, 'the copy')
    await settled(page)
    await act(page, 'Delete')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Are you sure').first().waitFor()
    await dialog.getByRole('button', {name: /^Delete/}).click()
    await until(async () => (await lake.getDocument(`drafts.${id}`)) === undefined, 'the copy to be deleted')
    expect(await lake.getDocument('condition-migraine')).toBeDefined()
  })

  it('is told by name which pages refer to what they would delete', async () => {
    const {page} = editor
    const names: string[] = await lake.fetch(
      `*[references("faq-need-a-scan") && !(_id in path("drafts.**"))]{"name": coalesce(title, question)}.name`,
    )
    await page.goto(`${clinic.siteUrl}/studio/structure/faq;faq-need-a-scan`)
    await shows(page, 'question', 'Do I need an MRI?')
    await act(page, 'Delete')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`${names.length} documents refer to`).waitFor()
    for (const name of names) await dialog.getByText(name, {exact: true}).first().waitFor()
    await settled(page)
    await dialog.getByRole('button', {name: 'Cancel'}).click()
    expect(names.length).toBeGreaterThan(2)
  })

  it('finds documents everywhere, and in a list, the best match first', async () => {
    const {page} = editor
    await page.getByTestId('studio-search').click()
    await page.keyboard.type('knee')
    const results = '[data-testid="search-results"]'
    await page.locator(results).getByText('Knee osteoarthritis').first().waitFor()
    await settled(page)
    const found = await titlesIn(results)
    expect(found.slice(0, 2)).toEqual(['Knee osteoarthritis', 'Knee joint injection'])
    // Names come before words somewhere in a text.
    expect(found.indexOf('Shoulder pain')).toBeGreaterThan(found.indexOf('Will exercise wear out my knee faster?'))
    await page.keyboard.press('Escape')
    await page.goto(`${clinic.siteUrl}/studio/structure/condition`)
    const list = '[data-testid="document-list-pane"]'
    // A list that is not there yet forgets what was typed above it.
    await page.locator(list).getByText('Migraine').first().waitFor()
    await page.getByPlaceholder('Search list').fill('disk')
    await page.waitForFunction((selector) => !document.querySelector(selector)?.textContent?.includes('Migraine'), list)
    // The list is put in order when the answer to the whole word is there.
    await until(async () => (await titlesIn(list))[0] === 'Herniated disk', 'the best match to come first')
  })

  it('asks the lake in its own language', async () => {
    const {page} = editor
    await page.goto(`${clinic.siteUrl}/studio/vision`)
    const query = page.getByTestId('vision-query-editor').locator('.cm-content').first()
    await query.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('count(*[_type == "condition" && !defined(nothing)]) + 1000')
    await page.getByRole('button', {name: 'Fetch'}).click()
    const count: number = await lake.fetch('count(*[_type == "condition"])', {}, {perspective: 'drafts'})
    await page
      .getByTestId('vision-result')
      .getByText(String(count + 1000))
      .first()
      .waitFor()
    await settled(page)
  })

  it('would be told here of an endpoint that the lake does not have', async () => {
    provoked = /501/
    const url = `http://localhost:${clinic.lakePort}/v1/strange`
    await editor.page.evaluate((strange) => fetch(strange).then((response) => response.text()), url)
    const complaints = await watch.complaints()
    expect(complaints[0]).toMatch(/^501 GET .*\/v1\/strange/)
    // The browser says so, too.
    expect(complaints[1]).toMatch(/status of 501/)
  })

  it('reached nobody outside of this machine', () => {
    expect([...editor.outside]).toEqual([])
  })
})

async function drag(x: number, y: number, byX: number): Promise<void> {
  const {mouse} = editor.page
  await mouse.move(x, y)
  await mouse.down()
  await mouse.move(x + byX / 2, y, {steps: 4})
  await mouse.move(x + byX, y, {steps: 4})
  await mouse.up()
}
