import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {instantOf, todayAt, wallClock} from '@/lib/clinic-time'
import {type Hours, type SpecialHours, weekdays} from '@/lib/hours'
import {nextOpeningMoment, type Openings, openingState} from '@/lib/opening'
import {openingWords} from '@/lib/opening-words'

const chicago = 'America/Chicago'
const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
const week = (...spans: [string, string][]): Hours[] =>
  workdays.flatMap((day) => spans.map(([opens, closes]) => ({day, opens, closes})))
const closedOn = (date: string, note: string | null = null): SpecialHours => ({
  date,
  closed: true,
  opens: null,
  closes: null,
  note,
})
const place = (hours: Hours[], ...specialHours: SpecialHours[]): Openings => ({hours, specialHours})
const office = place(week(['08:00', '17:00']))

type When = `${string} ${string}`
const clockAt = (when: When, timeZone = chicago) => {
  const [date = '', time = ''] = when.split(' ')
  return {at: instantOf(date, time, timeZone), timeZone}
}

/** What the page says, with plain spaces. */
function said(of: Openings, when: When, language: 'en' | 'es' = 'en', timeZone = chicago): string | null {
  const clock = clockAt(when, timeZone)
  const state = openingState(of, clock)
  if (!state) return null
  const words = openingWords(state, clock, language)
  return [words.state, words.next].filter(Boolean).join('. ').replaceAll('\u00a0', ' ')
}

/** When that changes next, on the clock there. */
function changes(of: Openings, when: When, timeZone = chicago): string | null {
  const next = nextOpeningMoment(of, clockAt(when, timeZone))
  if (next === null) return null
  const {date, time} = wallClock({at: next, timeZone})
  return `${date} ${time}`
}

describe('a place', () => {
  // 23 November 2026 is a Monday.
  test.each<[When, string, string]>([
    ['2026-11-23 07:59', 'Closed now. Opens at 8 am', 'Cerrado ahora. Abre a las 8:00 a. m.'],
    ['2026-11-23 08:00', 'Open now until 5 pm', 'Abierto ahora hasta las 5:00 p. m.'],
    ['2026-11-23 16:59', 'Open now until 5 pm', 'Abierto ahora hasta las 5:00 p. m.'],
    ['2026-11-23 17:00', 'Closed now. Opens tomorrow at 8 am', 'Cerrado ahora. Abre mañana a las 8:00 a. m.'],
    ['2026-11-24 00:00', 'Closed now. Opens at 8 am', 'Cerrado ahora. Abre a las 8:00 a. m.'],
    ['2026-11-27 17:00', 'Closed now. Opens Monday at 8 am', 'Cerrado ahora. Abre el lunes a las 8:00 a. m.'],
    ['2026-11-28 12:00', 'Closed today. Opens Monday at 8 am', 'Cerrado hoy. Abre el lunes a las 8:00 a. m.'],
    ['2026-11-29 12:00', 'Closed today. Opens tomorrow at 8 am', 'Cerrado hoy. Abre mañana a las 8:00 a. m.'],
  ])('at %s', (when, english, spanish) => {
    expect(said(office, when)).toBe(english)
    expect(said(office, when, 'es')).toBe(spanish)
  })

  test('with a lunch break is closed for lunch', () => {
    const lunch = place(week(['09:00', '12:30'], ['13:30', '17:00']))
    expect(said(lunch, '2026-11-23 12:30')).toBe('Closed now. Opens at 1:30 pm')
    expect(said(lunch, '2026-11-23 12:29')).toBe('Open now until 12:30 pm')
    expect(said(place(week(['09:00', '12:30'], ['13:00', '17:00'])), '2026-11-23 12:30', 'es')).toBe(
      'Cerrado ahora. Abre a la 1:00 p. m.',
    )
    expect(changes(lunch, '2026-11-23 12:00')).toBe('2026-11-23 12:30')
    expect(changes(lunch, '2026-11-23 12:30')).toBe('2026-11-23 13:30')
  })

  test('keeps holidays, and says which', () => {
    const closed = place(week(['08:00', '17:00']), closedOn('2026-11-26', 'Thanksgiving'), closedOn('2026-11-27'))
    expect(said(closed, '2026-11-25 18:00')).toBe('Closed now. Opens Monday at 8 am')
    expect(said(closed, '2026-11-26 09:00')).toBe('Closed today (Thanksgiving). Opens Monday at 8 am')
    expect(said(closed, '2026-11-27 09:00')).toBe('Closed today. Opens Monday at 8 am')
    expect(said(closed, '2026-11-26 09:00', 'es')).toBe('Cerrado hoy (Thanksgiving). Abre el lunes a las 8:00 a. m.')
  })

  test('may open for a part of a special day, or on one that is usually closed', () => {
    const eve = {date: '2026-12-24', closed: false, opens: '08:00', closes: '12:00', note: 'Christmas Eve'}
    const saturday = {date: '2026-11-28', closed: false, opens: '10:00', closes: '14:00', note: null}
    const special = place(week(['08:00', '17:00']), eve, saturday)
    expect(said(special, '2026-12-24 09:00')).toBe('Open now until noon (Christmas Eve)')
    expect(said(special, '2026-12-24 12:00')).toBe('Closed now (Christmas Eve). Opens tomorrow at 8 am')
    expect(said(special, '2026-11-28 10:00')).toBe('Open now until 2 pm')
  })

  test('that is closed for long says the whole date, and nothing where none is in sight', () => {
    const days = Array.from({length: 11}, (_, index) => closedOn(`2026-12-${21 + index}`))
    expect(said(place(week(['08:00', '17:00']), ...days), '2026-12-21 09:00')).toBe(
      'Closed today. Opens on Friday, January 1, 2027, at 8 am',
    )
    expect(said(place([], closedOn('2026-12-24', 'Moving')), '2026-12-24 09:00')).toBe('Closed today (Moving)')
  })

  test('open over midnight belongs to the evening on which it opened', () => {
    const night = place([{day: 'friday', opens: '22:00', closes: '06:00'}])
    expect(said(night, '2026-11-27 23:00')).toBe('Open now until 6 am')
    expect(said(night, '2026-11-28 05:59')).toBe('Open now until 6 am')
    expect(said(night, '2026-11-28 06:00')).toBe('Closed now. Opens Friday at 10 pm')
    expect(said(place(week(['08:00', '24:00'])), '2026-11-27 23:00')).toBe('Open now until midnight')
    expect(said(place(week(['08:00', '24:00'])), '2026-11-27 23:00', 'es')).toBe('Abierto ahora hasta la medianoche')
    const joined = place([
      {day: 'monday', opens: '08:00', closes: '24:00'},
      {day: 'tuesday', opens: '00:00', closes: '24:00'},
      {day: 'wednesday', opens: '00:00', closes: '12:00'},
    ])
    expect(said(joined, '2026-11-23 09:00')).toBe('Open now until Wednesday at noon')
    expect(said(joined, '2026-11-23 09:00', 'es')).toBe('Abierto ahora hasta el miércoles a las 12:00 p. m.')
  })

  test('open day and night has no closing time, but has midnights', () => {
    const always = place(weekdays.map((day) => ({day, opens: '00:00', closes: '24:00'})))
    expect(said(always, '2026-11-23 09:00')).toBe('Open now, day and night')
    expect(changes(always, '2026-11-23 09:00')).toBe('2026-11-24 00:00')
  })

  test('without hours says nothing, and never changes', () => {
    expect(said(place([]), '2026-11-23 09:00')).toBeNull()
    expect(changes(place([]), '2026-11-23 09:00')).toBeNull()
    expect(said(place([], closedOn('2026-11-22')), '2026-11-23 09:00')).toBeNull()
  })
})

describe('when the clocks change', () => {
  const sundays = place([{day: 'sunday', opens: '01:30', closes: '04:00'}])
  const hoursOpen = (timeZone: string, date: string) => {
    const clock = clockAt(`${date} 00:00`, timeZone)
    const opens = nextOpeningMoment(sundays, clock) ?? 0
    return ((nextOpeningMoment(sundays, {...clock, at: opens}) ?? 0) - opens) / 3_600_000
  }

  test('a place opens and closes by the clock on the wall', () => {
    expect(hoursOpen(chicago, '2026-03-08')).toBe(1.5)
    expect(hoursOpen(chicago, '2026-11-01')).toBe(3.5)
    expect(hoursOpen('America/Phoenix', '2026-03-08')).toBe(2.5)
    expect(hoursOpen('Pacific/Honolulu', '2026-11-01')).toBe(2.5)
  })

  test('it does not close and open again in the hour that comes twice', () => {
    const opens = instantOf('2026-11-01', '01:30', chicago)
    for (let minutes = 0; minutes < 210; minutes++) {
      expect(openingState(sundays, {at: opens + minutes * 60_000, timeZone: chicago})?.is).toBe('open')
    }
    expect(openingState(sundays, {at: opens + 210 * 60_000, timeZone: chicago})?.is).toBe('closed')
  })

  test('a time that is skipped opens at the moment of the jump', () => {
    const skipped = place([{day: 'sunday', opens: '02:30', closes: '12:00'}])
    const jump = Date.parse('2026-03-08T08:00:00Z')
    expect(openingState(skipped, {at: jump - 1, timeZone: chicago})?.is).toBe('closed')
    expect(openingState(skipped, {at: jump, timeZone: chicago})?.is).toBe('open')
  })
})

describe('whatever the hours', () => {
  const time = fc
    .integer({min: 0, max: 95})
    .map(
      (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
    )
  const date = fc
    .integer({min: -2, max: 20})
    .map((days) => new Date(Date.parse('2026-10-30') + days * 86_400_000).toISOString().slice(0, 10))
  const openings = fc.record({
    hours: fc.array(
      fc.record({day: fc.constantFrom(...weekdays), opens: time, closes: fc.oneof(time, fc.constant('24:00'))}),
      {maxLength: 10},
    ),
    specialHours: fc.array(
      fc.record({date, closed: fc.boolean(), opens: time, closes: time, note: fc.constantFrom(null, 'A holiday')}),
      {maxLength: 4},
    ),
  })
  const instant = fc
    .integer({min: Date.parse('2026-10-29') / 60_000, max: Date.parse('2026-11-10') / 60_000})
    .map((minutes) => minutes * 60_000)
  const zone = fc.constantFrom(chicago, 'America/Phoenix', 'Pacific/Honolulu', 'America/New_York')

  const shown = (of: Openings, at: number, timeZone: string) => {
    const clock = {at, timeZone}
    const state = openingState(of, clock)
    const today = todayAt(clock)
    return JSON.stringify([state && openingWords(state, clock, 'en'), state && today])
  }

  test('nothing that a page shows changes before the moment that was foretold, and moments go on', () => {
    fc.assert(
      fc.property(openings, instant, zone, fc.double({min: 0, max: 1, noNaN: true}), (of, at, timeZone, part) => {
        const next = nextOpeningMoment(of, {at, timeZone})
        if (next === null) return shown(of, at, timeZone) === shown(of, at + 86_400_000 * part, timeZone)
        expect(next).toBeGreaterThan(at)
        const between = Math.floor(at + (next - 1 - at) * part)
        expect(shown(of, between, timeZone)).toBe(shown(of, at, timeZone))
        expect(shown(of, next - 1, timeZone)).toBe(shown(of, at, timeZone))
      }),
      {numRuns: 300},
    )
  })
})
