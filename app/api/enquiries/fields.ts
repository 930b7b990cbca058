/** Reads the body of a form: no more of it than a form can have, and no longer than sending one takes. */
import {largestForm} from '@/lib/enquiries/form'
import type {Problem} from '@/lib/enquiries/unsent'

type Refused = {readonly status: 400 | 408 | 413 | 415; readonly problem: Problem}

const formType = /^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?$/i

/** Milliseconds; the slowest telephone sends a form in a fraction of it. */
const patience = 10_000

/** The fields, or the status of what cannot be taken. */
export async function fieldsOf(request: Request): Promise<{readonly fields: URLSearchParams} | Refused> {
  const {headers, body} = request
  if (!formType.test(headers.get('content-type')?.trim() ?? '')) return {status: 415, problem: 'unreadable'}
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') return {status: 415, problem: 'unreadable'}
  // Said in advance: then nothing of it has to be read.
  if (Number(headers.get('content-length')) > largestForm) return {status: 413, problem: 'tooLarge'}
  const bytes = body ? await bytesOf(body) : Buffer.alloc(0)
  if (!Buffer.isBuffer(bytes)) return bytes
  try {
    return {fields: new URLSearchParams(new TextDecoder('utf-8', {fatal: true}).decode(bytes))}
  } catch {
    return {status: 400, problem: 'unreadable'}
  }
}

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Buffer | Refused> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    reader.cancel().catch(() => undefined)
  }, patience)
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length
      if (size > largestForm) return {status: 413, problem: 'tooLarge'}
      chunks.push(part.value)
    }
    return isLate ? {status: 408, problem: 'unreadable'} : Buffer.concat(chunks)
  } catch {
    // Cut off: nobody is there to be answered.
    return {status: 400, problem: 'unreadable'}
  } finally {
    clearTimeout(timer)
  }
}
