/**
 * The little language of `text::query()`: every word must occur, `word*` stands for all that begin so, `"some words"`
 * must stand side by side, and `-` before any of these excludes it. Case and accents do not matter. A `*` alone is met by
 * everything: so the Studio asks where nobody has typed anything into the search of a list.
 * @module
 */
import {isRecord} from './json.ts'

const MARKS = /[\u0300-\u036f]/g
const WORD = /[\p{L}\p{N}]+/gu
const NOT_ASCII = /[^\0-\x7f]/

/** The words of a text, in one case and without accents. */
export function wordsOf(text: string): readonly string[] {
  const plain = NOT_ASCII.test(text) ? text.normalize('NFKD').replace(MARKS, '') : text
  return plain.toLowerCase().match(WORD) ?? []
}

export type TextTerm = {
  /** More than one is a phrase. */
  readonly words: readonly string[]
  /** Whether the last word only has to begin so. */
  readonly isPrefix: boolean
  readonly isExcluded: boolean
}

const TERM = /(-?)(?:"([^"]*)"|(\S+))/g

export function textTermsOf(query: string): readonly TextTerm[] {
  return [...query.matchAll(TERM)].flatMap(([, minus, phrase, plain]) => {
    const words = wordsOf(phrase ?? plain ?? '')
    if (words.length === 0) return []
    return [{words, isPrefix: phrase === undefined && plain?.endsWith('*') === true, isExcluded: minus === '-'}]
  })
}

export const isMetByAll = (query: unknown): boolean => typeof query === 'string' && query.trim() === '*'

/** Fields that hold no words of a person: those of the system, and pictures written as text. */
const isForMachines = (field: string): boolean => field.startsWith('_') || field === 'lqip' || field === 'blurHash'

/** The words of every text within a value, text by text: a phrase does not go on in the next one. */
export function textsWithin(value: unknown, texts: (readonly string[])[] = []): (readonly string[])[] {
  if (typeof value === 'string') texts.push(wordsOf(value))
  else if (Array.isArray(value)) for (const item of value) textsWithin(item, texts)
  else if (isRecord(value)) {
    for (const [field, child] of Object.entries(value)) if (!isForMachines(field)) textsWithin(child, texts)
  }
  return texts
}

const isWord = (word: string | undefined, wanted: string, isPrefix: boolean): boolean =>
  word === wanted || (isPrefix && word?.startsWith(wanted) === true)

/** How often a term occurs in a text. */
export function occurrencesOf({words, isPrefix}: TextTerm, text: readonly string[]): number {
  let found = 0
  for (let at = 0; at + words.length <= text.length; at++) {
    if (words.every((word, index) => isWord(text[at + index], word, isPrefix && index === words.length - 1))) found++
  }
  return found
}

/** A text of this many words is neither short nor long. */
const USUAL_LENGTH = 100

/** What one term adds to a score: less with each further time, and less in a long text (BM25, without rarity). */
export const weightOf = (frequency: number, length: number, usualLength = USUAL_LENGTH): number =>
  (frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * length) / usualLength))

/** How well texts meet a query; 0 where they do not, or where the query looks for nothing. */
export function textScoreOf(terms: readonly TextTerm[], texts: readonly (readonly string[])[]): number {
  if (terms.length === 0) return 0
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  let score = 0
  for (const term of terms) {
    const frequency = texts.reduce((sum, text) => sum + occurrencesOf(term, text), 0)
    if (frequency > 0 === term.isExcluded) return 0
    if (!term.isExcluded) score += weightOf(frequency, length)
  }
  // A query that only excludes finds what is left, all of it equally well.
  return score > 0 ? score : 1
}
