/**
 * Event streams stay open for hours. A tether ties each to what it was opened with, so that revoking a token or ending a
 * session also ends what it still hears.
 * @module
 */

/** How exactly a stream ends when its token does by itself. */
const SWEEP_MS = 30_000

type Held = {readonly end: () => void; readonly expiresAt: number | null}

/** The name for streams that were opened without a token. */
export const NOBODY = ''

export class Tethers {
  readonly #held = new Map<string, Set<Held>>()
  readonly #now: () => number
  readonly #timer: NodeJS.Timeout

  constructor(now: () => number) {
    this.#now = now
    this.#timer = setInterval(() => this.#sweep(), SWEEP_MS)
    this.#timer.unref()
  }

  /** The response, whose stream ends when `cut` is called with this name, or at the time given. */
  hold(name: string, expiresAt: number | null, response: Response): Response {
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (!isStream || !response.body) return response
    const reader = response.body.getReader()
    const held: Held = {end: () => void reader.cancel().catch(() => {}), expiresAt}
    const all = this.#held.get(name) ?? new Set()
    this.#held.set(name, all.add(held))
    const release = (): void => {
      all.delete(held)
      if (all.size === 0 && this.#held.get(name) === all) this.#held.delete(name)
    }
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const {done, value} = await reader.read()
          if (!done) return controller.enqueue(value)
          release()
          controller.close()
        },
        async cancel(reason) {
          release()
          await reader.cancel(reason)
        },
      },
      // Nothing is taken before somebody asks for it, so that the stream below still feels a slow reader.
      {highWaterMark: 0},
    )
    return new Response(body, {status: response.status, headers: response.headers})
  }

  cut(name: string): void {
    for (const {end} of this.#held.get(name) ?? []) end()
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #sweep(): void {
    for (const all of this.#held.values()) {
      for (const {end, expiresAt} of all) if (expiresAt !== null && expiresAt <= this.#now()) end()
    }
  }
}
