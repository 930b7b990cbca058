/** The second line of a document in lists: its state in plain words. */
import {todayIso} from './checks'

export type PreviewFacts = {
  lastReviewed?: unknown
  nextReviewDue?: unknown
  sourceState?: unknown
  expiresOn?: unknown
  sample?: unknown
  language?: unknown
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

/** Joins what there is with a middle dot, and ends with the language and the sample mark where they matter. */
export function subtitle(parts: readonly unknown[], {language, sample}: PreviewFacts = {}): string {
  return [...parts, language === 'es' && 'Spanish', sample === true && 'Sample']
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' · ')
}
