/**
 * What an evaluation may cost. Work is counted where it is done, in steps of some hundred nanoseconds; the clock is
 * looked at once in a while. What is built is counted too: an answer is made of pieces, and each has been paid for.
 * @module
 */

export type Limits = {
  /** Milliseconds of the processor for one evaluation. */
  readonly milliseconds: number
  /** Pieces built: an item of a list, a field of an object, eight characters of a text. Each takes some 8 to 16 bytes. */
  readonly pieces: number
}

export class OverBudgetError extends Error {
  override readonly name = 'OverBudgetError'
  readonly what: 'time' | 'memory'

  constructor(what: 'time' | 'memory') {
    super(`The evaluation took more ${what} than it may.`)
    this.what = what
  }
}

/** Time of the processor that this thread has had, in milliseconds: a busy machine makes no query dearer. */
function timeSpent(): number {
  const {user, system} = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Steps between two looks at the clock: some tens of microseconds. */
const STEPS_BETWEEN_LOOKS = 256

export class Budget {
  readonly #deadline: number
  #steps = 0
  #pieces: number

  constructor({milliseconds, pieces}: Limits) {
    this.#deadline = timeSpent() + milliseconds
    this.#pieces = pieces
  }

  /** Pays for work. @throws OverBudgetError */
  spend(steps: number): void {
    this.#steps += steps
    if (this.#steps < STEPS_BETWEEN_LOOKS) return
    this.#steps = 0
    if (timeSpent() > this.#deadline) throw new OverBudgetError('time')
  }

  /** Pays for something built. @throws OverBudgetError */
  build(pieces: number): void {
    this.#pieces -= pieces
    if (this.#pieces < 0) throw new OverBudgetError('memory')
    this.spend(1)
  }
}

export const UNLIMITED: Limits = {milliseconds: Number.POSITIVE_INFINITY, pieces: Number.POSITIVE_INFINITY}
