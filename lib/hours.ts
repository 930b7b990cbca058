/** Opening hours as rows for people to read. Whether it is open now is told by `opening.ts`. */
import type {Language} from './language.ts'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** Times are `HH:MM`, 24 hours, at the clinic; `24:00` ends a day. */
export type Hours = Readonly<{day: Weekday; opens: string; closes: string}>

export type SpecialHours = Readonly<{
  date: string
  closed: boolean
  opens: string | null
  closes: string | null
  note: string | null
}>

/** The weekday of a date. */
export const weekdayOf = (date: string): Weekday =>
  weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday'

/** One weekday with its spans in order; no spans means closed. */
export type DayOfWeek = Readonly<{day: Weekday; spans: readonly Hours[]}>

/** All seven days, Monday first, each with its spans in order of time. A clinic that closes at noon has two. */
export const weekFor = (hours: readonly Hours[]): DayOfWeek[] =>
  weekdays.map((day) => ({
    day,
    spans: hours.filter((span) => span.day === day).toSorted((a, b) => a.opens.localeCompare(b.opens)),
  }))

const clocks: Record<Language, (hour: number, minute: number) => string> = {
  en(hour, minute) {
    if (minute === 0 && hour === 12) return 'noon'
    if (hour === 24) return 'midnight'
    const half = hour % 24 < 12 ? 'am' : 'pm'
    const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
    return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}\u00a0${half}`
  },
  /** As it is written in the United States, where clocks have twelve hours in Spanish too. */
  es(hour, minute) {
    if (hour === 24) return 'medianoche'
    const half = hour % 24 < 12 ? 'a' : 'p'
    return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}\u00a0${half}.\u00a0m.`
  },
}

/** "08:00" → "8 am", "17:30" → "5:30 pm" (in Spanish "5:30 p. m."). Text that is no time comes back as it is. */
export function formatTime(time: string, language: Language): string {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? []
  return hour === undefined || minute === undefined ? time : clocks[language](Number(hour), Number(minute))
}

const spanWords = {en: 'to', es: 'a'} as const satisfies Record<Language, string>

/** "8 am to 5 pm". The word rather than a dash: screen readers read dashes in times as minus, or not at all. */
export const formatSpan = ({opens, closes}: {opens: string; closes: string}, language: Language): string =>
  `${formatTime(opens, language)} ${spanWords[language]} ${formatTime(closes, language)}`

/** The days with hours of their own that are not over yet, nearest first. `today` is a date at the clinic. */
export const upcoming = <Special extends {date: string}>(special: readonly Special[], today: string): Special[] =>
  special.filter(({date}) => date >= today).toSorted((a, b) => a.date.localeCompare(b.date))
