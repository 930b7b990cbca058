import {describe, expect, test} from '@jest/globals'
import {picture} from '@/components/examples/content/picture'
import {mostInOne, sitemapEntries, sitemapXml} from '@/lib/seo/sitemap'
import {absoluteUrl} from '@/lib/site'

const address = {
  _id: 'condition-back-pain',
  translationOf: null,
  _type: 'condition',
  language: 'en',
  slug: 'back-pain',
  _updatedAt: '2026-11-20T10:00:00Z',
  hide: false,
  expiresOn: null,
  sample: false,
} as const

const nothing = new Map()
const today = '2026-11-25'

const urls = (...[addresses, site]: [Parameters<typeof sitemapEntries>[0], Parameters<typeof sitemapEntries>[1]]) =>
  sitemapEntries(addresses, site, nothing, today).map(({url}) => url)

describe('the sitemap', () => {
  test('lists documents and the lists they stand in, with the day their public content changed', () => {
    const older = {...address, _id: 'condition-sciatica', slug: 'sciatica', _updatedAt: '2026-01-01T00:00:00Z'}
    const changes = new Map([
      ['/conditions', {changedAt: '2026-11-01T09:00:00.000Z', pictures: []}],
      ['/conditions/back-pain', {changedAt: '2026-11-01T09:00:00.000Z', pictures: [picture, picture]}],
    ])
    expect(sitemapEntries([address, older], {sample: false}, changes, today)).toEqual([
      {url: absoluteUrl('/'), changed: null, images: [], alternates: []},
      {url: absoluteUrl('/conditions'), changed: '2026-11-01T09:00:00.000Z', images: [], alternates: []},
      {
        url: absoluteUrl('/conditions/back-pain'),
        changed: '2026-11-01T09:00:00.000Z',
        images: [absoluteUrl(`/media/${picture.assetId}?w=1200&rect=160,0,1440,1000`)],
        alternates: [],
      },
      // Nothing is known of this one but when its document was last edited.
      {url: absoluteUrl('/conditions/sciatica'), changed: older._updatedAt, images: [], alternates: []},
    ])
  })

  test('leaves out what is hidden or sample, and lists that would be empty', () => {
    expect(
      urls(
        [
          {...address, hide: true},
          {...address, sample: true},
        ],
        {sample: false},
      ),
    ).toEqual([])
  })

  test('names no list of a sample clinic', () => {
    expect(urls([address], {sample: true})).toEqual([absoluteUrl('/conditions/back-pain')])
  })

  test('lists questions and facts, and leaves out a fact whose date has passed', () => {
    const question = {...address, _type: 'faq', slug: 'bed-rest'} as const
    const fact = {...address, _type: 'fact', slug: 'most-people', expiresOn: today} as const
    expect(urls([question, fact, {...fact, slug: 'old', expiresOn: '2026-11-24'}], {sample: false})).toEqual([
      absoluteUrl('/'),
      absoluteUrl('/questions'),
      absoluteUrl('/facts'),
      absoluteUrl('/questions/bed-rest'),
      absoluteUrl('/facts/most-people'),
    ])
  })

  test('keeps languages apart', () => {
    expect(urls([{...address, language: 'es'}], {sample: false})).toEqual([
      absoluteUrl('/es'),
      absoluteUrl('/es/conditions'),
      absoluteUrl('/es/conditions/back-pain'),
    ])
  })

  test('shows each page in its other languages, itself among them, the same list on all of them', () => {
    const spanish = {...address, _id: 'es', language: 'es', slug: 'dolor', translationOf: address._id} as const
    const entries = sitemapEntries([address, spanish], {sample: false}, nothing, today)
    const alternates = [
      {hreflang: 'en-US', url: absoluteUrl('/conditions/back-pain')},
      {hreflang: 'es-US', url: absoluteUrl('/es/conditions/dolor')},
      {hreflang: 'x-default', url: absoluteUrl('/conditions/back-pain')},
    ]
    const pages = entries.filter(({url}) => /back-pain|dolor/.test(url))
    expect(pages.map((entry) => entry.alternates)).toEqual([alternates, alternates])
    const list = entries.find(({url}) => url === absoluteUrl('/es/conditions'))
    expect(list?.alternates.map(({url}) => url)).toEqual(
      ['/conditions', '/es/conditions', '/conditions'].map(absoluteUrl),
    )
    expect(sitemapXml(entries, null)).toContain(
      `<xhtml:link rel="alternate" hreflang="es-US" href="${absoluteUrl('/es/conditions/dolor')}"/>`,
    )
  })

  test('offers no language that search engines may not list', () => {
    const hidden = {
      ...address,
      _id: 'es',
      language: 'es',
      slug: 'dolor',
      translationOf: address._id,
      hide: true,
    } as const
    const entries = sitemapEntries([address, hidden], {sample: false}, nothing, today)
    expect(entries.flatMap((entry) => entry.alternates)).toEqual([])
  })

  test('is XML whatever an address holds', () => {
    const xml = sitemapXml(
      [{url: 'https://clinic.example/a?b&c', changed: null, images: ['https://x.example/?a&b'], alternates: []}],
      null,
    )
    expect(xml).toContain('<loc>https://clinic.example/a?b&amp;c</loc>')
    expect(xml).toContain('<image:loc>https://x.example/?a&amp;b</image:loc>')
    expect(xml).not.toContain('lastmod')
  })

  test('is split where it would be too long, and every address is in one part', () => {
    const entries = Array.from({length: 2 * mostInOne + 1}, (_, at) => ({
      url: `https://x.example/${at}`,
      changed: null,
      images: [],
      alternates: [],
    }))
    const index = sitemapXml(entries, null) ?? ''
    const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) =>
      new URL(url).searchParams.get('part'),
    )
    expect(parts).toEqual(['1', '2', '3'])
    const listed = parts.flatMap((part) => [...(sitemapXml(entries, part) ?? '').matchAll(/<loc>/g)])
    expect(listed).toHaveLength(entries.length)
    for (const part of ['0', '4', '01', 'x', '-1', '']) expect(sitemapXml(entries, part)).toBeNull()
  })
})
