/** Two people in one document: each in a browser of their own, with an account of their own. */
import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {openBrowser, type TestBrowser} from '../support/browser'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {clientFor} from '../support/start-lake'
import {acceptInvitation, firstScreen, openDocument, openHistory, shows, signIn, textOf, write} from '../support/studio'
import {type StudioWatch, watchStudio} from '../support/studio-watch'
import {until} from '../support/until'

jest.setTimeout(120_000)

const id = 'condition-migraine'

let clinic: Clinic
let lake: SanityClient
let one: TestBrowser
let other: TestBrowser
let watches: StudioWatch[]

beforeAll(async () => {
  clinic = await startClinic()
  const token = (await clinic.lake('token', 'create', '--role', 'editor')).trim().split('\n').at(-1)
  lake = clientFor(`http://localhost:${clinic.lakePort}`, token)
  const invitation = /\bhttp\S+/.exec(await clinic.lake('invite', '--role', 'editor', '--name', 'Maria'))?.[0] ?? ''
  one = await openBrowser()
  other = await openBrowser()
  watches = [watchStudio(one, clinic), watchStudio(other, clinic)]
  for (const {page} of [one, other]) {
    page.setDefaultTimeout(20_000)
    page.setDefaultNavigationTimeout(firstScreen)
  }
  await Promise.all([signIn(one.page, clinic.signInLink), acceptInvitation(other.page, invitation, 'Maria Lopez')])
  await Promise.all([one, other].map(({page}) => openDocument(page, clinic.siteUrl, 'condition', id)))
}, startPatience)

afterAll(async () => {
  await one?.close()
  await other?.close()
  await clinic?.stop()
})

afterEach(async () => {
  for (const watch of watches) expect(await watch.complaints()).toEqual([])
})

/** Waits until somebody's avatar stands beside a field. */
const avatarAt = (page: Page, name: string, who: RegExp): Promise<unknown> =>
  page.waitForFunction(
    ([field, words]) => {
      const box = document.querySelector(`[data-testid="field-${field}"]`)?.getBoundingClientRect()
      return (
        box !== undefined &&
        [...document.querySelectorAll('[data-ui="Avatar"]')].some((avatar) => {
          const {top, left} = avatar.getBoundingClientRect()
          const isBeside = top >= box.top - 10 && top <= box.bottom && left >= box.left
          return isBeside && new RegExp(words).test(avatar.getAttribute('title') ?? '')
        })
      )
    },
    [name, who.source] as const,
    {timeout: 20_000},
  )

describe('two editors', () => {
  it('see where the other is', async () => {
    await textOf(other.page, 'title').click()
    await avatarAt(one.page, 'title', /Maria Lopez/)
    // In the list, too, and beside the search at the top.
    await one.page.getByTestId('document-list-pane').locator('[title="Maria Lopez"]').first().waitFor()
    await textOf(one.page, 'title').click()
    await avatarAt(other.page, 'title', /\w/)
  })

  it('see what the other types in the same field, as they type', async () => {
    await write(other.page, 'title', 'Migraine by Maria')
    await shows(one.page, 'title', 'Migraine by Maria')
    await textOf(one.page, 'title').press('End')
    await textOf(one.page, 'title').pressSequentially(' and me')
    await shows(other.page, 'title', 'Migraine by Maria and me')
    await until(
      async () => (await lake.getDocument(`drafts.${id}`))?.title === 'Migraine by Maria and me',
      'what both typed',
    )
  })

  it('lose nothing when they write in two fields at once', async () => {
    const [summary, credit] = ['Maria wrote this while I wrote that.', 'I wrote that.']
    await Promise.all([
      textOf(other.page, 'summary').fill(summary),
      textOf(one.page, 'image.credit').pressSequentially(credit),
    ])
    await Promise.all([shows(one.page, 'summary', summary), shows(other.page, 'image.credit', credit)])
    await until(async () => {
      const draft = await lake.getDocument(`drafts.${id}`)
      return draft?.summary === summary && draft?.image?.credit === credit
    }, 'both texts')
  })

  it('read in the history who wrote what', async () => {
    await openHistory(one.page)
    await one.page.getByTestId('timeline-item-button').locator('[title="Maria Lopez"]').first().waitFor()
  })

  it('are gone for the other when they leave', async () => {
    // The history took the room of the list.
    await openDocument(one.page, clinic.siteUrl, 'condition', id)
    const maria = one.page.getByTestId('document-list-pane').locator('[title="Maria Lopez"]').first()
    await maria.waitFor()
    await other.page.goto('about:blank')
    await maria.waitFor({state: 'detached'})
  })
})
