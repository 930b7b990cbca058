/** Documents that patients download: from the site itself, PDFs only, as long as something published offers them. */
import {readdirSync} from 'node:fs'
import path from 'node:path'
import type {SanityAssetDocument, SanityClient} from '@sanity/client'
import {publishSmallClinic} from '../../support/sample'
import {type StartedSite, startSite} from '../../support/start-site'
import {until} from '../../support/until'

const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 'a form ')])
const page = '/conditions/neck-pain'

let site: StartedSite
let editor: SanityClient
let asset: SanityAssetDocument
let address: string

const block = (file: SanityAssetDocument, title = 'New patient form') => ({
  _type: 'download',
  _key: file.assetId,
  title,
  file: {_type: 'file', asset: {_type: 'reference', _ref: file._id}},
})
/** Puts a document on the page, and answers its address once the page has it. */
async function offer(document: ReturnType<typeof block> & {description?: string}): Promise<string> {
  await editor
    .patch('neck-pain')
    .set({sections: [{_type: 'section', _key: 'one', aspect: 'overview', body: [document]}]})
    .commit()
  let href = ''
  await until(async () => {
    const {html} = await site.get(page)
    href = /href="(\/download\/[^"]+)"/.exec(html)?.[1] ?? ''
    return href.includes(document._key)
  }, 'the document on the page')
  return href
}
const upload = (content: Buffer, filename: string) =>
  editor.assets.upload('file', content, {filename, contentType: 'application/pdf'})
const kept = () => readdirSync(path.join(site.dataDir, 'site', 'downloads'))
const get = (at: string, init?: RequestInit) => fetch(site.url + at, {redirect: 'manual', ...init})

beforeAll(async () => {
  site = await startSite()
  editor = site.lake.client('editor')
  await publishSmallClinic(editor)
  asset = await upload(bytes, 'anything.pdf')
  address = await offer(block(asset))
}, 120_000)

afterAll(() => site.close())

it('a document comes from the site itself, byte for byte, under the name of its title', async () => {
  expect(address).toBe(`/download/${asset.sha1hash}/new-patient-form.pdf`)
  for (const from of ['the lake', 'the disk']) {
    const response = await get(address)
    expect([from, response.status, Buffer.from(await response.arrayBuffer()).equals(bytes)]).toEqual([from, 200, true])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="new-patient-form.pdf"',
      'cache-control': 'public, max-age=86400',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'.*form-action 'none'; frame-ancestors 'self'$/,
      ),
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  }
  expect(kept()).toEqual([`${asset.sha1hash}.pdf`])
})

it('is asked about without its bytes, and costs none where they are there already', async () => {
  const head = await get(address, {method: 'HEAD'})
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'application/pdf', ''])
  const known = await get(address, {headers: {'if-none-match': String(head.headers.get('etag'))}})
  expect([known.status, await known.text()]).toEqual([304, ''])
})

it.each([
  ['', 404],
  ['/form.html', 404],
  ['/form.svg', 404],
  ['/form.pdf/more', 404],
  ['/..%2f..%2fform.pdf', 404],
  ['/form.pdf%00', 400],
])('has no other address: …%s', async (rest, status) => {
  const response = await get(`/download/${asset.sha1hash}${rest}`)
  expect([response.status, response.headers.get('content-type')]).toEqual([status, expect.not.stringContaining('pdf')])
})

it('survives an outage of the lake; what was never fetched is unavailable, in words', async () => {
  site.between.become('refuse')
  const response = await get(address)
  expect([response.status, Buffer.from(await response.arrayBuffer()).equals(bytes)]).toEqual([200, true])
  const other = await get(`/download/${'0'.repeat(40)}/form.pdf`)
  expect([other.status, other.headers.get('retry-after'), await other.text()]).toEqual([
    503,
    '10',
    'This document cannot be fetched right now.\n',
  ])
  site.between.become('well')
  await until(async () => (await get(`/download/${'0'.repeat(40)}/form.pdf`)).status === 404, 'the lake to be back')
})

it('is never anything but a PDF, whatever the lake says that it is', async () => {
  const script = await upload(Buffer.from('<!doctype html><script>alert(1)</script>'), 'x.pdf')
  await editor.patch(script._id).set({mimeType: 'application/pdf'}).commit()
  const at = await offer(block(script))
  const response = await get(at)
  expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/plain; charset=utf-8'])
  expect(await response.text()).not.toContain('script')
  expect(kept()).not.toContain(`${script.sha1hash}.pdf`)
})

it('is gone as soon as nothing published offers it: from the site, and from its disk', async () => {
  // The test before has put another document in its place.
  expect((await get(address)).status).toBe(404)
  expect(kept()).not.toContain(`${asset.sha1hash}.pdf`)
  await offer(block(asset, 'Instructions before your visit'))
  expect((await get(address)).status).toBe(200)
})

it('is not there for strangers while it is in a draft only', async () => {
  const secret = await upload(Buffer.from('%PDF-1.4 not yet'), 'draft.pdf')
  const published = await editor.getDocument('neck-pain')
  if (!published) throw new Error('The page is gone.')
  await editor.createOrReplace({
    ...published,
    _id: 'drafts.neck-pain',
    sections: [{_type: 'section', _key: 'one', aspect: 'overview', body: [block(secret)]}],
  })
  expect((await get(`/download/${secret.sha1hash}/form.pdf`)).status).toBe(404)
})

it('is offered by a private dataset, too, and is found by its words', async () => {
  site.lake.lake.admin.setVisibility('private')
  const at = await offer({
    ...block(await upload(Buffer.from('%PDF-1.4 mine'), 'b.pdf')),
    description: 'Bring your hornbook.',
  })
  const response = await get(at)
  expect([response.status, await response.text()]).toEqual([200, '%PDF-1.4 mine'])
  await until(async () => (await site.get('/search?q=hornbook')).html.includes(page), 'the search to find it')
})
