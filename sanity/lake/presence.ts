/**
 * Who is where in the Studio: JSON-RPC 2.0 over one WebSocket a browser, as Sanity's bifur speaks it. A browser proves
 * who it is (`authorization`), subscribes, announces where it stands, and calls the roll; what it says is passed on to
 * everybody who subscribed, with the name of whoever said it. Nothing is stored: a line that ends takes its sessions
 * with it, and tells the others.
 *
 * Requests: `authorization {authorization}`, `presence_subscribe`, `presence_unsubscribe {subscriptionId}`,
 * `presence_announce {data: {sessionId, locations}}`, `presence_rollcall {session}`, `presence_disconnect {session}`.
 * Sent by itself: `presence_subscription {subscription, result}`, and the heartbeat `♥`.
 * @module
 */
import {randomUUID} from 'node:crypto'
import {isRecord, type JsonRecord} from './json.ts'

/** The carrier of one browser's messages, such as a WebSocket. */
export type Line = {
  send(text: string): void
  close(code: number, reason: string): void
  /** Bytes that the other end has not taken yet. */
  backlog(): number
}

/** What the carrier tells: what came in, and that the line is gone. */
export type Caller = {
  receive(text: string): void
  gone(): void
}

export type PresenceOptions = {
  /** Whose token it is; null for one that is unknown, or has ended meanwhile. */
  readonly getUserId: (token: string) => string | null
  /** Milliseconds between two heartbeats. */
  readonly heartbeatMs?: number
  /** Milliseconds within which a line must say who it is. */
  readonly patienceMs?: number
}

const HEARTBEAT = '♥'
const HEARTBEAT_MS = 20_000
const PATIENCE_MS = 10_000

const MAX_LINES = 500
const MAX_SUBSCRIPTIONS = 8
/** One tab of a browser is one session; the Studio and what is embedded in it may each keep one. */
const MAX_SESSIONS = 8
const MAX_SESSION_ID = 100
const MAX_LOCATIONS = 100
/** Messages of one line between two heartbeats. The Studio reports at most five times a second. */
const MAX_MESSAGES = 1000
const MAX_BACKLOG = 1024 * 1024

/** Bifur's close codes, and the standard's for "try later" and "that was too much". */
const UNAUTHORIZED = 4001
const TRY_LATER = 1013
const TOO_MUCH = 1008

const PARSE_ERROR = -32700
const INVALID_REQUEST = -32600
const METHOD_NOT_FOUND = -32601
const INVALID_PARAMS = -32602
const NOT_AUTHORIZED = -32001

class RpcError extends Error {
  override readonly name = 'RpcError'
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

type Visitor = {
  readonly line: Line
  readonly subscriptions: Set<string>
  readonly sessions: Set<string>
  token: string | null
  userId: string | null
  messages: number
  patience: NodeJS.Timeout | null
}

type Method = (visitor: Visitor, params: JsonRecord) => unknown

export class Presence {
  readonly #options: Required<PresenceOptions>
  readonly #visitors = new Set<Visitor>()
  /** On which line a session was last heard of: a reloaded page is there again before its old line is known to be gone. */
  readonly #owners = new Map<string, Visitor>()
  readonly #timer: NodeJS.Timeout

  readonly #methods: ReadonlyMap<string, Method> = new Map<string, Method>([
    ['authorization', (visitor, {authorization}) => this.#authorize(visitor, authorization)],
    ['presence_subscribe', (visitor) => this.#subscribe(visitor)],
    ['presence_unsubscribe', (visitor, {subscriptionId}) => this.#unsubscribe(visitor, subscriptionId)],
    ['presence_announce', (visitor, {data}) => this.#announce(visitor, data)],
    ['presence_rollcall', (visitor, {session}) => this.#callRoll(visitor, session)],
    ['presence_disconnect', (visitor, {session}) => this.#leave(visitor, sessionIn(session))],
  ])

  constructor(options: PresenceOptions) {
    this.#options = {heartbeatMs: HEARTBEAT_MS, patienceMs: PATIENCE_MS, ...options}
    this.#timer = setInterval(() => this.#beat(), this.#options.heartbeatMs)
    this.#timer.unref()
  }

  /** Lines that are open. */
  get size(): number {
    return this.#visitors.size
  }

  /** Takes in one line; it may say who it is now. */
  join(line: Line): Caller {
    const visitor: Visitor = {
      line,
      subscriptions: new Set(),
      sessions: new Set(),
      token: null,
      userId: null,
      messages: 0,
      patience: null,
    }
    if (this.#visitors.size >= MAX_LINES) {
      line.close(TRY_LATER, 'Too many are connected.')
      return {receive() {}, gone() {}}
    }
    this.#visitors.add(visitor)
    visitor.patience = setTimeout(() => this.#dismiss(visitor, 'No token came.'), this.#options.patienceMs)
    visitor.patience.unref()
    return {
      receive: (text) => this.#receive(visitor, text),
      gone: () => this.#remove(visitor),
    }
  }

  close(): void {
    clearInterval(this.#timer)
    for (const visitor of [...this.#visitors]) this.#remove(visitor)
  }

  #receive(visitor: Visitor, text: string): void {
    if (!this.#visitors.has(visitor)) return
    visitor.messages += 1
    if (visitor.messages > MAX_MESSAGES) {
      this.#remove(visitor)
      visitor.line.close(TOO_MUCH, 'Too many messages.')
      return
    }
    const {id, ...answer} = this.#answerTo(visitor, text)
    if (this.#visitors.has(visitor)) this.#send(visitor, {jsonrpc: '2.0', id, ...answer})
  }

  #answerTo(visitor: Visitor, text: string): {id: unknown; result: unknown} | {id: unknown; error: JsonRecord} {
    let id: unknown = null
    try {
      const request = requestIn(text)
      id = request.id ?? null
      const method = this.#methods.get(request.method)
      if (!method) throw new RpcError(METHOD_NOT_FOUND, `The method "${request.method}" is not supported.`)
      if (request.method !== 'authorization') this.#assertKnown(visitor)
      return {id, result: method(visitor, request.params) ?? null}
    } catch (error) {
      if (!(error instanceof RpcError)) throw error
      return {id, error: {code: error.code, message: error.message}}
    }
  }

  #authorize(visitor: Visitor, authorization: unknown): void {
    const token = typeof authorization === 'string' ? /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] : undefined
    const userId = token === undefined ? null : this.#options.getUserId(token)
    // A line stays one person's: what it said before would otherwise be somebody else's words.
    if (token === undefined || userId === null || (visitor.userId !== null && visitor.userId !== userId)) {
      this.#dismiss(visitor, 'The token is not good.')
      throw new RpcError(NOT_AUTHORIZED, 'The token is not good.')
    }
    visitor.token = token
    visitor.userId = userId
    if (visitor.patience) clearTimeout(visitor.patience)
  }

  /** Asked again with every message: who was signed out elsewhere is heard no more. */
  #assertKnown(visitor: Visitor): void {
    if (this.#isGood(visitor)) return
    this.#dismiss(visitor, 'A token is needed.')
    throw new RpcError(NOT_AUTHORIZED, 'A token is needed: send "authorization" first.')
  }

  #isGood({token, userId}: Visitor): boolean {
    return token !== null && userId !== null && this.#options.getUserId(token) === userId
  }

  #subscribe(visitor: Visitor): string {
    if (visitor.subscriptions.size >= MAX_SUBSCRIPTIONS) throw new RpcError(INVALID_REQUEST, 'Too many subscriptions.')
    const id = randomUUID()
    visitor.subscriptions.add(id)
    return id
  }

  #unsubscribe(visitor: Visitor, id: unknown): void {
    if (typeof id !== 'string' || !visitor.subscriptions.delete(id)) {
      throw new RpcError(INVALID_PARAMS, 'There is no such subscription.')
    }
  }

  #announce(visitor: Visitor, data: unknown): void {
    const sessionId = sessionIn(isRecord(data) ? data.sessionId : undefined)
    const locations = isRecord(data) ? data.locations : undefined
    if (!Array.isArray(locations) || locations.length > MAX_LOCATIONS || !locations.every(isRecord)) {
      throw new RpcError(INVALID_PARAMS, `"locations" must be a list of at most ${MAX_LOCATIONS} objects.`)
    }
    const owner = this.#owners.get(sessionId)
    if (owner && owner.userId !== visitor.userId) throw new RpcError(INVALID_PARAMS, 'That session is somebody else’s.')
    if (owner !== visitor) {
      if (visitor.sessions.size >= MAX_SESSIONS) throw new RpcError(INVALID_REQUEST, 'Too many sessions.')
      owner?.sessions.delete(sessionId)
      visitor.sessions.add(sessionId)
      this.#owners.set(sessionId, visitor)
    }
    this.#tell({type: 'state', i: visitor.userId, m: {sessionId, locations}})
  }

  #callRoll(visitor: Visitor, session: unknown): void {
    this.#tell({type: 'rollCall', i: visitor.userId, session: sessionIn(session)})
  }

  #leave(visitor: Visitor, sessionId: string): void {
    if (!visitor.sessions.delete(sessionId)) return
    this.#owners.delete(sessionId)
    this.#tell({type: 'disconnect', i: visitor.userId, m: {session: sessionId}})
  }

  #tell(event: JsonRecord): void {
    for (const visitor of [...this.#visitors]) {
      for (const subscription of visitor.subscriptions) {
        const params = {subscription, result: event}
        this.#send(visitor, {jsonrpc: '2.0', method: 'presence_subscription', params})
      }
    }
  }

  #send(visitor: Visitor, message: JsonRecord): void {
    if (visitor.line.backlog() <= MAX_BACKLOG) {
      visitor.line.send(JSON.stringify(message))
      return
    }
    // It connects again and calls the roll, which brings it up to date.
    this.#remove(visitor)
    visitor.line.close(TRY_LATER, 'Too slow.')
  }

  #beat(): void {
    for (const visitor of [...this.#visitors]) {
      visitor.messages = 0
      if (visitor.token !== null && !this.#isGood(visitor)) this.#dismiss(visitor, 'The token has ended.')
      else if (visitor.line.backlog() <= MAX_BACKLOG) visitor.line.send(HEARTBEAT)
    }
  }

  #dismiss(visitor: Visitor, reason: string): void {
    this.#remove(visitor)
    visitor.line.close(UNAUTHORIZED, reason)
  }

  #remove(visitor: Visitor): void {
    if (!this.#visitors.delete(visitor)) return
    if (visitor.patience) clearTimeout(visitor.patience)
    for (const sessionId of [...visitor.sessions]) this.#leave(visitor, sessionId)
  }
}

function requestIn(text: string): {id: unknown; method: string; params: JsonRecord} {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new RpcError(PARSE_ERROR, 'The message is not JSON.')
  }
  if (!isRecord(value) || value.jsonrpc !== '2.0' || typeof value.method !== 'string') {
    throw new RpcError(INVALID_REQUEST, 'The message is not a JSON-RPC 2.0 request.')
  }
  return {id: value.id, method: value.method, params: isRecord(value.params) ? value.params : {}}
}

function sessionIn(value: unknown): string {
  if (typeof value === 'string' && value !== '' && value.length <= MAX_SESSION_ID) return value
  throw new RpcError(INVALID_PARAMS, `A session is a name of at most ${MAX_SESSION_ID} characters.`)
}
