/** Reads the body of a form, and no more of it than a form can have. */
import {largestForm} from '@/lib/enquiries/form'
import type {Problem} from '@/lib/enquiries/unsent'

type Refused = {readonly status: 400 | 413 | 415; readonly problem: Problem}

const formType = /^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?$/i

/** The fields, or the status of what cannot be taken. */
export async function fieldsOf(request: Request): Promise<{readonly fields: URLSearchParams} | Refused> {
  if (!formType.test(request.headers.get('content-type')?.trim() ?? '')) return {status: 415, problem: 'unreadable'}
  const encoded = request.headers.get('content-encoding')
  if (encoded && encoded !== 'identity') return {status: 415, problem: 'unreadable'}
  // Said in advance: then nothing of it has to be read.
  if (Number(request.headers.get('content-length')) > largestForm) return {status: 413, problem: 'tooLarge'}
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length
      if (size > largestForm) return {status: 413, problem: 'tooLarge'}
      chunks.push(chunk)
    }
    return {fields: new URLSearchParams(new TextDecoder('utf-8', {fatal: true}).decode(Buffer.concat(chunks)))}
  } catch {
    // Cut off, or not text.
    return {status: 400, problem: 'unreadable'}
  }
}
