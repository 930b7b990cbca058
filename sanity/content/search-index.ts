/** Everything that the site's search can find in a language, as plain text, and the words that editors keep for it. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {languages, linkableTypes, type ProseBlockType} from '@/sanity/vocabulary'
import {choice} from './choice'
import {isSourced} from './fact'
import {isAnswered} from './faq'

/** Blocks whose words are searched. */
const worded = ['table', 'callout', 'adviceList', 'download', 'urgentHelp'] satisfies ProseBlockType[]

/** What stands between the paragraphs of a text, as words; a figure has its own place on the page and none in a text. */
const words = /* groq */ `{
  "heading": coalesce(heading, title, caption),
  "text": coalesce(text, description),
  "items": coalesce(items, []),
  note,
  "rows": coalesce(rows[]{"cells": coalesce(cells, [])}, [])
}`

/**
 * A page kept out of search engines is for people who have its link: it is not found here either. Nor is a question
 * without an answer, which has no page, or a fact that says nothing or may not be passed on as it stands (decision 0008).
 */
const SEARCH_QUERY = defineQuery(`{
  "documents": *[
    _type in ${JSON.stringify(linkableTypes)}
    && language == $language
    && defined(slug.current)
    && defined(coalesce(title, name, question, statement))
    && coalesce(search.hide, false) != true
    && (_type != "faq" || ${isAnswered})
    && (_type != "fact" || (length(statement) > 0 && ${isSourced}))
  ] | order(_id asc){
    _id,
    _type,
    "slug": slug.current,
    language,
    "title": coalesce(title, name, question, statement),
    "alsoKnownAs": coalesce(alsoKnownAs, []),
    "summary": coalesce(summary, detail, role, address.street + ", " + address.city, ""),
    "details": [
      credentials,
      figure.value + " " + figure.label,
      population,
      address.region,
      address.postalCode,
      phone,
      directions,
      parking,
      access
    ] + coalesce(specialties, []) + coalesce(languagesSpoken, []) + coalesce(insurance, []),
    "sections": coalesce(sections[]{
      aspect,
      heading,
      "text": coalesce(pt::text(body), ""),
      "blocks": coalesce(body[_type in ${JSON.stringify(worded)}]${words}, [])
    }, []),
    "urgentHelp": coalesce(urgentHelp[]${words}, []),
    "text": coalesce(pt::text(coalesce(body, answer, bio)), ""),
    "blocks": coalesce(coalesce(body, bio)[_type in ${JSON.stringify(worded)}]${words}, []),
    expiresOn
  },
  "words": *[_type == "searchWords" && language == $language] | order(_id asc)[0]{
    _id,
    "groups": coalesce(groups[]{"words": coalesce(words, [])}, []),
    "emergency": coalesce(emergency, []),
    "crisis": coalesce(crisis, [])
  }
}`)

const Words = z.strictObject({
  heading: z.string().nullable(),
  text: z.string().nullable(),
  items: z.array(z.string()),
  note: z.string().nullable(),
  rows: z.array(z.strictObject({cells: z.array(z.string())})),
})

export const Searchable = z.strictObject({
  _id: z.string(),
  _type: z.enum(linkableTypes),
  slug: z.string(),
  language: choice(languages),
  title: z.string(),
  alsoKnownAs: z.array(z.string()),
  summary: z.string(),
  details: z.array(z.string().nullable()),
  sections: z.array(
    z.strictObject({
      /** Of a condition's or a treatment's closed list; a page of one unknown entry must not cost the others the search. */
      aspect: z.string(),
      heading: z.string().nullable(),
      text: z.string(),
      blocks: z.array(Words),
    }),
  ),
  urgentHelp: z.array(Words),
  /** Body, answer or life of what has no sections. */
  text: z.string(),
  blocks: z.array(Words),
  /** Of a fact: the last day on which it is shown. */
  expiresOn: z.string().nullable(),
})
export type Searchable = z.infer<typeof Searchable>

export const SearchWords = z.strictObject({
  _id: z.string(),
  groups: z.array(z.strictObject({words: z.array(z.string())})),
  /** Words above whose results stands when to call 911; and when to call 988. */
  emergency: z.array(z.string()),
  crisis: z.array(z.string()),
})
export type SearchWords = z.infer<typeof SearchWords>

export const SearchContent = z.strictObject({documents: z.array(Searchable), words: SearchWords.nullable()})
export type SearchContent = z.infer<typeof SearchContent>

/** No page shows this answer: `sanity/publishing/site-search.ts` keeps an index of it in memory. */
export const searchContract = contract('search', SEARCH_QUERY, SearchContent, {
  lists: [...linkableTypes, 'searchWords', 'source'],
  shown: false,
  large: true,
})
