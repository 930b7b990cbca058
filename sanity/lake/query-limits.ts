/**
 * What queries may cost, and how it is said when one costs more. A query begins in the process that answers everybody;
 * what is not done soon begins anew in a worker, where it may take longer.
 * @module
 */
import {type Limits, OverBudgetError} from './evaluate/budget.ts'
import {type LakeError, queryExecutionError} from './lake-error.ts'
import type {Audience} from './perspective.ts'

export type QueryLimits = {
  /** In the process: nobody else is answered meanwhile. */
  readonly inProcess: Limits
  /** In the worker, beside everything else. */
  readonly inWorker: Limits
  /** How many may run in the worker, or wait for it, at once. */
  readonly atOnce: number
  /**
   * The share of all time that queries may take in the process before they turn out too long for it; with less left,
   * they are given up sooner.
   */
  readonly shareOfTime: number
}

/** A piece takes some 8 to 16 bytes: 1,000,000 of them are an answer of about 10 MB. */
export const QUERY_LIMITS: Readonly<Record<Audience, QueryLimits>> = {
  member: {
    inProcess: {milliseconds: 200, pieces: 1_000_000},
    inWorker: {milliseconds: 3000, pieces: 20_000_000},
    atOnce: 16,
    shareOfTime: 0.5,
  },
  public: {
    inProcess: {milliseconds: 40, pieces: 400_000},
    inWorker: {milliseconds: 1000, pieces: 4_000_000},
    atOnce: 3,
    shareOfTime: 0.1,
  },
}

const HELP =
  'Narrow it by _type, _id, slug or references(), ask for less at once with a slice such as [0...100], or compare fewer documents with each other.'

const seconds = (milliseconds: number): string => {
  const value = milliseconds / 1000
  return `${value} second${value === 1 ? '' : 's'}`
}

/** A query that was stopped, in the shape of one that cannot be answered. */
export function stoppedQuery(
  query: string,
  what: 'time' | 'memory',
  audience: Audience,
  milliseconds = QUERY_LIMITS[audience].inWorker.milliseconds,
): LakeError {
  const more = audience === 'public' ? ' With a token a query may take longer.' : ''
  const happened =
    what === 'time'
      ? `The query took longer than ${seconds(milliseconds)} and was stopped.`
      : 'The query needs more memory than one answer may take, and was stopped.'
  return queryExecutionError(`${happened} ${HELP}${more}`, query)
}

/** What it may cost to find out whether a listener is to hear of a change: there are many, and each change asks all. */
export const LISTENING_LIMITS: Limits = {milliseconds: 20, pieces: 200_000}

/** What it may cost to find the documents of a mutation by query: it is answered in the process, and by writers only. */
export const SELECTION_LIMITS: Limits = {milliseconds: 1000, pieces: Number.POSITIVE_INFINITY}

/** What a filter or a projection of a webhook may cost: in the process, for each change. */
export const HOOK_LIMITS: Limits = {milliseconds: 50, pieces: 1_000_000}

/** Runs a query of somebody with a token. @throws LakeError 400 where it is stopped */
export function withinLimits<Answer>(query: string, {milliseconds}: Limits, run: () => Answer): Answer {
  try {
    return run()
  } catch (error) {
    if (error instanceof OverBudgetError) throw stoppedQuery(query, error.what, 'member', milliseconds)
    throw error
  }
}
