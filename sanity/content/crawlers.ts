/** What the clinic lets crawlers of AI companies do: for `robots.txt`. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'

const CRAWLERS_QUERY = defineQuery(`
  *[_type == "siteSettings" && _id == "siteSettings"][0]{
    _id,
    aiSearch,
    aiTraining
  }
`)

export const CrawlerChoices = z.strictObject({
  _id: z.string(),
  /** Null where nobody has decided. */
  aiSearch: z.boolean().nullable(),
  aiTraining: z.boolean().nullable(),
})
export type CrawlerChoices = z.infer<typeof CrawlerChoices>

export const crawlersContract = contract('crawlers', CRAWLERS_QUERY, CrawlerChoices.nullable(), {
  lists: [],
  shown: false,
})

/** The clinic's choices, the same in every language; null before anyone has published the settings. */
export const getCrawlerChoices = reader(crawlersContract)
