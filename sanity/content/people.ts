/** The index of the clinic's people. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages} from '@/sanity/vocabulary'
import {choice} from './choice'
import {DocumentLink} from './link'
import {Picture, picture} from './picture'

/** Projection of a person whom another page shows. */
export const linkedPersonFields = /* groq */ `{
  _id,
  _type,
  "title": name,
  "slug": slug.current,
  language,
  role,
  credentials,
  "photo": ${picture('photo')},
  "languagesSpoken": coalesce(languagesSpoken, []),
  "acceptsNewPatients": coalesce(acceptsNewPatients, false)
}`

const PEOPLE_QUERY = defineQuery(`
  *[_type == "person" && language == $language && defined(slug.current)] | order(lower(name) asc){
    _id,
    name,
    "slug": slug.current,
    language,
    role,
    credentials,
    "photo": ${picture('photo')},
    "specialties": coalesce(specialties, []),
    "acceptsNewPatients": coalesce(acceptsNewPatients, false)
  }
`)

export const PersonListItem = z.strictObject({
  _id: z.string(),
  name: z.string(),
  slug: z.string(),
  language: choice(languages),
  role: z.string(),
  credentials: z.string().nullable(),
  photo: Picture.nullable(),
  specialties: z.array(z.string()),
  acceptsNewPatients: z.boolean(),
})
export type PersonListItem = z.infer<typeof PersonListItem>

/** A person as the pages of conditions, treatments and locations show them. */
export const LinkedPerson = DocumentLink.extend({
  _type: z.literal('person'),
  role: z.string(),
  credentials: z.string().nullable(),
  photo: Picture.nullable(),
  languagesSpoken: z.array(z.string()),
  acceptsNewPatients: z.boolean(),
})
export type LinkedPerson = z.infer<typeof LinkedPerson>

export const peopleContract = contract('people', PEOPLE_QUERY, z.array(PersonListItem), {lists: ['person']})

/** All published people in `{language}`, by name. */
export const getPeople = reader(peopleContract)
