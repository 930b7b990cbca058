/** A question and its answer: as other pages show it, and its own page. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages} from '@/sanity/vocabulary'
import {reviewClock} from './aging'
import {choice} from './choice'
import {DocumentLink, shownOn} from './link'
import {ShortProse, shortProse} from './prose'
import {Review, review} from './review'
import {Search, Social, search, social} from './sharing'
import {published, Source, sourceFields} from './source'
import {translated, translationFields} from './translation'

const contents = /* groq */ `
  _id,
  question,
  "slug": slug.current,
  language,
  "answer": ${shortProse('answer')},
  "sources": ${published('sources', sourceFields)},
  "sample": coalesce(sample, false)
`

export const faqFields = `{${contents}}`

/** A question patients ask, and its answer. */
export const Faq = z.strictObject({
  _id: z.string(),
  question: z.string(),
  slug: z.string(),
  language: choice(languages),
  answer: ShortProse,
  sources: z.array(Source),
  sample: z.boolean(),
})
export type Faq = z.infer<typeof Faq>

/** A question has a page once it is answered. */
export const isAnswered = /* groq */ `length(coalesce(pt::text(answer), "")) > 0`

const FAQ_QUERY = defineQuery(`
  *[_type == "faq" && slug.current == $slug && language == $language && ${isAnswered}][0]{
    ${contents},
    _updatedAt,
    "answerText": coalesce(pt::text(answer), ""),
    "review": ${review},
    "about": ${shownOn('faqs')},
    "social": ${social},
    "search": ${search},
    ${translationFields('faq')}
  }
`)

export const FaqPage = Faq.extend({
  _updatedAt: z.string(),
  /** The words of the answer, without links and lists. */
  answerText: z.string(),
  review: Review,
  /** The conditions and treatments whose pages show it. */
  about: z.array(DocumentLink),
  social: Social,
  search: Search,
  ...translated,
})
export type FaqPage = z.infer<typeof FaqPage>

export const faqContract = contract('faq', FAQ_QUERY, FaqPage.nullable(), {
  lists: [],
  clock: reviewClock,
})

/** The published question at `{language, slug}`, or null. */
export const getFaq = reader(faqContract)
