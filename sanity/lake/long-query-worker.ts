/**
 * The worker for long queries: reads the store by itself, answers one task after the other, and can be ended at any
 * moment without harm.
 * @module
 */
import {parentPort, workerData} from 'node:worker_threads'
import {OverBudgetError} from './evaluate/budget.ts'
import {LakeError} from './lake-error.ts'
import type {LongQueryAnswer, LongQueryTask, WorkerSetUp} from './long-queries.ts'
import {answerText, Queries} from './query.ts'
import {QUERY_LIMITS, stoppedQuery} from './query-limits.ts'
import {Replica} from './replica.ts'

const {folder, projectId, dataset, publicUrl}: WorkerSetUp = workerData

const replica = new Replica(folder, publicUrl)
const queries = new Queries({projectId, dataset}, replica.references)

function answerTo({request, perspective, audience, publicUrl}: LongQueryTask): LongQueryAnswer {
  replica.catchUp(publicUrl)
  const documents = replica.views.documents(perspective, audience)
  try {
    return {text: answerText(queries, request, documents, QUERY_LIMITS[audience].inWorker)}
  } catch (error) {
    const refusal = error instanceof OverBudgetError ? stoppedQuery(request.query, error.what, audience) : error
    if (!(refusal instanceof LakeError)) throw error
    return {status: refusal.status, message: refusal.message, body: refusal.body}
  }
}

parentPort?.on('message', (task: LongQueryTask) => parentPort?.postMessage(answerTo(task)))
