import {z} from 'zod'
import {languages, sourceStates} from '@/sanity/vocabulary'
import {choice} from './choice'
import {published, Source, sourceFields} from './source'

export const factFields = /* groq */ `{
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
}`

/** A "Did you know…": a statement, perhaps a figure, and where it comes from. */
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
