/** Chance that can be had again: the same seed gives the same numbers. */

export type Chance = {
  readonly seed: number
  /** From `low` up to, but without, `high`. */
  between: (low: number, high: number) => number
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number
  /** True with this probability. */
  happens: (probability: number) => boolean
  oneOf: <Item>(items: readonly Item[]) => Item
}

export const newSeed = (): number => Math.floor(Math.random() * 1e9)

/** Mulberry32 (public domain): 32 bits of state, good enough to choose moments by. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    seed,
    between: (low, high) => low + next() * (high - low),
    whole,
    happens: (probability) => next() < probability,
    oneOf: (items) => {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new Error('There is nothing to choose from.')
      return item
    },
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
