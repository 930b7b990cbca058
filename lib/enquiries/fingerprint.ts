/**
 * By what the same question, sent twice, is known: a keyed hash (HMAC-SHA256) of who asked, how to be reached, and what.
 * It lies in clear; without its key, which lies elsewhere, nobody can try names on it.
 */
import {createHash, createHmac} from 'node:crypto'
import type {Asked} from './enquiry.ts'

/** Case, widths of letters and blanks make no other question. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
const digits = (text: string): string => text.replace(/\D/g, '')

export function fingerprintOf({name, email, phone, question}: Asked, key: Buffer): Uint8Array {
  const told = [plain(name), plain(email), digits(phone), plain(question)]
  return new Uint8Array(createHmac('sha256', key).update(JSON.stringify(told)).digest())
}

/**
 * The id of a question: always the same for the same one out of the same view of the form, and another one where somebody
 * went back in the browser and asked something else. A UUID (version 8).
 */
export function idOf(view: string, fingerprint: Uint8Array): string {
  const hash = createHash('sha256').update(view).update(fingerprint).digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
