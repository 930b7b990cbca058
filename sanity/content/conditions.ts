/** The index of conditions. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {bodyRegions, languages} from '@/sanity/vocabulary'
import {choice} from './choice'
import {DocumentLink} from './link'

/** Documents written before a condition could have several parts of the body keep theirs in `bodyRegion`. */
export const bodyRegionsField = /* groq */ `coalesce(bodyRegions, select(defined(bodyRegion) => [bodyRegion], []))`

export const conditionListFields = /* groq */ `{
  _id,
  title,
  "alsoKnownAs": coalesce(alsoKnownAs, []),
  "slug": slug.current,
  language,
  summary,
  "bodyRegions": ${bodyRegionsField}
}`

/** Projection of a condition that another page leads to. */
export const linkedConditionFields = /* groq */ `{
  _id,
  _type,
  title,
  "slug": slug.current,
  language,
  summary
}`

const CONDITIONS_QUERY = defineQuery(`
  *[_type == "condition" && language == $language && defined(slug.current)]
    | order(lower(title) asc) ${conditionListFields}
`)

export const ConditionListItem = z.strictObject({
  _id: z.string(),
  title: z.string(),
  alsoKnownAs: z.array(z.string()),
  slug: z.string(),
  language: choice(languages),
  summary: z.string(),
  /** Where it hurts; none for a condition of no one part of the body. */
  bodyRegions: z.array(choice(bodyRegions)),
})
export type ConditionListItem = z.infer<typeof ConditionListItem>

/** A condition as other pages show it: its name and what it is. */
export const LinkedCondition = DocumentLink.extend({_type: z.literal('condition'), summary: z.string()})
export type LinkedCondition = z.infer<typeof LinkedCondition>

export const conditionsContract = contract('conditions', CONDITIONS_QUERY, z.array(ConditionListItem), {
  lists: ['condition'],
})

/** All published conditions in `{language}`, from A to Z. */
export const getConditions = reader(conditionsContract)
