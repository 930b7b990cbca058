/**
 * The one error class of the lake: it knows its HTTP status and the body that Sanity's clients understand.
 * The three shapes are Boom (`{statusCode, error, message}`), the typed `{error: {type, description, …}}` of the data
 * endpoints, and the query error with a position; @sanity/client turns each into a readable message.
 * @module
 */
import type {JsonRecord} from './json.ts'

export class LakeError extends Error {
  override readonly name = 'LakeError'
  readonly status: number
  readonly body: JsonRecord
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    body: JsonRecord,
    {headers = {}, ...options}: ErrorOptions & {headers?: Record<string, string>} = {},
  ) {
    super(message, options)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** The kind and the details of one failed mutation or action, as Sanity names them. */
export type FailedItem = {type: string; description: string} & JsonRecord

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  501: 'Not Implemented',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
}

/** A refusal in Boom's shape. `message` is one sentence for a person. */
export function refusal(status: number, message: string, options?: ErrorOptions): LakeError {
  return new LakeError(status, message, {statusCode: status, error: REASONS[status] ?? 'Error', message}, options)
}

/** A caller who is to come back later, in `seconds` at the earliest. */
export const tooMany = (message: string, seconds: number): LakeError =>
  new LakeError(
    429,
    message,
    {statusCode: 429, error: REASONS[429], message},
    {headers: {'retry-after': String(Math.ceil(seconds))}},
  )

/** What is wrong with one field of a form, so that the page can say it there. */
export const fieldFault = (field: string, message: string, status = 400): LakeError =>
  new LakeError(status, message, {statusCode: status, error: REASONS[status] ?? 'Error', message, field})

export const unauthorized = (message = 'Session not found'): LakeError => refusal(401, message)

/** What the lake does not honour it says in one sentence, never pretending. */
export const notHonoured = (what: string): LakeError => refusal(501, `${what} is not supported by the embedded lake.`)

/** One failed mutation fails its whole transaction. */
export function mutationError(status: number, item: FailedItem, index = 0, options?: ErrorOptions): LakeError {
  const description = `The mutation(s) failed: ${item.description}`
  return new LakeError(
    status,
    description,
    {error: {type: 'mutationError', description, items: [{error: item, index}]}},
    options,
  )
}

/** One failed action fails its whole batch. */
export function actionError(status: number, item: FailedItem, index = 0, options?: ErrorOptions): LakeError {
  const description = `The action(s) failed: ${item.description}`
  return new LakeError(
    status,
    description,
    {error: {type: 'actionError', description, items: [{error: item, index}]}},
    options,
  )
}

/** A query that cannot be read; `start` counts UTF-16 units from the beginning of `query`. */
export function queryParseError(description: string, query: string, start: number, options?: ErrorOptions): LakeError {
  const error = {type: 'queryParseError', description, query, start, end: Math.max(start, query.length)}
  return new LakeError(400, description, {error}, options)
}

/** A query that can be read and not be answered. */
export function queryExecutionError(description: string, query: string, options?: ErrorOptions): LakeError {
  return new LakeError(400, description, {error: {type: 'queryExecutionError', description, query}}, options)
}
