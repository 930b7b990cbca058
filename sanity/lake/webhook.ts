/**
 * The webhook of the site: what became of a published document, told to one address in Sanity's own format, signed.
 * (The webhooks that a clinic adds are in `hooks/` and give up as Sanity's do; this one never does.)
 *
 * An event is a row written in the transaction of the change itself, and goes away only when the receiver has answered
 * 2xx: whatever dies in between, it is sent again, in order, one at a time. Receivers know repetitions by
 * `idempotency-key`.
 * @module
 */
import type {DatabaseSync} from 'node:sqlite'
import {diskRefusalFor} from './database.ts'
import {attempt, operationOf} from './delivery.ts'
import {isPublicId, isPublishedId, newId} from './document.ts'
import {evaluateQuery} from './evaluate/evaluate.ts'
import {parseQuery} from './groq.ts'
import type {Log} from './log.ts'
import {numberOf, type Row, textOf} from './row.ts'
import type {Commit} from './store.ts'

export type WebhookOptions = {
  readonly url: string
  readonly secret: string
  readonly projectId: string
  readonly dataset: string
  readonly log: Log
}

/** What is told: GROQ on the document as it is, or was before a deletion. */
const PROJECTION = '{_id, _type, _rev, "slug": slug.current, language}'
const projection = parseQuery(PROJECTION, {}).tree

const WEBHOOK_ID = 'embedded-lake'
const TIMEOUT_MS = 10_000
/** How long nothing is sent after the store has refused to be written to. */
const DISK_REST_MS = 2000
const BACK_OFF_MS = [100, 500, 1000, 2000, 5000]

/** Documents of the lake itself: assets, releases and settings concern no page by themselves. */
const isInternalType = (type: string): boolean => type.startsWith('system.') || type.startsWith('sanity.')

export class Outbox {
  readonly #db: DatabaseSync
  readonly #options: WebhookOptions
  readonly #stop = new AbortController()
  #wake: (() => void) | null = null
  #hasNews = false
  readonly #running: Promise<void>

  /** Begins to deliver at once, with what an earlier process has left. */
  constructor(db: DatabaseSync, options: WebhookOptions) {
    this.#db = db
    this.#options = options
    this.#running = this.#run()
  }

  /** How many events wait for their acknowledgement. */
  get pending(): number {
    const row = this.#db.prepare('select count(*) as n from delivery').get()
    return row ? numberOf(row, 'n') : 0
  }

  /** Writes the events of a commit, in its transaction. */
  record({changes, transactionId, timestamp}: Commit): void {
    const insert = this.#db.prepare(
      'insert into delivery (key, transaction_id, transaction_time, document, operation, body) values (?, ?, ?, ?, ?, ?)',
    )
    for (const change of changes) {
      const document = change.after ?? change.before
      if (!document || !isPublishedId(change.id) || !isPublicId(change.id) || isInternalType(document._type)) continue
      const body = JSON.stringify(this.#project(document))
      insert.run(newId(), transactionId, timestamp, change.id, operationOf(change), body)
      this.#hasNews = true
    }
  }

  /** To be called after each commit: what it recorded is sent now, even while an older event waits for its next try. */
  committed(): void {
    if (this.#hasNews) this.#wake?.()
    this.#hasNews = false
  }

  async close(): Promise<void> {
    this.#stop.abort()
    this.#wake?.()
    await this.#running
  }

  #project(document: unknown): unknown {
    const {projectId, dataset} = this.#options
    return evaluateQuery(projection, {
      query: PROJECTION,
      dataset: [],
      params: {},
      root: document,
      identity: WEBHOOK_ID,
      sanity: {projectId, dataset},
      dereference: () => null,
    })
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await this.#deliverAll()
      } catch (error) {
        // A store that cannot be read just now, mostly. What waits is still there, and nothing else may end with it.
        this.#options.log({level: 'error', event: 'webhook', message: `Webhooks rest for a moment: ${String(error)}`})
        await this.#pause(DISK_REST_MS)
      }
    }
  }

  async #deliverAll(): Promise<void> {
    let failures = 0
    while (!this.#stop.signal.aborted) {
      const row = this.#db.prepare('select * from delivery order by seq limit 1').get()
      if (!row) {
        await this.#pause(null)
        continue
      }
      const failure = await this.#deliver(row)
      if (this.#stop.signal.aborted) return
      const seq = numberOf(row, 'seq')
      if (failure === null) {
        if (!this.#noted(() => this.#db.prepare('delete from delivery where seq = ?').run(seq))) {
          // It is sent again, which receivers know by its key; not at once, because the disk is full.
          await this.#pause(DISK_REST_MS)
        }
        failures = 0
        continue
      }
      this.#noted(() =>
        this.#db.prepare('update delivery set attempts = attempts + 1, last_error = ? where seq = ?').run(failure, seq),
      )
      const wait = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)] ?? 0
      failures++
      this.#complain(row, failure, failures)
      await this.#pause(wait)
    }
  }

  /** @returns whether the store could be written to */
  #noted(write: () => void): boolean {
    try {
      write()
      return true
    } catch (error) {
      const refused = diskRefusalFor(error)
      if (!refused) throw error
      this.#options.log({level: 'error', event: 'webhook', message: refused.message})
      return false
    }
  }

  /** Waits for the time to pass or for something new to send; null waits for the latter alone. */
  #pause(ms: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === null ? null : setTimeout(() => this.#wake?.(), ms)
      this.#wake = () => {
        if (timer) clearTimeout(timer)
        this.#wake = null
        resolve()
      }
      if (this.#stop.signal.aborted) this.#wake()
    })
  }

  #complain(row: Row, failure: string, failures: number): void {
    if (failures > 3 && failures % 10 !== 0) return
    this.#options.log({
      level: 'error',
      event: 'webhook not delivered',
      message: `${this.#options.url} did not acknowledge the ${textOf(row, 'operation')} of "${textOf(row, 'document')}": ${failure}. Trying again.`,
      attempts: failures,
      pending: this.pending,
    })
  }

  /** @returns null when the receiver has acknowledged, or what went wrong */
  async #deliver(row: Row): Promise<string | null> {
    const {url, secret, projectId, dataset} = this.#options
    const delivery = {
      ...{url, secret, projectId, dataset, method: 'POST', headers: {}, hookId: WEBHOOK_ID},
      key: textOf(row, 'key'),
      body: textOf(row, 'body'),
      transactionId: textOf(row, 'transaction_id'),
      transactionTime: textOf(row, 'transaction_time'),
      document: textOf(row, 'document'),
      operation: textOf(row, 'operation'),
    }
    const {failure} = await attempt(delivery, AbortSignal.any([this.#stop.signal, AbortSignal.timeout(TIMEOUT_MS)]))
    return failure
  }
}
