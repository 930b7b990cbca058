/** `sitemap.xml` and `robots.txt`, from the list of published addresses. */

import {isPast} from '../fact-standing.ts'
import {type Language, languages} from '../language.ts'
import {type AddressedType, pathFor, pathIn, sitePaths} from '../paths.ts'
import {absoluteUrl} from '../site'

type Address = Readonly<{
  _type: AddressedType
  language: Language
  slug: string
  _updatedAt: string
  hide: boolean
  expiresOn: string | null
  sample: boolean
}>

/** `changed` is when the public content last changed; null where that is not known, for a wrong date is worse. */
export type SitemapEntry = Readonly<{url: string; changed: string | null}>

/** The kinds a built-in list shows; it changed when the newest of them did. */
const listed: Record<(typeof sitePaths)[number], readonly Address['_type'][]> = {
  '/': [],
  '/conditions': ['condition'],
  '/treatments': ['treatment'],
  '/questions': ['faq'],
  '/facts': ['fact'],
  '/people': ['person'],
  '/locations': ['location'],
  '/contact': ['location'],
}

/**
 * Pages for search engines: nothing that is hidden, sample or out of date, and no list without an entry of its own.
 * `today` is the date where the clinic is.
 */
export function sitemapEntries(
  addresses: readonly Address[],
  site: {readonly sample: boolean} | null,
  today: string,
): SitemapEntry[] {
  const shown = addresses.filter(({hide, sample, expiresOn}) => !hide && !sample && !isPast(expiresOn, today))
  const documents = shown.map((address) => ({url: absoluteUrl(pathFor(address)), changed: address._updatedAt}))
  if (!site || site.sample) return documents
  const lists = languages.flatMap((language) =>
    sitePaths.flatMap((path): SitemapEntry[] => {
      const within = shown.filter((address) => address.language === language)
      if (path === '/') return within.length > 0 ? [{url: absoluteUrl(pathIn(language, path)), changed: null}] : []
      const changed = within
        .filter(({_type}) => listed[path].includes(_type))
        .map(({_updatedAt}) => _updatedAt)
        .sort()
        .at(-1)
      return changed ? [{url: absoluteUrl(pathIn(language, path)), changed}] : []
    }),
  )
  return [...lists, ...documents]
}

const escapes: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;'}
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character)

export function sitemapXml(entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({url, changed}) => {
    const lastmod = changed ? `<lastmod>${escapeXml(changed)}</lastmod>` : ''
    return `  <url><loc>${escapeXml(url)}</loc>${lastmod}</url>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines,
    '</urlset>',
    '',
  ].join('\n')
}

/** Images and cards stay open to everybody: crawlers must be able to fetch what pages show. */
export const robotsText = (): string =>
  ['User-agent: *', 'Disallow: /studio', 'Disallow: /api/', '', `Sitemap: ${absoluteUrl('/sitemap.xml')}`, ''].join(
    '\n',
  )
