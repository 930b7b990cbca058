import {z} from 'zod'
import {languages} from '@/sanity/vocabulary'
import {choice} from './choice'
import {ShortProse, shortProse} from './prose'
import {published, Source, sourceFields} from './source'

export const faqFields = /* groq */ `{
  _id,
  question,
  "slug": slug.current,
  language,
  "answer": ${shortProse('answer')},
  "sources": ${published('sources', sourceFields)},
  "sample": coalesce(sample, false)
}`

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
