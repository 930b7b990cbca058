/**
 * One server-sent event stream, whoever carries it (HTTP or WebSocket). Comments keep it open through proxies; a reader
 * that does not keep up is let go, because its client reconnects and reads afresh, and memory stays bounded.
 * @module
 */

const KEEP_ALIVE_MS = 15_000

/** Messages waiting for one slow reader. */
const MAX_WAITING = 2000

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

export class EventStream {
  readonly response: Response
  readonly #encoder = new TextEncoder()
  readonly #timer: NodeJS.Timeout
  readonly #onClose: () => void
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null

  /** @param onClose called once, when either side ends the stream */
  constructor(onClose: () => void) {
    this.#onClose = onClose
    this.#timer = setInterval(() => this.#write(':\n\n'), KEEP_ALIVE_MS)
    this.#timer.unref()
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
        },
        cancel: () => this.#end(),
      },
      new CountQueuingStrategy({highWaterMark: MAX_WAITING}),
    )
    this.response = new Response(body, {headers: HEADERS})
  }

  send(event: string, data: unknown, id?: string): void {
    const identity = id === undefined ? '' : `id: ${id}\n`
    this.#write(`${identity}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  close(): void {
    const controller = this.#controller
    this.#end()
    controller?.close()
  }

  #write(text: string): void {
    if (!this.#controller) return
    if ((this.#controller.desiredSize ?? 0) <= 0) {
      this.close()
      return
    }
    this.#controller.enqueue(this.#encoder.encode(text))
  }

  #end(): void {
    if (!this.#controller) return
    this.#controller = null
    clearInterval(this.#timer)
    this.#onClose()
  }
}
