/** What the feed and `llms.txt` tell of each page: its name, what it is, when it came and when it was reviewed. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages, pageTypes} from '@/sanity/vocabulary'
import {choice} from './choice'
import {isSourced} from './fact'
import {isAnswered} from './faq'

/** Only what is for search engines: no sample, and nothing hidden. */
const LISTING_QUERY = defineQuery(`
  *[
    _type in ${JSON.stringify(pageTypes)}
    && language == $language
    && defined(slug.current)
    && sample != true
    && search.hide != true
    && (_type != "faq" || ${isAnswered})
    && (_type != "fact" || (${isSourced}))
  ] | order(lower(coalesce(title, name, question, statement, "")) asc){
    _id,
    _type,
    _createdAt,
    language,
    "slug": slug.current,
    "title": coalesce(title, name, question, statement, ""),
    "summary": coalesce(summary, role, ""),
    expiresOn,
    "lastReviewed": select(defined(review.reviewedBy->_id) => review.lastReviewed)
  }
`)

export const ListedPage = z.strictObject({
  _id: z.string(),
  _type: z.enum(pageTypes),
  _createdAt: z.string(),
  language: choice(languages),
  slug: z.string(),
  title: z.string(),
  /** Empty where the document has none. */
  summary: z.string(),
  /** The last day on which a fact may be found. */
  expiresOn: z.iso.date().nullable(),
  /** Null where nobody has reviewed it, or the reviewer is no longer published. */
  lastReviewed: z.iso.date().nullable(),
})
export type ListedPage = z.infer<typeof ListedPage>

/** Read for each request of the feed and of `llms.txt`; no page keeps it. */
export const listingContract = contract('listing', LISTING_QUERY, z.array(ListedPage), {lists: [], shown: false})

/** The pages in `{language}` that search engines may list, from A to Z. */
export const getListing = reader(listingContract)
