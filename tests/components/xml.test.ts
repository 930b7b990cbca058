/** Feed and sitemap as a real parser of XML reads them, whatever editors write. */
import {picture} from '@/components/examples/content/picture'
import {feedXml} from '@/lib/seo/feed'
import {sitemapEntries, sitemapXml} from '@/lib/seo/sitemap'

const odd = 'Œdème & <b>"quotes"</b> ]]> \u0000\u001f\u2028 😀 \t end'
const page = {
  _id: 'condition-back-pain',
  translationOf: null,
  _type: 'condition',
  _createdAt: '2026-03-01T10:00:00Z',
  _updatedAt: '2026-03-01T10:00:00Z',
  language: 'en',
  slug: 'back-pain',
  title: odd,
  summary: odd,
  lastReviewed: '2026-10-05',
  hide: false,
  expiresOn: null,
  sample: false,
} as const

function parsed(xml: string): Document {
  const read = new DOMParser().parseFromString(xml, 'application/xml')
  expect(read.querySelector('parsererror')?.textContent ?? null).toBeNull()
  return read
}

it('the feed is Atom: every element that the standard asks for, in its namespace', () => {
  const feed = parsed(feedXml('en', {name: odd}, [page], '2026-01-01T00:00:00.000Z'))
  const root = feed.documentElement
  expect([root.localName, root.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom'])
  for (const part of [root, ...feed.getElementsByTagName('entry')]) {
    for (const name of ['id', 'title', 'updated', 'link']) {
      expect([name, [...part.children].some((child) => child.localName === name)]).toEqual([name, true])
    }
    const time = [...part.children].find(({localName}) => localName === 'updated')?.textContent ?? ''
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/)
  }
  expect(feed.getElementsByTagName('entry')).toHaveLength(2)
  expect(feed.querySelector('entry summary')?.textContent).toContain('<b>"quotes"</b> ]]>')
})

it('the sitemap has addresses, dates and pictures in their namespaces', () => {
  const changes = new Map([['/conditions/back-pain', {changedAt: '2026-10-05T08:00:00.000Z', pictures: [picture]}]])
  const map = parsed(sitemapXml(sitemapEntries([page], {sample: false}, changes, '2026-11-25'), null) ?? '')
  expect(map.documentElement.namespaceURI).toBe('http://www.sitemaps.org/schemas/sitemap/0.9')
  expect([...map.getElementsByTagName('url')].length).toBe(3)
  const [image] = map.getElementsByTagNameNS('http://www.google.com/schemas/sitemap-image/1.1', 'loc')
  expect(image?.textContent).toContain('/media/')
  expect(map.getElementsByTagName('lastmod')[0]?.textContent).toBe('2026-10-05T08:00:00.000Z')
})
