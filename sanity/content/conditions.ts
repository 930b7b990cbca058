/** The index of conditions. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {bodyRegions, languages} from '@/sanity/vocabulary'
import {choice} from './choice'

export const conditionListFields = /* groq */ `{
  _id,
  title,
  "alsoKnownAs": coalesce(alsoKnownAs, []),
  "slug": slug.current,
  language,
  summary,
  bodyRegion
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
  bodyRegion: choice(bodyRegions).nullable(),
})
export type ConditionListItem = z.infer<typeof ConditionListItem>

export const conditionsContract = contract('conditions', CONDITIONS_QUERY, z.array(ConditionListItem), {
  lists: ['condition'],
})

/** All published conditions in `{language}`, from A to Z. */
export const getConditions = reader(conditionsContract)
