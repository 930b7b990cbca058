/**
 * The only place that knows where a document lives on the site. Readers, menus, prose, sitemap, webhooks and the
 * Studio's "open preview" all ask here, so an address is spelled once.
 */
import {defaultLanguage, isLanguage, type Language} from './language.ts'

/** The folder of each kind of document that has an address. A page made in the Studio lives at the root. */
const folders = {
  condition: '/conditions/',
  treatment: '/treatments/',
  person: '/people/',
  location: '/locations/',
  faq: '/questions/',
  fact: '/facts/',
  page: '/',
} as const

export type AddressedType = keyof typeof folders

/** What is needed of a document to say where it lives. */
export type Addressed = Readonly<{_type: AddressedType; slug: string; language: Language}>

/** The pages that exist without a document of their own, as menus may point to them. */
export const sitePaths = [
  '/',
  '/conditions',
  '/treatments',
  '/questions',
  '/facts',
  '/people',
  '/locations',
  '/contact',
] as const
export type SitePath = (typeof sitePaths)[number]

export const isAddressedType = (value: unknown): value is AddressedType =>
  typeof value === 'string' && Object.hasOwn(folders, value)

/** A path in a language: `/contact` → `/contact` in the default language, `/es/contact` in Spanish. */
export function pathIn(language: Language, path: string): string {
  if (language === defaultLanguage) return path
  return path === '/' ? `/${language}` : `/${language}${path}`
}

/** A slug may hold "/" (nested pages); everything else that means something in an address is escaped. */
const encodedSlug = (slug: string): string => slug.split('/').map(encodeURIComponent).join('/')

/** Where a document lives: `{_type: 'condition', slug: 'back-pain', language: 'en'}` → `/conditions/back-pain`. */
export const pathFor = ({_type, slug, language}: Addressed): string =>
  pathIn(language, `${folders[_type]}${encodedSlug(slug)}`)

/**
 * Which document may live at a path, without its search or hash: the inverse of `pathFor`. Null for a path of the software
 * itself; whether there is such a document only the lake knows.
 */
export function addressedAt(path: string): Addressed | null {
  const {language, path: within} = splitPath(path)
  if (isSitePath(within) || !isDecodable(within)) return null
  const found = Object.entries(folders).find(([, folder]) => within.startsWith(folder))
  if (!found || !isAddressedType(found[0])) return null
  const slug = decodeURIComponent(within.slice(found[1].length))
  return slug === '' ? null : {_type: found[0], slug, language}
}

const isSitePath = (path: string): boolean => sitePaths.some((known) => known === path)

/** Where the 404 page of a language is drawn; asked for directly, it is a 404 as well. */
export const notFoundPath = (language: Language): string => pathIn(language, '/not-found-page')

/**
 * The `id` that a question or fact has on every other page that shows it, without the leading "#". Its own page is at
 * `pathFor`.
 */
export const anchorFor = ({_type, slug}: {_type: 'faq' | 'fact'; slug: string}): string =>
  `${_type === 'faq' ? 'question' : 'fact'}-${slug}`

/** Takes the language off a path: `/es/contact` → `['es', '/contact']`. */
export function splitPath(path: string): {language: Language; path: string} {
  const [, first = '', ...rest] = path.split('/')
  if (!isLanguage(first) || first === defaultLanguage) return {language: defaultLanguage, path}
  return {language: first, path: `/${rest.join('/')}`}
}

/** How people may write an address: as it is sent, `/a%C3%B1o`, and as it is read, `/año`. One, where there are no escapes. */
export const spellingsOf = (path: string): readonly string[] => [...new Set([path, decodeURIComponent(path)])]

/** First parts of an address that the software answers before it looks for a redirect. */
const taken = ['en', 'api', 'studio', 'media', 'download', 'card', 'qr', 'markdown', 'not-found-page', '_next']

/** Can a redirect away from this path take effect, where there is no page? */
export function canBeMoved(path: string): boolean {
  const isPlain = path.startsWith('/') && !/[?#\\]|\/\/|\/$|\/\.{1,2}(?:\/|$)/.test(path)
  // The framework reads these without regard to capitals.
  const [, first = ''] = splitPath(path).path.toLowerCase().split('/')
  return isPlain && !/\.md$/i.test(path) && !taken.includes(first) && isDecodable(path)
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

/** Is the one address only another spelling of the other: capitals, or escapes? */
export const isSameInSmallLetters = (one: string, other: string): boolean =>
  canBeMoved(one) && canBeMoved(other) && inSmallLetters(one) === inSmallLetters(other)

/** A path with its capitals made small, escapes apart: `/Conditions/Back-Pain` → `/conditions/back-pain`. */
export const inSmallLetters = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(decodeURIComponent(part).toLowerCase()))
    .join('/')
