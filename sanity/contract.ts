/** A GROQ query and the only shape of answer the site accepts to it. Readers, the audit and the tests use the same pair. */
import {z} from 'zod'
import type {ClinicTime} from '@/lib/clinic-time'
import type {DocumentType} from '@/sanity/vocabulary'

/**
 * How an answer changes with the clock alone, without a publication. The gate hands out the answer as it is to be shown
 * at the time of the render, and pages that show it are made anew when the next moment comes (decision 0005).
 */
export type Clock<Value> = {
  /** The first moment after this time at which what pages show of the answer changes; null: it does not. */
  next(value: Value, time: ClinicTime): number | null
  /** The answer as it is to be shown at this time: without what is over, or has not begun. */
  shown?(value: Value, time: ClinicTime): Value
}

export type Contract<Answer extends z.ZodType = z.ZodType> = {
  /** The noun it answers for, in error messages and cache keys: `condition`, `conditions`. */
  readonly name: string
  readonly query: string
  readonly answer: Answer
  /**
   * Document types of which a new or changed document can alter this answer although the answer does not show that
   * document yet: an index of conditions lists `condition`. Documents the answer does show are known by their `_id`.
   */
  readonly lists: readonly DocumentType[]
  /** Do readers see the answer on a page? Then it is remembered when it changed; not so for addresses and redirects. */
  readonly shown: boolean
  /** Does the answer hold the text of the whole site? It may then take long although the lake is well. */
  readonly large: boolean
  /** Absent: only a publication changes the answer. */
  readonly clock?: Clock<NonNullable<z.infer<Answer>>>
}

export function contract<Answer extends z.ZodType>(
  name: string,
  query: string,
  answer: Answer,
  {
    shown = true,
    large = false,
    ...options
  }: Pick<Contract<Answer>, 'lists' | 'clock'> & {shown?: boolean; large?: boolean},
): Contract<Answer> {
  return {name, query, answer, shown, large, ...options}
}

export function isContract(value: unknown): value is Contract {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'query' in value &&
    'answer' in value &&
    value.answer instanceof z.ZodType
  )
}
