/** The languages this site can speak. The default one has no prefix in addresses. */
export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

export const defaultLanguage: Language = 'en'

/** What each language is called in its own words, and the locale its dates, numbers and card tags follow. */
export const languageFacts = {
  en: {name: 'English', locale: 'en-US', openGraphLocale: 'en_US'},
  es: {name: 'Español', locale: 'es-US', openGraphLocale: 'es_US'},
} as const satisfies Record<Language, {name: string; locale: string; openGraphLocale: string}>

/** The `lang` of a part of a page that is not in the page's language; nothing where it is. */
export const langOf = (part: Language, page: Language): {lang?: Language} => (part === page ? {} : {lang: part})

const known: ReadonlySet<string> = new Set(languages)

/** Is this one of the site's languages? Answers for anything, such as a segment of an address. */
export const isLanguage = (value: unknown): value is Language => typeof value === 'string' && known.has(value)
