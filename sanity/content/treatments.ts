/** The index of treatments. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages, treatmentKinds} from '@/sanity/vocabulary'
import {choice} from './choice'
import {DocumentLink} from './link'

export const treatmentListFields = /* groq */ `{
  _id,
  title,
  "alsoKnownAs": coalesce(alsoKnownAs, []),
  "slug": slug.current,
  language,
  summary,
  kind
}`

/** Projection of a treatment that another page leads to. */
export const linkedTreatmentFields = /* groq */ `{
  _id,
  _type,
  title,
  "slug": slug.current,
  language,
  summary,
  kind
}`

const TREATMENTS_QUERY = defineQuery(`
  *[_type == "treatment" && language == $language && defined(slug.current)]
    | order(lower(title) asc) ${treatmentListFields}
`)

export const TreatmentListItem = z.strictObject({
  _id: z.string(),
  title: z.string(),
  alsoKnownAs: z.array(z.string()),
  slug: z.string(),
  language: choice(languages),
  summary: z.string(),
  kind: choice(treatmentKinds).nullable(),
})
export type TreatmentListItem = z.infer<typeof TreatmentListItem>

/** A treatment as other pages show it: its name, its kind and what it is. */
export const LinkedTreatment = DocumentLink.extend({
  _type: z.literal('treatment'),
  summary: z.string(),
  kind: choice(treatmentKinds).nullable(),
})
export type LinkedTreatment = z.infer<typeof LinkedTreatment>

export const treatmentsContract = contract('treatments', TREATMENTS_QUERY, z.array(TreatmentListItem), {
  lists: ['treatment'],
})

/** All published treatments in `{language}`, from A to Z. */
export const getTreatments = reader(treatmentsContract)
