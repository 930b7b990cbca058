import {brotliDecompressSync, gunzipSync} from 'node:zlib'
import {encodingFor, isWorthCompressing} from '@/server/door/encoding'
import {encodedBody, finished, finishedOnce} from '@/server/door/finished'

const body = Buffer.from('Back pain. '.repeat(200))

describe('a finished body', () => {
  it('is named by its bytes', () => {
    expect(finished(body).etag).toBe(finished(Buffer.from(body)).etag)
    expect(finished(body).etag).not.toBe(finished(Buffer.from('Neck pain.')).etag)
    expect(finished(body).etag).toMatch(/^W\/"[\w-]{22}"$/)
  })

  it('is compressed to what was said, once', () => {
    const page = finished(body)
    expect(brotliDecompressSync(encodedBody(page, 'br'))).toEqual(body)
    expect(gunzipSync(encodedBody(page, 'gzip'))).toEqual(body)
    expect(encodedBody(page, 'br')).toBe(encodedBody(page, 'br'))
  })

  it('is compressed as well as can be where it lasts', () => {
    const text = Buffer.from(
      Array.from({length: 2000}, (_, line) => `.rule-${(line * 7919) % 997} { top: ${line}px }`).join(),
    )
    const size = (lasting: boolean) => encodedBody(finished(text, null, lasting), 'br').length
    expect(size(true)).toBeLessThan(size(false))
  })

  it('is made once for each name, and each time where there is none', () => {
    const make = jest.fn(() => finished(body))
    expect(finishedOnce('a', make)).toBe(finishedOnce('a', make))
    expect(make).toHaveBeenCalledTimes(1)
    finishedOnce(null, make)
    finishedOnce(null, make)
    expect(make).toHaveBeenCalledTimes(3)
  })

  it('is forgotten when there are too many, the longest unused first', () => {
    const large = (name: string) => finishedOnce(name, () => finished(Buffer.alloc(4 * 1024 * 1024, name)))
    const [first, second] = [large('first'), large('second')]
    for (const name of ['3', '4', '5', '6', '7', '8']) large(name)
    expect(large('first')).toBe(first)
    large('9')
    expect(large('first')).toBe(first)
    expect(large('second')).not.toBe(second)
  })
})

describe('compression', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
    [undefined, null],
  ])('answers "Accept-Encoding: %s" with %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding)
  })

  it.each([
    ['text/html; charset=utf-8', true],
    ['application/javascript; charset=UTF-8', true],
    ['application/ld+json', true],
    ['application/speculationrules+json', true],
    ['application/rss+xml', true],
    ['image/svg+xml', true],
    ['image/png', false],
    ['image/x-icon', false],
    ['font/woff2', false],
    ['', false],
  ])('pays for "%s": %s', (type, pays) => {
    expect(isWorthCompressing(body, type)).toBe(pays)
  })

  it('does not pay for a few words', () => {
    expect(isWorthCompressing(Buffer.from('Hello'), 'text/html')).toBe(false)
  })
})
