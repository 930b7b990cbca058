/**
 * The canary: words that are nowhere else, in every field of a question. After it was refused in every way, corrected and
 * stored, they are in no file of the site, its build or its temporary files, in no log, no page and no content.
 */
import {randomBytes} from 'node:crypto'
import {mkdirSync} from 'node:fs'
import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {keyPlaceIn, storeIn} from '../../support/enquiry'
import {publishSmallClinic} from '../../support/sample'
import {type StartedSite, startSite} from '../../support/start-site'
import {until} from '../../support/until'

let site: StartedSite

beforeAll(async () => {
  site = await startSite()
  await publishSmallClinic(site.lake.client('editor'))
  await until(async () => (await site.get('/conditions/neck-pain')).status === 200, 'the first pages')
  mkdirSync(path.join(site.dataDir, 'temporary'))
  await site.restart({TMPDIR: path.join(site.dataDir, 'temporary')})
}, 120_000)

afterAll(() => site.close())

/** As it may lie somewhere: as it is, in an address, in UTF-16, in Base64 at each of its three places. */
function disguisesOf(canary: string): Buffer[] {
  const shifted = ['', ' ', '  '].map((before) => Buffer.from(`${before}${canary}`).toString('base64').slice(4, -4))
  return [Buffer.from(canary), Buffer.from(canary, 'utf16le'), ...shifted.map((text) => Buffer.from(text))]
}

/** The files below a folder that hold any of them. One after the other: what else happens is heard of meanwhile. */
async function filesWith(folder: string, disguises: readonly Buffer[]): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const held = await readFile(file)
    if (disguises.some((disguise) => held.includes(disguise))) found.push(file)
  }
  return found
}

async function send(fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  return site.get('/api/enquiries', {
    method: 'POST',
    headers: {'sec-fetch-site': 'same-origin', origin: site.url, ...headers},
    body: new URLSearchParams(fields),
  })
}

it('finds what a patient typed in nothing but the sealed store', async () => {
  const canary = `zq${randomBytes(12).toString('hex')}`
  const words = {
    ...{name: `${canary} name`, way: 'email', email: `${canary}@patient.example`, phone: '', when: `${canary} when`},
    question: `${canary} question`,
    language: 'en',
  }
  const form = await site.get('/contact?from=/conditions/neck-pain')
  const view = /name="view"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="view"/.exec(form.html)?.slice(1).find(Boolean)
  expect(view).toBeTruthy()
  const typed = {...words, view: view ?? ''}

  // Everything that can go wrong: with mistakes, for the script too, from elsewhere, too large, in an address.
  const mistaken = await send({...typed, email: `${canary} is no address`})
  expect(mistaken.status).toBe(422)
  expect(mistaken.html).toContain(canary)
  expect((await send({...typed, name: ''}, {accept: 'application/json'})).status).toBe(422)
  const elsewhere = {origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site'}
  expect((await send(typed, elsewhere)).status).toBe(403)
  expect((await send({...typed, question: canary.repeat(4000)})).status).toBe(413)
  expect((await site.get('/api/enquiries')).status).toBe(405)
  const stored = await send(typed)
  expect(stored.status).toBe(303)
  const thanks = await site.get(stored.headers.get('location') ?? '')
  const reference = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(stored.headers.get('location') ?? '')?.[0] ?? ''
  expect(thanks.html).toContain(reference)

  const store = storeIn(site.dataDir, keyPlaceIn(site.dataDir))
  expect((await store.open(reference))?.asked).toMatchObject({question: words.question, page: '/conditions/neck-pain'})
  store.close()

  const disguises = disguisesOf(canary)
  expect(await filesWith(site.dataDir, disguises)).toEqual([])
  expect(await filesWith(process.env.NEXT_DIST_DIR || '.next', disguises)).toEqual([])
  expect(disguises.filter((disguise) => Buffer.from(site.printed()).includes(disguise))).toEqual([])
  for (const at of ['/contact', '/', '/sitemap.xml', '/api/health', stored.headers.get('location') ?? '']) {
    expect((await site.get(at)).html).not.toContain(canary)
  }
  expect(JSON.stringify(await site.lake.client('editor').fetch('*'))).not.toContain(canary)
  // The looking finds what is there: the reference lies in clear.
  expect((await filesWith(site.dataDir, disguisesOf(reference))).map((file) => path.basename(file))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^enquiries\.db/)]),
  )
})
