import {describe, expect, test} from '@jest/globals'
import {location} from '@/components/examples/content/location'
import {formatDate, formatDay} from '@/lib/dates'
import {formatSpan, formatTime, upcoming, weekFor} from '@/lib/hours'

describe('a time of day', () => {
  test.each([
    ['08:00', '8 am', '8:00 a. m.'],
    ['08:30', '8:30 am', '8:30 a. m.'],
    ['12:00', 'noon', '12:00 p. m.'],
    ['12:30', '12:30 pm', '12:30 p. m.'],
    ['00:00', '12 am', '12:00 a. m.'],
    ['17:30', '5:30 pm', '5:30 p. m.'],
    ['23:59', '11:59 pm', '11:59 p. m.'],
  ])('%s', (time, english, spanish) => {
    // A figure and its "am" stay on one line.
    expect(formatTime(time, 'en')).toBe(english.replace(' ', '\u00a0'))
    expect(formatTime(time, 'es')).toBe(spanish.replaceAll(' ', '\u00a0'))
  })

  test('that is none stays as it was written', () => {
    expect(formatTime('late', 'en')).toBe('late')
  })
})

test('a span is said with a word', () => {
  expect(formatSpan({opens: '08:00', closes: '17:00'}, 'en')).toBe('8\u00a0am to 5\u00a0pm')
  expect(formatSpan({opens: '08:00', closes: '17:00'}, 'es')).toBe('8:00\u00a0a.\u00a0m. a 5:00\u00a0p.\u00a0m.')
})

test('the week has all its days from Monday, each with its spans in order', () => {
  const week = weekFor(location.hours)
  expect(week.map(({day}) => day)).toEqual([
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
  ])
  expect(week[0]?.spans.map(({opens}) => opens)).toEqual(['08:00', '13:00'])
  expect(week[6]?.spans).toEqual([])
})

test('special days that are over are left out, the others come in order, and today still counts', () => {
  expect(upcoming(location.specialHours, '2026-11-26').map(({date}) => date)).toEqual(['2026-11-26', '2026-12-24'])
  expect(upcoming(location.specialHours, '2026-11-27').map(({date}) => date)).toEqual(['2026-12-24'])
})

test('a date is the same date in every time zone', () => {
  expect(formatDate('2026-07-01', 'en')).toBe('July 1, 2026')
  expect(formatDate('2026-07-01', 'es')).toBe('1 de julio de 2026')
  expect(formatDay('2026-12-24', 'en')).toBe('Thursday, December 24, 2026')
  expect(formatDate('soon', 'en')).toBe('soon')
})
