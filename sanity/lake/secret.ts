/**
 * Secrets that nobody has to remember: 256 random bits each. Only their SHA-256 is stored, so that who reads the store
 * cannot sign in with what it holds; of so many bits a plain hash is as good as a slow one.
 * @module
 */
import {createHash, createHmac, randomBytes, timingSafeEqual} from 'node:crypto'

export const newSecret = (): string => randomBytes(32).toString('base64url')

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** A secret for one purpose, from which nobody can tell the secret that it was made of. */
export const derivedFrom = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(purpose).digest('base64url')

/** Equality that takes as long wherever the two differ. */
export const isSameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)))
