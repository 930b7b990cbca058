import {describe, expect, test} from '@jest/globals'
import {robotsText, sitemapEntries, sitemapXml} from '@/lib/seo/sitemap'
import {absoluteUrl} from '@/lib/site'

const address = {
  _type: 'condition',
  language: 'en',
  slug: 'back-pain',
  _updatedAt: '2026-11-20T10:00:00Z',
  hide: false,
  expiresOn: null,
  sample: false,
} as const

const today = '2026-11-25'

type Addresses = Parameters<typeof sitemapEntries>[0]
const entries = (addresses: Addresses, site: {sample: boolean}) => sitemapEntries(addresses, site, today)
const urls = (addresses: Addresses, site: {sample: boolean}) => entries(addresses, site).map(({url}) => url)

describe('the sitemap', () => {
  test('lists documents and the lists they stand in, with the day they changed', () => {
    const older = {...address, slug: 'sciatica', _updatedAt: '2026-01-01T00:00:00Z'}
    expect(entries([address, older], {sample: false})).toEqual([
      {url: absoluteUrl('/'), changed: null},
      {url: absoluteUrl('/conditions'), changed: address._updatedAt},
      {url: absoluteUrl('/conditions/back-pain'), changed: address._updatedAt},
      {url: absoluteUrl('/conditions/sciatica'), changed: older._updatedAt},
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

  test('is XML whatever an address holds', () => {
    const xml = sitemapXml([{url: 'https://clinic.example/a?b&c', changed: null}])
    expect(xml).toContain('<loc>https://clinic.example/a?b&amp;c</loc>')
    expect(xml).not.toContain('lastmod')
  })
})

test('robots may fetch all but the Studio and the inner doors, and learn of the sitemap', () => {
  expect(robotsText().split('\n')).toEqual([
    'User-agent: *',
    'Disallow: /studio',
    'Disallow: /api/',
    '',
    `Sitemap: ${absoluteUrl('/sitemap.xml')}`,
    '',
  ])
})
