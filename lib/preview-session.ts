/**
 * The preview session of one editor: a signed cookie with an end, checked in addition to Next's draft mode.
 *
 * Next's own draft cookie is one value for every editor of a build, with no end, readable in the build's manifest
 * (measured). Alone it must open nothing.
 */
import {createHmac, randomBytes, timingSafeEqual} from 'node:crypto'
import {keyFor} from './secrets.ts'

export const previewCookie = 'clinic-preview'

/** How long a preview lasts. Seconds. */
export const previewAge = 8 * 60 * 60

const sign = (payload: string, key: string) => createHmac('sha256', key).update(payload).digest('base64url')

/** A new session's cookie value: `<end in ms>.<nonce>.<signature>`. Null where no secret is set up. */
export function newPreviewSession(now: number = Date.now()): string | null {
  const key = keyFor('preview-session')
  if (!key) return null
  const payload = `${now + previewAge * 1000}.${randomBytes(12).toString('base64url')}`
  return `${payload}.${sign(payload, key)}`
}

/** Is this cookie value one of ours, and not past its end? */
export function isPreviewToken(value: string | undefined, now: number = Date.now()): boolean {
  const key = keyFor('preview-session')
  const [end, nonce, signature, ...rest] = (value ?? '').split('.')
  if (!key || !end || !nonce || !signature || rest.length > 0) return false
  const expected = Buffer.from(sign(`${end}.${nonce}`, key))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected) && Number(end) > now
}
