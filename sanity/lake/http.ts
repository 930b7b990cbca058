/**
 * The small print of HTTP: JSON answers, bodies read with a limit, parameters in the address.
 * @module
 */
import {isRecord, type JsonRecord} from './json.ts'
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
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const {done, value} = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
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

/** Reads a body, counting as it arrives: a length that lies does not help. @throws LakeError 413 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => refusal(413, `The body is larger than ${Math.round(limit / KIB)} KiB.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.byteLength
      if (size > limit) throw tooLarge()
      chunks.push(chunk)
    }
  }
  return new Uint8Array(Buffer.concat(chunks))
}

export async function readJson(request: Request, limit: number): Promise<JsonRecord> {
  const text = new TextDecoder().decode(await readBytes(request, limit))
  if (text === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw refusal(400, 'The body is not JSON.', {cause: error})
  }
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
    try {
      params[name.slice(1)] = JSON.parse(value)
    } catch (error) {
      throw refusal(400, `The parameter "${name}" is not JSON.`, {cause: error})
    }
  }
  return params
}
