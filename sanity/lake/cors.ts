/**
 * Which web pages may read answers: those whose origin is on the list, and no others. Programs that are no browser send
 * no Origin and are not concerned.
 *
 * As on Sanity, an origin is listed with credentials or without. With them, its pages may send a token; without, they
 * are anonymous whoever uses them. Part of an origin may be a star (`https://*.example.org`, `http://localhost:*`), and
 * a star alone stands for every page there is, which may never have credentials. Nobody is signed in on the way to an
 * origin that is not listed word for word, with credentials.
 * @module
 */
import type {DatabaseSync} from 'node:sqlite'
import {refusal} from './lake-error.ts'
import {numberOf, textOf} from './row.ts'

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'

export type AllowedOrigin = {
  readonly origin: string
  readonly credentials: boolean
  /** Whether the start of the lake listed it; the others are kept in the store. */
  readonly isFixed: boolean
}

/** An origin as it is kept. @throws LakeError 400 for what is none, or matches more than it seems to */
export function originFrom(text: string): string {
  const given = text.trim().toLowerCase().replace(/\/$/, '')
  if (given === '*') return given
  const parts = /^(https?):\/\/(\*\.)?([a-z0-9.-]+|\[[0-9a-f:]+\])(?::(\d{1,5}|\*))?$/.exec(given)
  const [, scheme = '', wild = '', host = '', port = ''] = parts ?? []
  const plain = `${scheme}://${host}${port && port !== '*' ? `:${port}` : ''}`
  if (!parts || !URL.canParse(plain)) {
    throw refusal(
      400,
      `"${text}" is no origin: give a scheme, a host and, where there is one, a port, such as https://studio.example.org`,
    )
  }
  if (wild !== '' && host.split('.').length < 2) {
    throw refusal(400, `"${text}" would allow every page below ".${host}": name at least one more part of the host.`)
  }
  const {protocol, hostname, port: normal} = new URL(plain)
  return `${protocol}//${wild}${hostname}${port === '*' ? ':*' : normal && `:${normal}`}`
}

function isMatch(pattern: string, origin: string): boolean {
  if (pattern === '*' || pattern === origin) return true
  if (!pattern.includes('*') || !URL.canParse(origin)) return false
  const [, scheme, wild, host = '', port] = /^(https?:)\/\/(\*\.)?(.*?)(:\*)?$/.exec(pattern) ?? []
  const url = new URL(origin)
  if (url.origin !== origin || url.protocol !== scheme) return false
  const actual = port ? url.hostname : url.host
  return wild ? actual.endsWith(`.${host}`) : actual === host
}

export class Cors {
  readonly #db: DatabaseSync
  readonly #fixed: readonly AllowedOrigin[]
  #all: readonly AllowedOrigin[] = []

  /** @param fixed origins that the start of the lake lists, with credentials */
  constructor(db: DatabaseSync, fixed: readonly string[]) {
    this.#db = db
    const origins = new Set(fixed.map((origin) => new URL(origin).origin))
    this.#fixed = [...origins].map((origin) => ({origin, credentials: true, isFixed: true}))
    this.#read()
  }

  list(): readonly AllowedOrigin[] {
    return this.#all
  }

  /** @throws LakeError 400 */
  add(text: string, credentials: boolean): AllowedOrigin {
    const origin = originFrom(text)
    if (origin === '*' && credentials) {
      throw refusal(400, 'Every page there is may not have credentials: name the origins that may.')
    }
    this.#db
      .prepare('insert into allowed_origin values (?, ?) on conflict (origin) do update set credentials = ?')
      .run(origin, Number(credentials), Number(credentials))
    this.#read()
    return {origin, credentials, isFixed: false}
  }

  /** @returns whether it was listed. @throws LakeError 409 for one that the start lists */
  remove(text: string): boolean {
    const origin = originFrom(text)
    const isRemoved = this.#db.prepare('delete from allowed_origin where origin = ?').run(origin).changes > 0
    this.#read()
    if (!isRemoved && this.#fixed.some((entry) => entry.origin === origin)) {
      throw refusal(
        409,
        `${origin} is listed by the start of the lake (--studio-url or --allow-origin): change it there.`,
      )
    }
    return isRemoved
  }

  isAllowed(origin: string | null): boolean {
    return this.#entryFor(origin) !== null
  }

  allowsCredentials(origin: string | null): boolean {
    return this.#entryFor(origin)?.credentials === true
  }

  /** Whether somebody may be signed in on the way to a page of this origin. */
  mayReceiveSessions(origin: string): boolean {
    return this.#all.some((entry) => entry.origin === origin && entry.credentials)
  }

  preflight(request: Request): Response {
    const headers = new Headers({vary: 'Origin, Access-Control-Request-Headers'})
    const entry = this.#entryFor(request.headers.get('origin'))
    if (entry) {
      const wanted = (request.headers.get('access-control-request-headers') ?? '').split(',')
      const allowed = wanted.filter((name) => entry.credentials || name.trim().toLowerCase() !== 'authorization')
      headers.set('access-control-allow-methods', METHODS)
      headers.set('access-control-allow-headers', allowed.join(','))
      headers.set('access-control-max-age', '600')
      headers.set('access-control-allow-private-network', 'true')
    }
    return this.annotate(request, new Response(null, {status: 204, headers}))
  }

  annotate(request: Request, response: Response): Response {
    const origin = request.headers.get('origin')
    const entry = this.#entryFor(origin)
    response.headers.append('vary', 'Origin')
    if (origin !== null && entry) {
      response.headers.set('access-control-allow-origin', origin)
      if (entry.credentials) response.headers.set('access-control-allow-credentials', 'true')
      response.headers.set('access-control-expose-headers', 'Content-Type, Content-Length, ETag, Retry-After')
    }
    return response
  }

  /** The entry that grants most. A page without an origin of its own ("null") could be anybody's. */
  #entryFor(origin: string | null): AllowedOrigin | null {
    if (origin === null || origin === 'null') return null
    const matching = this.#all.filter((entry) => isMatch(entry.origin, origin))
    return matching.find(({credentials}) => credentials) ?? matching[0] ?? null
  }

  #read(): void {
    const kept = this.#db
      .prepare('select * from allowed_origin order by origin')
      .all()
      .map((row) => ({
        origin: textOf(row, 'origin'),
        credentials: numberOf(row, 'credentials') === 1,
        isFixed: false,
      }))
    this.#all = [...this.#fixed, ...kept]
  }
}
