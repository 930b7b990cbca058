/** What counters tell: pages, months, times. */
import {insightsOf} from '@/lib/enquiries/insights'

const month = (month: string, page: string | null, asked: number, answered = 0, minutesToAnswer = 0) => {
  return {month, page, asked, answered, minutesToAnswer}
}

it('adds months up for each page, and pages for each month, with the mean time to an answer', () => {
  const known = new Map([['/conditions/migraine', {title: 'Migraine', faqs: 0}]])
  const {pages, months} = insightsOf(
    [
      month('2026-10', '/conditions/migraine', 2, 2, 200),
      month('2026-11', '/conditions/migraine', 3, 1, 100),
      month('2026-11', null, 1),
    ],
    known,
  )
  expect(pages).toEqual([
    {page: '/conditions/migraine', title: 'Migraine', faqs: 0, asked: 5, answered: 3, meanMinutes: 100},
    {page: null, title: null, faqs: null, asked: 1, answered: 0, meanMinutes: null},
  ])
  expect(months).toEqual([
    {month: '2026-11', asked: 4, answered: 1, meanMinutes: 100},
    {month: '2026-10', asked: 2, answered: 2, meanMinutes: 100},
  ])
})
