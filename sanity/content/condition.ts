/** A condition page: what it is, when to get help, and what can be done. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {bodyRegions, languages, sectionAspects} from '@/sanity/vocabulary'
import {pageClock} from './aging'
import {UrgentHelp, urgentHelpFields} from './blocks'
import {choice} from './choice'
import {bodyRegionsField, LinkedCondition, linkedConditionFields} from './conditions'
import {Fact, factFields} from './fact'
import {Faq, faqFields} from './faq'
import {peopleWhoTreatIt} from './in-return'
import {LinkedPerson} from './people'
import {Picture, picture} from './picture'
import {Prose, prose} from './prose'
import {Review, review} from './review'
import {Search, Social, search, social} from './sharing'
import {published, Source, sourceFields} from './source'
import {translated, translationFields} from './translation'
import {LinkedTreatment, linkedTreatmentFields} from './treatments'

const CONDITION_QUERY = defineQuery(`
  *[_type == "condition" && slug.current == $slug && language == $language][0]{
    _id,
    _updatedAt,
    title,
    "alsoKnownAs": coalesce(alsoKnownAs, []),
    "slug": slug.current,
    language,
    "bodyRegions": ${bodyRegionsField},
    summary,
    "image": ${picture('image')},
    "urgentHelp": coalesce(urgentHelp[]{_type, _key, ${urgentHelpFields}}, []),
    "sections": coalesce(sections[]{_key, aspect, heading, "body": ${prose('body')}}, []),
    "facts": ${published('facts', factFields)},
    "faqs": ${published('faqs', faqFields)},
    "treatments": ${published('treatments', linkedTreatmentFields)},
    "people": ${peopleWhoTreatIt},
    "relatedConditions": ${published('relatedConditions', linkedConditionFields)},
    "sources": ${published('sources', sourceFields)},
    "icd10": coalesce(icd10, []),
    "social": ${social},
    "search": ${search},
    "review": ${review},
    ${translationFields('condition')},
    "sample": coalesce(sample, false)
  }
`)

export const Section = z.strictObject({
  _key: z.string(),
  aspect: choice(sectionAspects),
  /** Null where the aspect's own title serves; an overview without a heading shows none. */
  heading: z.string().nullable(),
  body: Prose,
})
export type Section = z.infer<typeof Section>

export const Condition = z.strictObject({
  _id: z.string(),
  _updatedAt: z.string(),
  title: z.string(),
  alsoKnownAs: z.array(z.string()),
  slug: z.string(),
  language: choice(languages),
  bodyRegions: z.array(choice(bodyRegions)),
  summary: z.string(),
  image: Picture.nullable(),
  urgentHelp: z.array(UrgentHelp),
  sections: z.array(Section),
  facts: z.array(Fact),
  faqs: z.array(Faq),
  treatments: z.array(LinkedTreatment),
  /** Who treats it, by name. */
  people: z.array(LinkedPerson),
  relatedConditions: z.array(LinkedCondition),
  sources: z.array(Source),
  icd10: z.array(z.string()),
  social: Social,
  search: Search,
  review: Review,
  ...translated,
  sample: z.boolean(),
})
export type Condition = z.infer<typeof Condition>

export const conditionContract = contract('condition', CONDITION_QUERY, Condition.nullable(), {
  lists: [],
  clock: pageClock(),
})

/** The published condition at `{language, slug}`, or null. */
export const getCondition = reader(conditionContract)
