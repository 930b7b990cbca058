/** A page made in the Studio: privacy notice, about us, and the like. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages} from '@/sanity/vocabulary'
import {reviewClock} from './aging'
import {choice} from './choice'
import {Picture, picture} from './picture'
import {Prose, prose} from './prose'
import {Review, review} from './review'
import {Search, Social, search, social} from './sharing'
import {published, Source, sourceFields} from './source'
import {translated, translationFields} from './translation'

const PAGE_QUERY = defineQuery(`
  *[_type == "page" && slug.current == $slug && language == $language][0]{
    _id,
    _updatedAt,
    title,
    "slug": slug.current,
    language,
    summary,
    "image": ${picture('image')},
    "body": ${prose('body')},
    "sources": ${published('sources', sourceFields)},
    "social": ${social},
    "search": ${search},
    "review": ${review},
    ${translationFields('page')},
    "sample": coalesce(sample, false)
  }
`)

export const StudioPage = z.strictObject({
  _id: z.string(),
  _updatedAt: z.string(),
  title: z.string(),
  /** May hold slashes: `about/our-history`. */
  slug: z.string(),
  language: choice(languages),
  summary: z.string(),
  image: Picture.nullable(),
  body: Prose,
  sources: z.array(Source),
  social: Social,
  search: Search,
  review: Review,
  ...translated,
  sample: z.boolean(),
})
export type StudioPage = z.infer<typeof StudioPage>

export const pageContract = contract('page', PAGE_QUERY, StudioPage.nullable(), {
  lists: [],
  clock: reviewClock,
})

/** The published page at `{language, slug}`, or null. */
export const getPage = reader(pageContract)
