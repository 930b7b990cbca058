/** The page of one of the clinic's locations. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {peopleWhoWorkHere} from './in-return'
import {LocationListItem, locationListFields} from './locations'
import {openingClock} from './opening'
import {LinkedPerson} from './people'
import {Search, Social, search, social} from './sharing'
import {fromOriginal, translated, translationFields} from './translation'

const [lat, lng] = [fromOriginal('geo.lat'), fromOriginal('geo.lng')]

const LOCATION_QUERY = defineQuery(`
  *[_type == "location" && slug.current == $slug && language == $language][0]{
    ${locationListFields},
    _updatedAt,
    "geo": select(defined(${lat}) && defined(${lng}) => {"lat": coalesce(${lat}, 0), "lng": coalesce(${lng}, 0)}),
    directions,
    parking,
    access,
    "languagesSpoken": coalesce(languagesSpoken, []),
    "insurance": coalesce(insurance, []),
    "people": ${peopleWhoWorkHere},
    "social": ${social},
    "search": ${search},
    ${translationFields('location')},
    "sample": coalesce(sample, false)
  }
`)

export const Location = LocationListItem.extend({
  _updatedAt: z.string(),
  /** Degrees, WGS 84. */
  geo: z.strictObject({lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180)}).nullable(),
  directions: z.string().nullable(),
  parking: z.string().nullable(),
  /** How people with a disability get in and around. */
  access: z.string().nullable(),
  languagesSpoken: z.array(z.string()),
  insurance: z.array(z.string()),
  /** Who works here, by name. */
  people: z.array(LinkedPerson),
  social: Social,
  search: Search,
  ...translated,
  sample: z.boolean(),
})
export type Location = z.infer<typeof Location>

export const locationContract = contract('location', LOCATION_QUERY, Location.nullable(), {
  lists: [],
  clock: openingClock,
})

/** The published location at `{language, slug}`, or null. */
export const getLocation = reader(locationContract)
