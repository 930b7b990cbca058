/** Dates after which something no longer counts: facts that have to be checked again, reviews that are due. */
import {type ClinicTime, endOf, firstAfter} from './clinic-time.ts'

/** A fact counts until the end of the day on which it is to be checked again. `today` is the date at the clinic. */
export const isExpired = ({expiresOn}: {readonly expiresOn: string | null}, today: string): boolean =>
  expiresOn !== null && expiresOn < today

/** A review is overdue from the day after it was due. */
export const isOverdue = ({nextReviewDue}: {readonly nextReviewDue: string | null}, today: string): boolean =>
  nextReviewDue !== null && nextReviewDue < today

/** The next midnight at the clinic with which one of these days is over; null where none is to come. */
export const nextExpiry = (dates: readonly (string | null)[], {at, timeZone}: ClinicTime): number | null =>
  firstAfter(
    at,
    dates.map((date) => (date === null ? null : endOf(date, timeZone))),
  )
