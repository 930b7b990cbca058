/** Where a clinic is and when it is open: facts of the original document, in words of the translation. */
import {z} from 'zod'
import {firstAfter} from '@/lib/clinic-time'
import {nextOpeningMoment, type Openings} from '@/lib/opening'
import type {Clock} from '@/sanity/contract'
import {weekdays} from '@/sanity/vocabulary'
import {choice} from './choice'
import {fromOriginal} from './translation'

export const addressFields = /* groq */ `{
  "street": coalesce(translationOf->address.street, address.street, ""),
  "city": coalesce(translationOf->address.city, address.city, ""),
  "region": coalesce(translationOf->address.region, address.region, ""),
  "postalCode": coalesce(translationOf->address.postalCode, address.postalCode, ""),
  "country": coalesce(translationOf->address.country, address.country, "")
}`

/** A postal address; a part the editor left out is an empty string. */
export const PostalAddress = z.strictObject({
  street: z.string(),
  city: z.string(),
  region: z.string(),
  postalCode: z.string(),
  country: z.string(),
})
export type PostalAddress = z.infer<typeof PostalAddress>

export const hoursFields = /* groq */ `
  "hours": coalesce(${fromOriginal('hours')}[]{_key, day, opens, closes}, []),
  "specialHours": coalesce(${fromOriginal('specialHours')}[]{
    _key,
    date,
    "closed": coalesce(closed, false),
    opens,
    closes,
    "note": coalesce(^.specialHours[date == ^.date][0].note, note)
  }, [])
`

/** `HH:MM` on the 24-hour clock, in the clinic's time zone. */
export const ClockTime = z.stringFormat('time of day (HH:MM)', /^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** The end of an opening may be the end of the day. */
const ClosingTime = z.stringFormat('time of day (HH:MM)', /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)

/** One opening of a weekday; a day with a lunch break has two. */
export const Hours = z.strictObject({
  _key: z.string(),
  day: choice(weekdays),
  opens: ClockTime,
  closes: ClosingTime,
})
export type Hours = z.infer<typeof Hours>

/** A date that differs from the usual week. */
export const SpecialHours = z.strictObject({
  _key: z.string(),
  date: z.iso.date(),
  closed: z.boolean(),
  opens: ClockTime.nullable(),
  closes: ClosingTime.nullable(),
  note: z.string().nullable(),
})
export type SpecialHours = z.infer<typeof SpecialHours>

/** An answer that shows a place's hours changes when it opens, when it closes, and at midnight. */
export const openingClock = {next: nextOpeningMoment} satisfies Clock<Openings>

/** The same for an answer that shows the hours of several. */
export const openingsClock = {
  next: (places: readonly Openings[], time) =>
    firstAfter(
      time.at,
      places.map((place) => nextOpeningMoment(place, time)),
    ),
} satisfies Clock<readonly Openings[]>
