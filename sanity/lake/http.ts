/**
 * The small print of HTTP: JSON answers, bodies read with a limit, parameters in the address.
 * @module
 */
import {isRecord, isTooDeep, isUnsafeName, type JsonRecord} from './json.ts'
import {refusal} from './lake-error.ts'

export const KIB = 1024
export const MIB = 1024 * KIB

/** An answer that is written as JSON already. */
export function jsonText(text: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: {'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers},
  })
}

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  jsonText(JSON.stringify(value), status, headers)

/** A body that is read as it is produced; who stops reading stops the production. */
export function streamOf(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  const stream: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const {done, value} = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await iterator.return?.()
    },
  }
  // Nothing is taken before it is asked for: Node throws away by itself a request's body that nobody began to read,
  // and keeps the connection, so that a refusal arrives.
  return new ReadableStream<Uint8Array>(stream, {highWaterMark: 0})
}

function* linesOf(values: Iterable<unknown>): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const value of values) yield encoder.encode(`${JSON.stringify(value)}\n`)
}

/** One JSON value a line. */
export const ndjson = (values: Iterable<unknown>): Response =>
  new Response(streamOf(linesOf(values)), {
    headers: {'content-type': 'application/x-ndjson', 'cache-control': 'no-store'},
  })

/** The chunks of a body; a sender who goes away in the middle of it is no failure of the lake. */
async function* untilAborted(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    throw refusal(400, 'The body ended before it was complete.', {cause: error})
  }
}

/** Reads a body, counting as it arrives: a length that lies does not help. @throws LakeError 413 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => refusal(413, `The body is larger than ${Math.round(limit / KIB)} KiB.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity') {
    // No client of Sanity's packs what it sends, and a small packed body can be a very large one.
    throw refusal(415, `The body is packed (${encoding.slice(0, 40)}): send it as it is.`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    for await (const chunk of untilAborted(request.body)) {
      size += chunk.byteLength
      if (size > limit) throw tooLarge()
      chunks.push(chunk)
    }
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** @throws LakeError 400 for bytes that are no UTF-8: replacing them would store what nobody sent */
function textFrom(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch (error) {
    throw refusal(400, 'The body is not UTF-8.', {cause: error})
  }
}

export async function readJson(request: Request, limit: number): Promise<JsonRecord> {
  const text = textFrom(await readBytes(request, limit))
  if (text === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw refusal(400, 'The body is not JSON.', {cause: error})
  }
  if (isTooDeep(value)) throw refusal(400, 'The body is nested too deeply.')
  if (Array.isArray(value)) return {items: value}
  if (!isRecord(value)) throw refusal(400, 'The body is not a JSON object.')
  return value
}

export const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '1'

/** The parameters of a query in an address: `$name=<JSON>`. */
export function paramsIn(search: URLSearchParams): JsonRecord {
  const params: JsonRecord = {}
  for (const [name, value] of search) {
    if (!name.startsWith('$')) continue
    if (isUnsafeName(name.slice(1))) throw refusal(400, `No parameter may be called "${name}".`)
    try {
      params[name.slice(1)] = JSON.parse(value)
    } catch (error) {
      throw refusal(400, `The parameter "${name}" is not JSON.`, {cause: error})
    }
    if (isTooDeep(params[name.slice(1)])) throw refusal(400, `The parameter "${name}" is nested too deeply.`)
  }
  return params
}
