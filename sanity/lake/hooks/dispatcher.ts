/**
 * Sends webhooks. It reads the commits from the store, behind a cursor that each hook keeps, so that a crash loses and
 * a slow filter delays nothing, and writes deliveries; then it sends them, several at a time, in order for each
 * document.
 *
 * What fails for want of a network, with 429 or with 5xx is tried again with growing pauses for half an hour; any other
 * answer but 2xx is final. (Sanity did the same until April 2026, and has since tried twice more, 30 seconds apart.)
 * @module
 */
import {setTimeout as pause} from 'node:timers/promises'
import {atomically} from '../atomically.ts'
import {CommitLog} from '../commit-log.ts'
import {attempt, type Outcome, operationOf} from '../delivery.ts'
import {isDraftId, isVersionId} from '../document.ts'
import type {House} from '../house.ts'
import {numberOf, type Row, textOf} from '../row.ts'
import type {Commit, CommittedChange} from '../store.ts'
import {DeliveryLog} from './delivery-log.ts'
import {type DeltaContext, evaluateDelta, parseDelta} from './delta.ts'
import {type Hook, HookRegistry} from './registry.ts'

/** Milliseconds. */
export type HookTiming = {
  /** How long a receiver may take to answer. */
  readonly timeout: number
  /** The pause after the first failure; it doubles with each. */
  readonly firstPause: number
  readonly longestPause: number
  /** How long after the change the last attempt is made. */
  readonly giveUpAfter: number
}

const TIMING: HookTiming = {timeout: 10_000, firstPause: 1000, longestPause: 300_000, giveUpAfter: 30 * 60_000}

/** Requests to one hook at a time. */
const CONCURRENCY = 4

/** How long nothing is tried after the store has refused to be written to. */
const REST_MS = 2000

/** Commits looked at before others get a turn. */
const BATCH = 50

const isRetried = ({status}: Outcome): boolean => status === null || status === 429 || status >= 500

type Needs = Pick<House, 'db' | 'store' | 'projectId' | 'dataset' | 'log'>

export class HookDispatcher {
  readonly registry: HookRegistry
  readonly log: DeliveryLog
  readonly #house: Needs
  readonly #commits: CommitLog
  readonly #timing: HookTiming
  readonly #stop = new AbortController()
  readonly #underWay = new Map<number, string>()
  #running: Promise<void> = Promise.resolve()
  #wake: (() => void) | null = null
  #hasNews = true
  #restUntil = 0

  constructor(house: Needs, timing: Partial<HookTiming> = {}) {
    this.#house = house
    this.#commits = new CommitLog(house.db)
    this.#timing = {...TIMING, ...timing}
    this.registry = new HookRegistry(house.db, () => this.#commits.lastSeq, house.log)
    this.log = new DeliveryLog(house.db)
  }

  /** Begins to deliver, with what an earlier process has left. */
  start(): void {
    // Most lakes have no webhooks: their commits cost nothing here.
    this.#house.store.subscribe(() => {
      if (!this.registry.isKnownEmpty) this.look()
    })
    this.#running = this.#run()
  }

  /** Looks at once whether there is something to do. */
  look(): void {
    this.#hasNews = true
    this.#wake?.()
  }

  redeliver(id: number): void {
    this.log.redeliver(id, Date.now() + this.#timing.giveUpAfter)
    this.look()
  }

  async close(): Promise<void> {
    this.#stop.abort()
    this.#wake?.()
    await this.#running
  }

  async #run(): Promise<void> {
    const isOpen = (): boolean => !this.#stop.signal.aborted
    while (isOpen()) {
      this.#hasNews = false
      await this.#rest()
      try {
        while (isOpen() && (await this.#takeIn())) await breath()
        if (!isOpen()) return
        for (const {id} of this.registry.enabled) this.#sendWhatIsDue(id)
      } catch (error) {
        this.#stumble(error)
        continue
      }
      await this.#pause()
    }
  }

  /** A full disk, mostly: nothing is lost, and it is tried again when some time has passed. */
  #stumble(error: unknown): void {
    this.#house.log({level: 'error', event: 'webhook', message: `Webhooks rest for a moment: ${String(error)}`})
    this.#restUntil = Date.now() + REST_MS
  }

  async #rest(): Promise<void> {
    const ms = this.#restUntil - Date.now()
    if (ms > 0) await pause(ms, undefined, {signal: this.#stop.signal}).catch(() => {})
  }

  /** Waits for news, for a delivery to end, or for the next one to fall due. */
  #pause(): Promise<void> {
    const hooks = this.registry.enabled.map(({id}) => id)
    const next = this.log.nextDue(hooks, new Set(this.#underWay.keys()))
    return new Promise((resolve) => {
      if (this.#hasNews || this.#stop.signal.aborted) return resolve()
      const wait = next === null ? null : Math.max(next - Date.now(), 10)
      const timer = wait === null ? null : setTimeout(() => this.#wake?.(), wait)
      this.#wake = () => {
        if (timer) clearTimeout(timer)
        this.#wake = null
        resolve()
      }
    })
  }

  /** Makes deliveries of the commits that hooks have not looked at. @returns whether there may be more */
  async #takeIn(): Promise<boolean> {
    const hooks = this.registry.enabled
    if (hooks.length === 0) return false
    const commits = this.#commits.after(Math.min(...hooks.map(({cursor}) => cursor)), BATCH)
    const last = commits.at(-1)
    if (!last) return false
    const found: {hook: Hook; commit: Commit; change: CommittedChange; said: Said}[] = []
    for (const commit of commits) {
      // Each hook may take its time with each change; others are answered in between.
      await breath()
      for (const change of commit.changes) {
        for (const hook of hooks.filter(({cursor}) => cursor < commit.seq)) {
          const said = this.#say(hook, change)
          if (said) found.push({hook, commit, change, said})
        }
      }
    }
    atomically(this.#house.db, () => {
      const known = new Set(this.registry.enabled.map(({id}) => id))
      for (const {hook, commit, change, said} of found) {
        if (!known.has(hook.id)) continue
        this.log.add({
          ...{hook: hook.id, commit, document: change.id, operation: operationOf(change), ...said},
          giveUpAt: Date.now() + this.#timing.giveUpAfter,
        })
      }
      this.registry.advance(last.seq)
    })
    return commits.length === BATCH
  }

  /** What a hook says of a change, or null where it is not concerned. */
  #say(hook: Hook, change: CommittedChange): Said | null {
    const {id} = change
    const {projectId, dataset, store} = this.#house
    if (id.startsWith('_.') || !hook.on.includes(operationOf(change))) return null
    if ((isDraftId(id) && !hook.includeDrafts) || (isVersionId(id) && !hook.includeVersions)) return null
    const context: DeltaContext = {projectId, dataset, dereference: (target) => store.get(target)}
    try {
      if (hook.filter !== null) {
        const isWanted = evaluateDelta(parseDelta(hook.filter, 'filter'), change, context)
        if (isWanted !== true) return null
      }
      const {projection} = hook
      const content =
        projection === null
          ? (change.after ?? change.before)
          : evaluateDelta(parseDelta(projection, 'projection'), change, context)
      return {body: JSON.stringify(content ?? null), failure: null}
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return {body: '', failure: `its filter or projection failed: ${reason}`}
    }
  }

  /** Each hook has its own hands: a slow receiver holds up no other. */
  #sendWhatIsDue(hookId: string): void {
    const underWay = [...this.#underWay].flatMap(([id, hook]) => (hook === hookId ? id : []))
    for (const row of this.log.due(hookId, Date.now(), underWay, CONCURRENCY - underWay.length)) this.#send(row, hookId)
  }

  #send(row: Row, hookId: string): void {
    const id = numberOf(row, 'id')
    this.#underWay.set(id, hookId)
    void this.#deliver(id, row)
      .catch((error: unknown) => this.#stumble(error))
      .finally(() => {
        this.#underWay.delete(id)
        this.look()
      })
  }

  async #deliver(id: number, row: Row): Promise<void> {
    const {url, method, headers, secret, name, id: hookId} = this.registry.require(textOf(row, 'hook'))
    const {projectId, dataset, log} = this.#house
    const [document, operation] = [textOf(row, 'document'), textOf(row, 'operation')]
    const at = Date.now()
    const started = performance.now()
    const outcome = await attempt(
      {
        ...{url, method, headers, secret, hookId, projectId, dataset, document, operation},
        key: textOf(row, 'key'),
        body: textOf(row, 'body'),
        transactionId: textOf(row, 'transaction_id'),
        transactionTime: textOf(row, 'transaction_time'),
      },
      AbortSignal.any([this.#stop.signal, AbortSignal.timeout(this.#timing.timeout)]),
    )
    // An attempt that the end of the process has cut short is none; the next process makes it.
    if (this.#stop.signal.aborted) return
    const retryAt = this.#retryAt(id, row, outcome)
    this.log.note(id, outcome, {at, ms: performance.now() - started, retryAt})
    if (outcome.failure === null) return
    const follows = retryAt === null ? 'It is given up; "webhook redeliver" sends it again' : 'It is tried again'
    log({
      level: retryAt === null ? 'error' : 'warn',
      event: 'webhook not delivered',
      message: `The webhook "${name}" did not take the ${operation} of "${document}": ${outcome.failure}. ${follows}.`,
    })
  }

  /** When to try again, or null where that is over. */
  #retryAt(id: number, row: Row, outcome: Outcome): number | null {
    if (outcome.failure === null || !isRetried(outcome)) return null
    const {firstPause, longestPause} = this.#timing
    const pause = outcome.retryAfter ?? Math.min(firstPause * 2 ** Math.min(this.log.attempts(id), 30), longestPause)
    const at = Date.now() + pause
    return at <= numberOf(row, 'give_up_at') ? at : null
  }
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

type Said = {readonly body: string; readonly failure: string | null}
