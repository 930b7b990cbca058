/** A treatment page: what happens before, during and after. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages, treatmentAspects, treatmentKinds} from '@/sanity/vocabulary'
import {pageClock} from './aging'
import {UrgentHelp, urgentHelpFields} from './blocks'
import {choice} from './choice'
import {LinkedCondition} from './conditions'
import {Fact, factFields} from './fact'
import {Faq, faqFields} from './faq'
import {conditionsItIsFor, peopleWhoOfferIt} from './in-return'
import {LinkedPerson} from './people'
import {Picture, picture} from './picture'
import {Prose, prose} from './prose'
import {Review, review} from './review'
import {Search, Social, search, social} from './sharing'
import {published, Source, sourceFields} from './source'
import {translated, translationFields} from './translation'

const TREATMENT_QUERY = defineQuery(`
  *[_type == "treatment" && slug.current == $slug && language == $language][0]{
    _id,
    _updatedAt,
    title,
    "alsoKnownAs": coalesce(alsoKnownAs, []),
    "slug": slug.current,
    language,
    kind,
    summary,
    "image": ${picture('image')},
    "atGlance": {
      "duration": atGlance.duration,
      "numbing": atGlance.numbing,
      "gettingHome": atGlance.gettingHome,
      "recovery": atGlance.recovery
    },
    "urgentHelp": coalesce(urgentHelp[]{_type, _key, ${urgentHelpFields}}, []),
    "sections": coalesce(sections[]{_key, aspect, heading, "body": ${prose('body')}}, []),
    "facts": ${published('facts', factFields)},
    "faqs": ${published('faqs', faqFields)},
    "conditions": ${conditionsItIsFor},
    "people": ${peopleWhoOfferIt},
    "sources": ${published('sources', sourceFields)},
    "social": ${social},
    "search": ${search},
    "review": ${review},
    ${translationFields('treatment')},
    "sample": coalesce(sample, false)
  }
`)

export const TreatmentSection = z.strictObject({
  _key: z.string(),
  aspect: choice(treatmentAspects),
  /** Null where the aspect's own title serves. */
  heading: z.string().nullable(),
  body: Prose,
})
export type TreatmentSection = z.infer<typeof TreatmentSection>

/** What patients ask before they say yes, in a few words each; null where the editor says nothing of it. */
export const AtGlance = z.strictObject({
  duration: z.string().nullable(),
  numbing: z.string().nullable(),
  gettingHome: z.string().nullable(),
  recovery: z.string().nullable(),
})
export type AtGlance = z.infer<typeof AtGlance>

export const Treatment = z.strictObject({
  _id: z.string(),
  _updatedAt: z.string(),
  title: z.string(),
  alsoKnownAs: z.array(z.string()),
  slug: z.string(),
  language: choice(languages),
  kind: choice(treatmentKinds).nullable(),
  summary: z.string(),
  image: Picture.nullable(),
  atGlance: AtGlance,
  urgentHelp: z.array(UrgentHelp),
  sections: z.array(TreatmentSection),
  facts: z.array(Fact),
  faqs: z.array(Faq),
  /** What it is offered for, from A to Z. */
  conditions: z.array(LinkedCondition),
  /** Who offers it, by name. */
  people: z.array(LinkedPerson),
  sources: z.array(Source),
  social: Social,
  search: Search,
  review: Review,
  ...translated,
  sample: z.boolean(),
})
export type Treatment = z.infer<typeof Treatment>

export const treatmentContract = contract('treatment', TREATMENT_QUERY, Treatment.nullable(), {
  lists: [],
  clock: pageClock(),
})

/** The published treatment at `{language, slug}`, or null. */
export const getTreatment = reader(treatmentContract)
