import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient, SanityImageAssetDocument} from '@sanity/client'
import sharp from 'sharp'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let editor: SanityClient
let photo: Buffer
let asset: SanityImageAssetDocument

beforeAll(async () => {
  lake = await startLake()
  editor = lake.client('editor')
  photo = await sharp({create: {width: 120, height: 80, channels: 3, background: '#3366aa'}})
    .png()
    .toBuffer()
  asset = await editor.assets.upload('image', photo, {filename: 'C:\\photos\\blue sea.png', title: 'Sea'})
})

afterAll(() => lake.close())

const upload = (kind: 'images' | 'files', bytes: string | Uint8Array<ArrayBuffer>, type: string, filename = 'x') =>
  fetch(`${lake.url}/v1/assets/${kind}/production?filename=${encodeURIComponent(filename)}`, {
    method: 'POST',
    headers: {authorization: `Bearer ${lake.token('editor')}`, 'content-type': type},
    body: bytes,
  })

describe('an uploaded image', () => {
  test('becomes an asset document as Sanity makes it', () => {
    expect(asset).toMatchObject({
      _id: expect.stringMatching(/^image-[0-9a-f]{40}-120x80-png$/),
      _type: 'sanity.imageAsset',
      originalFilename: 'blue sea.png',
      title: 'Sea',
      extension: 'png',
      mimeType: 'image/png',
      size: photo.byteLength,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/images\/clinic\/production\/[0-9a-f]{40}-120x80\.png$/),
      metadata: {dimensions: {width: 120, height: 80}, lqip: expect.stringMatching(/^data:image\//)},
    })
  })

  test('a second time is the same asset', async () => {
    const again = await editor.assets.upload('image', photo, {filename: 'other.png'})
    expect(again).toEqual(asset)
    expect(await editor.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1)
  })

  test('is delivered to anybody, for good, byte for byte', async () => {
    const response = await fetch(asset.url)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Buffer.from(await response.arrayBuffer()).equals(photo)).toBe(true)
    const unchanged = await fetch(asset.url, {headers: {'if-none-match': response.headers.get('etag') ?? ''}})
    expect(unchanged.status).toBe(304)
  })

  test('answers HEAD without a body, a name at the end, and a wish to be saved', async () => {
    const head = await fetch(asset.url, {method: 'HEAD'})
    expect(head.headers.get('content-length')).toBe(String(photo.byteLength))
    expect((await fetch(`${asset.url}/sea.png`)).status).toBe(200)
    const saved = await fetch(`${asset.url}?dl=my%20sea%22.png`)
    expect(saved.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''my%20sea%22.png")
  })

  test('is made to measure, in the format that the browser takes, and kept', async () => {
    const sized = async (accept: string) => {
      const response = await fetch(`${asset.url}?w=30&h=30&fit=crop&auto=format`, {headers: {accept}})
      const {width, height, format} = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
      return {width, height, format, type: response.headers.get('content-type'), vary: response.headers.get('vary')}
    }
    const expected = {width: 30, height: 30, vary: expect.stringContaining('Accept')}
    expect(await sized('image/webp,*/*')).toMatchObject({...expected, format: 'webp', type: 'image/webp'})
    expect(await sized('*/*')).toMatchObject({...expected, format: 'png', type: 'image/png'})
    expect(await sized('image/webp')).toMatchObject({...expected, format: 'webp'})
    expect(await readdir(join(lake.folder, 'renditions'))).toHaveLength(2)
  })

  test.each([
    ['?w=0', 400],
    ['?w=999999', 400],
    ['?rect=500,500,10,10', 400],
    ['?w=20&signature=x', 501],
  ])('%s is refused in a sentence', async (search, status) => {
    const response = await fetch(asset.url + search)
    expect(response.status).toBe(status)
    expect((await response.json()).message).toMatch(/\w+ .+/)
  })

  test('is gone when its document is', async () => {
    const bytes = await sharp({create: {width: 9, height: 9, channels: 3, background: '#fff'}})
      .png()
      .toBuffer()
    const {_id, url} = await editor.assets.upload('image', bytes)
    await editor.delete(_id)
    expect((await fetch(url)).status).toBe(404)
  })
})

describe('a stranger', () => {
  const sizeOf = async (address: string, search: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${address}?${search}`, {headers})
    const {width, height} = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    return `${width}x${height}`
  }

  test('gets a picture no larger than its original; who has a token, as large as they ask', async () => {
    const headers = {authorization: `Bearer ${lake.token('viewer')}`}
    for (const [search, stranger, member] of [
      ['w=1000', '120x80', '1000x667'],
      ['w=600&h=600&fit=crop', '120x120', '600x600'],
      ['w=1200&h=600&fit=fill', '120x60', '1200x600'],
      ['w=60&dpr=3', '120x80', '180x120'],
      ['w=60', '60x40', '60x40'],
      ['fm=webp', '120x80', '120x80'],
    ] as const) {
      expect([search, await sizeOf(asset.url, search), await sizeOf(asset.url, search, headers)]).toEqual([
        search,
        stranger,
        member,
      ])
    }
    expect(await sizeOf(asset.url, 'w=1000', {authorization: 'Bearer nonsense'})).toBe('120x80')
  })

  test('gets no work out of the lake with a very large one', async () => {
    const large = await sharp({create: {width: 5000, height: 2500, channels: 3, background: '#3366aa'}})
      .png()
      .toBuffer()
    const {url} = await editor.assets.upload('image', large, {filename: 'large.png'})
    expect(await sizeOf(url, 'fm=jpg')).toBe('4096x2048')
    expect(await sizeOf(url, 'w=8192&h=8192&fit=scale&dpr=3&fm=jpg')).toBe('4096x4096')
    expect(await sizeOf(url, 'w=5000&fm=avif')).toBe('2048x1024')
    expect((await fetch(`${url}?pad=4096&dpr=3&fm=jpg`)).status).toBe(400)
    // The original itself costs nothing to give.
    expect(await sizeOf(url, '')).toBe('5000x2500')
  })

  test('gets a drawing as large as it takes', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="12"><rect width="24" height="12"/></svg>'
    const {url} = await editor.assets.upload('image', Buffer.from(drawing), {filename: 'a.svg'})
    expect(await sizeOf(url, 'w=480&fm=png')).toBe('480x240')
    expect(await sizeOf(url, 'w=8192&fm=png')).toBe('4096x2048')
  })
})

describe('addresses that name no asset', () => {
  test.each([
    '/images/clinic/production/..%2F..%2Flake.db',
    '/images/clinic/production/%2e%2e%2flake.db',
    '/files/clinic/production/lake.db',
    '/images/clinic/production/0000000000000000000000000000000000000000-1x1.png',
    `/images/other/production/0000000000000000000000000000000000000000-1x1.png`,
  ])('%s', async (path) => {
    const response = await fetch(lake.url + path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('SQLite')
  })
})

describe('files', () => {
  test('are kept under their own kind', async () => {
    const file = await editor.assets.upload('file', Buffer.from('%PDF-1.4 x'), {
      filename: 'a.pdf',
      contentType: 'application/pdf',
    })
    expect(file).toMatchObject({_id: expect.stringMatching(/^file-[0-9a-f]{40}-pdf$/), mimeType: 'application/pdf'})
    const response = await fetch(file.url)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(await response.text()).toBe('%PDF-1.4 x')
  })

  test('are what they begin as: what only calls itself a PDF is none', async () => {
    const file = await editor.assets.upload('file', Buffer.from('a renamed letter'), {
      filename: 'letter.pdf',
      contentType: 'application/pdf',
    })
    expect(file).toMatchObject({extension: 'pdf', mimeType: 'application/octet-stream'})
    const response = await fetch(file.url)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  test.each([
    ['a web page', 'text/html', '<script>alert(1)</script>', 'page.html'],
    ['a script', 'text/javascript', 'alert(1)', 'x.js'],
    ['a lying name', 'image/svg+xml;x=<script>', 'x', 'x.html'],
  ])('%s is saved, never shown', async (_, type, content, name) => {
    const {document} = await (await upload('files', content, type, name)).json()
    const response = await fetch(document.url)
    const isShown = response.headers.get('content-disposition')?.startsWith('inline')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    if (!isShown) expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-type')).not.toContain('html')
  })

  test('an SVG speaks for nobody', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'
    const {document} = await (await upload('images', svg, 'image/svg+xml', 'x.svg')).json()
    const response = await fetch(document.url)
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
  })
})

describe('uploads that are refused', () => {
  test.each([
    ['nothing', 'images', '', 400],
    ['a text that says it is an image', 'images', 'not an image', 400],
    ['half an image', 'images', () => new Uint8Array(photo.subarray(0, 60)), 400],
    ['fifty-one megabytes', 'files', () => new Uint8Array(51 * 1024 * 1024), 413],
  ] as const)('%s', async (_, kind, content, status) => {
    const response = await upload(kind, typeof content === 'function' ? content() : content, 'image/png')
    expect(response.status).toBe(status)
    expect((await response.json()).message).toMatch(/\w+ .+/)
    expect((await readdir(join(lake.folder, 'blobs'))).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

test('a store that moves takes its addresses along', async () => {
  const first = await startLake()
  const {_id} = await first.client('editor').assets.upload('image', photo)
  await first.stop()
  const second = await startLake({folder: first.folder, publicUrl: 'https://lake.example.org'})
  expect(await second.client('viewer').fetch('*[_id == $id][0].url', {id: _id})).toMatch(
    /^https:\/\/lake\.example\.org\/images\//,
  )
  await second.close()
})
