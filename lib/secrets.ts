/**
 * Secrets that the site needs: from the environment, or, for the embedded set-up, from `DATA_DIR/secrets`, where the
 * launcher generates them on first start (folder 0700, files 0600).
 */
import {createHmac} from 'node:crypto'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {env} from './env.ts'

/** The token with which the site reads drafts; null where none is set: the site then reads published content only. */
export const readToken = () => env.readToken ?? kept('site-read-token')

/**
 * The secrets a webhook may be signed with: one, or two while one is being changed. Empty: none is set up. The embedded
 * lake signs with its own, whatever else the environment names.
 */
export function revalidateSecrets(): readonly string[] {
  const secret = kept('revalidate-secret')
  return secret ? [...env.revalidateSecrets, secret] : env.revalidateSecrets
}

/**
 * A key for one purpose, derived from the first webhook secret (HMAC-SHA256), so that a leak of one use does not open
 * the other. Null where no secret is set up: whatever needs the key must then refuse.
 */
export function keyFor(purpose: 'preview-session' | 'internal-work'): string | null {
  const [secret] = revalidateSecrets()
  return secret ? createHmac('sha256', secret).update(`clinic:${purpose}`).digest('base64url') : null
}

function kept(name: string): string | null {
  if (!env.embedded) return null
  try {
    return readFileSync(path.join(/* turbopackIgnore: true */ env.dataDir, 'secrets', name), 'utf8').trim() || null
  } catch {
    return null
  }
}
