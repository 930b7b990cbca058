/**
 * One webhook: where it goes, what it hears of and what it says. Its words are those of Sanity's settings.
 * @module
 */
import type {Operation} from '../delivery.ts'
import {isRecord, type JsonRecord} from '../json.ts'
import {refusal} from '../lake-error.ts'
import {parseDelta} from './delta.ts'

export type HookConfig = {
  readonly name: string
  readonly url: string
  readonly on: readonly Operation[]
  /** GROQ, true for the changes to tell of; null for all. */
  readonly filter: string | null
  /** GROQ, what is sent; null for the whole document. */
  readonly projection: string | null
  readonly includeDrafts: boolean
  /** Versions in releases. */
  readonly includeVersions: boolean
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
}

const OPERATIONS: readonly Operation[] = ['create', 'update', 'delete']
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE']
const MAX_TEXT = 10_000

const DEFAULTS: HookConfig = {
  name: '',
  url: '',
  on: OPERATIONS,
  filter: null,
  projection: null,
  includeDrafts: false,
  includeVersions: false,
  method: 'POST',
  headers: {},
}

function urlIn(value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw refusal(400, `"${String(value)}" is not a web address: give --url http://… or https://…`)
  }
  if (url.username || url.password) {
    throw refusal(400, "Leave name and password out of the address: send them with --header 'Authorization: …'.")
  }
  return url.href
}

function operationsIn(value: unknown): Operation[] {
  const given = Array.isArray(value) ? value : []
  const known = OPERATIONS.filter((operation) => given.includes(operation))
  if (known.length === 0 || known.length !== new Set(given).size) {
    throw refusal(400, `A webhook is triggered on ${OPERATIONS.join(', ')}, or some of these.`)
  }
  return known
}

function expressionIn(value: unknown, what: 'filter' | 'projection'): string | null {
  if (value === null || value === '') return null
  if (typeof value !== 'string' || value.length > MAX_TEXT) throw refusal(400, `The ${what} is not a text.`)
  parseDelta(value, what)
  return value
}

/** Names that say what the lake itself says, or that belong to the connection. */
const RESERVED = /^(sanity-.*|idempotency-key|content-.*|host|connection|transfer-encoding|user-agent)$/i

function headersIn(value: unknown): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, text] of Object.entries(isRecord(value) ? value : {})) {
    if (!/^[A-Za-z0-9-]{1,100}$/.test(name) || RESERVED.test(name)) {
      throw refusal(400, `The header "${name}" cannot be set by a webhook.`)
    }
    if (typeof text !== 'string' || !/^[\x20-\x7e]{0,2000}$/.test(text)) {
      throw refusal(400, `The header "${name}" needs a value of plain letters.`)
    }
    headers[name] = text
  }
  return headers
}

/** A webhook as asked for, on top of what it was. @throws LakeError 400 with what is wrong about it */
export function hookFrom(given: JsonRecord, current: HookConfig | null): HookConfig {
  const all: JsonRecord = {...(current ?? DEFAULTS), ...given}
  if (typeof all.name !== 'string' || all.name.trim() === '' || all.name.length > 200) {
    throw refusal(400, 'Give the webhook a name of at most 200 letters: --name …')
  }
  if (!METHODS.includes(String(all.method))) {
    throw refusal(400, `A webhook is sent with ${METHODS.join(', ')}, not with ${String(all.method)}.`)
  }
  return {
    name: all.name,
    url: urlIn(all.url),
    on: operationsIn(all.on),
    filter: expressionIn(all.filter, 'filter'),
    projection: expressionIn(all.projection, 'projection'),
    includeDrafts: all.includeDrafts === true,
    includeVersions: all.includeVersions === true,
    method: String(all.method),
    headers: headersIn(all.headers),
  }
}
