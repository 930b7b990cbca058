/**
 * Checks the signature of a Sanity webhook: `sanity-webhook-signature: t=<milliseconds>,v1=<base64url HMAC-SHA256>`
 * over `<t>.<body>`. Constant-time, bounded in age, and closed where no secret is set up: three things in which Sanity's
 * own helper is weaker (see docs/decisions).
 */
import {createHmac, timingSafeEqual} from 'node:crypto'

/** A signature older or newer than this is refused, so that a recorded delivery cannot be replayed later. */
export const toleranceMilliseconds = 5 * 60 * 1000

const shape = /^t=(\d{10,16}),\s*v1=([A-Za-z0-9_-]{43})=?$/

export function signatureOf(body: string, secret: string, at: number): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('base64url')}`
}

/** Is this body signed with one of the secrets, lately? False for anything absent, garbled, old or unknown. */
export function isSigned(
  body: string,
  header: string | null,
  secrets: readonly string[],
  now: number = Date.now(),
): boolean {
  const [, time, signature] = shape.exec(header ?? '') ?? []
  if (!time || !signature) return false
  const given = Buffer.from(signature, 'base64url')
  let good = false
  // Every secret is tried, whatever the others said: the time taken tells nothing.
  for (const secret of secrets) {
    const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest()
    if (given.length === expected.length && timingSafeEqual(given, expected)) good = true
  }
  return good && Math.abs(now - Number(time)) <= toleranceMilliseconds
}
