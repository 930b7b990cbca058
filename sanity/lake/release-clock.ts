/**
 * Publishes scheduled releases at their hour, or, where the lake did not run then, when it starts. A release that cannot
 * be published (a reference would lead nowhere) becomes active again and says in `error` why.
 * @module
 */
import type {LakeDocument} from './document.ts'
import type {Log} from './log.ts'
import {RELEASE_TYPE} from './release-actions.ts'
import type {Store} from './store.ts'

/** Timers hold 24 days at most, and clocks are set right: it is looked at once more each hour. */
const LONGEST_MS = 3_600_000

export type ReleaseRunner = {
  publish(name: string): void
  /** Gives a release up that could not be published. */
  fail(name: string, reason: string): void
}

const dueAt = ({publishAt}: LakeDocument): number => Date.parse(String(publishAt))

export class ReleaseClock {
  readonly #store: Store
  readonly #runner: ReleaseRunner
  readonly #log: Log
  #timer: NodeJS.Timeout | null = null

  constructor(store: Store, runner: ReleaseRunner, log: Log) {
    this.#store = store
    this.#runner = runner
    this.#log = log
  }

  start(): void {
    this.#store.subscribe(({changes}) => {
      if (changes.some(({before, after}) => (after ?? before)?._type === RELEASE_TYPE)) this.#wind()
    })
    this.#wind()
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** Waits for the next one. Never publishes at once, because a commit may be under way. */
  #wind(): void {
    this.stop()
    const [next] = this.#scheduled()
    if (!next) return
    const wait = Math.min(Math.max(dueAt(next) - Date.now(), 0), LONGEST_MS)
    this.#timer = setTimeout(() => this.#strike(), wait)
    this.#timer.unref()
  }

  #scheduled(): LakeDocument[] {
    return this.#store.documents
      .withType(RELEASE_TYPE)
      .filter((release) => release.state === 'scheduled' && !Number.isNaN(dueAt(release)))
      .sort((a, b) => dueAt(a) - dueAt(b))
  }

  #strike(): void {
    for (const release of this.#scheduled().filter((one) => dueAt(one) <= Date.now())) {
      const name = String(release.name)
      try {
        this.#runner.publish(name)
        this.#log({level: 'info', event: 'release published', message: `The release "${name}" is published.`})
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        this.#log({level: 'error', event: 'release failed', message: `"${name}" could not be published: ${reason}`})
        this.#giveUp(name, reason)
      }
    }
    this.#wind()
  }

  #giveUp(name: string, reason: string): void {
    try {
      this.#runner.fail(name, reason)
    } catch (error) {
      // The disk is full, say: it stays scheduled, and is tried again when the clock is next looked at.
      this.#log({level: 'error', event: 'release failed', message: String(error)})
    }
  }
}
