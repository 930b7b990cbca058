/** The gallery of components: every example in a real browser, in each way of seeing it. It is there in development alone. */
import {type ChildProcess, spawn} from 'node:child_process'
import {examples} from '@/components/examples'
import {openBrowser, type TestBrowser} from '../support/browser'
import {freePort} from '../support/free-port'
import {barriersOn, overflowOn} from '../support/look-at-page'
import {ended} from '../support/start-clinic'
import {temporaryFolder} from '../support/temporary-folder'
import {until} from '../support/until'

jest.setTimeout(180_000)

let site: ChildProcess
let browser: TestBrowser
let url: string
const {folder, remove} = temporaryFolder('gallery')

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}/gallery`
  // Without a lake: the gallery needs none.
  site = spawn(process.execPath, ['server/site.ts', '--dev'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      NODE_OPTIONS: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: folder,
    },
    stdio: 'ignore',
  })
  await until(async () => (await fetch(url)).ok, 'the gallery', 150_000)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  if (site) await ended(site, 'SIGTERM')
  remove()
})

it('shows every example', async () => {
  const {page} = browser
  await page.goto(url, {waitUntil: 'load'})
  expect(await page.locator('[data-example]').count()).toBe(examples.length)
})

it.each([1280, 320])('shuts nobody out, light, dark or in forced colors, %d pixels wide', async (width) => {
  const {page} = browser
  await page.setViewportSize({width, height: 900})
  await page.goto(url, {waitUntil: 'load'})
  const barriers: string[] = []
  for (const look of [
    {colorScheme: 'light', forcedColors: 'none'},
    {colorScheme: 'dark', forcedColors: 'none'},
    {colorScheme: 'light', forcedColors: 'active'},
  ] as const) {
    await page.emulateMedia(look)
    barriers.push(...(await barriersOn(page)))
  }
  // A gallery has many heads and feet, many parts of one name, and headings out of order: its examples stand alone. Of a
  // form that is there several times only the first has labels; alone it is looked at in enquiry.test.ts, in each state.
  const ofTheGallery =
    /^(?:landmark-|heading-order|duplicate-id|region|page-has-heading-one|skip-link|label-title-only: [^(]*\(input\[aria-describedby="ask-)/
  expect(barriers.filter((barrier) => !ofTheGallery.test(barrier))).toEqual([])
  expect(await overflowOn(page)).toEqual([])
})
