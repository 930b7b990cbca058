/** `sitemap.xml`: the published addresses, when each last changed for readers, and the pictures on it. */
import {isExpired} from '../expiry.ts'
import {defaultLanguage, type Language, languageFacts, languages} from '../language.ts'
import {type MediaPicture, mediaWhole} from '../media.ts'
import {type AddressedType, pathFor, pathIn, sitePaths} from '../paths.ts'
import {absoluteUrl} from '../site'
import {document, element, group} from './xml.ts'

type Address = Readonly<{
  _id: string
  _type: AddressedType
  language: Language
  slug: string
  translationOf: string | null
  _updatedAt: string
  hide: boolean
  expiresOn: string | null
  sample: boolean
}>

/** What is known of a page by its path. */
type PageChange = Readonly<{changedAt: string | null; pictures: readonly MediaPicture[]}>

/** The same page in a language; `hreflang` as in the head of pages: `es-US`, and `x-default` where no language fits. */
type Alternate = Readonly<{hreflang: string; url: string}>

/** `changed` is when the public content last changed; null where that is not known, for a wrong date is worse. */
export type SitemapEntry = Readonly<{
  url: string
  changed: string | null
  images: readonly string[]
  alternates: readonly Alternate[]
}>

/** The kinds a built-in list shows; it is there when there is one of them. */
export const listed: Record<(typeof sitePaths)[number], readonly AddressedType[]> = {
  '/': ['condition', 'treatment', 'faq', 'fact', 'person', 'location', 'page'],
  '/conditions': ['condition'],
  '/treatments': ['treatment'],
  '/questions': ['faq'],
  '/facts': ['fact'],
  '/people': ['person'],
  '/locations': ['location'],
  '/contact': ['location'],
}

/**
 * Pages for search engines: nothing that is hidden, sample or out of date (`today` is the date where the clinic is), and no
 * list without an entry of its own. Where the change of a page is not known, its document's last edit is the nearest to
 * the truth; of a list, nothing is.
 */
export function sitemapEntries(
  addresses: readonly Address[],
  site: {readonly sample: boolean} | null,
  changes: ReadonlyMap<string, PageChange>,
  today: string,
): SitemapEntry[] {
  const shown = addresses.filter(({hide, sample, expiresOn}) => !hide && !sample && !isExpired({expiresOn}, today))
  const entry = (path: string, otherwise: string | null, same: readonly InLanguage[]): SitemapEntry => {
    const change = changes.get(path)
    const images = (change?.pictures ?? []).map((picture) => absoluteUrl(mediaWhole(picture).url))
    return {
      url: absoluteUrl(path),
      changed: change?.changedAt ?? otherwise,
      images: [...new Set(images)],
      alternates: alternatesOf(same),
    }
  }
  const sameAs = Map.groupBy(
    shown.map((address) => ({...address, path: pathFor(address)})),
    originalOf,
  )
  const documents = shown.map((address) =>
    entry(pathFor(address), address._updatedAt, sameAs.get(originalOf(address)) ?? []),
  )
  if (!site || site.sample) return documents
  const lists = sitePaths.flatMap((path) => {
    const isThere = (language: Language) =>
      shown.some((address) => address.language === language && listed[path].includes(address._type))
    const same = languages.filter(isThere).map((language) => ({language, path: pathIn(language, path)}))
    return same.map((one) => entry(one.path, null, same))
  })
  return [...lists, ...documents]
}

type InLanguage = Readonly<{language: Language; path: string}>

/** A translation belongs to its original; an original to itself. */
const originalOf = ({_id, translationOf}: Pick<Address, '_id' | 'translationOf'>): string => translationOf ?? _id

/** The page in each of its languages, itself among them; nothing where it is in one only. */
function alternatesOf(same: readonly InLanguage[]): Alternate[] {
  const [first] = same
  if (!first || same.length < 2) return []
  const standard = same.find(({language}) => language === defaultLanguage) ?? first
  return [
    ...same.map(({language, path}) => ({hreflang: languageFacts[language].locale, url: absoluteUrl(path)})),
    {hreflang: 'x-default', url: absoluteUrl(standard.path)},
  ]
}

/** A sitemap may hold 50,000 addresses and 50 MB; a tenth of both leaves room for many pictures a page. */
export const mostInOne = 5000

const sitemapNames = {xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9'}
const imageNames = {'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1'}
const linkNames = {'xmlns:xhtml': 'http://www.w3.org/1999/xhtml'}

/** Search engines read no more pictures than this of one page. */
const mostImages = 1000

const urlset = (entries: readonly SitemapEntry[]): string =>
  document(
    group(
      'urlset',
      entries.map(({url, changed, images, alternates}) =>
        group('url', [
          element('loc', url),
          ...(changed ? [element('lastmod', changed)] : []),
          ...alternates.map(({hreflang, url: href}) => element('xhtml:link', null, {rel: 'alternate', hreflang, href})),
          ...images.slice(0, mostImages).map((image) => group('image:image', [element('image:loc', image)])),
        ]),
      ),
      {...sitemapNames, ...imageNames, ...linkNames},
    ),
  )

/** The list of sitemaps: each address of a part begins where the one before ends. */
const sitemapIndex = (parts: number): string =>
  document(
    group(
      'sitemapindex',
      Array.from({length: parts}, (_part, index) =>
        group('sitemap', [element('loc', absoluteUrl(`/sitemap.xml?part=${index + 1}`))]),
      ),
      sitemapNames,
    ),
  )

/**
 * The sitemap: one list, or from `mostInOne` entries on a list of lists, of which `part` (from 1) is one. Null where there
 * is no such part.
 */
export function sitemapXml(entries: readonly SitemapEntry[], part: string | null): string | null {
  const parts = Math.max(1, Math.ceil(entries.length / mostInOne))
  if (part === null) return parts === 1 ? urlset(entries) : sitemapIndex(parts)
  if (!/^[1-9]\d{0,4}$/.test(part) || Number(part) > parts) return null
  return urlset(entries.slice((Number(part) - 1) * mostInOne, Number(part) * mostInOne))
}
