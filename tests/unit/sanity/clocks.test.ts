/** How answers change by the clock: what the gate hands out at a time, and when that changes. */
import {condition} from '@/components/examples/content/condition'
import {sourcedFact} from '@/components/examples/content/fact'
import {location} from '@/components/examples/content/location'
import {snow} from '@/components/examples/content/notice'
import {notReviewed, reviewed} from '@/components/examples/content/review'
import {site} from '@/components/examples/content/site'
import {instantOf} from '@/lib/clinic-time'
import {isExpired, isOverdue} from '@/lib/expiry'
import {factClock, factsClock} from '@/sanity/content/aging'
import {conditionContract} from '@/sanity/content/condition'
import {locationContract} from '@/sanity/content/location'
import {locationsContract} from '@/sanity/content/locations'
import {pageContract} from '@/sanity/content/page'
import {siteContract} from '@/sanity/content/site'
import {treatmentContract} from '@/sanity/content/treatment'

const timeZone = 'America/Chicago'
const midnight = (date: string) => instantOf(date, '00:00', timeZone)
const at = (instant: number) => ({at: instant, timeZone})

const old = {...sourcedFact, _id: 'old', expiresOn: '2026-11-30'}
const lasting = {...sourcedFact, _id: 'lasting', expiresOn: null}
const page = {...condition, facts: [old, lasting], review: {...reviewed, nextReviewDue: '2026-12-15'}}

describe('a fact', () => {
  it('counts until the end of its day at the clinic', () => {
    expect(isExpired(old, '2026-11-30')).toBe(false)
    expect(isExpired(old, '2026-12-01')).toBe(true)
    expect(isExpired(lasting, '2999-01-01')).toBe(false)
  })

  it('leaves pages and lists at that midnight, and stays on its own page', () => {
    const {clock} = conditionContract
    const shown = (instant: number) => clock?.shown?.(page, at(instant)).facts.map(({_id}) => _id)
    expect(clock?.next(page, at(midnight('2026-11-23')))).toBe(midnight('2026-12-01'))
    expect(shown(midnight('2026-12-01') - 1)).toEqual(['old', 'lasting'])
    expect(shown(midnight('2026-12-01'))).toEqual(['lasting'])
    expect(factsClock().shown?.([old, lasting], at(midnight('2026-12-01')))).toEqual([lasting])
    expect(factsClock().next([old, lasting], at(midnight('2026-11-30')))).toBe(midnight('2026-12-01'))
    expect(factClock.next(old, at(midnight('2026-11-30')))).toBe(midnight('2026-12-01'))
    expect(factClock).not.toHaveProperty('shown')
  })
})

describe('a review', () => {
  it('is overdue from the day after it was due', () => {
    expect(isOverdue(page.review, '2026-12-15')).toBe(false)
    expect(isOverdue(page.review, '2026-12-16')).toBe(true)
    expect(isOverdue(notReviewed, '2999-01-01')).toBe(false)
  })

  it('changes its page at that midnight, and never again', () => {
    const {clock} = conditionContract
    expect(clock?.next(page, at(midnight('2026-12-01')))).toBe(midnight('2026-12-16'))
    expect(clock?.next(page, at(midnight('2026-12-16')))).toBeNull()
    expect(treatmentContract.clock).toBeDefined()
    const studioPage = {...page, body: []}
    expect(pageContract.clock?.next(studioPage, at(midnight('2026-12-01')))).toBe(midnight('2026-12-16'))
  })
})

describe('notices', () => {
  const [start, end] = [Date.parse('2026-12-11T12:00:00Z'), Date.parse('2026-12-11T18:00:00Z')]
  const notice = {...snow, startsAt: '2026-12-11T12:00:00Z', endsAt: '2026-12-11T18:00:00Z'}

  it('are handed out while they are live: what is coming is no news yet, to anybody', () => {
    const settings = {...site, notices: [notice], original: {_id: 'siteSettings', notices: [{...notice, _key: 'o'}]}}
    const {clock} = siteContract
    const keys = (instant: number) => {
      const shown = clock?.shown?.(settings, at(instant))
      return [shown?.notices.length, shown?.original?.notices.length]
    }
    expect([keys(start - 1), keys(start), keys(end - 1), keys(end)]).toEqual([
      [0, 0],
      [1, 1],
      [1, 1],
      [0, 0],
    ])
    expect(clock?.next(settings, at(start - 1))).toBe(start)
    expect(clock?.next({...settings, notices: []}, at(start))).toBe(end)
    expect(clock?.next(settings, at(end))).toBeNull()
  })
})

describe('opening hours', () => {
  it('change a page when the place opens or closes, and at midnight', () => {
    const noon = instantOf('2026-11-23', '12:00', timeZone)
    expect(locationContract.clock?.next(location, at(noon - 1))).toBe(noon)
    expect(locationsContract.clock?.next([location], at(noon - 1))).toBe(noon)
    expect(locationsContract.clock?.next([location], at(instantOf('2026-11-23', '20:00', timeZone)))).toBe(
      midnight('2026-11-24'),
    )
  })
})
