/** A GROQ query and the only shape of answer the site accepts to it. Readers, the audit and the tests use the same pair. */
import {z} from 'zod'
import type {DocumentType} from '@/sanity/vocabulary'

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
}

export function contract<Answer extends z.ZodType>(
  name: string,
  query: string,
  answer: Answer,
  {lists, shown = true}: {lists: readonly DocumentType[]; shown?: boolean},
): Contract<Answer> {
  return {name, query, answer, lists, shown}
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
