/**
 * One webhook request in Sanity's format: its headers, its signature, and what became of it.
 * @module
 */
import {createHmac} from 'node:crypto'
import type {Change} from './transaction.ts'

export type Operation = 'create' | 'update' | 'delete'

export function operationOf({before, after}: Pick<Change, 'before' | 'after'>): Operation {
  if (!before) return 'create'
  return after ? 'update' : 'delete'
}

/** Sanity's signature: `t=<ms>,v1=<base64url of HMAC-SHA256 over "<ms>.<body>">`. */
function signatureFor(body: string, secret: string, timestamp: number): string {
  return `t=${timestamp},v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('base64url')}`
}

/** What is sent, and to whom. */
export type Delivery = {
  readonly url: string
  readonly method: string
  readonly secret: string
  readonly headers: Readonly<Record<string, string>>
  readonly hookId: string
  /** The same for every attempt. */
  readonly key: string
  readonly body: string
  readonly transactionId: string
  readonly transactionTime: string
  readonly document: string
  readonly operation: string
  readonly projectId: string
  readonly dataset: string
}

export type Outcome = {
  /** The receiver's status, or null where no answer came. */
  readonly status: number | null
  /** Null for an answer of 2xx, else a phrase that completes "it failed: …". */
  readonly failure: string | null
  /** Milliseconds that the receiver asks to be left alone (`Retry-After`), or null. */
  readonly retryAfter: number | null
}

/** `Retry-After` in seconds or as a date, at most an hour of it. */
function retryAfterIn(response: Response): number | null {
  const value = response.headers.get('retry-after')
  if (value === null) return null
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, 3_600_000) : null
}

/** Makes one attempt. Never throws: whatever goes wrong is the outcome. */
export async function attempt(delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
  const {url, method, secret, headers, body} = delivery
  try {
    const response = await fetch(url, {
      method,
      body,
      signal,
      redirect: 'manual',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'accept-encoding': 'identity',
        'user-agent': 'embedded-content-lake',
        'idempotency-key': delivery.key,
        'sanity-webhook-signature': signatureFor(body, secret, Date.now()),
        'sanity-webhook-id': delivery.hookId,
        'sanity-transaction-id': delivery.transactionId,
        'sanity-transaction-time': delivery.transactionTime,
        'sanity-document-id': delivery.document,
        'sanity-operation': delivery.operation,
        'sanity-project-id': delivery.projectId,
        'sanity-dataset': delivery.dataset,
      },
    })
    await response.body?.cancel()
    const {status} = response
    return {status, failure: response.ok ? null : `it answered ${status}`, retryAfter: retryAfterIn(response)}
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const failure = cause instanceof Error ? cause.message || cause.name : String(cause)
    return {status: null, failure, retryAfter: null}
  }
}
