/** The second line of a document in lists: its state in plain words. */
import {noticeState} from '@/lib/notices'
import {todayIso} from './checks'

export type PreviewFacts = {
  lastReviewed?: unknown
  nextReviewDue?: unknown
  sourceState?: unknown
  expiresOn?: unknown
  sample?: unknown
  language?: unknown
  /** When the original was last published, and which state of it a translation says (`translationPreview`). */
  originalUpdatedAt?: unknown
  sourceUpdatedAt?: unknown
  begunAt?: unknown
}

const isDate = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** `Reviewed`, `Not yet reviewed` or `Review overdue`. */
export function reviewState({lastReviewed, nextReviewDue}: PreviewFacts, today = todayIso()): string {
  if (!isDate(lastReviewed)) return 'Not yet reviewed'
  return isDate(nextReviewDue) && nextReviewDue < today ? 'Review overdue' : 'Reviewed'
}

/** `Source being checked`, `Out of date` or `Has a source`. */
export function sourceStateOf({sourceState, expiresOn}: PreviewFacts, today = todayIso()): string {
  if (isDate(expiresOn) && expiresOn < today) return 'Out of date'
  return sourceState === 'checking' ? 'Source being checked' : 'Has a source'
}

const asMoment = (value: unknown): string | null =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null

/** A moment in the editor's own time zone: `Nov 26, 8:00 AM`. */
const shortMoment = (moment: string): string =>
  new Date(moment).toLocaleString('en-US', {month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'})

/** `Live until Nov 26, 8:00 AM`, `Coming: Nov 24, 6:00 PM` or `Over`. */
export function noticeTimes({startsAt, endsAt}: {startsAt?: unknown; endsAt?: unknown}, now = Date.now()): string {
  const period = {startsAt: asMoment(startsAt), endsAt: asMoment(endsAt)}
  const state = noticeState(period, now)
  if (state === 'over') return 'Over'
  if (state === 'coming') return `Coming: ${shortMoment(period.startsAt ?? '')}`
  return period.endsAt === null ? 'Live, without an end' : `Live until ${shortMoment(period.endsAt)}`
}

/** What a list has to look up to tell whether a translation lags behind: spread into `select`. */
export const translationPreview = {
  originalUpdatedAt: 'translationOf._updatedAt',
  sourceUpdatedAt: 'translation.sourceUpdatedAt',
  begunAt: '_createdAt',
} as const

/** `Older than the English page`, for a translation that is; nothing otherwise. */
export function translationState({originalUpdatedAt, sourceUpdatedAt, begunAt}: PreviewFacts): string {
  const made = isDate(sourceUpdatedAt) ? sourceUpdatedAt : begunAt
  if (!isDate(originalUpdatedAt) || !isDate(made)) return ''
  return new Date(originalUpdatedAt) > new Date(made) ? 'Older than the English page' : ''
}

/** Joins what there is with a middle dot, and ends with the language and the sample mark where they matter. */
export function subtitle(parts: readonly unknown[], state: PreviewFacts = {}): string {
  const {language, sample} = state
  return [...parts, language === 'es' && 'Spanish', translationState(state), sample === true && 'Sample']
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' · ')
}
