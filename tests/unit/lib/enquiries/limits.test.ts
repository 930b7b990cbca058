import {describe, expect, test} from '@jest/globals'
import {createLimits, mostInAMinute, networkOf} from '@/lib/enquiries/limits'

const noon = Date.parse('2026-11-26T12:00:00Z')
const [second, hour, day] = [1000, 3_600_000, 86_400_000]

/** Limits with a clock that a test sets. */
function limitsAt(perHour: number) {
  let at = noon
  return {...createLimits({perHour, now: () => at}), wait: (span: number) => (at += span)}
}
const times = <Value>(count: number, take: () => Value): Value[] => Array.from({length: count}, take)

describe('questions of one address', () => {
  test('are as many an hour as the clinic allows, and then wait for the first of them to be an hour old', () => {
    const {take, wait} = limitsAt(3)
    expect(take('203.0.113.5')).toBeNull()
    wait(600 * second)
    expect(times(2, () => take('203.0.113.5'))).toEqual([null, null])
    expect(take('203.0.113.5')).toBe(3000)
    wait(3000 * second)
    expect(take('203.0.113.5')).toBeNull()
    expect(take('203.0.113.5')).toBe(600)
  })

  test('do not count for another', () => {
    const {take} = limitsAt(1)
    expect([take('203.0.113.5'), take('203.0.113.6'), take('203.0.113.5')]).toEqual([null, null, 3600])
  })

  test('leave tries to mend mistakes, but not without end', () => {
    const {knock} = limitsAt(2)
    expect(times(20, () => knock('203.0.113.5'))).toEqual(times(20, () => null))
    expect(knock('203.0.113.5')).toBe(3600)
  })
})

describe('questions of all', () => {
  test('are at most 600 a minute', () => {
    const {knock, wait} = limitsAt(1000)
    const from = (index: number) => `198.51.${Math.floor(index / 250)}.${index % 250}`
    for (let index = 0; index < mostInAMinute; index++) expect(knock(from(index))).toBeNull()
    expect(knock('203.0.113.5')).toBe(60)
    wait(60 * second)
    expect(knock('203.0.113.5')).toBeNull()
  })

  test('cannot be used up by one address', () => {
    const {knock} = limitsAt(2)
    for (let count = 0; count < 10 * mostInAMinute; count++) knock('203.0.113.66')
    expect(knock('203.0.113.5')).toBeNull()
  })
})

describe('an address', () => {
  test('is a household: all of an IPv6 network, and an IPv4 address in either spelling', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:0db8:0001:0002:ffff::1'))
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
    expect(networkOf('::ffff:203.0.113.5')).toBe('203.0.113.5')
    expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'))
    expect(networkOf('::1')).toBe('0:0:0:0')
  })

  test('is nowhere in what is kept, and called something else tomorrow', () => {
    // The counts are not reachable from outside; a new day begins them anew, which shows that the names have changed.
    const {take, wait} = limitsAt(1)
    wait(11.9 * hour)
    expect(take('203.0.113.5')).toBeNull()
    expect(take('203.0.113.5')).not.toBeNull()
    wait(0.2 * hour)
    expect(take('203.0.113.5')).toBeNull()
    wait(day)
    expect(take('203.0.113.5')).toBeNull()
  })
})
