/** Hostile and odd requests, and the headers of ordinary ones: the site as a process, asked without a browser's manners. */
import http from 'node:http'
import net from 'node:net'
import {brotliDecompressSync, gunzipSync} from 'node:zlib'
import type {SanityClient} from '@sanity/client'
import {qrSvg} from '@/lib/qr'
import {plain as picture} from '../../support/pictures'
import {condition, publishSmallClinic} from '../../support/sample'
import {type StartedSite, startSite} from '../../support/start-site'
import {until} from '../../support/until'

type Answer = {status: number; headers: http.IncomingHttpHeaders; body: Buffer; text: string}
type Asked = {method?: string; headers?: http.OutgoingHttpHeaders}

let site: StartedSite
let editor: SanityClient
let assetId: string

/** A request exactly as written: `fetch` would correct the address and refuse some methods. */
function ask(path: string, {method = 'GET', headers = {}}: Asked = {}): Promise<Answer> {
  const {hostname: host, port} = new URL(site.url)
  return new Promise((resolve, reject) => {
    const request = http.request({host, port, path, method, headers}, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(parts)
        resolve({status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString('utf8')})
      })
    })
    request.on('error', reject)
    request.end()
  })
}

/** Bytes of our own on a connection of our own; resolves with everything that comes back. */
function send(bytes: string): Promise<string> {
  const {hostname: host, port} = new URL(site.url)
  return new Promise((resolve, reject) => {
    const socket = net.connect({host, port: Number(port)})
    let said = ''
    socket.on('data', (chunk) => (said += chunk.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () => resolve(said))
    socket.write(bytes)
  })
}

const page = '/conditions/neck-pain'

beforeAll(async () => {
  site = await startSite()
  editor = site.lake.client('editor')
  await publishSmallClinic(editor)
  const asset = await editor.assets.upload('image', await picture('#0d5f5c', 1400, 900), {filename: 'neck.png'})
  assetId = asset._id
  const image = {_type: 'picture', asset: {_type: 'reference', _ref: assetId}, alt: 'A drawing of a neck'}
  await editor.patch('neck-pain').set({image}).commit()
  await until(async () => (await ask(page)).text.includes('A drawing of a neck'), 'the first pages')
}, 120_000)

afterAll(() => site.close())

describe('a request that makes no sense', () => {
  it.each(['/%', '/%zz', '/%E0%A4%A', '/conditions/%ff', '/a%00b', '/a\\b', '/studio/%', '/api/%', '/media/%'])(
    'is refused with 400: %s',
    async (path) => {
      const {status, headers, text} = await ask(path)
      expect(status).toBe(400)
      expect(headers['content-type']).toMatch(/^text\/plain/)
      expect(text).toBe('This address is not written correctly.\n')
    },
  )

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'POST', 'OPTIONS'])(
    'is refused with 405 and what is allowed: %s on a page',
    async (method) => {
      const {status, headers} = await ask(page, {method})
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
    },
  )

  it('is refused with 405: a webhook that is not posted', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'TRACE']) {
      expect([method, (await ask('/api/revalidate', {method})).status]).toEqual([method, 405])
    }
  })

  it.each([
    ['two hosts', 'GET / HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\nConnection: close\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a whole address', 'GET http://b.example/ HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n', 400],
    [
      'two lengths',
      'POST /api/revalidate HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc',
      400,
    ],
    [
      'a length and chunks',
      'POST /api/revalidate HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a header of 40 kB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    ['no HTTP at all', 'HELO clinic\r\n\r\n', 400],
  ])('is refused on its connection: %s (%i)', async (_what, bytes, status) => {
    expect(await send(bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })

  it('never ends in an error of the site', async () => {
    const odd = [
      '//evil.test/',
      '//',
      '/./',
      '/..',
      '/../../etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/conditions//neck-pain',
      '/conditions/',
      '/CONDITIONS',
      '/conditions/neck-pain/',
      '/conditions/neck-pain.rsc',
      '/conditions/__proto__',
      '/constructor',
      '/conditions/neck-pain?_rsc=abc',
      '/conditions/*[_type=="condition"]',
      `/${'a'.repeat(8000)}`,
      `/${'a/'.repeat(2000)}`,
      '/%F0%9F%92%8A',
      '/?a[]=1&a=%',
      '/_next/data/x/index.json',
      '/_next/static/../../package.json',
      '/not-found-page',
      '/en',
      '/en/conditions/neck-pain',
      '/[lang]/conditions',
      '/api/health/',
      '/api/nothing',
      '/card/',
      '/card/00000000/en/condition/none.png',
      '/media/',
      '/studio/../api/health',
    ]
    for (const path of odd) {
      const {status, headers} = await ask(path)
      expect([path, status < 500, headers.location ?? '']).toEqual([
        path,
        true,
        expect.not.stringMatching(/^(?:\/\/|\/\\|https?:)/),
      ])
    }
  })
})

describe('a header that lies', () => {
  it.each<[string, http.OutgoingHttpHeaders]>([
    ['host', {host: 'evil.test'}],
    ['x-forwarded-host', {'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https'}],
    ['forwarded', {forwarded: 'host=evil.test;proto=https'}],
    ['x-original-url', {'x-original-url': 'https://evil.test/', 'x-rewrite-url': '//evil.test/'}],
    ['x-middleware-subrequest', {'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware'}],
    ['x-middleware-rewrite', {'x-middleware-rewrite': 'https://evil.test/', 'x-middleware-next': '1'}],
    ['x-nextjs-*', {'x-nextjs-data': '1', 'x-invoke-path': '/evil.test', 'x-invoke-status': '500'}],
    ['x-matched-path', {'x-matched-path': '/evil.test', 'x-now-route-matches': 'a=evil.test'}],
    ['next-action', {'next-action': 'evil.test', origin: 'https://evil.test'}],
    ['referer', {referer: 'https://evil.test/', 'user-agent': 'evil.test'}],
  ])('changes nothing, for this reader or the next: %s', async (name, headers) => {
    // A page that nobody asked for before, so that the lying request is the one it is made for.
    const id = `fresh-${name.replaceAll(/\W/g, '')}`
    await editor.create(condition(id, {title: 'Fresh'}))
    const path = `/conditions/${id}`
    await until(async () => (await ask(path, {headers})).status === 200, 'the fresh page')
    for (const {status, text, headers: answered} of [await ask(path, {headers}), await ask(path)]) {
      expect(status).toBe(200)
      expect(text).toContain(`<link rel="canonical" href="http://localhost:${new URL(site.url).port}${path}"`)
      expect(text + JSON.stringify(answered)).not.toContain('evil.test')
    }
    expect((await ask('/nowhere', {headers})).text).not.toContain('evil.test')
  })

  it('does not make a visitor an editor', async () => {
    for (const cookie of ['__prerender_bypass=1', 'clinic-preview=1', '__next_preview_data=x; __prerender_bypass=x']) {
      const {status, text} = await ask(page, {headers: {cookie}})
      expect(status).toBe(200)
      expect(text).not.toContain('/api/draft-mode/disable')
    }
  })

  it('does not turn a page into a fragment for the next reader', async () => {
    const fragment = {rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%5D'}
    // Fragments are for the framework's runtime, which no visitor has: whoever asks for one gets the page.
    for (const {headers, text} of [await ask(page, {headers: fragment}), await ask(page)]) {
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(headers.vary).toBe('accept-encoding')
      expect(text).toMatch(/^<!DOCTYPE html>/i)
    }
  })
})

describe('an address that does not exist', () => {
  it.each([
    '/nothing',
    '/nothing/at/all',
    '/nothing.html',
    '/wp-login.php',
    '/.env',
    '/a.b.c/d.e',
    '/conditions/nothing',
    '/conditions/neck-pain/more',
    '/treatments/nothing',
    '/people/nothing',
    '/locations/nothing',
    '/es/nada',
    '/es/conditions/nada',
    '/es/conditions/neck-pain',
    '/es/nada/mas.html',
    '/fr',
  ])('is answered with a whole 404 page, without a script: %s', async (path) => {
    const {status, headers, text} = await ask(path)
    expect(status).toBe(404)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).not.toContain('__next_error__')
    expect(text).toContain(`<html lang="${path.startsWith('/es/') ? 'es' : 'en'}"`)
    expect(text).toMatch(/<title>[^<]+ – Test Clinic<\/title>/)
    expect(text).toMatch(/<meta name="robots" content="noindex/)
    const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''
    expect(main.match(/<h1/g)).toHaveLength(1)
    expect(main).toContain('href="tel:')
    expect(text).toContain('<footer')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
  })

  it('keeps 404 even for the page that is shown in its place', async () => {
    expect((await ask('/not-found-page')).status).toBe(404)
    expect((await ask('/es/not-found-page')).status).toBe(404)
  })

  it('is answered shortly where no page could be: the optimizer of the framework, pictures, cards, scripts', async () => {
    const image = encodeURIComponent(`/media/${assetId}?w=640`)
    for (const path of [
      `/_next/image?url=${image}&w=640&q=75`,
      '/_next/image?url=http%3A%2F%2F127.0.0.1%3A1%2F&w=640&q=75',
      '/_next/static/chunks/nothing.js',
      '/card/00000000/en/condition/nothing.png',
      '/card/00000000/en/condition/neck-pain.svg',
      '/media/nothing?w=640',
      '/download/nothing',
      '/download/0123456789abcdef/form.html',
      '/download/0123456789abcdef/form.pdf',
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 404])
    }
  })
})

describe('a QR code', () => {
  it.each([
    ['/qr/conditions/neck-pain.svg', '/conditions/neck-pain'],
    ['/qr/questions/shared-question.svg', '/questions/shared-question'],
    ['/qr/conditions.svg', '/conditions'],
    ['/qr.svg', '/'],
  ])('holds the address of the page and can be downloaded: %s', async (path, of) => {
    const {status, headers, text} = await ask(path)
    const url = `http://localhost:${new URL(site.url).port}${of}`
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    expect(headers['content-disposition']).toMatch(/^inline; filename="qr[\w-]*\.svg"$/)
    expect(headers['cache-control']).toBe('public, max-age=3600')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(text).toBe(qrSvg(url, {label: `QR code that leads to ${url}`}))
  })

  it.each([
    '/qr/conditions/nothing.svg',
    '/qr/conditions/neck-pain',
    '/qr/conditions/neck-pain.png',
    '/qr/https:/evil.test/.svg',
    '/qr//evil.test.svg',
    '/qr/..%2f..%2fevil.svg',
    '/qr/es.svg',
    '/qr/es/conditions.svg',
    '/qr/en/conditions/neck-pain.svg',
    '/qr/conditions/neck-pain%2f.svg',
    '/qr/.svg',
    '/qr/',
  ])('is made of nothing else: %s', async (path) => {
    const {status, text} = await ask(path)
    expect([400, 404, 308]).toContain(status)
    expect(text).not.toContain('<svg xmlns')
  })

  it('listens to no words of its own', async () => {
    const plain = await ask('/qr/conditions/neck-pain.svg')
    const asked = await ask('/qr/conditions/neck-pain.svg?url=https://evil.test/&text=evil', {
      headers: {host: 'evil.test', 'x-forwarded-host': 'evil.test'},
    })
    expect(asked.text).toBe(plain.text)
  })
})

describe('a picture', () => {
  it('comes from the site itself, for ever, and may do nothing', async () => {
    const {status, headers, body} = await ask(`/media/${assetId}?w=640`)
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^image\/(?:png|jpeg|webp|avif)$/)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
    expect(body.length).toBeGreaterThan(100)
  })

  it.each([
    '',
    '?w=641',
    '?w=99999',
    '?w=640&h=10',
    '?w=640&w=320',
    '?w=640&r=2x1',
    '?w=640&fm=gif',
    '?w=0640',
    '?w=6e2',
  ])('is made in known sizes only: not “%s”', async (search) => {
    expect((await ask(`/media/${assetId}${search}`)).status).toBe(404)
  })

  it('is found by its whole name only', async () => {
    for (const name of [
      assetId.replace('png', 'svg'),
      assetId.slice(0, -4),
      `..%2f${assetId}`,
      'image-..%2f-1x1-png',
    ]) {
      expect([name, (await ask(`/media/${name}?w=640`)).status]).toEqual([name, 404])
    }
  })
})

describe('an ordinary answer', () => {
  const policies = {
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'self'",
    'form-action': "'self'",
  }
  const policyOf = ({headers}: Pick<Answer, 'headers'>) =>
    new Map(
      String(headers['content-security-policy'] ?? '')
        .split('; ')
        .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
    )

  it.each([
    ...['/', page, '/nothing', '/es/nada', '/en/conditions', '/studio', '/robots.txt', '/sitemap.xml', '/enhance.js'],
    ...[
      '/icon.svg',
      '/favicon.ico',
      '/api/health',
      '/api/nothing',
      '/media/nothing',
      '/download/nothing',
      '/card/nothing',
      '/%',
      '/a\\b',
    ],
  ])('carries the headers that keep readers safe: %s', async (path) => {
    const {headers} = await ask(path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': path === '/studio' ? 'strict-origin-when-cross-origin' : 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': /^\/(?:media|card)\//.test(path) ? 'cross-origin' : 'same-origin',
      'content-security-policy': expect.stringMatching(/frame-ancestors '(?:none|self)'/),
      'x-dns-prefetch-control': 'off',
    })
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers.server).toBeUndefined()
  })

  it.each(['/', page, '/nothing'])('lets a page run nothing but our one file: %s', async (path) => {
    const {headers, text} = await ask(path)
    expect(Object.fromEntries(policyOf({headers}))).toEqual(policies)
    expect(text).not.toMatch(/__next_f|\/_next\/[^"]*\.js/)
  })

  it('is known again by what went out, not by what the framework made of it', async () => {
    const {headers, text} = await ask(page)
    const etag = headers.etag ?? ''
    expect((await ask(page, {headers: {'if-none-match': etag}})).status).toBe(304)
    await site.restart({KEEP_FRAMEWORK_SCRIPTS: '1'})
    // The same content with the framework's scripts is another page.
    const whole = await ask(page, {headers: {'if-none-match': etag}})
    expect([whole.status, whole.text.includes('self.__next_f.push(')]).toEqual([200, true])
    expect(policyOf(whole).get('script-src')).toMatch(/^'self'(?: 'sha256-[\w+/]+=*')+$/)
    await site.restart({KEEP_FRAMEWORK_SCRIPTS: ''})
    const again = await ask(page, {headers: {'if-none-match': whole.headers.etag}})
    expect([again.status, again.text]).toEqual([200, text])
  })

  it('lets the Studio speak to this clinic’s lake only, and nobody frame it', async () => {
    const policy = policyOf(await ask('/studio/structure'))
    const lake = `http://localhost:${site.between.port}`
    expect(policy.get('connect-src')?.split(' ')).toEqual(expect.arrayContaining(["'self'", lake]))
    expect([...policy.values()].join(' ')).not.toContain('sanity.io')
    expect(policy.get('frame-ancestors')).toBe("'self'")
  })

  it('is the same page in every encoding', async () => {
    const whole = await ask(page)
    expect(whole.headers['content-encoding']).toBeUndefined()
    expect(whole.body.length).toBeGreaterThan(10_000)
    const decoders = {br: brotliDecompressSync, gzip: gunzipSync}
    for (const [encoding, decode] of Object.entries(decoders)) {
      const packed = await ask(page, {headers: {'accept-encoding': encoding}})
      expect(packed.headers['content-encoding']).toBe(encoding)
      expect(packed.headers.vary).toContain('accept-encoding')
      expect(packed.body.length).toBeLessThan(whole.body.length / 3)
      expect(decode(packed.body).equals(whole.body)).toBe(true)
    }
    const browser = await ask(page, {headers: {'accept-encoding': 'gzip, deflate, br, zstd'}})
    expect(browser.headers['content-encoding']).toBe('br')
    const picky = await ask(page, {headers: {'accept-encoding': 'br;q=0, identity'}})
    expect(picky.headers['content-encoding']).toBeUndefined()
  })

  it('brings its style sheets in little, and once', async () => {
    const sheets = [...(await ask(page)).text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
      ([, at = '']) => at,
    )
    expect(sheets.length).toBeGreaterThan(0)
    for (const sheet of sheets) {
      const [plain, packed] = [await ask(sheet), await ask(sheet, {headers: {'accept-encoding': 'gzip, br'}})]
      expect(packed.headers['content-encoding']).toBe('br')
      expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true)
      expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(packed.headers['content-type']).toMatch(/^text\/css/)
    }
  })

  it.each(['/', page, '/nothing', '/sitemap.xml', '/robots.txt', '/studio', '/api/health'])(
    'has the same headers without its body, for HEAD: %s',
    async (path) => {
      const headers = {'accept-encoding': 'br'}
      const get = await ask(path, {headers})
      const head = await ask(path, {method: 'HEAD', headers})
      expect(head.status).toBe(get.status)
      expect(head.body).toHaveLength(0)
      for (const name of ['content-type', 'content-encoding', 'etag', 'vary', 'content-security-policy']) {
        expect([name, head.headers[name]]).toEqual([name, get.headers[name]])
      }
      if (head.headers['content-length']) expect(head.headers['content-length']).toBe(String(get.body.length))
    },
  )

  it('is not sent again to whoever has it', async () => {
    const first = await ask(page)
    const etag = first.headers.etag ?? ''
    expect(etag).toMatch(/^(?:W\/)?"/)
    const again = await ask(page, {headers: {'if-none-match': etag}})
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
    expect(again.headers.vary).toContain('accept-encoding')
    expect((await ask(page, {headers: {'if-none-match': '"other"'}})).status).toBe(200)
  })

  it('may be kept by nobody without asking, be it a page, a redirect or a 404', async () => {
    await editor.create({_id: 'moved', _type: 'redirect', from: '/moved.html', toPath: '/conditions', permanent: true})
    await until(async () => (await ask('/moved.html')).status === 308, 'the redirect')
    for (const path of ['/', page, '/conditions', '/moved.html', '/nothing']) {
      const {headers} = await ask(path)
      expect([path, headers['cache-control']]).toEqual([
        path,
        expect.stringMatching(/max-age=0, must-revalidate|no-cache|no-store/),
      ])
      expect(headers['cache-control']).not.toMatch(/s-maxage|stale-while/)
    }
  })

  it('is sent again once it has changed', async () => {
    const etag = (await ask(page)).headers.etag ?? ''
    await editor.patch('neck-pain').set({summary: 'Something new about necks.'}).commit()
    await until(
      async () => (await ask(page, {headers: {'if-none-match': etag}})).text.includes('Something new about necks.'),
      'the new page in place of 304',
    )
  })
})

it('printed no error through all of this', () => {
  expect(site.printed().replaceAll(/^.*(?:Running next\.config|\[publishing\]).*$/gm, '')).not.toMatch(/error/i)
})
