/**
 * One server-sent event stream, whoever carries it (HTTP or WebSocket). Comments keep it open through proxies; a reader
 * that does not keep up is cut off with what waited for it, because its client comes back and says what it heard last,
 * and memory stays bounded.
 * @module
 */

const KEEP_ALIVE_MS = 15_000

/** Bytes waiting for one slow reader. */
const MAX_WAITING = 8 * 1024 * 1024

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
      new ByteLengthQueuingStrategy({highWaterMark: MAX_WAITING}),
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
    const controller = this.#controller
    if (!controller) return
    if ((controller.desiredSize ?? 0) > 0) {
      controller.enqueue(this.#encoder.encode(text))
      return
    }
    this.#end()
    // An error, unlike an orderly end, lets go of what waits at once.
    controller.error(new Error('The reader of this stream is too slow.'))
  }

  #end(): void {
    if (!this.#controller) return
    this.#controller = null
    clearInterval(this.#timer)
    this.#onClose()
  }
}
