import fc from 'fast-check'
import {wallClock} from '@/lib/clinic-time'
import {workingHoursBefore} from '@/lib/enquiries/reminder'

const timeZone = 'America/New_York'
const hour = 3_600_000
/** November 2026: the 27th is a Friday, and New York is five hours behind. */
const at = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}:00-05:00`)

describe('the hours of working days before a moment', () => {
  it.each([
    ['Thursday at noon, a day', at(26, '12:00'), 24, at(25, '12:00')],
    ['Monday at three, a day: what came on Friday at three', at(30, '15:00'), 24, at(27, '15:00')],
    ['Monday at midnight, an hour: what came before eleven on Friday night', at(30, '00:00'), 1, at(27, '23:00')],
    ['Sunday at noon, a day: Saturday and Sunday do not count', at(29, '12:00'), 24, at(27, '00:00')],
    ['Friday at noon, a working week', at(27, '12:00'), 120, at(20, '12:00')],
  ])('on %s', (_what, now, hours, expected) => {
    expect(new Date(workingHoursBefore(now, hours, timeZone))).toEqual(new Date(expected))
  })

  it('are those that pass, also where clocks are changed', () => {
    // On Sunday 1 November clocks go back: it has 25 hours, of which none counts.
    const monday = Date.parse('2026-11-02T10:00:00-05:00')
    expect(new Date(workingHoursBefore(monday, 24, timeZone))).toEqual(new Date('2026-10-30T10:00:00-04:00'))
  })

  it('are as many as were asked for, whenever and wherever', () => {
    const zones = fc.constantFrom(timeZone, 'America/Los_Angeles', 'Pacific/Honolulu', 'Asia/Kolkata', 'Pacific/Apia')
    const moments = fc
      .integer({min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31')})
      .map((t) => t - (t % hour))
    fc.assert(
      fc.property(moments, fc.integer({min: 1, max: 200}), zones, (now, hours, zone) => {
        const since = workingHoursBefore(now, hours, zone)
        // Counted in half hours: some zones are half an hour off.
        let halves = 0
        for (let each = since; each < now; each += hour / 2) {
          const {date} = wallClock({at: each, timeZone: zone})
          if (![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())) halves++
        }
        expect(halves / 2).toBe(hours)
      }),
      {numRuns: 200},
    )
  })
})
