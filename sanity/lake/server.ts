/**
 * The lake on a port: node:http in, Request and Response inside, streams both ways.
 * @module
 */
import {once} from 'node:events'
import {createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse} from 'node:http'
import {streamOf} from './http.ts'
import type {Caller, Lake} from './lake.ts'
import {refusal} from './lake-error.ts'
import {streamSockets} from './stream-socket.ts'

export type Listening = {readonly url: string; readonly port: number; close(): Promise<void>}

/** Longer than clients keep an idle connection, so that none is closed under a request. */
const KEEP_ALIVE_MS = 65_000

/** A path that begins with two slashes names no host: it is a path. */
export const addressOf = (target: string): URL =>
  new URL(target.startsWith('/') ? `http://lake${target}` : target, 'http://lake')

function requestFrom(incoming: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  // Whatever host the request names, the lake answers for itself; only path and search matter.
  const init: RequestInit & {duplex: 'half'} = {
    method,
    headers,
    body: hasBody ? streamOf(incoming) : null,
    duplex: 'half',
  }
  return new Request(addressOf(incoming.url ?? '/'), init)
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
  const others = [...response.headers].filter(([name]) => name !== 'set-cookie')
  outgoing.writeHead(response.status, Object.fromEntries(others))
  const reader = response.body?.getReader()
  if (!reader) {
    outgoing.end()
    return
  }
  outgoing.once('close', () => void reader.cancel().catch(() => {}))
  outgoing.flushHeaders()
  // A body that fails (a stream whose reader is too slow) ends the connection, which may wait for that reader for ever.
  reader.closed.catch(() => outgoing.destroy())
  for (;;) {
    const {done, value} = await reader.read()
    if (done || outgoing.destroyed) break
    if (!outgoing.write(value)) await Promise.race([once(outgoing, 'drain'), once(outgoing, 'close')])
  }
  outgoing.end()
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/

/**
 * Who asks. Where that is a proxy on this machine, it is believed who asked it: the last address that it names, because
 * it adds its own caller at the end. From anywhere else the header is only what somebody says.
 */
function callerOf({socket, headers}: IncomingMessage): Caller {
  const address = socket.remoteAddress ?? ''
  const forwarded = headers['x-forwarded-for']
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim()
  return {address: LOOPBACK.test(address) && last ? last : address}
}

/** Answers node:http requests with a function from Request to Response. */
export const listenerFor =
  (fetch: (request: Request, caller: Caller) => Promise<Response>): RequestListener =>
  (incoming, outgoing) => {
    const work = async (): Promise<void> => {
      let request: Request
      try {
        request = requestFrom(incoming)
      } catch {
        outgoing.writeHead(400).end()
        return
      }
      await send(await fetch(request, callerOf(incoming)), outgoing)
    }
    work().catch(() => outgoing.destroy())
  }

/** Begins to listen. @throws with a sentence when the address is taken */
export async function listen(server: Server, at: {host: string; port: number} | {path: string}): Promise<void> {
  const listening = once(server, 'listening')
  server.listen(at)
  await listening
}

export async function serveLake(lake: Lake, {host, port}: {host: string; port: number}): Promise<Listening> {
  const server = createServer({keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 300_000}, listenerFor(lake.fetch))
  const sockets = streamSockets(lake)
  server.on('upgrade', sockets.upgrade)
  try {
    await listen(server, {host, port})
  } catch (error) {
    throw refusal(
      503,
      `The lake cannot listen on ${host}:${port}: is something else using the port? Choose another with --port or LAKE_PORT.`,
      {cause: error},
    )
  }
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${actual}`
  lake.listeningAt(url)
  return {
    url,
    port: actual,
    async close() {
      sockets.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
