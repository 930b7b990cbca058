/** A link to a page of the site, sent to somebody: what every network and messenger makes of it, on every kind of page. */
import http from 'node:http'
import {gunzipSync} from 'node:zlib'
import sharp from 'sharp'
import {openBrowser} from '../support/browser'
import {crawlers} from '../support/crawlers'
import {everyPage} from '../support/kinds-of-page'
import {tagsIn} from '../support/look-at-page'
import {previewParsers} from '../support/preview-parsers'
import {type Clinic, startClinic, startPatience} from '../support/start-clinic'
import {clientFor} from '../support/start-lake'
import {signIn} from '../support/studio'
import {until} from '../support/until'

jest.setTimeout(120_000)

let clinic: Clinic

beforeAll(async () => {
  clinic = await startClinic()
}, startPatience)

afterAll(() => clinic?.stop())

type Answer = {status: number; headers: http.IncomingHttpHeaders; body: Buffer}

/** A request with exactly these headers: `fetch` would add its own. */
function ask(path: string, headers: http.OutgoingHttpHeaders, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(clinic.siteUrl + path, {method, headers}, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts)}),
      )
    })
    request.on('error', reject)
    request.end()
  })
}

/** Everything in the head that says what a page is: name → content, in order, each as often as it stands there. */
function tagsOf(html: string): [string, string][] {
  const head = html.slice(0, html.indexOf('</head>'))
  const metas = tagsIn(head, 'meta').flatMap((tag): [string, string][] => {
    const name = tag.get('property') ?? tag.get('name') ?? ''
    return /^(?:og:|twitter:|article:|profile:|description$|robots$)/.test(name)
      ? [[name, tag.get('content') ?? '']]
      : []
  })
  const links = tagsIn(head, 'link').flatMap((tag): [string, string][] =>
    tag.get('rel') === 'canonical' ? [['canonical', tag.get('href') ?? '']] : [],
  )
  return [...metas, ...links, ['title', /<title>([^<]*)<\/title>/.exec(head)?.[1] ?? '']]
}

const htmlOf = async (path: string) => (await ask(path, {})).body.toString('utf8')
const addressOf = (path: string) => clinic.siteUrl + (path === '/' ? '' : path)

describe.each(everyPage)('%s', (_kind, path) => {
  it('says the same to everybody who asks', async () => {
    const tags = tagsOf(await htmlOf(path))
    for (const [crawler, agent] of Object.entries(crawlers)) {
      const {status, body} = await ask(path, agent ? {'user-agent': agent} : {})
      expect([crawler, status, tagsOf(body.toString('utf8'))]).toEqual([crawler, 200, tags])
    }
    const values = (name: string) => tags.filter(([each]) => each === name).map(([, value]) => value)
    // Networks count and keep by this one address.
    expect([values('og:url'), values('canonical')]).toEqual([[addressOf(path)], [addressOf(path)]])
    for (const name of ['og:title', 'og:description', 'og:image', 'og:image:alt', 'og:type', 'og:site_name', 'title']) {
      expect([name, values(name).length, (values(name)[0] ?? '').length > 3]).toEqual([name, 1, true])
    }
    expect([values('og:image:width'), values('og:image:height')]).toEqual([['1200'], ['630']])
    expect(values('twitter:image')).toEqual(values('og:image'))
    expect(values('twitter:image:alt')).toEqual(values('og:image:alt'))
    expect(values('twitter:card')).toEqual(['summary_large_image'])
  })

  it('says it within its first 16 kB, ahead of its body, and nowhere else', async () => {
    const {body} = await ask(path, {})
    const end = body.indexOf('</head>')
    const places = [...body.toString('latin1').matchAll(/<meta (?:property|name)="(?:og|twitter):/g)].map(
      ({index}) => index,
    )
    expect(places.length).toBeGreaterThan(12)
    expect(Math.max(...places)).toBeLessThan(Math.min(end, 16_000))
  })

  it('is read in the ways crawlers have: gzip alone, a part of it, the headers first', async () => {
    const tags = tagsOf(await htmlOf(path))
    const packed = await ask(path, {'accept-encoding': 'deflate, gzip'})
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(tagsOf(gunzipSync(packed.body).toString('utf8'))).toEqual(tags)
    const part = await ask(path, {range: 'bytes=0-524287'})
    expect([200, 206]).toContain(part.status)
    expect(tagsOf(part.body.toString('utf8'))).toEqual(tags)
    const first = await ask(path, {}, 'HEAD')
    expect([first.status, first.body.length]).toEqual([200, 0])
    expect(first.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it.each(Object.entries(previewParsers))('is previewed by %s as it means to be', async (_parser, preview) => {
    const tags = new Map(tagsOf(await htmlOf(path)))
    const {title, description, image, url} = await preview(clinic.siteUrl + path)
    expect({title, image}).toEqual({title: tags.get('og:title'), image: tags.get('og:image')})
    // One of the four prefers the plain description, which the home page words for search engines.
    expect([tags.get('og:description'), tags.get('description')]).toContain(description)
    // Some write the bare address of a site with a slash at its end, which is the same address.
    expect(new URL(url ?? addressOf(path)).href).toBe(new URL(addressOf(path)).href)
  })

  it('has a picture that every network can show', async () => {
    const tags = new Map(tagsOf(await htmlOf(path)))
    const image = new URL(tags.get('og:image') ?? '')
    expect(image.origin).toBe(clinic.siteUrl)
    const {status, headers, body} = await ask(image.pathname + image.search, {'user-agent': crawlers.Facebook ?? ''})
    expect([status, headers['content-type']]).toEqual([200, tags.get('og:image:type')])
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(body.length).toBeLessThan(300_000)
    const {format, width, height} = await sharp(body).metadata()
    expect([`image/${format}`, width, height]).toEqual([tags.get('og:image:type'), 1200, 630])
    expect(['png', 'jpeg']).toContain(format)
    const first = await ask(image.pathname + image.search, {}, 'HEAD')
    expect([first.status, first.headers['content-type']]).toEqual([200, tags.get('og:image:type')])
  })
})

describe('a card', () => {
  const path = '/facts/low-back-pain-1-in-13'
  const imageOf = async () => new Map(tagsOf(await htmlOf(path))).get('og:image') ?? ''

  it('has a new address when what it shows changes, and the old address goes on answering', async () => {
    const token = (await clinic.lake('token', 'create', '--role', 'editor')).trim().split('\n').at(-1)
    const editor = clientFor(`http://localhost:${clinic.lakePort}`, token)
    const before = await imageOf()
    const old = Buffer.from(await (await fetch(before)).arrayBuffer())
    await editor.patch('fact-low-back-pain-1-in-13').set({'figure.value': '2 in 26'}).commit()
    await until(async () => (await imageOf()) !== before, 'the new card')
    const now = Buffer.from(await (await fetch(await imageOf())).arrayBuffer())
    expect(now.equals(old)).toBe(false)
    expect(new Map(tagsOf(await htmlOf(path))).get('og:image:alt')).toMatch(/^2 in 26 people/)
    const again = await fetch(before)
    expect([again.status, again.headers.get('content-type')]).toEqual([200, 'image/png'])
    // Whoever has the old address gets the card as it is now, and asks again before long.
    expect(again.headers.get('cache-control')).toBe('public, max-age=300')
    expect(Buffer.from(await again.arrayBuffer()).equals(now)).toBe(true)
  })
})

describe('in the Studio', () => {
  it('an editor sees how a page is shared, copies its address and takes its QR code', async () => {
    const {page, close} = await openBrowser()
    try {
      await signIn(page, clinic.signInLink)
      await page.goto(`${clinic.siteUrl}/studio/intent/edit/id=fact-shingles-1-in-3;type=fact/`)
      await page.getByRole('tab', {name: 'Share', exact: true}).click({timeout: startPatience})
      await page.getByRole('heading', {name: 'When somebody shares it'}).waitFor()
      const url = `${clinic.siteUrl}/facts/shingles-1-in-3`
      expect(await page.getByRole('textbox', {name: 'Address of the page'}).inputValue()).toBe(url)
      const card = page.getByRole('img', {name: /^1 in 3 people will get shingles/})
      const code = page.getByRole('img', {name: `QR code that leads to ${url}`})
      for (const image of [card, code]) {
        await until(
          () => image.evaluate((drawn) => drawn instanceof HTMLImageElement && drawn.naturalWidth > 0),
          'the pictures to be drawn',
        )
      }
      const waiting = page.waitForEvent('download')
      await page.getByRole('link', {name: 'Download as SVG'}).click()
      expect((await waiting).suggestedFilename()).toBe('qr-facts-shingles-1-in-3.svg')
    } finally {
      await close()
    }
  })
})
