/**
 * Queries that take long, in a worker with a limit of memory and an end of its own: begun when one is needed, ended when
 * none was for a while. One at a time, because a machine for a lake has few cores; those with a token come first.
 * @module
 */
import {Worker} from 'node:worker_threads'
import type {JsonRecord} from './json.ts'
import {LakeError, refusal, tooMany} from './lake-error.ts'
import type {Log} from './log.ts'
import type {Audience, Perspective} from './perspective.ts'
import type {QueryRequest} from './query.ts'
import {QUERY_LIMITS, stoppedQuery} from './query-limits.ts'

export type WorkerSetUp = {folder: string; projectId: string; dataset: string; publicUrl: string}

export type LongQueryTask = {request: QueryRequest; perspective: Perspective; audience: Audience; publicUrl: string}

/** The answer as JSON, or a refusal. */
export type LongQueryAnswer = {text: string} | {status: number; message: string; body: JsonRecord}

type Waiting = {
  readonly task: LongQueryTask
  readonly resolve: (text: string) => void
  readonly reject: (error: Error) => void
}

/** After this the worker gives its memory back. */
const IDLE = 60_000

/** Reading the store, and whatever does not look at the clock, may take this long beyond the limit. */
const GRACE = 10_000

/** Megabytes for the evaluation itself, and for each thousand documents. */
const MEMORY = 384
const MEMORY_A_THOUSAND = 24

const WORKER = new URL('./long-query-worker.ts', import.meta.url)

export class LongQueries {
  readonly #setUp: Omit<WorkerSetUp, 'publicUrl'>
  readonly #documents: () => number
  readonly #log: Log
  readonly #waiting: Waiting[] = []
  #running: Waiting | null = null
  #worker: Worker | null = null
  #timer: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(setUp: Omit<WorkerSetUp, 'publicUrl'>, documents: () => number, log: Log) {
    this.#setUp = setUp
    this.#documents = documents
    this.#log = log
  }

  /** @throws LakeError 429 where too many wait already, 400 where the query takes more than it may */
  answer(task: LongQueryTask): Promise<string> {
    const {audience} = task
    const isSame = (other: Waiting): boolean => other.task.audience === audience
    const ahead = this.#waiting.filter(isSame).length + (this.#running && isSame(this.#running) ? 1 : 0)
    if (ahead >= QUERY_LIMITS[audience].atOnce) {
      throw tooMany(
        `${ahead} long queries ${audience === 'public' ? 'without a token ' : ''}are being answered already. Try again in a few seconds, or ask for less.`,
        Math.ceil((ahead * QUERY_LIMITS[audience].inWorker.milliseconds) / 1000),
      )
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({task, resolve, reject})
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const gone = refusal(503, 'The lake is being stopped.')
    for (const {reject} of this.#waiting.splice(0)) reject(gone)
    this.#running?.reject(gone)
    await this.#end()
  }

  #next(): void {
    if (this.#running || this.#isClosed) return
    const first = this.#waiting.findIndex(({task}) => task.audience === 'member')
    const [next] = this.#waiting.splice(Math.max(first, 0), 1)
    this.#stopTimer()
    if (!next) {
      if (this.#worker) this.#startTimer(IDLE, () => void this.#end())
      return
    }
    this.#running = next
    const {milliseconds} = QUERY_LIMITS[next.task.audience].inWorker
    this.#startTimer(milliseconds + GRACE, () => this.#fail('time'))
    this.#worker ??= this.#start(next.task.publicUrl)
    this.#worker.postMessage(next.task)
  }

  #start(publicUrl: string): Worker {
    const memory = MEMORY + MEMORY_A_THOUSAND * Math.ceil(this.#documents() / 1000)
    const worker = new Worker(WORKER, {
      workerData: {...this.#setUp, publicUrl} satisfies WorkerSetUp,
      resourceLimits: {maxOldGenerationSizeMb: memory},
      // Flags of the process that only the process itself may have.
      execArgv: [],
    })
    worker.unref()
    worker.on('message', (answer: LongQueryAnswer) => {
      if (worker === this.#worker) this.#settle(answer)
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (worker !== this.#worker) return
      this.#log({level: 'warn', event: 'long query', message: `A long query ended its worker: ${error.message}`})
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#fail('memory')
      else this.#fail(error)
    })
    return worker
  }

  #settle(answer: LongQueryAnswer): void {
    const running = this.#running
    this.#running = null
    if ('text' in answer) running?.resolve(answer.text)
    else running?.reject(new LakeError(answer.status, answer.message, answer.body))
    this.#next()
  }

  /** The worker is of no use any more, and the next query gets a new one. */
  #fail(why: 'time' | 'memory' | Error): void {
    const running = this.#running
    this.#running = null
    void this.#end()
    if (running) {
      const {request, audience} = running.task
      running.reject(
        why instanceof Error
          ? refusal(503, 'This query could not be answered. Try again, or ask for less.', {cause: why})
          : stoppedQuery(request.query, why, audience),
      )
    }
    this.#next()
  }

  async #end(): Promise<void> {
    this.#stopTimer()
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  #startTimer(milliseconds: number, then: () => void): void {
    this.#timer = setTimeout(then, milliseconds)
    this.#timer.unref()
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}
