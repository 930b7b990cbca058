/** How states, ages, times and steps of the trail read. */
import type {EnquiryState} from '@/lib/enquiries/enquiry'
import type {RedFlagKind} from '@/lib/search/red-flags'

export const stateTitles: Record<EnquiryState, string> = {
  new: 'New',
  inProgress: 'In progress',
  answered: 'Answered',
  held: 'Held as spam',
}

export const flagTitles: Record<RedFlagKind, string> = {crisis: 'Crisis: 988', emergency: 'Emergency: 911'}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** "just now", "12 min", "3 h", "5 days". */
export function age(since: number, now: number): string {
  const passed = Math.max(0, now - since)
  if (passed < minute) return 'just now'
  if (passed < hour) return `${Math.floor(passed / minute)} min`
  if (passed < 2 * day) return `${Math.floor(passed / hour)} h`
  return `${Math.floor(passed / day)} days`
}

/** Minutes as people say them. */
export const span = (minutes: number): string => age(0, minutes * minute)

export const moment = (at: number): string =>
  new Date(at).toLocaleString('en-US', {dateStyle: 'medium', timeStyle: 'short'})

const steps: Readonly<Record<string, string>> = {
  opened: 'opened it',
  changed: 'changed it',
  exported: 'exported it',
}

export const step = (action: string, detail: string | null): string =>
  `${steps[action] ?? action}${detail ? ` (${detail})` : ''}`
