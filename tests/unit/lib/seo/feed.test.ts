import {describe, expect, test} from '@jest/globals'
import {feedXml} from '@/lib/seo/feed'
import {absoluteUrl} from '@/lib/site'

const site = {name: 'Clinic & Co'}
const since = '2026-01-01T00:00:00.000Z'
const page = {
  _type: 'condition',
  _createdAt: '2026-03-01T10:00:00Z',
  language: 'en',
  slug: 'back-pain',
  title: 'Back pain',
  summary: 'It is <common>.',
  lastReviewed: null,
} as const

const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found]) => found)

describe('the feed', () => {
  test('has a new page with the day it came', () => {
    const xml = feedXml('en', site, [page], since)
    expect(all(xml, /<id>([^<]+)<\/id>/g)).toEqual([absoluteUrl('/feed.xml'), absoluteUrl('/conditions/back-pain')])
    expect(all(xml, /<updated>([^<]+)<\/updated>/g)).toEqual([page._createdAt, page._createdAt])
    expect(xml).toContain('<published>2026-03-01T10:00:00Z</published>')
    expect(xml).toContain('<summary>It is &lt;common&gt;.</summary>')
    expect(xml).toContain('<title>Clinic &amp; Co: new and newly reviewed pages</title>')
  })

  test('has each review as news of its own, the newest first', () => {
    const xml = feedXml('en', site, [{...page, lastReviewed: '2026-10-05'}], since)
    expect(all(xml, /<title>([^<]+)<\/title>/g).slice(1)).toEqual(['Reviewed: Back pain', 'Back pain'])
    expect(all(xml, /<id>([^<]+)<\/id>/g)[1]).toBe(absoluteUrl('/conditions/back-pain#reviewed-2026-10-05'))
    expect(all(xml, /<updated>([^<]+)<\/updated>/g)[0]).toBe('2026-10-05T17:00:00Z')
  })

  test('is a feed without entries too', () => {
    const xml = feedXml('es', site, [], since)
    expect(xml).toContain(`<updated>${since}</updated>`)
    expect(xml).toContain(`<id>${absoluteUrl('/es/feed.xml')}</id>`)
    expect(xml).toContain('xml:lang="es-US"')
    expect(xml).toMatch(/<author>\s*<name>Clinic &amp; Co<\/name>\s*<\/author>/)
    expect(xml).not.toContain('<entry>')
  })

  test('keeps to the newest fifty, each under an id of its own', () => {
    const pages = Array.from({length: 80}, (_page, at) => ({
      ...page,
      slug: `page-${at}`,
      _createdAt: `2026-03-01T10:${String(at % 60).padStart(2, '0')}:00Z`,
    }))
    const ids = all(feedXml('en', site, pages, since), /<id>([^<]+)<\/id>/g)
    expect(ids).toHaveLength(51)
    expect(new Set(ids).size).toBe(51)
    expect(ids[1]).toBe(absoluteUrl('/conditions/page-59'))
  })

  test('holds whatever editors write', () => {
    const xml = feedXml('en', site, [{...page, title: 'A\u0000\u000bB ]]> & "C"'}], since)
    expect(xml).toContain('<title>AB ]]&gt; &amp; &quot;C&quot;</title>')
  })
})
