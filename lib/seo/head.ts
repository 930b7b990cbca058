/**
 * What a page says of itself to search engines and share cards, derived from its content. One function a kind; the page
 * and its share card use the same one, so they cannot disagree.
 */
import {factStanding} from '../fact-standing.ts'
import {labelsFor} from '../labels.ts'
import type {Language} from '../language.ts'
import type {MediaPicture} from '../media.ts'
import {type Addressed, pathFor, pathIn, splitPath} from '../paths.ts'
import type {CardKind} from './card.ts'

export type SocialOverrides = Readonly<{
  title: string | null
  text: string | null
  image: (MediaPicture & {readonly alt: string}) | null
  /** No buttons of social networks on this page. */
  hideNetworks: boolean
}>

export type SearchOverrides = Readonly<{title: string | null; description: string | null; hide: boolean}>

/** The same page in another language. */
export type TranslatedPath = Readonly<{language: Language; path: string}>

export type Head = Readonly<{
  language: Language
  kind: CardKind
  /** The last part of the page's card address. */
  slug: string
  path: string
  title: string
  description: string
  social: SocialOverrides | null
  search: SearchOverrides | null
  /** Sample content never reaches a search engine. */
  sample: boolean
  /** The number to draw large on the card. */
  figure?: Readonly<{value: string; label: string}> | null
  /** The same page in other languages, where it is published in them. */
  translations?: readonly TranslatedPath[]
}>

type Described = Readonly<{
  title: string
  summary: string
  slug: string
  language: Language
  social: SocialOverrides
  search: SearchOverrides
  sample: boolean
  translations: readonly Addressed[]
}>

const translatedPaths = (translations: readonly Addressed[]): TranslatedPath[] =>
  translations.map((translation) => ({language: translation.language, path: pathFor(translation)}))

/** The same head for a page without a document of its own, which exists in these languages too. */
export const alsoIn = (head: Head, others: readonly Language[]): Head => ({
  ...head,
  translations: others.map((language) => ({language, path: pathIn(language, splitPath(head.path).path)})),
})

/** Of a condition, a treatment, or a page made in the Studio. */
export const documentHead = (kind: 'condition' | 'treatment' | 'page', document: Described): Head => ({
  kind,
  language: document.language,
  slug: document.slug,
  path: pathFor({_type: kind, slug: document.slug, language: document.language}),
  title: document.title,
  description: document.summary,
  social: document.social,
  search: document.search,
  sample: document.sample,
  translations: translatedPaths(document.translations),
})

type Person = Readonly<{
  name: string
  credentials: string | null
  role: string
  specialties: readonly string[]
  slug: string
  language: Language
  sample: boolean
  translations: readonly Addressed[]
}>

export function personHead({name, credentials, role, specialties, slug, language, sample, ...person}: Person): Head {
  const title = credentials ? `${name}, ${credentials}` : name
  return {
    kind: 'person',
    language,
    slug,
    path: pathFor({_type: 'person', slug, language}),
    title,
    // With the name: two people may well do the same work, and no two pages have one description.
    description: [`${title}: ${role}`, ...(specialties.length > 0 ? [specialties.join(', ')] : []), '']
      .join('. ')
      .trim(),
    social: null,
    search: null,
    sample,
    translations: translatedPaths(person.translations),
  }
}

type Place = Readonly<{
  title: string
  address: Readonly<{street: string; city: string; region: string; postalCode: string}>
  phone: string
  slug: string
  language: Language
  social: SocialOverrides
  search: SearchOverrides
  sample: boolean
  translations: readonly Addressed[]
}>

export function locationHead({title, address, phone, slug, language, ...place}: Place): Head {
  const {call} = labelsFor(language).chrome
  const where = [address.street, address.city, address.region].filter(Boolean).join(', ')
  return {
    kind: 'location',
    language,
    slug,
    path: pathFor({_type: 'location', slug, language}),
    title,
    description: `${title}: ${where}. ${call}: ${phone}.`,
    social: place.social,
    search: place.search,
    sample: place.sample,
    translations: translatedPaths(place.translations),
  }
}

type Question = Readonly<{
  question: string
  answerText: string
  slug: string
  language: Language
  social: SocialOverrides
  search: SearchOverrides
  sample: boolean
  translations: readonly Addressed[]
}>

export const questionHead = ({question, answerText, slug, language, translations, ...faq}: Question): Head => ({
  kind: 'faq',
  language,
  slug,
  path: pathFor({_type: 'faq', slug, language}),
  title: question,
  description: answerText,
  social: faq.social,
  search: faq.search,
  sample: faq.sample,
  translations: translatedPaths(translations),
})

type Fact = Readonly<{
  statement: string
  detail: string | null
  figure: Readonly<{value: string; label: string}> | null
  sourceState: string
  sources: readonly Readonly<{publisher: string; year: number}>[]
  expiresOn: string | null
  slug: string
  language: Language
  social?: SocialOverrides
  search?: SearchOverrides
  sample: boolean
  translations?: readonly Addressed[]
}>

/**
 * Of a fact. One without a source, or past its date, keeps its page for those who have the link; it is not handed to
 * search engines, and its number is not drawn on the card.
 */
export function factHead(fact: Fact, today: string): Head {
  const {statement, detail, slug, language, sample} = fact
  const {facts, page} = labelsFor(language)
  const standing = factStanding(fact, today)
  const from = fact.sources.map(({publisher, year}) => `${publisher}, ${year}`).join('; ')
  const evidence = standing === 'sourced' ? `${page.sourcesShort}: ${from}.` : facts[standing]
  return {
    kind: 'fact',
    language,
    slug,
    path: pathFor({_type: 'fact', slug, language}),
    title: statement,
    description: [detail, evidence].filter(Boolean).join(' '),
    social: fact.social ?? null,
    search: {
      title: null,
      description: null,
      ...fact.search,
      hide: standing !== 'sourced' || fact.search?.hide === true,
    },
    sample,
    figure: standing === 'sourced' ? fact.figure : null,
    translations: translatedPaths(fact.translations ?? []),
  }
}

/** Search engines show about sixty characters of a title, and a browser's tab fewer. */
export const titleLimit = 70

type SiteFacts = Readonly<{name: string; tagline: string | null; social: SocialOverrides; sample: boolean}>

/** Of the home page: its title is the clinic's name, with the tagline where there is room for it. */
export const homeHead = (language: Language, site: SiteFacts, home: {heading: string; intro: string} | null): Head => ({
  kind: 'home',
  language,
  slug: 'home',
  path: pathIn(language, '/'),
  title: home?.heading ?? site.name,
  description: home?.intro || site.tagline || site.name,
  social: site.social,
  search: {title: homeTitle(site), description: null, hide: false},
  sample: site.sample,
})

function homeTitle({name, tagline}: SiteFacts): string {
  const whole = `${name}: ${tagline}`
  return tagline && whole.length <= titleLimit ? whole : name
}

/** Pages without a document of their own. */
export const indexNames = ['conditions', 'treatments', 'questions', 'facts', 'people', 'locations', 'contact'] as const
export type IndexName = (typeof indexNames)[number]

export const isIndexName = (value: string): value is IndexName => indexNames.some((name) => name === value)

export function indexHead(language: Language, name: IndexName, site: Pick<SiteFacts, 'social' | 'sample'>): Head {
  const {title, summary} = labelsFor(language)[name]
  return {
    kind: 'index',
    language,
    slug: name,
    path: pathIn(language, `/${name}`),
    title,
    description: summary,
    social: {...site.social, title: null, text: null},
    search: null,
    sample: site.sample,
  }
}
