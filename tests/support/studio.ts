/** What an editor does in the Studio, in the words of the Studio. */
import type {Locator, Page} from 'playwright-core'

/** The Studio is a large program; on a busy machine its first screen takes a while. Milliseconds. */
export const firstScreen = 120_000

export async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByText('Pages for patients').first().waitFor({timeout: firstScreen})
}

/** Opens a new document of a type in the editor, and answers its id. */
export async function newDocument(page: Page, siteUrl: string, type: string): Promise<void> {
  await page.goto(`${siteUrl}/studio/intent/create/type=${type}/`)
  await field(page, 'title').waitFor({timeout: firstScreen})
}

/** The same for a type that has several templates: the button of its list names one, or it begins with none. */
export async function newFromTemplate(page: Page, siteUrl: string, type: string): Promise<void> {
  await page.goto(`${siteUrl}/studio/intent/create/template=${type};type=${type}/`)
  await field(page, 'title').waitFor({timeout: firstScreen})
}

export async function openDocument(page: Page, siteUrl: string, type: string, id: string): Promise<void> {
  await page.goto(`${siteUrl}/studio/intent/edit/id=${id};type=${type}/`)
  // The form stands before its document has arrived; what is typed by then is lost.
  await page.waitForFunction(
    () => {
      const input = document.querySelector<HTMLInputElement>('[data-testid="field-title"] input')
      return input !== null && input.value !== '' && !input.readOnly && !input.disabled
    },
    undefined,
    {timeout: firstScreen},
  )
}

/** Replaces the text of a field, and sees to it that the Studio took it: until then Publish has nothing to do. */
export async function change(page: Page, name: string, text: string): Promise<void> {
  const enabled = page.locator('[data-testid="action-publish"]:not([disabled])').filter({visible: true}).first()
  for (let attempt = 1; attempt <= 10; attempt++) {
    await textOf(page, name).fill('')
    await textOf(page, name).fill(text)
    const isTaken = await enabled.waitFor({timeout: 5000}).then(
      () => true,
      () => false,
    )
    if (isTaken) return
  }
  throw new Error(`The field "${name}" was filled ten times, and the Studio never offered to publish it.`)
}

export const field = (page: Page, name: string): Locator =>
  page.getByTestId(`field-${name}`).filter({visible: true}).first()

export const textOf = (page: Page, name: string): Locator => field(page, name).getByRole('textbox').first()

/** Puts a block into a running text, by its title in the menu beside the bar, which opens the form of the block. */
export async function insertBlock(page: Page, name: string, title: string): Promise<void> {
  const text = field(page, name)
  // The bar has nothing to offer until the text is in sight and written in.
  await text.scrollIntoViewIfNeeded()
  await text.getByTestId('pt-editor__scroller').click()
  const item = page.getByRole('menuitem').filter({hasText: title})
  // The bar is drawn anew when the text takes the focus, and its menu closes with it.
  for (let attempt = 1; attempt <= 5; attempt++) {
    if (!(await item.isVisible())) await text.getByTestId('insert-menu-button').filter({visible: true}).last().click()
    const isTaken = await item.click({timeout: 4000}).then(
      () => true,
      () => false,
    )
    if (isTaken) return
  }
  throw new Error(`The menu of "${name}" was opened five times, and "${title}" could not be chosen.`)
}

/** Shows the fields of a group, by its tab. */
export const openGroup = (page: Page, title: string): Promise<void> =>
  page.getByRole('tab', {name: title, exact: true}).filter({visible: true}).first().click()

/**
 * Presses Publish and waits until the Studio says that it is done. A press while the Studio is still saving or checking
 * is lost, as it is for a person, who then presses again.
 */
export async function publish(page: Page): Promise<void> {
  const button = page.getByTestId('action-publish').filter({visible: true}).first()
  const done = page
    .getByTestId('pane-footer-document-status')
    .getByText(/published just now/i)
    .first()
  for (let press = 1; press <= 10; press++) {
    await button.click({timeout: 5000}).catch(() => undefined)
    const isDone = await done.waitFor({timeout: 5000}).then(
      () => true,
      () => false,
    )
    if (isDone) return
  }
  throw new Error('Publish was pressed ten times, and the Studio never said that it was done.')
}

/** The value of a line of text, as it stands in the form. */
export const shows = (page: Page, name: string, text: string): Promise<unknown> =>
  page.waitForFunction(
    ([field, wanted]) =>
      [...document.querySelectorAll<HTMLInputElement>(`[data-testid="field-${field}"] :is(input, textarea)`)].some(
        (input) => input.value === wanted && input.checkVisibility(),
      ),
    [name, text] as const,
    {timeout: 20_000},
  )

/**
 * Replaces a text in a form that has just been opened: it stands there before it can be written in, and what is typed by
 * then is lost, as a person sees, who then types again.
 */
export async function write(page: Page, name: string, text: string): Promise<void> {
  const taken = page
    .getByTestId('pane-footer-document-status')
    .getByText(/Saved|Edited just now/)
    .first()
  for (let attempt = 1; attempt <= 5; attempt++) {
    await textOf(page, name).fill(text)
    const isTaken = await taken.waitFor({timeout: 5000}).then(
      () => true,
      () => false,
    )
    if (isTaken) return
  }
  throw new Error(`The field "${name}" was filled five times, and the Studio never saved it.`)
}

/**
 * The menu beside Publish. The Studio draws it anew, and closes it, when what it knows of the document changes, so an
 * action that was still disabled may be gone before it can be clicked: the menu is opened again then.
 */
export async function act(page: Page, action: string): Promise<void> {
  const item = page.getByRole('menuitem', {name: action})
  for (let attempt = 1; attempt <= 5; attempt++) {
    if (!(await item.isVisible())) {
      await page.getByTestId('action-menu-button').filter({visible: true}).last().click()
    }
    const isTaken = await item.click({timeout: 4000}).then(
      () => true,
      () => false,
    )
    if (isTaken) return
  }
  throw new Error(`The menu was opened five times, and "${action}" could not be chosen.`)
}

/** Takes the open document's page down. It is offered on the published version. */
export async function unpublish(page: Page): Promise<void> {
  await page.getByTestId('document-header-Published-chip').first().click()
  await page.getByRole('button', {name: 'Unpublish'}).filter({visible: true}).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', {name: /Unpublish/})
    .last()
    .click()
}

/** The history of the document, beside its form. */
export async function openHistory(page: Page): Promise<void> {
  await page.getByTestId('pane-context-menu-button').filter({visible: true}).last().click()
  await page.getByRole('menuitem', {name: 'History', exact: true}).click()
  await page.getByTestId('timeline-item-button').first().waitFor()
}

/** Makes an account by an invitation, in the browser, as the person invited does. */
export async function acceptInvitation(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await page.locator('input[name="name"]').fill(name)
  // Of an invitation for one address that address stands there, and cannot be changed.
  const email = page.locator('input[name="email"]')
  if (await email.isEditable()) await email.fill(`${name.split(' ')[0]?.toLowerCase()}@clinic.example`)
  for (const input of await page.locator('input[type="password"]').all()) await input.fill('seven purple teapots')
  await page.locator('form button').first().click()
  await page.getByText('Pages for patients').first().waitFor({timeout: firstScreen})
}
