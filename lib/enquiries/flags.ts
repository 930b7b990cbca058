/**
 * Red flags in a question, by the words that the site's search knows and those that staff keep. A search is a line; a
 * question is a text, in which the words of a phrase would be found somewhere by chance: so it is read piece by piece.
 */
import type {Language} from '../language.ts'
import {processWide} from '../process-wide.ts'
import {type RedFlagKind, type RedFlagWords, redFlagKinds, redFlagsIn} from '../search/red-flags.ts'

/** Words that staff added, by language. */
export type AddedWords = Readonly<Record<Language, RedFlagWords>>

/** A piece longer than this is read in overlapping parts: people in need write without full stops. Words. */
const longestPiece = 18
const step = 9

/** The kinds of help that a question calls for, crisis first; empty for nearly every question. */
export function flagsIn(question: string, added: AddedWords, language: Language): RedFlagKind[] {
  const found = new Set(piecesOf(question).flatMap((piece) => redFlagsIn(piece, added[language], language)))
  return redFlagKinds.filter((kind) => found.has(kind))
}

export function piecesOf(text: string): string[] {
  return text.split(/[.!?;:\n]+/).flatMap((sentence) => {
    const words = sentence.split(/\s+/).filter(Boolean)
    if (words.length === 0) return []
    const starts = Array.from({length: Math.max(1, Math.ceil((words.length - step) / step))}, (_, at) => at * step)
    return starts.map((start) => words.slice(start, start + longestPiece).join(' '))
  })
}

/** Found before, by the enquiry's id: a list must not read every text again. No word of it is kept. Bounded. */
const found = () => processWide('enquiry-flags', () => new Map<string, {by: AddedWords; flags: RedFlagKind[]}>())
const remembered = 5000

/** The same, remembered for as long as the words of staff are the same. */
export function flagsOf(
  {id, asked}: {id: string; asked: {question: string; language: Language}},
  added: AddedWords,
): RedFlagKind[] {
  const known = found().get(id)
  if (known && isSame(known.by, added)) return known.flags
  if (found().size >= remembered) found().clear()
  const flags = flagsIn(asked.question, added, asked.language)
  found().set(id, {by: added, flags})
  return flags
}

const isSame = (one: AddedWords, other: AddedWords): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)
