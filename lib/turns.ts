/** Jobs that take turns: so many at once, so many waiting, and the rest are turned away at once. */

export class TooManyError extends Error {
  override name = 'TooManyError'
  constructor() {
    super('Too many are waiting already.')
  }
}

export type Turns = <Result>(job: () => Promise<Result>) => Promise<Result>

/** @param atOnce jobs that run together @param waiting jobs that may wait for them; further ones throw `TooManyError` */
export function turns({atOnce, waiting}: {readonly atOnce: number; readonly waiting: number}): Turns {
  const queue: (() => void)[] = []
  let running = 0
  return async (job) => {
    if (running < atOnce) running++
    else if (queue.length >= waiting) throw new TooManyError()
    // Whoever ends hands over its place: the count stays as it is.
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await job()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
