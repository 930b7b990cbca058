/** A "Did you know…": as other pages show it, and its own page. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages, sourceStates} from '@/sanity/vocabulary'
import {factClock} from './aging'
import {choice} from './choice'
import {DocumentLink, shownOn} from './link'
import {Search, Social, search, social} from './sharing'
import {published, Source, sourceFields} from './source'
import {translated, translationFields} from './translation'

const contents = /* groq */ `
  _id,
  statement,
  "slug": slug.current,
  language,
  detail,
  "figure": select(defined(figure.value) => {"value": coalesce(figure.value, ""), "label": coalesce(figure.label, "")}),
  sourceState,
  "sources": ${published('sources', sourceFields)},
  population,
  year,
  checkedOn,
  expiresOn,
  "sample": coalesce(sample, false)
`

export const factFields = `{${contents}}`

/** A statement, perhaps a figure, and where it comes from. */
export const Fact = z.strictObject({
  _id: z.string(),
  statement: z.string(),
  slug: z.string(),
  language: choice(languages),
  detail: z.string().nullable(),
  /** The figure to draw large: `1 in 5`, and what it counts. */
  figure: z.strictObject({value: z.string(), label: z.string()}).nullable(),
  /** `checking` is shown to patients: the source is being checked. */
  sourceState: choice(sourceStates),
  sources: z.array(Source),
  population: z.string().nullable(),
  /** The year the figure describes. */
  year: z.number().nullable(),
  checkedOn: z.iso.date().nullable(),
  expiresOn: z.iso.date().nullable(),
  sample: z.boolean(),
})
export type Fact = z.infer<typeof Fact>

/** Says where it comes from, and that source is published. */
export const isSourced = /* groq */ `sourceState == "sourced" && count(${published('sources', '{_id}')}) > 0`

/** A fact that says nothing has no page. */
const FACT_QUERY = defineQuery(`
  *[_type == "fact" && slug.current == $slug && language == $language && length(statement) > 0][0]{
    ${contents},
    _updatedAt,
    "about": ${shownOn('facts')},
    "social": ${social},
    "search": ${search},
    ${translationFields('fact')}
  }
`)

export const FactPage = Fact.extend({
  _updatedAt: z.string(),
  /** The conditions and treatments whose pages show it. */
  about: z.array(DocumentLink),
  social: Social,
  search: Search,
  ...translated,
})
export type FactPage = z.infer<typeof FactPage>

export const factContract = contract('fact', FACT_QUERY, FactPage.nullable(), {
  lists: [],
  clock: factClock,
})

/** The published fact at `{language, slug}`, or null. */
export const getFact = reader(factContract)
