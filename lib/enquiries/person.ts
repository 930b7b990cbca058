/** Which questions are one person's: for an export or a deletion that this person asks for. */
import {fold} from '../search/words.ts'
import type {Asked} from './enquiry.ts'

/** Fewer digits than these are part of too many numbers. */
const leastDigits = 6

const digitsOf = (text: string): string => text.replace(/\D/g, '')
const wordsOf = (text: string): string[] => fold(text).split(/\s+/).filter(Boolean)

/**
 * By e-mail address (whole), phone number (with or without the country's code) or name (every word of it, whole, without
 * regard to capitals and accents).
 */
export function isBy({name, email, phone}: Asked, person: string): boolean {
  const text = person.trim()
  if (text.includes('@')) return email.trim().toLowerCase() === text.toLowerCase()
  const digits = digitsOf(text)
  if (/^[\d\s()+./-]+$/.test(text)) return digits.length >= leastDigits && isSameNumber(digitsOf(phone), digits)
  const words = wordsOf(text)
  const called = new Set(wordsOf(name))
  return words.length > 0 && words.every((word) => called.has(word))
}

const isSameNumber = (one: string, other: string): boolean =>
  one.length >= leastDigits && (one.endsWith(other) || other.endsWith(one))
