/** A document in other languages, and whether it lags behind the one it was translated from. */
import {z} from 'zod'
import {type LinkableType, languages, linkableTypes} from '@/sanity/vocabulary'
import {choice} from './choice'

/**
 * Within the projection of a document of this type: the same page in other languages. A translation points to its
 * original, never the other way, so both directions are asked.
 */
const inOtherLanguages = (type: LinkableType) => /* groq */ `*[
  _type == "${type}" && language != ^.language && defined(slug.current)
  && (
    translationOf._ref == ^._id
    || _id == ^.translationOf._ref
    || (defined(translationOf._ref) && translationOf._ref == ^.translationOf._ref)
  )
] | order(_id asc){_id, _type, language, "slug": slug.current}`

/**
 * The original was published anew after this translation was made, or last confirmed. Where nobody noted the state it
 * was made from, it counts as made from what was there when it was begun.
 */
export const lagsBehind = /* groq */ `coalesce(
  dateTime(translationOf->_updatedAt) > dateTime(coalesce(translation.sourceUpdatedAt, _createdAt)),
  false
)`

export const translationFields = (type: LinkableType) => /* groq */ `
  "translations": ${inOtherLanguages(type)},
  "lagsBehind": ${lagsBehind}
`

export const Translation = z.strictObject({
  _id: z.string(),
  _type: z.enum(linkableTypes),
  language: choice(languages),
  slug: z.string(),
})
export type Translation = z.infer<typeof Translation>

/** The part of a document's contract that `translationFields` answers. */
export const translated = {
  translations: z.array(Translation),
  /** Patients are told that the original is newer. */
  lagsBehind: z.boolean(),
}

/**
 * Within the projection of a translation: a field that is no text (a phone number, opening hours) and is kept up to date
 * in the original only. A holiday entered once is right in every language.
 */
export const fromOriginal = (field: string) => /* groq */ `coalesce(translationOf->${field}, ${field})`
