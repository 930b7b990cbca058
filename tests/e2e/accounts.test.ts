/** People at the lake, in a real browser: the pages of its own, the Studio as each role sees it, a private dataset. */

import {openBrowser, type TestBrowser} from '../support/browser'
import {barriersOn, overflowOn} from '../support/look-at-page'
import {plain as picture} from '../support/pictures'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {clientFor} from '../support/start-lake'
import {openDocument, signIn, textOf} from '../support/studio'
import {faultsIn} from '../support/valid-html'

jest.setTimeout(240_000)

const GOOD = 'seven purple teapots'

let clinic: Clinic
let lakeUrl: string
let administrator: TestBrowser
let viewer: TestBrowser

const lastLine = async (...args: string[]): Promise<string> =>
  (await clinic.lake(...args)).trimEnd().split('\n').at(-1) ?? ''

beforeAll(async () => {
  clinic = await startClinic()
  lakeUrl = `http://localhost:${clinic.lakePort}`
  administrator = await openBrowser({width: 1440})
  viewer = await openBrowser({width: 1440})
  for (const {page} of [administrator, viewer]) page.setDefaultTimeout(30_000)
}, startPatience)

afterAll(async () => {
  await administrator?.close()
  await viewer?.close()
  await clinic?.stop()
})

const looks = [
  {colorScheme: 'light', forcedColors: 'none'},
  {colorScheme: 'dark', forcedColors: 'none'},
  {colorScheme: 'light', forcedColors: 'active'},
] as const

/** What is wrong with the page as it stands, in any light and at any width. */
async function faultsOn({page}: TestBrowser): Promise<string[]> {
  const faults: string[] = []
  for (const width of [320, 1280]) {
    await page.setViewportSize({width, height: 800})
    for (const look of looks) {
      await page.emulateMedia(look)
      const name = `${page.url()} ${width} ${look.forcedColors === 'active' ? 'forced colors' : look.colorScheme}`
      faults.push(...(await barriersOn(page)).map((barrier) => `${name}: ${barrier}`))
    }
    faults.push(...(await overflowOn(page)).map((wide) => `${page.url()} ${width}: ${wide}`))
  }
  await page.emulateMedia(looks[0])
  await page.setViewportSize({width: 1440, height: 900})
  return faults
}

describe('an invited viewer', () => {
  it('chooses a password on a page without barriers, and stands in the Studio', async () => {
    const {page} = viewer
    await page.goto(await lastLine('invite', '--role', 'viewer', '--name', 'Vera Viewer'))
    expect(await faultsOn(viewer)).toEqual([])
    await page.getByLabel('E-mail').fill('vera@clinic.example')
    await page.getByLabel('Password', {exact: true}).fill('short')
    await page.getByLabel('The same password again').fill('short')
    await page.getByRole('button', {name: 'Begin'}).click()
    expect(await page.title()).toBe('Error: Welcome')
    expect(await page.getByLabel('Password', {exact: true}).evaluate((field) => field === document.activeElement)).toBe(
      true,
    )
    expect(await faultsOn(viewer)).toEqual([])
    await page.getByLabel('Password', {exact: true}).fill(GOOD)
    await page.getByLabel('The same password again').fill(GOOD)
    await page.getByRole('button', {name: 'Begin'}).click()
    await page.getByText('Pages for patients').first().waitFor({timeout: 120_000})
  })

  it('reads every document, drafts too, and can change none', async () => {
    const {page} = viewer
    const {_id} = await clientFor(lakeUrl, await lastLine('token', 'create', '--role', 'viewer')).fetch(
      '*[_type == "condition"][0]{_id}',
    )
    await page.goto(`${clinic.siteUrl}/studio/intent/edit/id=${_id};type=condition/`)
    const title = textOf(page, 'title')
    await title.waitFor()
    expect(await title.getAttribute('readonly')).not.toBeNull()
    expect(await page.getByText(/Vera Viewer|you don.t have|permission/i).count()).toBeGreaterThan(0)
    const publish = page.getByTestId('action-publish').filter({visible: true})
    for (const button of await publish.all()) expect(await button.isDisabled()).toBe(true)
  })

  it('signs out, and in again with e-mail and password, by the keyboard alone', async () => {
    const {page} = viewer
    await page.goto(`${lakeUrl}/v1/auth/account`)
    expect(await faultsOn(viewer)).toEqual([])
    expect(await faultsIn(await page.content())).toEqual([])
    await page.getByRole('button', {name: 'Sign out here'}).click()
    await page.goto(`${clinic.siteUrl}/studio`)
    await page.waitForURL(/\/v1\/auth\/local\?/, {timeout: 120_000})
    expect(await faultsOn(viewer)).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.type('vera@clinic.example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('not my password')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await faultsOn(viewer)).toEqual([])
    // The cursor is where the mistake was.
    await page.keyboard.type(GOOD)
    await page.keyboard.press('Enter')
    await page.getByText('Pages for patients').first().waitFor({timeout: 120_000})
    expect([...viewer.outside].filter((host) => !/sanity/.test(host))).toEqual([])
  })
})

describe('an administrator', () => {
  it('comes in by the printed link, and finds account and people from the Studio', async () => {
    const {page} = administrator
    await signIn(page, clinic.signInLink)
    await page.getByRole('link', {name: 'Account'}).first().click()
    const [account] = await Promise.all([
      administrator.context.waitForEvent('page'),
      page.getByRole('link', {name: 'Your account'}).click(),
    ])
    await account.getByRole('heading', {name: 'Sign in without a link from now on'}).waitFor()
    await account.close()
    await page.goto(`${lakeUrl}/v1/auth/people`)
    expect(await page.getByRole('heading', {name: 'Vera Viewer'}).count()).toBe(1)
    for (const summary of await page.locator('summary').all()) await summary.click()
    expect(await faultsOn(administrator)).toEqual([])
    expect(await faultsIn(await page.content())).toEqual([])
  })
})

describe('a private dataset', () => {
  it('keeps its pictures from strangers, and shows them on the site and in the Studio', async () => {
    const token = await lastLine('token', 'create', '--role', 'editor')
    const client = clientFor(lakeUrl, token)
    const asset = await client.assets.upload('image', await picture('#0d5f5c', 1200, 800), {filename: 'neck.png'})
    const {_id} = await client.fetch('*[_type == "condition" && !(_id in path("drafts.**"))][0]{_id}')
    const image = {_type: 'picture', asset: {_type: 'reference', _ref: asset._id}, alt: 'A neck'}
    await client.patch(_id).set({image}).commit()
    await clinic.lake('dataset', 'visibility', 'private')
    expect((await fetch(asset.url)).status).toBe(401)
    expect((await fetch(`${clinic.siteUrl}/media/${asset._id}?w=640`)).status).toBe(200)

    const {page} = administrator
    await openDocument(page, clinic.siteUrl, 'condition', _id)
    await page.waitForFunction((file) => {
      const shown = [...document.querySelectorAll('img')].filter(({src}) => src.includes(file))
      return shown.some(({complete, naturalWidth}) => complete && naturalWidth > 0)
    }, asset.sha1hash)
  })
})
