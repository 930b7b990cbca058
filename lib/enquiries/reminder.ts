/**
 * Reminds staff, once, of a question that nobody has opened for longer than the clinic allows itself. Only the hours of
 * working days count, Monday to Friday on the clinic's wall: what comes on a Friday afternoon is late on Monday afternoon.
 */
import {addDays, instantOf, todayAt} from '../clinic-time.ts'
import type {EnquiryStore} from './store.ts'

const hour = 3_600_000

/** @param hours of working days after which a question has waited too long */
export function remindOfUnread(
  store: EnquiryStore,
  {at, hours, timeZone}: {at: number; hours: number; timeZone: string},
) {
  const overdue = store.unremindedBefore(workingHoursBefore(at, hours, timeZone))
  if (overdue.length > 0) store.remind(overdue, at)
}

/** The last instant since which so many hours of working days have passed, at an instant. */
export function workingHoursBefore(at: number, hours: number, timeZone: string): number {
  let left = hours * hour
  let date = todayAt({at, timeZone})
  for (let end = at; ; date = addDays(date, -1)) {
    const begin = instantOf(date, '00:00', timeZone)
    if (isWorkingDay(date)) {
      if (end - begin >= left) return end - left
      left -= end - begin
    }
    end = begin
  }
}

/** Saturday and Sunday have the numbers 6 and 0; a date is the same day of the week everywhere. */
const isWorkingDay = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
