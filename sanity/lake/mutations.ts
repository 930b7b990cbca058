/**
 * The mutations of `POST /data/mutate`: a list of single steps, each `{<kind>: <what>}`.
 * @module
 */
import {isRecord, type JsonRecord} from './json.ts'
import {type FailedItem, mutationError, refusal} from './lake-error.ts'
import type {Creation, Fail, MutationResult, Transaction} from './transaction.ts'

/** Finds the ids of a `{query, params}` selection. */
export type Select = (query: string, params: JsonRecord) => string[]

type Step = (body: JsonRecord, transaction: Transaction, select: Select) => MutationResult[]

/** A step that does not say which documents it is about. */
class MissingSelection extends Error {
  override readonly message = 'A patch or a deletion needs an "id" or a "query"'
}

/** A patch or a deletion names its documents by `id` (one or a list) or by `query`. */
function idsOf(body: JsonRecord, select: Select): string[] {
  const {id, query, params} = body
  if (typeof id === 'string') return [id]
  if (Array.isArray(id) && id.every((item) => typeof item === 'string')) return id
  if (typeof query === 'string') return select(query, isRecord(params) ? params : {})
  throw new MissingSelection()
}

const creation =
  (kind: Creation): Step =>
  (body, transaction) => [transaction.create(kind, body)]

const STEPS: Record<string, Step> = {
  create: creation('create'),
  createIfNotExists: creation('createIfNotExists'),
  createOrReplace: creation('createOrReplace'),
  patch: (body, transaction, select) => idsOf(body, select).map((id) => transaction.patch(id, body)),
  delete: (body, transaction, select) => idsOf(body, select).map((id) => transaction.delete(id)),
}

/** Words a failure as that of mutation number `index`. */
const failAt =
  (index: number): Fail =>
  (status, item: FailedItem, options) =>
    mutationError(status, item, index, options)

/** Applies mutations in order. @throws LakeError when one of them fails; nothing is kept then */
export function applyMutations(mutations: unknown, transaction: Transaction, select: Select): MutationResult[] {
  if (!Array.isArray(mutations)) throw refusal(400, 'The body needs a list "mutations".')
  return mutations.flatMap((mutation: unknown, index) => {
    const [entry, ...others] = isRecord(mutation) ? Object.entries(mutation) : []
    const [kind, body] = entry ?? []
    const step = kind !== undefined && Object.hasOwn(STEPS, kind) ? STEPS[kind] : undefined
    if (!step || !isRecord(body) || others.length > 0) {
      throw failAt(index)(400, {
        type: 'validationError',
        description: `Mutation ${index} must be one of ${Object.keys(STEPS).join(', ')} with an object`,
      })
    }
    transaction.failAs(failAt(index))
    try {
      return step(body, transaction, select)
    } catch (error) {
      if (!(error instanceof MissingSelection)) throw error
      throw failAt(index)(400, {type: 'validationError', description: error.message}, {cause: error})
    }
  })
}
