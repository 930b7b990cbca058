import {createHash} from 'node:crypto'
import {IncomingMessage, ServerResponse} from 'node:http'
import {Socket} from 'node:net'
import {brotliDecompressSync, gunzipSync} from 'node:zlib'
import {door} from '@/server/door/door'
import {compressed, encodingFor} from '@/server/door/encoding'
import {headersFor, inlineScriptHashes} from '@/server/door/headers'
import {refusalFor} from '@/server/door/refusal'
import {isEmptyShell, isNotFoundPath} from '@/server/door/whole-pages'

describe('the door', () => {
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
  ])('answers %s %s with %s', (method, url, status) => {
    expect(refusalFor({method, url, hosts: 1})?.status ?? null).toBe(status)
  })

  it('refuses a request that names two hosts, or none', () => {
    expect(refusalFor({method: 'GET', url: '/', hosts: 2})?.status).toBe(400)
    expect(refusalFor({method: 'GET', url: '/', hosts: 0})?.status).toBe(400)
  })

  it('keeps from the framework what only the framework may say', async () => {
    const request = new IncomingMessage(new Socket())
    const kept = {host: 'clinic.example', accept: 'text/html', cookie: 'a=b'}
    const dropped = ['x-middleware-subrequest', 'x-nextjs-data', 'x-invoke-path', 'x-forwarded-host', 'x-matched-path']
    Object.assign(request, {
      method: 'GET',
      url: '/api/health',
      rawHeaders: ['Host', 'clinic.example'],
      headers: {
        ...kept,
        ...Object.fromEntries([...dropped, 'next-resume', 'next-action'].map((name) => [name, 'evil'])),
      },
    })
    const handle = jest.fn(async (_request: IncomingMessage) => {})
    const options = {publicLakeUrl: null, projectId: 'clinic', secure: false, production: true}
    await door(handle, options)(request, new ServerResponse(request))
    expect(handle.mock.calls.map(([{headers}]) => headers)).toEqual([kept])
  })

  it('allows the inline scripts of a page by their hashes, and nothing else', () => {
    const html = '<script>one()</script><script src="/a.js"></script><script type="application/ld+json">{}</script>'
    const hash = `'sha256-${createHash('sha256').update('one()').digest('base64')}'`
    expect(inlineScriptHashes(html)).toEqual([hash])
    const policy = headersFor('/', html, {publicLakeUrl: null, projectId: 'clinic', secure: false})[
      'content-security-policy'
    ]
    expect(policy).toContain(`script-src 'self' ${hash};`)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toContain("default-src 'self'")
  })

  it('lets the Studio speak to its lake and to nobody else', () => {
    const lake = 'http://localhost:3939'
    const policy = headersFor('/studio/structure', null, {publicLakeUrl: lake, projectId: 'clinic', secure: false})[
      'content-security-policy'
    ]
    expect(policy).toContain(`connect-src 'self' ${lake} http://clinic.localhost:3939 ws://localhost:3939;`)
    expect(policy).not.toContain('sanity.io')
  })

  it('asks browsers to stay with HTTPS only where the site has it', () => {
    const at = (secure: boolean) =>
      headersFor('/', '', {publicLakeUrl: null, projectId: 'clinic', secure})['strict-transport-security']
    expect(at(false)).toBeUndefined()
    expect(at(true)).toMatch(/max-age=31536000/)
  })

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
    [undefined, null],
  ])('answers "Accept-Encoding: %s" with %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding)
  })

  it('compresses to what was said', () => {
    const body = Buffer.from('Back pain. '.repeat(200))
    expect(brotliDecompressSync(compressed(body, 'br', '"a"'))).toEqual(body)
    expect(gunzipSync(compressed(body, 'gzip', '"a"'))).toEqual(body)
    expect(compressed(body, 'br', '"a"')).toBe(compressed(body, 'br', '"a"'))
  })

  it('knows the 404 page in every language, and Next’s empty shell', () => {
    expect(['/not-found-page', '/es/not-found-page'].every(isNotFoundPath)).toBe(true)
    expect(isNotFoundPath('/conditions/not-found-page')).toBe(false)
    expect(isEmptyShell('<!DOCTYPE html><html id="__next_error__"><head></head></html>')).toBe(true)
  })
})
