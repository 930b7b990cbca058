/** What pages may weigh. Bytes are those on the wire; kB are 1,000 bytes. */
import http from 'node:http'
import type {Response} from 'playwright-core'
import {openBrowser, type TestBrowser} from '../support/browser'
import {everyKind} from '../support/kinds-of-page'
import {sampleClinic} from '../support/sample-clinic'

jest.setTimeout(180_000)

const clinic = sampleClinic()
let patient: TestBrowser
let onPhone: TestBrowser

beforeAll(async () => {
  patient = await openBrowser()
  onPhone = await openBrowser({width: 390, density: 3})
})

afterAll(async () => {
  await patient?.close()
  await onPhone?.close()
})

/** A page that knows nothing of earlier ones: a browser that has a larger picture already takes that. */
async function firstVisit({context}: TestBrowser) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.setCacheDisabled', {cacheDisabled: true})
  return page
}

/** Bytes of the body as it is sent to whoever takes gzip only. */
const gzipOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const address = `http://127.0.0.1:${clinic.sitePort}${path}`
    const request = http.get(address, {headers: {'accept-encoding': 'gzip'}}, async (response) => {
      if (response.headers['content-encoding'] !== 'gzip') reject(new Error(`${path} does not come as gzip.`))
      let size = 0
      for await (const part of response) size += part.length
      resolve(size)
    })
    request.on('error', reject)
  })

const conditionPaths = async () => {
  const html = await (await fetch(`${clinic.siteUrl}/conditions`)).text()
  return [...new Set([...html.matchAll(/href="(\/conditions\/[^"#?]+)"/g)].map(([, path = '']) => path))]
}

describe('the weight of a page', () => {
  it('is at most 15 kB of HTML for every condition', async () => {
    const paths = await conditionPaths()
    expect(paths.length).toBeGreaterThan(9)
    const sizes = await Promise.all(paths.map(async (path) => [path, await gzipOf(path)] as const))
    expect(sizes.filter(([, size]) => size > 15_000)).toEqual([])
  })

  it.each(everyKind)('is small in everything else, and all of its JavaScript is one file: %s', async (_kind, path) => {
    const page = await firstVisit(patient)
    const responses: Response[] = []
    page.on('response', (response) => responses.push(response))
    await page.goto(clinic.siteUrl + path, {waitUntil: 'networkidle'})
    const of = (type: string) => responses.filter((response) => response.request().resourceType() === type)
    const weight = async (type: string) => {
      const sizes = await Promise.all(of(type).map((response) => response.request().sizes()))
      return sizes.reduce((sum, {responseBodySize}) => sum + responseBodySize, 0)
    }
    expect(of('script').map((response) => new URL(response.url()).pathname)).toEqual(['/enhance.js'])
    expect(await weight('script')).toBeLessThanOrEqual(3000)
    expect(await weight('stylesheet')).toBeLessThanOrEqual(10_000)
    expect(await weight('font')).toBeLessThanOrEqual(60_000)
    expect(of('font').length).toBeGreaterThan(0)
    expect(responses.filter((response) => new URL(response.url()).origin !== clinic.siteUrl)).toEqual([])
    await page.close()
  })
})

describe('pictures', () => {
  it.each(everyKind)(
    'come in the size that is needed, as AVIF, the first at once and the others later: %s',
    async (_kind, path) => {
      for (const browser of [onPhone, patient]) {
        const page = await firstVisit(browser)
        const density = await page.evaluate(() => devicePixelRatio)
        const types = new Map<string, string>()
        page.on('response', (response) => types.set(response.url(), response.headers()['content-type'] ?? ''))
        await page.goto(clinic.siteUrl + path, {waitUntil: 'load'})
        const pictures = await page.evaluate(async () => {
          const images = [...document.images]
          for (const image of images) {
            image.scrollIntoView({block: 'center', behavior: 'instant'})
            await image.decode().catch(() => undefined)
          }
          return images.map((image) => {
            // The densities of `srcset` are out of `naturalWidth` already; the address has the pixels.
            const chosen = Number(new URL(image.currentSrc).searchParams.get('w'))
            const offered = [...image.srcset.matchAll(/ (\d+)w/g)].map(([, each]) => Number(each))
            const [, original = ''] = /-(\d+x\d+)-/.exec(image.currentSrc) ?? []
            return {
              address: image.currentSrc,
              chosen,
              offered,
              original: original.split('x').map(Number),
              drawn: image.getBoundingClientRect().width,
              loading: image.loading,
              place: image.closest('main') ? 'main' : 'frame',
            }
          })
        })
        for (const {address, chosen, offered, original, drawn} of pictures.filter(({drawn}) => drawn > 0)) {
          expect([address, types.get(address)]).toEqual([address, 'image/avif'])
          const needed = drawn * density
          const smallest = offered.find((each) => each >= needed * 0.95) ?? offered.at(-1) ?? 0
          // One size more than needed may be chosen, where `sizes` rounds; never one that blurs.
          const next = offered[offered.indexOf(smallest) + 1] ?? smallest
          expect([address, drawn, [smallest, next].includes(chosen)]).toEqual([address, drawn, true])
          expect(chosen).toBeLessThanOrEqual(Math.max(original[0] ?? 0, offered[0] ?? 0))
        }
        const inMain = pictures.filter(({place}) => place === 'main')
        expect(inMain.slice(1).filter(({loading}) => loading !== 'lazy')).toEqual([])
        expect(browser.errors.filter((error) => !error.includes('status of 404'))).toEqual([])
        await page.close()
      }
    },
  )

  it('that open a page are fetched first', async () => {
    const html = await (await fetch(`${clinic.siteUrl}/conditions/back-pain`)).text()
    const [first = '', ...others] = /<main[\s\S]*<\/main>/.exec(html)?.[0].match(/<img\b[^>]*>/g) ?? []
    expect(first).toMatch(/loading="eager"/)
    expect(first).toMatch(/fetchPriority="high"/i)
    expect(others.filter((other) => !other.includes('loading="lazy"'))).toEqual([])
  })

  it('are negotiated: AVIF, else WebP, else what the original is', async () => {
    const html = await (await fetch(`${clinic.siteUrl}/conditions/back-pain`)).text()
    const address = /<main[\s\S]*?<img\b[^>]*src="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const typeFor = async (accept: string) => {
      const response = await fetch(clinic.siteUrl + address, {headers: {accept}})
      expect(response.headers.get('vary')).toBe('accept')
      return response.headers.get('content-type')
    }
    expect(await typeFor('image/avif,image/webp,*/*')).toBe('image/avif')
    expect(await typeFor('image/webp,*/*')).toBe('image/webp')
    expect(await typeFor('*/*')).toMatch(/^image\/(?:png|jpeg)$/)
  })
})
