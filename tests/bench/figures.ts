/** Figures: how they are drawn from samples, and how they are written. */

/** The value that this share of the samples does not exceed (nearest rank). `share` is from 0 to 1. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('There are no samples.')
  return value
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

/** `12,345`. */
export const count = (value: number): string => Math.round(value).toLocaleString('en-US')

/** `3.42 ms`, `87 ms`: three figures are more than a shared machine can promise. */
export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : count(value)} ms`

/** From milliseconds: `4.2 s`. */
export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`

/** How long the work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
