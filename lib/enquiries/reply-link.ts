/**
 * Where an answer goes: an e-mail that the staff's own program sends, or a call. Nothing of the question stands in it, and
 * nothing that a stranger typed can become a second recipient or a header. Runs in the browser.
 */
import {phoneHref} from '../phone.ts'

/** One plain address: no blanks, lists, names or signs that mean something in a `mailto:` address. */
const plainAddress = /^[\p{L}\p{N}.!#$*+/=^_`{|}~'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u

export const replySubject = {en: 'Your question to our clinic', es: 'Su pregunta a nuestra clínica'} as const

/** Null where it is no address to which one can write. */
export function mailLink({email, language}: {email: string; language: 'en' | 'es'}, text = ''): string | null {
  if (email.length > 254 || !plainAddress.test(email)) return null
  const [local = '', host = ''] = email.split('@')
  const body = text.replace(/\r\n|\r|\n/g, '\r\n')
  const query = [
    `subject=${encodeURIComponent(replySubject[language])}`,
    ...(body === '' ? [] : [`body=${encodeURIComponent(body)}`]),
  ]
  return `mailto:${encodeURIComponent(local)}@${encodeURIComponent(host)}?${query.join('&')}`
}

/** Null where it is no number that can be called: "911" is none of a patient's. */
export function callLink(phone: string): string | null {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 20 || !/^[\d\s().+/-]+(?:\s*(?:ext\.?|x|#)\s*\d+)?$/i.test(phone))
    return null
  return phoneHref(phone)
}
