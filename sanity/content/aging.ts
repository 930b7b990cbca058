/** How answers age: a fact expires, a review falls due, each at the midnight after its day. */
import {todayAt} from '@/lib/clinic-time'
import {isExpired, nextExpiry} from '@/lib/expiry'
import type {Clock} from '@/sanity/contract'

type Fact = {readonly expiresOn: string | null}
type Review = {readonly nextReviewDue: string | null}

/** A page with facts and a review. Facts that have expired are not handed out: no list, card or search can show them. */
export const pageClock = <Page extends {facts: Fact[]; review: Review}>(): Clock<Page> => ({
  next: ({facts, review}, time) => nextExpiry([...facts.map(({expiresOn}) => expiresOn), review.nextReviewDue], time),
  shown: (page, time) => ({...page, facts: page.facts.filter((fact) => !isExpired(fact, todayAt(time)))}),
})

/** A page with a review alone. */
export const reviewClock = {
  next: ({review}: {review: Review}, time) => nextExpiry([review.nextReviewDue], time),
} satisfies Clock<{review: Review}>

/** A fact on a page of its own: it stays, and says from its expiry on that it is out of date. */
export const factClock = {
  next: ({expiresOn}: Fact, time) => nextExpiry([expiresOn], time),
} satisfies Clock<Fact>

/** A list of facts: those that have expired are not handed out. */
export const factsClock = <Item extends Fact>(): Clock<Item[]> => ({
  next: (facts, time) =>
    nextExpiry(
      facts.map(({expiresOn}) => expiresOn),
      time,
    ),
  shown: (facts, time) => facts.filter((fact) => !isExpired(fact, todayAt(time))),
})
