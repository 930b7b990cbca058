/**
 * Whether a place is open at a moment, and when that changes. Special days take the place of the weekday; openings that
 * touch are one (a clinic open over midnight, or around the clock); daylight saving time is the clock's own affair.
 */
import {addDays, type ClinicTime, firstAfter, instantOf, nextMidnight, todayAt, wallClock} from './clinic-time.ts'
import {type Hours, type SpecialHours, weekdayOf} from './hours.ts'

/** A place's hours, as far as they matter here. */
export type Openings = Readonly<{hours: readonly Hours[]; specialHours: readonly SpecialHours[]}>

/** A time of day on a date, both at the clinic. */
export type WallTime = Readonly<{date: string; time: string}>

export type OpeningState = Readonly<
  {
    /** What the editor wrote of today, where today is a special day: `Thanksgiving`. */
    note: string | null
  } & (
    | {is: 'open' /** Null: around the clock. */; until: WallTime | null}
    | {
        is: 'closed' /** Closed all day, or just now? */
        allDay: boolean /** Null: not in sight. */
        opens: WallTime | null
      }
  )
>

/** How far ahead the next opening is looked for: long enough for the longest holidays. Days. */
const sight = 21

type TimesOfDay = Readonly<{opens: string; closes: string}>
type Span = Readonly<{from: number; until: number}>

/** The day's own entries, where it is a special day. */
const specialOn = ({specialHours}: Openings, date: string): SpecialHours[] =>
  specialHours.filter((special) => special.date === date)

/** The openings of one date in order of time: those of a special day where it is one, otherwise those of its weekday. */
export function openingsOn(place: Openings, date: string): TimesOfDay[] {
  const special = specialOn(place, date)
  const openings =
    special.length > 0
      ? special.flatMap(({closed, opens, closes}) =>
          closed || opens === null || closes === null ? [] : {opens, closes},
        )
      : place.hours.filter((hours) => hours.day === weekdayOf(date))
  return openings.toSorted((one, other) => one.opens.localeCompare(other.opens))
}

/** The notes of a special day; null where there is none, or it is no special day. */
export const noteOn = (place: Openings, date: string): string | null =>
  specialOn(place, date).find(({note}) => note)?.note ?? null

export const isSpecial = (place: Openings, date: string): boolean => specialOn(place, date).length > 0

/** The instants at which a place opens and closes, from yesterday (which may last over midnight) to the end of sight. */
function spansAround(place: Openings, {at, timeZone}: ClinicTime): Span[] {
  const today = todayAt({at, timeZone})
  const spans: Span[] = []
  for (let days = -1; days <= sight; days++) {
    const date = addDays(today, days)
    for (const {opens, closes} of openingsOn(place, date)) {
      const ends = closes > opens ? date : addDays(date, 1)
      spans.push({from: instantOf(date, opens, timeZone), until: instantOf(ends, closes, timeZone)})
    }
  }
  return joined(spans.filter(({from, until}) => from < until))
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.until) {
      result[result.length - 1] = {from: last.from, until: Math.max(last.until, span.until)}
    } else result.push(span)
  }
  return result
}

/** Is anything known of when this place is open? Without hours nothing is said, least of all "closed". */
const isKnown = (place: Openings, today: string): boolean =>
  place.hours.length > 0 || place.specialHours.some(({date}) => date >= today)

/** Whether a place is open; null where no hours are known. */
export function openingState(place: Openings, clock: ClinicTime): OpeningState | null {
  const {at, timeZone} = clock
  const today = todayAt(clock)
  if (!isKnown(place, today)) return null
  const note = noteOn(place, today)
  const spans = spansAround(place, clock)
  const wallTime = (instant: number): WallTime => wallClock({at: instant, timeZone})
  const current = spans.find(({from, until}) => from <= at && at < until)
  if (current) {
    const isEndless = current.until >= instantOf(addDays(today, sight), '00:00', timeZone)
    return {is: 'open', note, until: isEndless ? null : wallTime(current.until)}
  }
  const next = spans.find(({from}) => from > at)
  const allDay = !spans.some(
    ({from, until}) => until > instantOf(today, '00:00', timeZone) && from < nextMidnight(clock),
  )
  return {is: 'closed', note, allDay, opens: next ? wallTime(next.from) : null}
}

/**
 * When what a page says of a place's hours changes next: it opens or closes, or a new day begins there (today's row,
 * "tomorrow", special days that are over). Null where no hours are known.
 */
export function nextOpeningMoment(place: Openings, clock: ClinicTime): number | null {
  if (!isKnown(place, todayAt(clock))) return null
  const edges = spansAround(place, clock).flatMap(({from, until}) => [from, until])
  return firstAfter(clock.at, [nextMidnight(clock), ...edges])
}
