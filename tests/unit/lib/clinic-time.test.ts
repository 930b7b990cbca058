import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {
  addDays,
  endOf,
  fallbackTimeZone,
  firstAfter,
  instantOf,
  nextMidnight,
  todayAt,
  wallClock,
} from '@/lib/clinic-time'

const chicago = 'America/Chicago'
const iso = (at: number) => new Date(at).toISOString()

describe('the clock on the clinic’s wall', () => {
  test.each([
    ['America/Chicago', '2026-01-15', '08:00', '2026-01-15T14:00:00.000Z'],
    ['America/Chicago', '2026-07-15', '08:00', '2026-07-15T13:00:00.000Z'],
    ['America/Phoenix', '2026-01-15', '08:00', '2026-01-15T15:00:00.000Z'],
    ['America/Phoenix', '2026-07-15', '08:00', '2026-07-15T15:00:00.000Z'],
    ['Pacific/Honolulu', '2026-07-15', '17:30', '2026-07-16T03:30:00.000Z'],
    ['America/Puerto_Rico', '2026-07-15', '00:00', '2026-07-15T04:00:00.000Z'],
    ['America/New_York', '2026-12-31', '24:00', '2027-01-01T05:00:00.000Z'],
  ])('in %s, %s %s', (timeZone, date, time, expected) => {
    expect(iso(instantOf(date, time, timeZone))).toBe(expected)
  })

  test('springs forward: a time that does not come is the moment of the jump', () => {
    expect(iso(instantOf('2026-03-08', '01:59', chicago))).toBe('2026-03-08T07:59:00.000Z')
    expect(iso(instantOf('2026-03-08', '02:00', chicago))).toBe('2026-03-08T08:00:00.000Z')
    expect(iso(instantOf('2026-03-08', '02:30', chicago))).toBe('2026-03-08T08:00:00.000Z')
    expect(iso(instantOf('2026-03-08', '03:00', chicago))).toBe('2026-03-08T08:00:00.000Z')
    expect(endOf('2026-03-08', chicago) - instantOf('2026-03-08', '00:00', chicago)).toBe(23 * 3_600_000)
  })

  test('falls back: a time that comes twice is the first of the two', () => {
    expect(iso(instantOf('2026-11-01', '01:30', chicago))).toBe('2026-11-01T06:30:00.000Z')
    expect(iso(instantOf('2026-11-01', '02:00', chicago))).toBe('2026-11-01T08:00:00.000Z')
    expect(endOf('2026-11-01', chicago) - instantOf('2026-11-01', '00:00', chicago)).toBe(25 * 3_600_000)
  })

  test('tells the date there, which is not the date here', () => {
    const at = Date.parse('2026-11-24T05:30:00Z')
    expect(wallClock({at, timeZone: chicago})).toEqual({date: '2026-11-23', time: '23:30'})
    expect(todayAt({at, timeZone: 'Pacific/Honolulu'})).toBe('2026-11-23')
    expect(todayAt({at, timeZone: 'America/New_York'})).toBe('2026-11-24')
    expect(todayAt({at: Date.parse('2026-11-24T00:30:00Z'), timeZone: 'Europe/London'})).toBe('2026-11-24')
    // A clinic that has not said where it is has a date all the same.
    expect(todayAt({at, timeZone: fallbackTimeZone})).toBe('2026-11-24')
    expect(iso(nextMidnight({at, timeZone: chicago}))).toBe('2026-11-24T06:00:00.000Z')
  })

  test('goes there and back for every minute that the clock shows once', () => {
    const zones = ['America/Chicago', 'America/Phoenix', 'Pacific/Honolulu', 'America/Anchorage', 'America/New_York']
    fc.assert(
      fc.property(
        fc.integer({min: Date.parse('2024-01-01') / 60_000, max: Date.parse('2032-01-01') / 60_000}),
        fc.constantFrom(...zones),
        (minutes, timeZone) => {
          const at = minutes * 60_000
          const {date, time} = wallClock({at, timeZone})
          const back = instantOf(date, time, timeZone)
          // An hour later only in the second of the two hours of an autumn night.
          expect([at, at - 3_600_000]).toContain(back)
          expect(wallClock({at: back, timeZone})).toEqual({date, time})
        },
      ),
    )
  })
})

test('days are counted over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
})

test('the first to come is neither now nor never', () => {
  expect(firstAfter(5, [null, 9, 5, 7, 1])).toBe(7)
  expect(firstAfter(5, [null, 5, 1])).toBeNull()
})
