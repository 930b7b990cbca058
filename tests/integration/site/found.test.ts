/**
 * How the pages are found: one address, title and description for each; sitemap, robots, feed, llms.txt and Markdown
 * twins. The whole sample clinic, a reviewed page of the clinic's own, the real lake, real webhooks.
 */
import type {SanityClient} from '@sanity/client'
import {labelsFor} from '@/lib/labels'
import {splitPath} from '@/lib/paths'
import {feedPath} from '@/lib/seo/feed'
import {twinPath} from '@/lib/seo/twin'
import {loadSample} from '../../../sanity/seed/index.ts'
import {everyPath, servedPages} from '../../support/every-path'
import {tagsIn} from '../../support/look-at-page'
import {publishReviewed} from '../../support/sample'
import {type StartedSite, startSite} from '../../support/start-site'
import {twinGaps} from '../../support/twin'
import {until} from '../../support/until'

let site: StartedSite
let editor: SanityClient
/** Every page by its path. */
let pages: Map<string, string>
/** The site's own address as it stands in what it says. */
let origin: string

const own = '/conditions/tailbone-pain'
const settled = async () => (await (await fetch(`${site.url}/api/health`)).json()).pending === 0

beforeAll(async () => {
  site = await startSite()
  origin = `http://localhost:${new URL(site.url).port}`
  editor = site.lake.client('editor')
  await loadSample({client: editor})
  await publishReviewed(editor)
  await until(async () => (await site.get(own)).html.includes('Rosa Own'), 'the reviewed page')
  await until(async () => (await site.get('/')).html.includes('Maple Hollow'), 'the sample clinic')
  await until(settled, 'every publication')
  pages = await servedPages(site, await everyPath(site, [own]))
}, 180_000)

afterAll(() => site.close())

const metaOf = (html: string, name: string) =>
  tagsIn(html, 'meta')
    .find((tag) => (tag.get('property') ?? tag.get('name')) === name)
    ?.get('content')
const linkOf = (html: string, rel: string, type?: string) =>
  tagsIn(html, 'link')
    .find((tag) => tag.get('rel') === rel && (type === undefined || tag.get('type') === type))
    ?.get('href')

const languageOf = (path: string) => splitPath(path).language
const isHome = (path: string) => splitPath(path).path === '/'

/** What several pages of one language share, with those pages. */
function shared(facts: readonly (readonly [string, string | undefined])[]): string[] {
  const byValue = new Map<string | undefined, string[]>()
  for (const [path, fact] of facts) {
    const value = fact && `${languageOf(path)} ${fact}`
    byValue.set(value, [...(byValue.get(value) ?? []), path])
  }
  return [...byValue]
    .filter(([value, paths]) => !value || paths.length > 1)
    .map(([value, paths]) => `${value}: ${paths}`)
}

describe('every page', () => {
  const each = <Value>(look: (html: string, path: string) => Value) =>
    [...pages].map(([path, html]) => [path, look(html, path)] as const)

  it('is among the pages looked at', () => {
    expect(pages.size).toBeGreaterThan(60)
    expect([...pages.keys()]).toEqual(
      expect.arrayContaining(['/', '/conditions', '/questions', '/facts', '/contact', own]),
    )
  })

  it('has a title of its own', () => {
    expect(shared(each((html) => /<title>([^<]+)<\/title>/.exec(html)?.[1]))).toEqual([])
  })

  it('has a description of its own', () => {
    expect(shared(each((html) => metaOf(html, 'description')))).toEqual([])
  })

  it('has one heading that names it', () => {
    expect(each((html) => (html.match(/<h1[\s>]/g) ?? []).length).filter(([, count]) => count !== 1)).toEqual([])
  })

  it('has one address, which it names everywhere', () => {
    const address = (path: string) => origin + (path === '/' ? '' : path)
    const wrong = each((html, path) =>
      [linkOf(html, 'canonical'), metaOf(html, 'og:url')].filter((url) => url !== address(path)),
    )
    expect(wrong.filter(([, urls]) => urls.length > 0)).toEqual([])
    expect(shared(each((html) => linkOf(html, 'canonical')))).toEqual([])
  })

  it('shows the way from the home page, unless it is that', () => {
    const way = (path: string) => `aria-label="${labelsFor(languageOf(path)).chrome.breadcrumb}"`
    const without = each((html, path) => html.includes(way(path))).filter(([, has]) => !has)
    expect(without.map(([path]) => path).filter((path) => !isHome(path))).toEqual([])
    expect(pages.get('/')).not.toContain(way('/'))
  })

  it('tells of its twin and of the feed', () => {
    const feeds = each((html) => linkOf(html, 'alternate', 'application/atom+xml'))
    expect(feeds.filter(([path, url]) => url !== origin + feedPath(languageOf(path)))).toEqual([])
    const twins = each((html) => linkOf(html, 'alternate', 'text/markdown'))
    expect(shared(twins)).toEqual([])
    expect(twins.filter(([path, url]) => url !== origin + twinPath(path))).toEqual([])
  })
})

describe('another spelling of an address', () => {
  it.each([
    ['/conditions/', '/conditions'],
    ['/conditions/back-pain/', '/conditions/back-pain'],
    ['//conditions//back-pain//', '/conditions/back-pain'],
    ['/Conditions', '/conditions'],
    ['/conditions/Back-Pain', '/conditions/back-pain'],
    ['/Conditions/Back-Pain/', '/conditions/back-pain'],
    ['/ABOUT', '/about'],
    ['/en/conditions/back-pain', '/conditions/back-pain'],
    ['/conditions/?from=mail', '/conditions?from=mail'],
  ])('leads to the one: %s', async (from, to) => {
    let at = from
    const statuses: number[] = []
    for (let hop = 0; hop < 4; hop++) {
      const {status, headers} = await site.get(at)
      statuses.push(status)
      const location = headers.get('location')
      if (!location) break
      at = new URL(location, site.url).pathname + new URL(location, site.url).search
    }
    expect([at, statuses.at(-1)]).toEqual([to, 200])
    expect(statuses.slice(0, -1).every((status) => status === 308)).toBe(true)
    expect(statuses.length).toBeLessThan(4)
  })

  it('goes nowhere twice where there is no such page', async () => {
    expect((await site.get('/Nothing/Here')).headers.get('location')).toBe('/nothing/here')
    expect((await site.get('/nothing/here')).status).toBe(404)
    expect((await site.get('/N%C3%93')).headers.get('location')).toBe('/n%C3%B3')
    expect((await site.get('/n%C3%B3')).status).toBe(404)
  })

  it('does not take the place of a redirect that has capitals', async () => {
    await editor.create({_id: 'old', _type: 'redirect', from: '/Back_Pain.html', toPath: own, permanent: true})
    await until(async () => (await site.get('/Back_Pain.html')).headers.get('location') === own, 'the redirect')
  })

  it('a query changes nothing of what a page says of itself', async () => {
    const {status, html} = await site.get(`${own}?utm_source=mail&x=1`)
    expect([status, linkOf(html, 'canonical')]).toEqual([200, origin + own])
  })
})

describe('the sitemap', () => {
  const entry = async (path: string) => {
    const {html: xml} = await site.get('/sitemap.xml')
    const [, found = ''] = new RegExp(`<url>\\s*<loc>${origin}${path}</loc>([\\s\\S]*?)</url>`).exec(xml) ?? []
    return {listed: xml.includes(`<loc>${origin}${path}</loc>`), changed: /<lastmod>([^<]+)</.exec(found)?.[1], found}
  }
  const editedAt = async (id: string) =>
    new Date((await editor.fetch<{_updatedAt: string}>('*[_id == $id][0]{_updatedAt}', {id}))._updatedAt).toISOString()

  it('lists the clinic’s own pages and nothing of the sample', async () => {
    const {html: xml, headers} = await site.get('/sitemap.xml')
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8')
    const urls = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url)
    expect(urls.toSorted()).toEqual(
      ['/conditions/tailbone-pain', '/people/rosa-own', '/questions/can-i-sit'].map((path) => origin + path),
    )
    expect((await site.get('/sitemap.xml?part=2')).status).toBe(404)
  })

  it('says when the documents on a page were edited, not when the site saw them first', async () => {
    const times = await Promise.all(['tailbone-pain', 'can-i-sit', 'person-own'].map(editedAt))
    expect((await entry(own)).changed).toBe(times.toSorted().at(-1))
  })

  it('is not moved by what only the team sees, and is by a question that the page shows', async () => {
    const {changed: before} = await entry(own)
    await editor.patch('tailbone-pain').set({'review.note': 'Ask Rosa about this.'}).commit()
    await until(settled, 'the note')
    await site.get(own)
    expect((await entry(own)).changed).toBe(before)
    await editor.patch('can-i-sit').set({question: 'May I sit on a cushion?'}).commit()
    await until(async () => (await site.get(own)).html.includes('May I sit on a cushion?'), 'the new question')
    expect((await entry(own)).changed).toBe(await editedAt('can-i-sit'))
    const [, modified] = /"dateModified":"([^"]+)"/.exec((await site.get(own)).html) ?? []
    expect(modified).toBe(await editedAt('can-i-sit'))
  })

  it('has the pictures of a page, which are there', async () => {
    const [image] = await editor.fetch<{_id: string}[]>('*[_type == "sanity.imageAsset"][0...1]{_id}')
    await editor
      .patch('tailbone-pain')
      .set({image: {_type: 'picture', alt: 'A drawing', asset: {_type: 'reference', _ref: image?._id}}})
      .commit()
    await until(async () => (await entry(own)).found.includes('image:loc'), 'the picture')
    const [, url = ''] = /<image:loc>([^<]+)</.exec((await entry(own)).found) ?? []
    const picture = await fetch(url.replaceAll('&amp;', '&'))
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^image\//)])
  })
})

describe('robots.txt', () => {
  it('follows the clinic’s two switches', async () => {
    const rules = async () => (await site.get('/robots.txt')).html
    const training = /User-agent: GPTBot\n(?:User-agent: .*\n)*Disallow: \/\n/
    const search = /User-agent: OAI-SearchBot\n(?:User-agent: .*\n)*Disallow: \/\n/
    expect(await rules()).toMatch(training)
    expect(await rules()).not.toMatch(search)
    expect(await rules()).toContain(`Sitemap: ${origin}/sitemap.xml`)
    await editor.patch('siteSettings').set({aiTraining: true, aiSearch: false}).commit()
    await until(async () => search.test(await rules()), 'the switches')
    expect(await rules()).not.toMatch(training)
  })
})

describe('the feed', () => {
  it('tells of the clinic’s own pages and reviews, and of no sample', async () => {
    const {html: xml, headers} = await site.get('/feed.xml')
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const ids = [...xml.matchAll(/<entry>\s*<id>([^<]+)<\/id>/g)].map(([, id]) => id?.replace(origin, ''))
    expect(ids.toSorted()).toEqual([own, `${own}#reviewed-2026-10-05`, '/people/rosa-own', '/questions/can-i-sit'])
    const {_createdAt} = await editor.fetch<{_createdAt: string}>('*[_id == "tailbone-pain"][0]{_createdAt}')
    expect(xml).toContain(`<published>${_createdAt}</published>`)
  })

  it('is there in another language, and empty', async () => {
    const {status, html} = await site.get('/es/feed.xml')
    expect([status, html.includes('<entry>'), html.includes('xml:lang="es-US"')]).toEqual([200, false, true])
    expect((await site.get('/fr/feed.xml')).status).toBe(404)
  })
})

describe('llms.txt', () => {
  it('leads to the twins of the clinic’s own pages', async () => {
    const {html: text, headers} = await site.get('/llms.txt')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(text).toMatch(/^# Maple Hollow Pain Clinic\n\n> .+\n/)
    const links = [...text.matchAll(/\]\((\S+?)\)/g)].map(([, url = '']) => url)
    expect(links).toContain(`${origin}${own}.md`)
    for (const url of links) expect([url, (await site.get(new URL(url).pathname)).status]).toEqual([url, 200])
    expect(text).not.toContain('sciatica')
    expect((await site.get('/es/llms.txt')).status).toBe(200)
  })
})

describe('the Markdown twin', () => {
  const twinOf = (path: string) => site.get(twinPath(path))

  it('is there for every page, and says all that the page shows', async () => {
    const missing: string[] = []
    for (const path of pages.keys()) {
      const {status, html: markdown} = await twinOf(path)
      if (status !== 200) missing.push(`${path}: ${status}`)
      else
        missing.push(
          ...twinGaps((await site.get(path)).html, markdown, languageOf(path)).map((gap) => `${path}: “${gap}”`),
        )
    }
    expect(missing).toEqual([])
  })

  it('does not compete with its page', async () => {
    const {headers} = await twinOf(own)
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('link')).toBe(`<${origin}${own}>; rel="canonical"`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('says of a sample that it is one, and of a page of the clinic’s own that it was reviewed', async () => {
    expect((await twinOf('/conditions/sciatica')).html).toContain('> **Sample content**')
    const {html} = await twinOf(own)
    expect(html).not.toContain('Sample content')
    expect(html).toContain('- Last reviewed: October 5, 2026')
  })

  it('is sent once to whoever asks again, and anew after an edit', async () => {
    const etag = (await twinOf(own)).headers.get('etag') ?? ''
    expect((await site.get(`${own}.md`, {headers: {'if-none-match': etag}})).status).toBe(304)
    await editor.patch('tailbone-pain').set({summary: 'Pain where you sit.'}).commit()
    await until(async () => (await twinOf(own)).html.includes('Pain where you sit.'), 'the new summary')
    expect((await site.get(`${own}.md`, {headers: {'if-none-match': etag}})).status).toBe(200)
  })

  it.each([
    '/conditions/nothing.md',
    '/nothing.md',
    '/fr/index.md',
    '/.md',
    '/conditions/%E9.md',
    '/a/b/c.md',
    '/search.md.md',
    '/constructor.md',
    '/__proto__.md',
    '/toString.md',
    '/constructor/x.md',
    '/es/hasOwnProperty.md',
  ])('is not there where the page is not: %s', async (path) => {
    const {status, headers} = await site.get(path)
    expect([400, 404]).toContain(status)
    expect(headers.get('link')).toBeNull()
  })
})

describe('while the lake is away', () => {
  it('all of this goes on, from what was last known', async () => {
    const before = await site.get(`${own}.md`)
    const paths = ['/sitemap.xml', '/robots.txt', '/feed.xml', '/llms.txt', `${own}.md`]
    for (const path of paths) await site.get(path)
    site.between.become('refuse')
    try {
      for (const path of paths) expect([path, (await site.get(path)).status]).toEqual([path, 200])
      expect((await site.get(`${own}.md`)).html).toBe(before.html)
    } finally {
      site.between.become('well')
    }
  })
})
