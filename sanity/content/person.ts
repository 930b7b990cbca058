/** The page of one of the clinic's people. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages} from '@/sanity/vocabulary'
import {choice} from './choice'
import {LinkedCondition} from './conditions'
import {conditionsTheyTreat} from './in-return'
import {DocumentLink, documentLinkFields} from './link'
import {Picture, picture} from './picture'
import {Prose, prose} from './prose'
import {published} from './source'
import {translated, translationFields} from './translation'
import {LinkedTreatment, linkedTreatmentFields} from './treatments'

const PERSON_QUERY = defineQuery(`
  *[_type == "person" && slug.current == $slug && language == $language][0]{
    _id,
    _updatedAt,
    name,
    "slug": slug.current,
    language,
    role,
    credentials,
    "photo": ${picture('photo')},
    "bio": ${prose('bio')},
    "specialties": coalesce(specialties, []),
    "languagesSpoken": coalesce(languagesSpoken, []),
    "locations": ${published('locations', documentLinkFields)},
    "treatments": ${published('treatments', linkedTreatmentFields)},
    "conditions": ${conditionsTheyTreat},
    "acceptsNewPatients": coalesce(acceptsNewPatients, false),
    ${translationFields('person')},
    "sample": coalesce(sample, false)
  }
`)

export const Person = z.strictObject({
  _id: z.string(),
  _updatedAt: z.string(),
  name: z.string(),
  slug: z.string(),
  language: choice(languages),
  /** Job title: `Physical therapist`. */
  role: z.string(),
  /** Letters after the name: `MD, FAAPMR`. */
  credentials: z.string().nullable(),
  photo: Picture.nullable(),
  bio: Prose,
  specialties: z.array(z.string()),
  languagesSpoken: z.array(z.string()),
  /** Where they work; what a page shows of these places comes from `getLocations`, with the hours of the day. */
  locations: z.array(DocumentLink),
  treatments: z.array(LinkedTreatment),
  /** What they treat: as entered, else what their treatments are for. From A to Z. */
  conditions: z.array(LinkedCondition),
  acceptsNewPatients: z.boolean(),
  ...translated,
  sample: z.boolean(),
})
export type Person = z.infer<typeof Person>

export const personContract = contract('person', PERSON_QUERY, Person.nullable(), {lists: []})

/** The published person at `{language, slug}`, or null. */
export const getPerson = reader(personContract)
