/** Every word the index knows: how much it counts, how it is written, and what begins like it. */
import type {Language} from '../language.ts'
import {lettersOf, nearest} from './spelling.ts'
import {rootOf, wordsOf} from './words.ts'

type Entry = {weight: number; letters: number; word: string}

export type Vocabulary = Readonly<{
  /** Takes in the words of a text; in a title they count more than in a text. */
  learn: (text: string, weight: number) => void
  has: (term: string) => boolean
  /** What it knows now. */
  terms: () => ReadonlySet<string>
  /** Is there a word that begins as this one does? */
  hasBeginning: (term: string) => boolean
  /** The known word that may be meant by one that is not known, and how it is written; null where none is near. */
  meant: (term: string) => {term: string; word: string} | null
}>

export function newVocabulary(language: Language): Vocabulary {
  const entries = new Map<string, Entry>()
  let sorted: string[] | null = null
  return {
    learn(text, weight) {
      sorted = null
      for (const {start, end, term} of wordsOf(text, language)) {
        const word = text.slice(start, end).toLowerCase()
        const known = entries.get(term)
        if (!known) entries.set(term, {weight, letters: lettersOf(term), word})
        else {
          known.weight += weight
          // The plainest form is the one to show: the word as it is where it is its own term, else the shortest.
          if (word === term || (known.word !== term && word.length < known.word.length)) known.word = word
        }
      }
    },
    has: (term) => entries.has(term),
    terms: () => new Set(entries.keys()),
    hasBeginning(term) {
      sorted ??= [...entries.keys()].sort()
      const start = rootOf(term, language)
      let [low, high] = [0, sorted.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((sorted[middle] ?? '') < start) low = middle + 1
        else high = middle
      }
      return (sorted[low] ?? '').startsWith(start)
    },
    meant(term) {
      const [best] = nearest(term, entries, 1)
      return best ? {term: best.term, word: entries.get(best.term)?.word ?? best.term} : null
    },
  }
}
