/**
 * Builders for the sample clinic's documents: what an author has to say, and nothing a machine can add.
 *
 * They fill in type, language, slug, the sample mark and keys. Keys come from the content (a referenced id, a weekday,
 * a position), so that building twice gives the same document.
 */
import type {
  BodyRegion,
  DocumentType,
  Language,
  LegalNotice,
  SectionAspect,
  SitePath,
  SourceKind,
  TreatmentAspect,
  TreatmentKind,
  UrgencyLevel,
  Weekday,
} from '../vocabulary.ts'
import {type ProseBlock, prose, shortProse, type TextBlock, type UrgentHelp} from './prose.ts'

export type Reference = {_type: 'reference'; _ref: string; _key?: string}
export type SeedDocument = {_id: string; _type: DocumentType; sample?: true} & Record<string, unknown>

/** An image before it is uploaded: the loader puts the asset's id in the place of `drawing:<name>`. */
export type Picture = {_type: 'picture'; asset: Reference; alt: string}

export const drawingPrefix = 'drawing:'

/** The picture drawn in `images/<name>.svg`. */
export const picture = (name: string, alt: string): Picture => ({
  _type: 'picture',
  asset: {_type: 'reference', _ref: `${drawingPrefix}${name}`},
  alt,
})

export const reference = (id: string): Reference => ({_type: 'reference', _ref: id})

/** References in a list, each keyed by what it points to. */
export const references = (type: DocumentType, slugs: readonly string[] = []): Reference[] =>
  slugs.map((slug) => ({...reference(`${type}-${slug}`), _key: `${type}-${slug}`}))

/** A card of things to watch for; its heading begins with what to do. */
export function urgentHelp(level: UrgencyLevel, items: string[], language: Language = 'en'): UrgentHelp {
  return {_type: 'urgentHelp', _key: level, level, items, ...cards[language][level]}
}

const cards = {
  en: {
    emergency: {
      heading: 'Call 911 if you have:',
      note: 'Do not drive yourself. Tell the dispatcher which of these you have.',
    },
    urgent: {
      heading: 'Call us today if:',
      note: 'If we are closed, go to an urgent care center or an emergency room.',
    },
    routine: {heading: 'Make an appointment if:'},
  },
  es: {
    emergency: {
      heading: 'Llame al 911 si tiene:',
      note: 'No maneje usted. Dígale a quien conteste cuáles de estas señales tiene.',
    },
    urgent: {
      heading: 'Llámenos hoy si:',
      note: 'Si estamos cerrados, vaya a un centro de atención urgente o a una sala de emergencias.',
    },
    routine: {heading: 'Pida una cita si:'},
  },
} as const satisfies Record<Language, Record<UrgencyLevel, {heading: string; note?: string}>>

type ProseInput = string | ProseBlock[]
const body = (input: ProseInput) => (typeof input === 'string' ? prose(input) : input)

/** Sections in the order in which they are written, keyed by their aspect. */
function sections<Aspect extends string>(type: string, texts: Partial<Record<Aspect, ProseInput>>) {
  return Object.entries<ProseInput | undefined>(texts).flatMap(([aspect, text]) =>
    text ? [{_type: type, _key: aspect, aspect, body: body(text)}] : [],
  )
}

/** A translation names the slug of its English original. */
type Addressed = {slug: string} | {slug: string; language: 'es'; translationOf: string}

function addressed(type: DocumentType, input: Addressed) {
  const {language, translationOf} = 'language' in input ? input : {language: 'en' as const, translationOf: undefined}
  const id = input.slug.replaceAll('/', '-')
  return {
    _id: language === 'en' ? `${type}-${id}` : `${type}-${language}-${id}`,
    _type: type,
    language,
    slug: {_type: 'slug', current: input.slug},
    translationOf: translationOf && weakReference(`${type}-${translationOf}`),
    sample: true as const,
  }
}

const weakReference = (id: string) => ({...reference(id), _weak: true})

/** A document of the sample with Spanish words in it; what is the same in every language stays. */
export const inSpanish = (original: SeedDocument, slug: string, words: Record<string, unknown>): SeedDocument =>
  document({
    ...original,
    ...words,
    ...addressed(original._type, {slug, language: 'es', translationOf: original._id.slice(original._type.length + 1)}),
  })

/** Leaves out what an author left out: the lake stores no `undefined`. */
function document(fields: SeedDocument): SeedDocument {
  return JSON.parse(JSON.stringify(fields))
}

type ConditionInput = Addressed & {
  title: string
  alsoKnownAs?: string[]
  bodyRegions: BodyRegion[]
  summary: string
  image: Picture
  urgentHelp: UrgentHelp[]
  sections: Partial<Record<SectionAspect, ProseInput>>
  facts?: string[]
  faqs?: string[]
  treatments?: string[]
  relatedConditions?: string[]
  sources?: string[]
  icd10?: string[]
}

/** A condition; its references are slugs. */
export const condition = (input: ConditionInput) =>
  document({
    ...input,
    ...addressed('condition', input),
    sections: sections('section', input.sections),
    facts: references('fact', input.facts),
    faqs: references('faq', input.faqs),
    treatments: references('treatment', input.treatments),
    relatedConditions: references('condition', input.relatedConditions),
    sources: references('source', input.sources),
  })

/** What patients ask first, in the words of the treatment's own sections. */
type AtGlance = {duration?: string; numbing?: string; gettingHome?: string; recovery?: string}

type TreatmentInput = Addressed & {
  title: string
  alsoKnownAs?: string[]
  kind: TreatmentKind
  summary: string
  image?: Picture
  atGlance?: AtGlance
  urgentHelp?: UrgentHelp[]
  sections: Partial<Record<TreatmentAspect, ProseInput>>
  faqs?: string[]
  facts?: string[]
  sources?: string[]
}

/** A treatment; its references are slugs. */
export const treatment = (input: TreatmentInput) =>
  document({
    ...input,
    ...addressed('treatment', input),
    atGlance: input.atGlance && {_type: 'atGlance', ...input.atGlance},
    sections: sections('treatmentSection', input.sections),
    facts: references('fact', input.facts),
    faqs: references('faq', input.faqs),
    sources: references('source', input.sources),
  })

type FaqInput = Addressed & {question: string; answer: string | TextBlock[]; sources?: string[]}

export const faq = (input: FaqInput) =>
  document({
    ...input,
    ...addressed('faq', input),
    answer: typeof input.answer === 'string' ? shortProse(input.answer) : input.answer,
    sources: references('source', input.sources),
  })

type FactInput = Addressed & {
  statement: string
  detail?: string
  figure?: {value: string; label: string}
  /** Slugs; a fact without a source is shown as "source being checked". */
  sources?: string[]
  population?: string
  year?: number
  checkedOn?: string
  expiresOn?: string
}

export const fact = (input: FactInput) =>
  document({
    ...input,
    ...addressed('fact', input),
    figure: input.figure && {_type: 'figureNumber', ...input.figure},
    sourceState: input.sources?.length ? 'sourced' : 'checking',
    sources: references('source', input.sources),
  })

type SourceInput = {
  id: string
  title: string
  publisher: string
  url: string
  year: number
  kind: SourceKind
  /** English, if nothing is said. */
  language?: Language
}

/** A source, looked up on the day the sample clinic was written. */
export const source = ({id, ...input}: SourceInput) =>
  document({language: 'en', ...input, _id: `source-${id}`, _type: 'source', accessedOn: lookedUpOn, sample: true})

/** The day on which every source was last looked up. */
export const lookedUpOn = '2026-11-23'

type PageInput = Addressed & {
  title: string
  summary: string
  /** The notice that this page is; every page links to it. */
  legalNotice?: LegalNotice
  body: ProseInput
  image?: Picture
  sources?: string[]
}

export const page = (input: PageInput) =>
  document({
    ...input,
    ...addressed('page', input),
    body: body(input.body),
    sources: references('source', input.sources),
  })

type PersonInput = Addressed & {
  name: string
  role: string
  credentials?: string
  photo?: Picture
  bio: ProseInput
  specialties: string[]
  languagesSpoken: string[]
  locations: string[]
  treatments: string[]
  conditions?: string[]
  acceptsNewPatients: boolean
}

export const person = (input: PersonInput) =>
  document({
    ...input,
    ...addressed('person', input),
    bio: body(input.bio),
    locations: references('location', input.locations),
    treatments: references('treatment', input.treatments),
    conditions: input.conditions && references('condition', input.conditions),
  })

type LocationInput = Addressed & {
  title: string
  address: {street: string; city: string; region: string; postalCode: string; country: string}
  phone: string
  fax?: string
  /** Opening times as `[day, opens, closes]`, 24-hour clock. */
  hours: [Weekday, string, string][]
  /** Dates on which the clinic is closed. */
  closedOn: {date: string; note: string}[]
  directions?: string
  parking?: string
  access?: string
  languagesSpoken: string[]
  insurance: string[]
  acceptsNewPatients: boolean
  image?: Picture
}

export const location = ({closedOn, ...input}: LocationInput) =>
  document({
    ...input,
    ...addressed('location', input),
    address: {_type: 'address', ...input.address},
    hours: input.hours.map(([day, opens, closes]) => ({
      _type: 'hours',
      _key: `${day}-${opens.replace(':', '')}`,
      day,
      opens,
      closes,
    })),
    specialHours: closedOn.map((day) => ({_type: 'specialHours', _key: day.date, closed: true, ...day})),
  })

type RedirectInput = {from: string; to: string; permanent: boolean}

/** A redirect to one of our documents, by its id. */
export const redirect = ({from, to, permanent}: RedirectInput) =>
  document({
    _id: `redirect-${from
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()
      .replaceAll(' ', '-')}`,
    _type: 'redirect',
    from,
    toPage: reference(to),
    permanent,
    sample: true,
  })

/** An entry of a menu: a built-in page by its path, or a document by its id. */
export function menuItem(label: string, target: {path: SitePath} | {page: string}) {
  const _key = label.toLowerCase().replaceAll(' ', '-')
  return 'path' in target
    ? {_type: 'menuItem', _key, label, path: target.path}
    : {_type: 'menuItem', _key, label, page: reference(target.page)}
}
