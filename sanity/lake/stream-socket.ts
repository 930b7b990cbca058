/**
 * WebSockets. `/sse` carries one event stream each, because browsers open at most six HTTP/1.1 connections to one host
 * and the Studio keeps six to eight streams: the client sends `{url, headers}`, the lake answers `{"status": 200}` and
 * then the text of the stream. `/v…/socket/:dataset` is where Studios tell each other who is where (`presence.ts`).
 * @module
 */
import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {type RawData, type WebSocket, WebSocketServer} from 'ws'
import {isRecord} from './json.ts'
import type {Lake} from './lake.ts'
import {addressOf} from './server.ts'

const CARRIER = '/sse'
const PRESENCE = /^\/v[^/]+\/socket\/([^/]+)\/?$/
const STREAMS = /^\/v[^/]+\/data\/(listen|live\/events)\//

/** A first frame is an address and a token; nobody needs a long one. */
const MAX_FRAME = 64 * 1024
const FIRST_FRAME_MS = 10_000
const PING_MS = 30_000

/** Bytes waiting for one slow browser before its stream is ended; it reconnects and reads afresh. */
const MAX_BUFFERED = 8 * 1024 * 1024

export type StreamSockets = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

export function streamSockets(lake: Lake): StreamSockets {
  const server = new WebSocketServer({noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false})
  const timer = setInterval(() => {
    for (const client of server.clients) client.ping()
  }, PING_MS)
  timer.unref()
  return {
    upgrade(request, socket, head) {
      // Whoever hangs up in the middle of it, or sends what is no address, must not end the process.
      socket.on('error', () => socket.destroy())
      const pathname = pathIn(request)
      if (pathname === null) {
        socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
        return
      }
      const isCarrier = pathname === CARRIER
      const dataset = PRESENCE.exec(pathname)?.[1]
      if (!isCarrier && dataset !== lake.dataset) {
        const status = dataset === undefined ? '501 Not Implemented' : '404 Not Found'
        socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
        return
      }
      const {origin} = request.headers
      // A browser lets any page open a socket: what CORS is to requests has to be said here.
      if (origin !== undefined && !lake.isAllowedOrigin(origin)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, (client) => {
        client.on('error', () => client.terminate())
        if (isCarrier) carry(lake, client, request.headers.origin)
        else converse(lake, client)
      })
    },
    close() {
      clearInterval(timer)
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}

function pathIn({url}: IncomingMessage): string | null {
  try {
    return addressOf(url ?? '/').pathname
  } catch {
    return null
  }
}

function converse(lake: Lake, client: WebSocket): void {
  const caller = lake.presence.join({
    send: (text) => client.send(text),
    close: (code, reason) => client.close(code, reason),
    backlog: () => client.bufferedAmount,
  })
  client.on('message', (data) => caller.receive(data.toString()))
  client.once('close', () => caller.gone())
}

function carry(lake: Lake, client: WebSocket, origin: string | undefined): void {
  const patience = setTimeout(() => client.close(1008, 'The first frame did not come.'), FIRST_FRAME_MS)
  client.once('message', (data) => {
    clearTimeout(patience)
    const request = requestFrom(data, origin)
    if (request) void relay(lake, client, request).catch(() => client.terminate())
    else client.close(1008, 'The first frame must name an event stream.')
  })
  client.once('close', () => clearTimeout(patience))
}

/** The request for a stream that the first frame describes; only streams are carried. */
function requestFrom(data: RawData, origin: string | undefined): Request | null {
  try {
    const frame: unknown = JSON.parse(data.toString())
    if (!isRecord(frame) || typeof frame.url !== 'string' || !STREAMS.test(frame.url)) return null
    const headers = new Headers()
    for (const [name, value] of Object.entries(isRecord(frame.headers) ? frame.headers : {})) {
      if (/^(authorization|last-event-id|accept)$/i.test(name) && typeof value === 'string') headers.set(name, value)
    }
    if (origin !== undefined) headers.set('origin', origin)
    return new Request(addressOf(frame.url), {headers})
  } catch {
    // No JSON, or values that no header and no address can have.
    return null
  }
}

async function relay(lake: Lake, client: WebSocket, request: Request): Promise<void> {
  const response = await lake.fetch(request)
  client.send(JSON.stringify({status: response.status}))
  const reader = response.body?.getReader()
  client.once('close', () => void reader?.cancel())
  if (client.readyState !== client.OPEN) await reader?.cancel()
  const decoder = new TextDecoder()
  while (reader) {
    const {done, value} = await reader.read()
    if (done || client.bufferedAmount > MAX_BUFFERED) break
    client.send(decoder.decode(value, {stream: true}))
  }
  await reader?.cancel()
  client.close(1000)
}
