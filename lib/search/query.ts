/** What a visitor typed, made safe and short. */

/** Longer questions are cut: a search needs no more, and its address must not grow without bound. Characters. */
export const longestQuery = 120

/** No more words of a question are looked for. */
export const mostWords = 12

/** One line without control characters. Takes anything, also what an address repeats: `?q=a&q=b`. */
export function readQuery(value: unknown): string {
  const text = Array.isArray(value) ? value[0] : value
  if (typeof text !== 'string') return ''
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()
  return [...line].slice(0, longestQuery).join('').trim()
}

/** Results on one page. */
export const resultsAtOnce = 20

/** No page beyond this is counted. */
const lastPage = 100

/** The number of a page of results, from 1; 1 for anything that is none. */
export function readPage(value: unknown): number {
  const number = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 1
  return Math.min(Math.max(number, 1), lastPage)
}
