/**
 * Answers queries over the whole lake: at once where that is quick, in the worker where it is not. Which is which nobody
 * has to guess: a query begins here, and is given up when its time is over.
 * @module
 */
import {WordsPending} from './document-words.ts'
import {OverBudgetError} from './evaluate/budget.ts'
import type {LongQueries} from './long-queries.ts'
import type {Audience, Perspective} from './perspective.ts'
import {answerText, type Queries, type QueryRequest} from './query.ts'
import {QUERY_LIMITS} from './query-limits.ts'
import {hashOf} from './secret.ts'
import type {Store} from './store.ts'

/** Queries known to be long, which are not tried here again for a while. */
const MAX_LONG = 200
const LONG_FOR = 10_000

/** Gathering the words of ten thousand documents takes a second, and some on a busy machine; a worker would need as long. */
const LONGEST_WAIT = 10_000

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })

/** However much was tried in vain, the quickest queries are still answered here: milliseconds. */
const LEAST_TIME = 3

export class QueryAnswers {
  readonly #store: Store
  readonly #queries: Queries
  readonly #long: LongQueries
  readonly #publicUrl: () => string
  /** Until when a query counts as long. */
  readonly #knownLong = new Map<string, number>()
  /** The time that may still be tried in vain, in milliseconds, and since when it grows again. */
  readonly #left = {member: {time: 1000, since: 0}, public: {time: 200, since: 0}}

  constructor(store: Store, queries: Queries, long: LongQueries, publicUrl: () => string) {
    this.#store = store
    this.#queries = queries
    this.#long = long
    this.#publicUrl = publicUrl
  }

  /** The answer as the text of a JSON object. @throws LakeError */
  async answer(request: QueryRequest, perspective: Perspective, audience: Audience): Promise<string> {
    const until = performance.now() + LONGEST_WAIT
    for (;;) {
      const left = until - performance.now()
      try {
        return await this.#answer({...request, waits: left > 0}, perspective, audience)
      } catch (error) {
        if (!(error instanceof WordsPending)) throw error
        // Several searches in one query may each need words of their own.
        await Promise.race([error.ready, pause(left)])
      }
    }
  }

  async #answer(request: QueryRequest, perspective: Perspective, audience: Audience): Promise<string> {
    // What is long for one word may be short for another.
    const parts = [audience, perspective, request.sourceMap, request.query, request.params]
    const key = hashOf(JSON.stringify(parts))
    const now = performance.now()
    if ((this.#knownLong.get(key) ?? 0) < now) {
      try {
        const {inProcess} = QUERY_LIMITS[audience]
        const milliseconds = Math.max(LEAST_TIME, Math.min(inProcess.milliseconds, this.#timeLeft(audience, now)))
        const documents = this.#store.views.documents(perspective, audience)
        return answerText(this.#queries, request, documents, {...inProcess, milliseconds})
      } catch (error) {
        if (!(error instanceof OverBudgetError)) throw error
        this.#left[audience].time -= performance.now() - now
        this.#remember(key, now + LONG_FOR)
      }
    }
    return this.#long.answer({request, perspective, audience, publicUrl: this.#publicUrl()})
  }

  close(): Promise<void> {
    return this.#long.close()
  }

  #timeLeft(audience: Audience, now: number): number {
    const {shareOfTime, inProcess} = QUERY_LIMITS[audience]
    const left = this.#left[audience]
    left.time = Math.min(left.time + (now - left.since) * shareOfTime, 10 * inProcess.milliseconds)
    left.since = now
    return left.time
  }

  #remember(key: string, until: number): void {
    for (const [known, end] of this.#knownLong) if (end < performance.now()) this.#knownLong.delete(known)
    this.#knownLong.delete(key)
    this.#knownLong.set(key, until)
    const oldest = this.#knownLong.keys().next().value
    if (this.#knownLong.size > MAX_LONG && oldest !== undefined) this.#knownLong.delete(oldest)
  }
}
