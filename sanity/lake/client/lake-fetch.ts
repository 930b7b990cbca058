/**
 * Event streams over WebSocket. A browser opens at most six HTTP/1.1 connections to a host, and the Studio keeps six to
 * eight event streams open: over plain HTTP the seventh request, and with it every save, waits for ever. WebSockets do
 * not count among the six, so each stream gets one.
 *
 * Protocol: open `/sse`, send one JSON frame `{url, headers}`; the first frame back is `{"status": N}`, then come
 * frames of event-stream text or, where the status is not 200, one frame with the body of the refusal.
 */
const eventStream = /^\/v[^/]+\/data\/(listen|live\/events)\/[^/]+$/

/**
 * A `fetch` for clients of the lake at `lakeUrl`: event streams travel by WebSocket, all else by the global fetch. It
 * fails as fetch does (`AbortError`, or `TypeError` when the lake cannot be reached), so that whoever reconnects on
 * those reconnects here too.
 */
export function lakeFetch(lakeUrl: string): typeof fetch {
  const base = new URL(lakeUrl.endsWith('/') ? lakeUrl : `${lakeUrl}/`)
  const socketUrl = new URL('sse', base)
  socketUrl.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:'
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, base)
    const path = url.href.startsWith(base.href) ? `/${url.href.slice(base.href.length)}` : ''
    if (!eventStream.test(path.split('?', 1)[0] ?? '')) return fetch(input, init)

    const request = input instanceof Request ? input : undefined
    const headers = Object.fromEntries(new Headers(init?.headers ?? request?.headers))
    const signal = init?.signal ?? request?.signal
    return responseOver(new LakeSocket(socketUrl, signal), url, JSON.stringify({url: path, headers}))
  }
}

async function responseOver(socket: LakeSocket, url: URL, opening: string): Promise<Response> {
  await socket.opened
  socket.send(opening)
  const frames = socket.frames.getReader()
  const first = await frames.read()
  const status = first.done ? null : getStatus(first.value)
  if (status === null) {
    socket.close()
    throw unreachable(url, 'it answered something else than a status')
  }
  const response = status === 200 ? streamFrom(frames, socket) : await refusalFrom(frames, socket, status)
  // A response made here has no address of its own; who logs a failure wants to know which one it was.
  return Object.defineProperty(response, 'url', {value: url.href})
}

type Frames = ReadableStreamDefaultReader<string>

function streamFrom(frames: Frames, socket: LakeSocket): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const {done, value} = await frames.read()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => socket.close(),
  })
  return new Response(body, {status: 200, headers: {'content-type': 'text/event-stream'}})
}

async function refusalFrom(frames: Frames, socket: LakeSocket, status: number): Promise<Response> {
  const {value} = await frames.read()
  socket.close()
  return new Response(value ?? null, {status, headers: {'content-type': 'application/json'}})
}

function getStatus(frame: string): number | null {
  try {
    const head: unknown = JSON.parse(frame)
    if (typeof head !== 'object' || head === null || !('status' in head)) return null
    const {status} = head
    // The range that a Response can have; 101 and 204 carry no body and mean nothing here.
    return typeof status === 'number' && status >= 200 && status <= 599 && status !== 204 ? status : null
  } catch {
    return null
  }
}

/** A WebSocket as a promise and a stream of its text frames; aborting the signal ends both. */
class LakeSocket {
  readonly opened: Promise<void>
  readonly frames: ReadableStream<string>
  readonly #socket: WebSocket

  constructor(url: URL, signal: AbortSignal | null | undefined) {
    signal?.throwIfAborted()
    const socket = new WebSocket(url)
    this.#socket = socket
    const {promise, resolve, reject} = Promise.withResolvers<void>()
    this.opened = promise
    this.frames = new ReadableStream<string>({
      start: (controller) => {
        let isOver = false
        const end = (reason?: unknown) => {
          if (isOver) return
          isOver = true
          reject(reason ?? unreachable(url, 'it hung up'))
          if (reason === undefined) controller.close()
          else controller.error(reason)
        }
        socket.addEventListener('open', () => resolve())
        socket.addEventListener('message', ({data}: MessageEvent<unknown>) => {
          if (!isOver && typeof data === 'string') controller.enqueue(data)
        })
        socket.addEventListener('error', () => end(unreachable(url, 'is it running?')))
        socket.addEventListener('close', () => end())
        signal?.addEventListener('abort', () => {
          // Before closing, which while connecting is an error in its own right.
          end(signal.reason)
          socket.close()
        })
      },
    })
  }

  send(text: string): void {
    this.#socket.send(text)
  }

  close(): void {
    this.#socket.close()
  }
}

function unreachable(url: URL, why: string): TypeError {
  return new TypeError(`The content lake at ${url.host} cannot be reached: ${why}`)
}
