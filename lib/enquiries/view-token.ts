/**
 * The token in each view of the form: when it was drawn, the page asked from, and a UUID that makes sending it twice one
 * question. Sealed (AES-256-GCM), so that it says nothing to anybody and nobody can make one. Nothing is kept here.
 */
import {createCipheriv, createDecipheriv, randomBytes, randomUUID} from 'node:crypto'
import {z} from 'zod'

export type View = {
  readonly id: string
  /** Path of the page asked from; null where it is not known. */
  readonly page: string | null
  /** When the form was first drawn for this reader. Milliseconds since 1970. */
  readonly drawnAt: number
}

/** A view is good for a working day: the page shows hours and phone numbers of its time. Milliseconds. */
export const longestView = 12 * 60 * 60 * 1000

const View = z.object({
  id: z.uuid(),
  page: z.string().max(200).nullable(),
  drawnAt: z.number().int().nonnegative(),
})

/** Says what the bytes are for: a token of anything else, sealed with the same key by mistake, is none of the form's. */
const purpose = Buffer.from('enquiry view 1')
const [nonceSize, tagSize] = [12, 16]

export const newView = (page: string | null, now: number): View => ({id: randomUUID(), page, drawnAt: now})

/** @param key 32 bytes */
export function sealView(view: View, key: Buffer): string {
  const nonce = randomBytes(nonceSize)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(purpose)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(view), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')
}

/** The view of a token, however old; null where it is absent, tampered with, or of another key. */
export function openView(token: string, key: Buffer): View | null {
  if (!/^[\w-]{40,600}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceSize), {authTagLength: tagSize})
      .setAAD(purpose)
      .setAuthTag(bytes.subarray(-tagSize))
    const opened = Buffer.concat([decipher.update(bytes.subarray(nonceSize, -tagSize)), decipher.final()])
    return View.parse(JSON.parse(opened.toString('utf8')))
  } catch {
    return null
  }
}

/** Is it too old to be sent? */
export const isTooOld = ({drawnAt}: View, now: number): boolean => now - drawnAt > longestView
