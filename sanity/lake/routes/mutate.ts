/** Writing: mutations by programs, actions by the Studio. */

import {applyActions} from '../actions.ts'
import {isTransactionId, type LakeDocument, newId} from '../document.ts'
import {assertDataset, type House, requireWriter} from '../house.ts'
import {isTrue, json, MIB, readJson} from '../http.ts'
import type {JsonRecord} from '../json.ts'
import {isRecord} from '../json.ts'
import {refusal} from '../lake-error.ts'
import {eventsOfMutations} from '../mutation-events.ts'
import {applyMutations} from '../mutations.ts'
import {SELECTION_LIMITS, withinLimits} from '../query-limits.ts'
import type {Call, Route} from '../router.ts'
import {type MutationResult, Transaction} from '../transaction.ts'

const MAX_BODY = 32 * MIB

function transactionIn(house: House, call: Call, body: JsonRecord): Transaction {
  const {userId} = requireWriter(call)
  const given = body.transactionId ?? call.url.searchParams.get('transactionId') ?? newId()
  if (!isTransactionId(given)) throw refusal(400, 'A transactionId has 1 to 128 letters, digits, dots, "_" and "-".')
  return new Transaction(house.store, {
    id: given,
    author: userId,
    timestamp: new Date().toISOString(),
    autoKeys: isTrue(call.url.searchParams.get('autoGenerateArrayKeys')),
  })
}

/** The ids that a query selects for a patch or a deletion, among all versions of all documents. */
const selectIn =
  (house: House, identity: string) =>
  (query: string, params: JsonRecord): string[] => {
    const {result} = withinLimits(query, SELECTION_LIMITS, () =>
      house.queries.run({query, params, identity}, house.store.documents, SELECTION_LIMITS),
    )
    const rows = Array.isArray(result) ? result : [result]
    return rows.flatMap((row) => (isRecord(row) && typeof row._id === 'string' ? [row._id] : []))
  }

function resultsFor(
  results: readonly MutationResult[],
  transaction: Transaction,
  before: (id: string) => LakeDocument | null,
  options: URLSearchParams,
): unknown[] {
  if (isTrue(options.get('returnDocuments'))) {
    return results.map((result) => ({...result, document: transaction.get(result.id) ?? before(result.id)}))
  }
  return isTrue(options.get('returnIds')) ? [...results] : []
}

export const mutateRoutes = (house: House): Route[] => [
  [
    'POST',
    '/data/mutate/:dataset',
    async (call) => {
      assertDataset(house, call)
      requireWriter(call)
      const body = await readJson(call.request, MAX_BODY)
      const transaction = transactionIn(house, call, body)
      const results = applyMutations(body.mutations, transaction, selectIn(house, transaction.author))
      const deleted = new Map(results.map(({id}) => [id, house.store.get(id)]))
      if (isTrue(call.url.searchParams.get('dryRun') ?? body.dryRun)) transaction.finish(house.store.references)
      else {
        const exists = (id: string) => transaction.get(id) !== null
        house.store.commit(transaction, (changes) => eventsOfMutations(changes, transaction.id, exists))
      }
      const before = (id: string) => deleted.get(id) ?? null
      return json({
        transactionId: transaction.id,
        results: resultsFor(results, transaction, before, call.url.searchParams),
      })
    },
  ],
  [
    'POST',
    '/data/actions/:dataset',
    async (call) => {
      assertDataset(house, call)
      requireWriter(call)
      const body = await readJson(call.request, MAX_BODY)
      const transaction = transactionIn(house, call, body)
      const events = applyActions(body.actions, transaction, house.world)
      if (isTrue(body.dryRun)) transaction.finish(house.store.references)
      else house.store.commit(transaction, events)
      return json({transactionId: transaction.id})
    },
  ],
]
