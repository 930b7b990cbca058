/** The index of locations, with all that the contact page needs. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {languages} from '@/sanity/vocabulary'
import {choice} from './choice'
import {addressFields, Hours, hoursFields, openingsClock, PostalAddress, SpecialHours} from './opening'
import {Picture, picture} from './picture'
import {fromOriginal} from './translation'

export const locationListFields = /* groq */ `
  _id,
  title,
  "slug": slug.current,
  language,
  "address": ${addressFields},
  "phone": ${fromOriginal('phone')},
  "fax": ${fromOriginal('fax')},
  ${hoursFields},
  "acceptsNewPatients": coalesce(translationOf->acceptsNewPatients, acceptsNewPatients, false),
  "image": ${picture('image')}
`

const LOCATIONS_QUERY = defineQuery(`
  *[_type == "location" && language == $language && defined(slug.current)]
    | order(lower(title) asc){${locationListFields}}
`)

export const LocationListItem = z.strictObject({
  _id: z.string(),
  title: z.string(),
  slug: z.string(),
  language: choice(languages),
  address: PostalAddress,
  phone: z.string(),
  fax: z.string().nullable(),
  hours: z.array(Hours),
  specialHours: z.array(SpecialHours),
  acceptsNewPatients: z.boolean(),
  image: Picture.nullable(),
})
export type LocationListItem = z.infer<typeof LocationListItem>

export const locationsContract = contract('locations', LOCATIONS_QUERY, z.array(LocationListItem), {
  lists: ['location'],
  clock: openingsClock,
})

/** All published locations in `{language}`, by name. */
export const getLocations = reader(locationsContract)
