/** Words near to one that nobody wrote. */

/** How many letters may be wrong: a short word with one wrong letter is mostly another word. */
export function tolerance(word: string): number {
  if (word.length < 3 || /\d/.test(word)) return 0
  return word.length < 7 ? 1 : 2
}

/**
 * Letters to add, leave out, change or swap with their neighbor to get from one word to another; `limit + 1` where there
 * are more (optimal string alignment).
 */
export function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let [beforeLast, last, current] = rows
  for (let column = 0; column <= to.length; column++) last[column] = column
  for (let row = 1; row <= from.length; row++) {
    current[0] = row
    let least = row
    for (let column = 1; column <= to.length; column++) {
      const same = from.charCodeAt(row - 1) === to.charCodeAt(column - 1)
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      }
      current[column] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    const free = beforeLast
    beforeLast = last
    last = current
    current = free
  }
  return Math.min(last[to.length] ?? limit + 1, limit + 1)
}

/** Three rows of the table are all that is needed, and words are no longer than this. */
const rows = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)] as const

/** Which letters a word has, as bits: words with very different letters need not be compared. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** How many of 32 bits are set. */
function count(bits: number): number {
  let left = bits >>> 0
  let ones = 0
  for (; left !== 0; left &= left - 1) ones++
  return ones
}

export type Candidate = Readonly<{term: string; distance: number}>

/** Words of the index and how much they count there: in titles more than in a text. */
type Known = ReadonlyMap<string, {readonly weight: number; readonly letters: number}>

/** The known words nearest to this one, best first: near before far, same first letter before another, common before rare. */
export function nearest(word: string, vocabulary: Known, most: number): Candidate[] {
  const limit = tolerance(word)
  if (limit === 0) return []
  const found: (Candidate & {rank: number})[] = []
  const wanted = lettersOf(word)
  for (const [term, {weight, letters}] of vocabulary) {
    if (Math.abs(term.length - word.length) > limit || term.length < 3) continue
    // One step changes two letters at most.
    if (count(wanted ^ letters) > limit * 2) continue
    const isSameStart = term[0] === word[0]
    // Of three letters too much is a matter of chance: only a letter that was left out.
    if (word.length === 3 && !(isSameStart && term.length === 4)) continue
    const steps = distance(word, term, limit)
    if (steps > limit) continue
    found.push({
      term,
      distance: steps,
      rank: steps + (isSameStart ? 0 : 0.6) - Math.min(0.5, Math.log10(1 + weight) / 8),
    })
  }
  return found
    .sort((a, b) => a.rank - b.rank || (a.term < b.term ? -1 : 1))
    .slice(0, most)
    .map(({term, distance: steps}) => ({term, distance: steps}))
}
