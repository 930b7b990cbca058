/**
 * By what the same question, sent twice, is known: a keyed hash (HMAC-SHA256) of who asked, how to be reached, and what.
 * It lies in clear; without its key, which lies elsewhere, nobody can try names on it.
 */
import {createHmac} from 'node:crypto'
import type {Asked} from './enquiry.ts'

/** Case, widths of letters and blanks make no other question. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
const digits = (text: string): string => text.replace(/\D/g, '')

export function fingerprintOf({name, email, phone, question}: Asked, key: Buffer): Uint8Array {
  const told = [plain(name), plain(email), digits(phone), plain(question)]
  return new Uint8Array(createHmac('sha256', key).update(JSON.stringify(told)).digest())
}
