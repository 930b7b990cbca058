/** What questions tell about the website, from counters alone: no enquiry is looked at. Pure. */
import type {Insights} from './inbox-shape.ts'
import type {MonthOfPage} from './store.ts'

/** A page as it is published: its name, and how many questions and answers it shows. */
export type KnownPage = {readonly title: string; readonly faqs: number}

type Sums = {asked: number; answered: number; minutes: number}

/** The pages most asked from first, the newest month first. */
export function insightsOf(months: readonly MonthOfPage[], known: ReadonlyMap<string, KnownPage>): Insights {
  const byPage = summed(months, ({page}) => page)
  const byMonth = summed(months, ({month}) => month)
  return {
    pages: [...byPage]
      .map(([page, sums]) => {
        const found = page === null ? undefined : known.get(page)
        return {page, title: found?.title ?? null, faqs: found?.faqs ?? null, ...figures(sums)}
      })
      .sort((a, b) => b.asked - a.asked || (a.page ?? '').localeCompare(b.page ?? '')),
    months: [...byMonth]
      .map(([month, sums]) => ({month, ...figures(sums)}))
      .sort((a, b) => b.month.localeCompare(a.month)),
  }
}

function summed<Key>(months: readonly MonthOfPage[], keyOf: (month: MonthOfPage) => Key): Map<Key, Sums> {
  const sums = new Map<Key, Sums>()
  for (const one of months) {
    const before = sums.get(keyOf(one)) ?? {asked: 0, answered: 0, minutes: 0}
    sums.set(keyOf(one), {
      asked: before.asked + one.asked,
      answered: before.answered + one.answered,
      minutes: before.minutes + one.minutesToAnswer,
    })
  }
  return sums
}

const figures = ({asked, answered, minutes}: Sums) => ({
  asked,
  answered,
  meanMinutes: answered === 0 ? null : Math.round(minutes / answered),
})
