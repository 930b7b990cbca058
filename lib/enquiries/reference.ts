/** References: what patient and staff call a question, on the phone too. Random: they tell neither how many nor when. */
import {randomInt} from 'node:crypto'

/** Without letters and figures that are taken for one another (0 O, 1 I L, 2 Z, 5 S, 8 B, U V), and without vowels. */
const alphabet = '34679CDFGHJKMNPQRTVWXY'

const half = (): string => Array.from({length: 4}, () => alphabet.charAt(randomInt(alphabet.length))).join('')

/** `K7Q4-9XRT`; one of 5 · 10¹⁰. */
export const newReference = (): string => `${half()}-${half()}`

/** A reference as somebody may write it ("k7q4 9xrt"); null where it cannot be one. */
export function referenceFrom(text: string): string | null {
  const letters = text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null
}
