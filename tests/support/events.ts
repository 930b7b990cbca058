/** Waiting for what a stream, a server or a process says, without guessing how long it takes. */
import type {Observable, Subscription} from 'rxjs'

export type Collector<Item> = {
  /** Everything so far. */
  readonly items: readonly Item[]
  /** Adds one. */
  add(item: Item): void
  /** The first item, past or to come, that fits. Fails with what did come when it takes longer than `ms`. */
  find(fits: (item: Item) => boolean, ms?: number): Promise<Item>
}

export function collector<Item>(): Collector<Item> {
  const items: Item[] = []
  const waiting = new Set<(item: Item) => void>()
  return {
    items,
    add(item) {
      items.push(item)
      for (const look of waiting) look(item)
    },
    find(fits, ms = 10_000) {
      const known = items.find(fits)
      if (known !== undefined) return Promise.resolve(known)
      return new Promise((resolve, reject) => {
        const look = (item: Item): void => {
          if (!fits(item)) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(item)
        }
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`It did not come in ${ms} ms. What came: ${JSON.stringify(items).slice(0, 2000)}`))
        }, ms)
        waiting.add(look)
      })
    },
  }
}

/** Collects what an observable says, until it is stopped. */
export function collect<Item>(source: Observable<Item>): Collector<Item> & {stop(): void; errors: unknown[]} {
  const collected = collector<Item>()
  const errors: unknown[] = []
  const subscription: Subscription = source.subscribe({
    next: (item) => collected.add(item),
    error: (error: unknown) => errors.push(error),
  })
  return {...collected, errors, stop: () => subscription.unsubscribe()}
}
