/** Retention: a question is deleted for good some time after its answer, and some time after its receipt whatever happened. */
import {type EnquirySettings, env} from '../env.ts'
import type {EnquiryStore} from './store.ts'

const day = 24 * 60 * 60 * 1000

/** Deletes what is due, each with an entry in the audit trail. Answers how many. */
export function purgeDue(
  store: EnquiryStore,
  now: number,
  {keepAnsweredDays, keepDays}: Pick<EnquirySettings, 'keepAnsweredDays' | 'keepDays'> = env.enquiries,
): number {
  return store.purge({receivedBefore: now - keepDays * day, answeredBefore: now - keepAnsweredDays * day, at: now})
}
