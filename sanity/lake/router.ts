/**
 * From a request to the handler that answers it: a table of methods and paths.
 *
 * Paths are written without the API version that begins them (`/v2025-09-01/…`), which handlers find in the call.
 * `:name` stands for one segment, `:name+` for the rest of the path.
 * @module
 */
import {refusal} from './lake-error.ts'
import type {Identity} from './user.ts'

export type Call = {
  readonly request: Request
  readonly url: URL
  /** The parts of the path that the pattern names, decoded. */
  readonly path: Readonly<Record<string, string>>
  /** A date, `1` or `X`. */
  readonly apiVersion: string
  readonly identity: Identity | null
  /** For files: whether nobody is known to ask, neither by token nor by the cookie of who has signed in. */
  readonly isStranger?: boolean
  /** The network address of the caller, or null for one in this process. */
  readonly address: string | null
}

export type Handler = (call: Call) => Response | Promise<Response>

export type Route = readonly [method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', pattern: string, handler: Handler]

type Compiled = {
  readonly method: string
  readonly regex: RegExp
  readonly names: readonly string[]
  readonly handler: Handler
}

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function compile([method, pattern, handler]: Route): Compiled {
  const names: string[] = []
  const source = pattern
    .split('/')
    .map((segment) => {
      if (!segment.startsWith(':')) return escapeRegex(segment)
      const isRest = segment.endsWith('+')
      names.push(segment.slice(1, isRest ? -1 : undefined))
      return isRest ? '(.+)' : '([^/]+)'
    })
    .join('/')
  return {method, names, handler, regex: new RegExp(`^${source}/?$`)}
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    throw refusal(400, 'The address is not well encoded.', {cause: error})
  }
}

const VERSION = /^\/v(X|\d{4}-\d{2}-\d{2}|\d{1,2})(?=\/)/

/** What looks like a version and is none: `/v2025-13-01/…`, `/v1.2/…`. */
export function wrongVersionIn(pathname: string): string | null {
  const version = /^\/v(\d[^/]*)\//.exec(pathname)?.[1]
  if (version === undefined) return null
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(version) && !Number.isNaN(Date.parse(version))
  return isDate || /^\d{1,2}$/.test(version) ? null : version
}

export type Match = {handler: Handler; path: Record<string, string>; apiVersion: string}

export class Router {
  readonly #routes: readonly Compiled[]

  /** Each as `GET /users/:ids`. */
  readonly routes: readonly string[]

  constructor(routes: readonly Route[]) {
    this.routes = routes.map(([method, pattern]) => `${method} ${pattern}`)
    this.#routes = routes.map(compile)
  }

  /** @returns the handler, null for a path that nobody answers, or the methods that this path knows instead */
  match(method: string, pathname: string): Match | null | {methods: string[]} {
    const version = VERSION.exec(pathname)
    const rest = version ? pathname.slice(version[0].length) : pathname
    const methods = new Set<string>()
    for (const {regex, names, handler, method: known} of this.#routes) {
      const found = regex.exec(rest)
      if (!found) continue
      methods.add(known)
      if (known !== (method === 'HEAD' ? 'GET' : method)) continue
      const path = Object.fromEntries(names.map((name, index) => [name, decoded(found[index + 1] ?? '')]))
      return {handler, path, apiVersion: version?.[1] ?? '1'}
    }
    return methods.size > 0 ? {methods: [...methods]} : null
  }
}
