import {IncomingMessage, type OutgoingHttpHeaders, ServerResponse} from 'node:http'
import {Socket} from 'node:net'
import {brotliDecompressSync} from 'node:zlib'
import {newPreviewSession} from '@/lib/preview-session'
import {type DoorOptions, door} from '@/server/door/door'
import {compressed} from '@/server/door/encoding'
import {refusalFor} from '@/server/door/refusal'
import {isEmptyShell, isNotFoundPath} from '@/server/door/whole-pages'
import {barePage, nextPage} from '../../../fixtures/next-page'

jest.mock('@/lib/secrets', () => ({keyFor: () => 'a key of this test'}))

const options: DoorOptions = {
  publicLakeUrl: null,
  projectId: 'clinic',
  secure: false,
  production: true,
  keepFrameworkScripts: false,
  trustProxy: false,
}

/** What Next would answer. */
type Written = {status?: number; headers?: Record<string, string | string[]>; body: string}
type Asked = {path?: string; method?: string; headers?: Record<string, string>}
type Answer = {status: number; headers: OutgoingHttpHeaders; body: string; told: Record<string, unknown>}

const kept = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 's-maxage=300, stale-while-revalidate=31535700',
  etag: '"next"',
  vary: 'rsc, next-router-state-tree',
  'x-nextjs-prerender': '1',
}

/** An answer through the door, without a socket. `told` is what Next was told of the request. */
function ask(
  written: Written,
  {path = '/conditions/back-pain', method = 'GET', headers = {}}: Asked = {},
  changed: Partial<DoorOptions> = {},
): Promise<Answer> {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, {method, url: path, rawHeaders: ['Host', 'clinic.example'], headers: {...headers}})
  const told = request.headers
  return new Promise((resolve, reject) => {
    const response = new ServerResponse(request)
    let status = 0
    let sent: OutgoingHttpHeaders = {}
    Object.assign(response, {
      writeHead: (code: number, all: OutgoingHttpHeaders) => {
        status = code
        sent = all
      },
      end: (body?: Buffer) => resolve({status, headers: sent, body: decoded(body, sent), told}),
    })
    const enter = door(
      async (_request, draft) => {
        draft.writeHead(written.status ?? 200, {...(written.headers ?? kept)})
        draft.end(written.body)
      },
      {...options, ...changed},
    )
    enter(request, response).catch(reject)
  })
}

const decoded = (body: Buffer | undefined, headers: OutgoingHttpHeaders): string =>
  (headers['content-encoding'] === 'br' ? brotliDecompressSync(body ?? '') : (body ?? '')).toString()

describe('a request', () => {
  it.each([
    ['GET', '/conditions/back-pain', null],
    ['HEAD', '/', null],
    ['POST', '/api/revalidate', null],
    ['GET', '/es/dolor%20de%20espalda', null],
    ['POST', '/conditions/back-pain', 405],
    ['PUT', '/api/revalidate', 405],
    ['TRACE', '/', 405],
    ['GET', '/%', 400],
    ['GET', '/%zz', 400],
    ['GET', '/%E0%A4%A', 400],
    ['GET', '/a%00b', 400],
    ['GET', '/a\\b', 400],
    ['GET', 'http://elsewhere.example/', 400],
  ])('%s %s is answered with %s', (method, url, status) => {
    expect(refusalFor({method, url, hosts: 1})?.status ?? null).toBe(status)
  })

  it('that names two hosts, or none, is refused', () => {
    expect(refusalFor({method: 'GET', url: '/', hosts: 2})?.status).toBe(400)
    expect(refusalFor({method: 'GET', url: '/', hosts: 0})?.status).toBe(400)
  })

  it('to the form in another way than by sending it hears that it is to be sent', () => {
    expect(refusalFor({method: 'PUT', url: '/api/enquiries', hosts: 1})).toMatchObject({status: 405, allow: 'POST'})
    // A look at it is answered in words, by the form itself.
    expect(refusalFor({method: 'GET', url: '/api/enquiries', hosts: 1})).toBeNull()
    expect(refusalFor({method: 'PUT', url: '/api/other', hosts: 1})).toMatchObject({allow: 'GET, HEAD, POST'})
  })

  it('says who is asking, in the one place where nobody outside can write', async () => {
    const {told} = await ask({body: nextPage()}, {headers: {'x-forwarded-for': '203.0.113.5'}}, {trustProxy: true})
    expect(told['x-forwarded-for']).toBe('203.0.113.5')
    const lie = await ask({body: nextPage()}, {headers: {'x-forwarded-for': '203.0.113.5'}})
    expect(lie.told).not.toHaveProperty('x-forwarded-for')
  })

  it('does not tell the framework what only the framework may say, nor ask for pages in pieces', async () => {
    const headers = {host: 'clinic.example', accept: 'text/html', cookie: 'a=b'}
    const dropped = [
      ...['x-middleware-subrequest', 'x-nextjs-data', 'x-invoke-path', 'x-forwarded-host', 'x-matched-path'],
      ...['next-resume', 'next-action', 'rsc', 'next-router-prefetch', 'next-router-state-tree', 'next-url'],
    ]
    const lies = Object.fromEntries(dropped.map((name) => [name, 'evil']))
    expect((await ask({body: nextPage()}, {headers: {...headers, ...lies}})).told).toEqual(headers)
  })
})

describe('a page', () => {
  it('goes out without the framework, and may run nothing but its own file', async () => {
    const {status, headers, body} = await ask({body: nextPage()})
    expect([status, body]).toEqual([200, barePage])
    expect(headers['content-security-policy']).toContain("; script-src 'self'; style-src 'self'; ")
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(headers.vary).toBe('accept-encoding')
    expect(Object.keys(headers).filter((name) => name.startsWith('x-nextjs'))).toEqual([])
  })

  it('has an ETag of its own, which is understood again', async () => {
    const {headers} = await ask({body: nextPage()})
    const etag = String(headers.etag)
    expect(etag).not.toContain('next')
    for (const known of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
      const again = await ask({body: nextPage()}, {headers: {'if-none-match': known}})
      expect([known, again.status, again.body, again.headers.etag]).toEqual([known, 304, '', etag])
      expect(again.headers).not.toHaveProperty('content-length')
      expect(again.headers['content-security-policy']).toBe(headers['content-security-policy'])
      expect(again.told).toEqual({})
    }
    for (const other of ['"next"', 'W/"next"', '""', '']) {
      expect((await ask({body: nextPage()}, {headers: {'if-none-match': other}})).status).toBe(200)
    }
  })

  it('is another one with the scripts: whoever has one is sent the other', async () => {
    const bare = await ask({body: nextPage()})
    const whole = await ask(
      {body: nextPage()},
      {headers: {'if-none-match': String(bare.headers.etag)}},
      {keepFrameworkScripts: true},
    )
    expect([whole.status, whole.body]).toEqual([200, nextPage()])
    expect(whole.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-/)
    expect(whole.headers.etag).not.toBe(bare.headers.etag)
    const back = await ask({body: nextPage()}, {headers: {'if-none-match': String(whole.headers.etag)}})
    expect([back.status, back.body]).toEqual([200, barePage])
  })

  it('is sent as a new one when it has changed', async () => {
    const first = await ask({body: nextPage()})
    const headers = {'if-none-match': String(first.headers.etag)}
    const changed = {body: nextPage('<p>New</p>'), headers: {...kept, etag: '"changed"'}}
    expect((await ask(changed, {headers})).body).toContain('<p>New</p>')
  })

  it('is compressed, and the same', async () => {
    const body = nextPage('<p>Some more</p>'.repeat(50))
    const packed = await ask({body, headers: {...kept, etag: '"long"'}}, {headers: {'accept-encoding': 'br'}})
    expect(packed.headers['content-encoding']).toBe('br')
    expect(packed.body).toBe((await ask({body, headers: {...kept, etag: '"long"'}})).body)
    expect(packed.told).toEqual({})
  })

  it('has for HEAD the headers of GET', async () => {
    const get = await ask({body: nextPage()})
    const head = await ask({body: nextPage()}, {method: 'HEAD'})
    expect(head).toEqual({...get, body: ''})
  })

  it('that is made for each reader loses the framework too, and has no ETag', async () => {
    const headers = {
      'content-type': 'text/html',
      'cache-control': 'private, no-store',
      link: '</_next/a.js>; as=script',
    }
    const answer = await ask({body: nextPage(), headers}, {path: '/search'})
    expect(answer.body).toBe(barePage)
    expect(answer.headers).not.toHaveProperty('etag')
    expect(answer.headers).not.toHaveProperty('link')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('that holds what is not known stays whole, and the log says so once', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {})
    const body = nextPage('<script>surprise()</script>')
    for (const name of ['a', 'b', 'a']) {
      const answer = await ask({body, headers: {...kept, etag: `"${name}"`}}, {path: `/treatments/${name}`})
      expect(answer.body).toBe(body)
      expect(answer.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-/)
    }
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/scripts stay on \/treatments\/a .*script that is not known \("surprise\(\)"\)/)],
    ])
    warn.mockReset()
  })

  it('stays whole for an editor with a preview, and for nobody who only says so', async () => {
    const headers = {'content-type': 'text/html', 'cache-control': 'private, no-store'}
    const as = (cookie: string) =>
      ask({body: nextPage(), headers}, {headers: {cookie, rsc: '1'}}).then(({body, told}) => [body, 'rsc' in told])
    expect(await as(`a=b; clinic-preview=${newPreviewSession()}`)).toEqual([nextPage(), true])
    expect(await as('clinic-preview=1; __prerender_bypass=1')).toEqual([barePage, false])
  })
})

describe('a page that failed', () => {
  it.each([
    ['/conditions/back-pain', 'en', 'This page cannot be shown right now', '/'],
    ['/es/conditions/ciatica', 'es', 'Esta página no se puede mostrar en este momento', '/es'],
  ])('is a whole page in the language of its address: %s', async (path, language, title, home) => {
    const headersOfShell = {...kept, link: '</a.woff2>; rel=preload; as="font"'}
    const shell = {status: 500, headers: headersOfShell, body: '<!DOCTYPE html><html id="__next_error__"></html>'}
    const {status, headers, body} = await ask(shell, {path})
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '30', 'no-store'])
    expect(headers).not.toHaveProperty('etag')
    expect(headers).not.toHaveProperty('link')
    expect(body).toContain(`<html lang="${language}">`)
    expect(body).toContain(`<title>${title} – `)
    expect(body).toContain(`href="${home}"`)
    expect(body).toContain('911')
    expect(body).not.toMatch(/<script|\sstyle=/)
    expect(headers['content-security-policy']).toMatch(/script-src 'self'; style-src 'self' 'sha256-/)
  })

  it('is known by Next’s empty shell, and the 404 page by its address in every language', () => {
    expect(['/not-found-page', '/es/not-found-page'].every(isNotFoundPath)).toBe(true)
    expect(isNotFoundPath('/conditions/not-found-page')).toBe(false)
    expect(isEmptyShell('<!DOCTYPE html><html id="__next_error__"><head></head></html>')).toBe(true)
  })
})

describe('an address with spare slashes', () => {
  it('leads to the one without, and browsers ask again each time', async () => {
    const {status, headers} = await ask({body: ''}, {path: '//conditions/?a=b'})
    expect([status, headers.location]).toEqual([308, '/conditions?a=b'])
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  })

  it.each(['/search/?q=suicide', '//search?q=suicide', '/es//search/?q=suicide'])(
    'of a search is kept and told by nobody: %s',
    async (path) => {
      const {status, headers} = await ask({body: ''}, {path})
      expect([status, headers['cache-control'], headers['referrer-policy']]).toEqual([308, 'no-store', 'no-referrer'])
    },
  )
})

describe('what is no page', () => {
  it('is sent as it is, and may do nothing', async () => {
    const headers = {'content-type': 'text/plain; charset=utf-8'}
    const {body, headers: answered} = await ask({body: 'User-agent: *', headers}, {path: '/robots.txt'})
    expect(body).toBe('User-agent: *')
    expect(answered['content-security-policy']).toContain("default-src 'none'")
  })

  it('keeps the policy that its route gave it', async () => {
    const headers = {'content-type': 'image/svg+xml', 'content-security-policy': 'sandbox'}
    expect((await ask({body: '<svg/>', headers})).headers['content-security-policy']).toBe('sandbox')
  })

  it('is compressed where it is a style sheet, which nothing is shown without', async () => {
    const headers = {'content-type': 'text/css; charset=UTF-8', etag: 'W/"css-1"'}
    const asked = {path: '/_next/static/chunks/a.css', headers: {'accept-encoding': 'gzip, br'}}
    const {headers: answered, body} = await ask({body: 'a { top: 0 }'.repeat(100), headers}, asked)
    expect([answered['content-encoding'], body]).toEqual(['br', 'a { top: 0 }'.repeat(100)])
  })

  it.each([
    ['/enhance.js', 'text/javascript', true],
    ['/_next/static/chunks/a.css', 'text/css', true],
    ['/conditions/back-pain.md', 'text/markdown', false],
    ['/llms.txt', 'text/plain', false],
  ])('is compressed slowly only where it lasts until the next build: %s', async (path, type, lasting) => {
    const body = Array.from({length: 3000}, (_, line) => `rule ${(line * 7919) % 997} at ${line}`).join('\n')
    const headers = {'content-type': type, etag: `"of ${path}"`}
    const {headers: answered} = await ask({body, headers}, {path, headers: {'accept-encoding': 'br'}})
    const sizes = [true, false].map((slowly) => compressed(Buffer.from(body), 'br', slowly).length)
    expect(sizes[0]).not.toBe(sizes[1])
    expect(answered['content-length']).toBe(sizes[lasting ? 0 : 1])
  })

  it('is known again by its own ETag, and by its address: two files may share one', async () => {
    const file = (path: string, body: string, known?: string) =>
      ask(
        {body, headers: {'content-type': 'text/javascript', etag: 'W/"a-19"'}},
        {path, headers: known ? {'if-none-match': known} : {}},
      )
    expect((await file('/a.js', 'one()')).body).toBe('one()')
    expect((await file('/b.js', 'two()')).body).toBe('two()')
    expect((await file('/b.js', 'two()', 'W/"a-19"')).status).toBe(304)
  })

  it('has no body where it leads elsewhere', async () => {
    const headers = {...kept, location: ['/conditions', '/conditions']}
    const {status, headers: answered, body} = await ask({status: 308, headers, body: 'x'}, {path: '/moved'})
    expect([status, answered.location, body]).toEqual([308, '/conditions', ''])
  })
})
