/** What the desk knows of translations. Pure, so that tests can run it. */
import {type DocumentType, defaultLanguage, type Language, languages} from '@/sanity/vocabulary'

type Fields = Readonly<Record<string, unknown>>

/** Documents that can be translated. Sources are cited as they are; the settings of a language are a document of their own. */
export const translatableTypes: readonly DocumentType[] = [
  'condition',
  'treatment',
  'faq',
  'fact',
  'person',
  'location',
  'page',
]

export const isTranslatable = (type: string): boolean => translatableTypes.some((known) => known === type)

export const furtherLanguages = languages.filter(({value}) => value !== defaultLanguage)

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The id of the document that this one is a translation of; null for an original. */
export const originalOf = (document: Fields | null | undefined): string | null =>
  isObject(document?.translationOf) ? textOf(document.translationOf._ref) : null

/** The moment of the original that a translation says; where nobody noted it, the moment it was begun. */
const madeFrom = (translation: Fields): string | null =>
  (isObject(translation.translation) && textOf(translation.translation.sourceUpdatedAt)) ||
  textOf(translation._createdAt)

/** Whether the original was published anew after its translation was made, or last confirmed. */
export function lagsBehind(translation: Fields, original: Fields | null | undefined): boolean {
  const [made, changed] = [madeFrom(translation), textOf(original?._updatedAt)]
  return made !== null && changed !== null && new Date(changed) > new Date(made)
}

/** What a translation does not take over: it has an address and a review of its own, and its share texts follow its words. */
const left = ['_id', '_rev', '_createdAt', '_updatedAt', '_system', 'slug', 'review', 'social', 'search', 'sample']

/** Lists whose documents stand on the page word for word: one without a translation would be text in another language. */
const shownInside = ['faqs', 'facts']

/**
 * A translation to begin with: the original's structure, pictures, sources and links, and its words to write over.
 * Links lead to translations where there are any (`translated`: original id → id of its translation).
 */
export function translationDraft(
  original: Fields & {_id: string; _type: string; _updatedAt: string},
  language: Language,
  translated: ReadonlyMap<string, string>,
): Record<string, unknown> & {_type: string} {
  const fields = Object.entries(original).filter(([name]) => !left.includes(name))
  const taken = fields.map(([name, value]) => [
    name,
    pointedAnew(
      shownInside.includes(name) && Array.isArray(value) ? value.filter(isTranslated(translated)) : value,
      translated,
    ),
  ])
  return {
    ...Object.fromEntries(taken),
    _type: original._type,
    language,
    translationOf: {_type: 'reference', _ref: original._id, _weak: true},
    translation: {_type: 'translation', sourceUpdatedAt: original._updatedAt},
  }
}

const isTranslated =
  (translated: ReadonlyMap<string, string>) =>
  (entry: unknown): boolean =>
    isObject(entry) && translated.has(String(entry._ref))

function pointedAnew(value: unknown, translated: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((entry) => pointedAnew(entry, translated))
  if (!isObject(value)) return value
  const to = textOf(value._ref)
  if (to !== null) return {...value, _ref: translated.get(to) ?? to}
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, pointedAnew(part, translated)]))
}

/** Every document a document refers to, for asking which of them have translations. */
export function referredTo(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referredTo)
  if (!isObject(value)) return []
  const to = textOf(value._ref)
  return to === null ? Object.values(value).flatMap(referredTo) : [to]
}

/** Names, numbers and short labels are often the same in two languages; this many words in a row hardly ever are. */
const fewestWords = 5

/** Passages of a translation that still are the original's, word for word. */
export function stillInOriginal(translation: Fields, original: Fields): string[] {
  const before = new Set(passagesIn(original))
  return passagesIn(translation).filter((text) => before.has(text))
}

function passagesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim().split(/\s+/).length >= fewestWords ? [value.trim()] : []
  if (Array.isArray(value)) return value.flatMap(passagesIn)
  if (!isObject(value) || value._type === 'languageNotice') return []
  if (Array.isArray(value.children)) {
    return passagesIn(value.children.map((span) => (isObject(span) ? (textOf(span.text) ?? '') : '')).join(''))
  }
  return Object.values(value).flatMap(passagesIn)
}
