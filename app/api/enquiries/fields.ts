/** The fields of a form that was sent. */
import {largestForm} from '@/lib/enquiries/form'
import type {Problem} from '@/lib/enquiries/unsent'
import {bytesOf, type NoBody} from '@/lib/request-body'

type Refused = {readonly status: 400 | 408 | 413 | 415; readonly problem: Problem}

const formType = /^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?$/i

const refusals: Record<NoBody, Refused> = {
  tooLarge: {status: 413, problem: 'tooLarge'},
  tooSlow: {status: 408, problem: 'unreadable'},
  cutOff: {status: 400, problem: 'unreadable'},
}

/** The fields, or the status of what cannot be taken. */
export async function fieldsOf(request: Request): Promise<{readonly fields: URLSearchParams} | Refused> {
  const {headers} = request
  if (!formType.test(headers.get('content-type')?.trim() ?? '')) return {status: 415, problem: 'unreadable'}
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') return {status: 415, problem: 'unreadable'}
  // Said in advance: then nothing of it has to be read.
  if (Number(headers.get('content-length')) > largestForm) return refusals.tooLarge
  const bytes = await bytesOf(request, largestForm)
  if (typeof bytes === 'string') return refusals[bytes]
  try {
    return {fields: new URLSearchParams(new TextDecoder('utf-8', {fatal: true}).decode(bytes))}
  } catch {
    return {status: 400, problem: 'unreadable'}
  }
}
