/**
 * The clock on the clinic's wall: dates and times of day there, and the instants at which they come.
 *
 * `Intl` alone knows the time zones. Instants are milliseconds since 1970; dates are `2026-11-23`; times of day `08:30`,
 * where `24:00` ends a day.
 */

/** A moment, and the time zone in which the clinic lives through it. */
export type ClinicTime = Readonly<{at: number; timeZone: string}>

/** Where a clinic is taken to be that has not said it yet. */
export const fallbackTimeZone = 'America/New_York'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

/** What calendar and clock there show at an instant: `{date: '2026-11-23', time: '08:30'}`. */
export function wallClock({at, timeZone}: ClinicTime): {date: string; time: string} {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({type, value}) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '00'
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** The date on the clinic's wall at an instant: today's, for now. */
export const todayAt = (time: ClinicTime): string => wallClock(time).date

/** The date so many days later; negative: earlier. */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

const minute = 60_000
const day = 24 * 60 * minute

/** How far that zone's clocks are ahead of UTC at an instant. Milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const {date, time} = wallClock({at, timeZone})
  return Date.parse(`${date}T${time}:00Z`) - Math.floor(at / minute) * minute
}

/**
 * The first instant at which calendar and clock there show this date and time, or one after it: where clocks spring
 * forward over a time, that is the moment of the jump; where they show it twice, the first of the two.
 */
export function instantOf(date: string, time: string, timeZone: string): number {
  if (time === '24:00') return instantOf(addDays(date, 1), '00:00', timeZone)
  const wanted = Date.parse(`${date}T${time}:00Z`)
  // A zone changes its clocks at most once in two days, so one of these two offsets is right.
  const candidates = [offsetAt(wanted - day, timeZone), offsetAt(wanted + day, timeZone)].map(
    (offset) => wanted - offset,
  )
  const shown = candidates.filter((at) => at + offsetAt(at, timeZone) === wanted)
  if (shown.length > 0) return Math.min(...shown)
  return jumpBetween(Math.min(...candidates), Math.max(...candidates), timeZone)
}

/** The instant at which that zone's clocks change, known to lie between two others. */
function jumpBetween(before: number, after: number, timeZone: string): number {
  const late = offsetAt(after, timeZone)
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, timeZone) === late) high = middle
    else low = middle
  }
  return high
}

/** The midnight there with which a date ends. */
export const endOf = (date: string, timeZone: string): number => instantOf(date, '24:00', timeZone)

/** The next midnight there. */
export const nextMidnight = (time: ClinicTime): number => endOf(todayAt(time), time.timeZone)

/** The first of these instants that is still to come; null where none is. */
export function firstAfter(at: number, instants: Iterable<number | null>): number | null {
  let first: number | null = null
  for (const instant of instants) {
    if (instant !== null && instant > at && (first === null || instant < first)) first = instant
  }
  return first
}
