/** The addresses of everything published: what the sitemap lists and what is warmed at start. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages, pageTypes} from '@/sanity/vocabulary'
import {choice} from './choice'
import {isSourced} from './fact'
import {isAnswered} from './faq'

/** A document without a slug or with an unknown language has no address; it must not cost the others theirs. */
const ADDRESSES_QUERY = defineQuery(`
  *[
    _type in ${JSON.stringify(pageTypes)}
    && language in ${JSON.stringify(languages.map(({value}) => value))}
    && defined(slug.current)
    && (_type != "faq" || ${isAnswered})
  ] | order(_id asc){
    _id,
    _type,
    language,
    "slug": slug.current,
    "translationOf": translationOf._ref,
    "title": coalesce(title, name, question, statement, ""),
    _updatedAt,
    "hide": coalesce(search.hide, false) || (_type == "fact" && !(${isSourced})),
    expiresOn,
    "sample": coalesce(sample, false)
  }
`)

export const Address = z.strictObject({
  _id: z.string(),
  _type: z.enum(pageTypes),
  language: choice(languages),
  slug: z.string(),
  /** The `_id` of the document that this one is a translation of, published or not. */
  translationOf: z.string().nullable(),
  title: z.string(),
  _updatedAt: z.string(),
  /** Kept out of search engines: by the editor, or because it is a fact whose source is being checked. */
  hide: z.boolean(),
  /** The last day on which a fact may be found; null for everything else, and for facts without an end. */
  expiresOn: z.iso.date().nullable(),
  sample: z.boolean(),
})
export type Address = z.infer<typeof Address>

export const addressesContract = contract('addresses', ADDRESSES_QUERY, z.array(Address), {
  lists: pageTypes,
  shown: false,
})

/** Every published document that has a web page of its own; takes no parameters (`{}`). */
export const getAddresses = reader(addressesContract)
