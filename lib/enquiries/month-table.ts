/**
 * The counts that insights are made of: months, pages and numbers. They lie in clear and outlive the questions, so a page
 * is written here only where it is an address of this site by its form.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {EnquiryState} from './enquiry.ts'
import type {MonthOfPage} from './store.ts'

type Counted = {readonly state: EnquiryState; readonly receivedAt: number; readonly answeredAt: number | null}

const minute = 60_000
const isPath = (page: string | null): page is string => page !== null && /^\/[a-z0-9/-]{0,200}$/.test(page)

/** What an enquiry in this state adds to its month. Suspected spam adds nothing. */
const shareOf = ({state, receivedAt, answeredAt}: Counted) => ({
  asked: state === 'held' ? 0 : 1,
  answered: state === 'answered' ? 1 : 0,
  minutes: state === 'answered' ? Math.round(((answeredAt ?? receivedAt) - receivedAt) / minute) : 0,
})

const none = {asked: 0, answered: 0, minutes: 0}

/** Counts the step from one standing to the next, in the month of the receipt (UTC). `before` is null for a new one. */
export function countStep(db: DatabaseSync, page: string | null, before: Counted | null, after: Counted): void {
  const [was, is] = [before ? shareOf(before) : none, shareOf(after)]
  const step = [is.asked - was.asked, is.answered - was.answered, is.minutes - was.minutes] as const
  if (step.every((number) => number === 0)) return
  const month = new Date(after.receivedAt).toISOString().slice(0, 7)
  db.prepare(
    `insert into month_of_page (month, page, asked, answered, minutes_to_answer) values (?, ?, ?, ?, ?)
     on conflict (month, page) do update set asked = asked + excluded.asked, answered = answered + excluded.answered,
       minutes_to_answer = minutes_to_answer + excluded.minutes_to_answer`,
  ).run(month, isPath(page) ? page : '', ...step)
}

/** The newest month first. */
export function monthsOfPages(db: DatabaseSync): MonthOfPage[] {
  return db
    .prepare('select * from month_of_page where asked > 0 order by month desc, asked desc, page')
    .all()
    .map((row) => ({
      month: String(row.month),
      page: row.page === '' ? null : String(row.page),
      asked: Number(row.asked),
      answered: Number(row.answered),
      minutesToAnswer: Number(row.minutes_to_answer),
    }))
}
