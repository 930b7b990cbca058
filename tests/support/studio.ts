/** What an editor does in the Studio, in the words of the Studio. */
import type {Locator, Page} from 'playwright-core'

/** The Studio is a large program; on a busy machine its first screen takes a while. Milliseconds. */
const firstScreen = 120_000

export async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByText('Pages for patients').first().waitFor({timeout: firstScreen})
}

/** Opens a new document of a type in the editor, and answers its id. */
export async function newDocument(page: Page, siteUrl: string, type: string): Promise<void> {
  await page.goto(`${siteUrl}/studio/intent/create/type=${type}/`)
  await field(page, 'title').waitFor({timeout: firstScreen})
}

export async function openDocument(page: Page, siteUrl: string, type: string, id: string): Promise<void> {
  await page.goto(`${siteUrl}/studio/intent/edit/id=${id};type=${type}/`)
  await page.getByTestId('pane-footer-document-status').filter({visible: true}).first().waitFor({timeout: firstScreen})
}

export const field = (page: Page, name: string): Locator =>
  page.getByTestId(`field-${name}`).filter({visible: true}).first()

export const textOf = (page: Page, name: string): Locator => field(page, name).getByRole('textbox').first()

/** Shows the fields of a group, by its tab. */
export const openGroup = (page: Page, title: string): Promise<void> =>
  page.getByRole('tab', {name: title, exact: true}).filter({visible: true}).first().click()

/** Presses Publish as soon as the Studio allows it, and waits until it says that it is done. */
export async function publish(page: Page): Promise<void> {
  await page
    .locator('[data-testid="action-publish"]:not([disabled]):not([data-disabled="true"])')
    .filter({visible: true})
    .first()
    .click()
  await page
    .getByTestId('pane-footer-document-status')
    .getByText(/published just now/i)
    .first()
    .waitFor({timeout: 30_000})
}
