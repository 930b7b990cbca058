/**
 * The lake's own answer to `match text::query(…)`: every word must occur, `word*` matches beginnings, `"a phrase"` its
 * words, and `-word` excludes. Case and accents do not matter. Order of words is not checked.
 * @module
 */
import type {LakeDocument} from './document.ts'
import {isRecord} from './json.ts'

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

type Term = {readonly word: string; readonly isPrefix: boolean; readonly isExcluded: boolean}

function termsOf(query: string): Term[] {
  const terms: Term[] = []
  for (const [, minus, phrase, plain] of query.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)) {
    const words = wordsOf(phrase ?? plain ?? '')
    const isOpen = plain?.endsWith('*') ?? false
    for (const [index, word] of words.entries()) {
      terms.push({word, isPrefix: isOpen && index === words.length - 1, isExcluded: minus === '-'})
    }
  }
  return terms
}

function hasTerm(words: ReadonlySet<string>, {word, isPrefix}: Term): boolean {
  if (words.has(word)) return true
  if (isPrefix) for (const candidate of words) if (candidate.startsWith(word)) return true
  return false
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item)
  else if (isRecord(value)) {
    for (const [field, child] of Object.entries(value)) {
      if (field !== '_rev' && field !== '_key' && field !== 'lqip') yield* textsIn(child)
    }
  }
}

/** Documents never change in place, so their words are gathered once. */
const knownWords = new WeakMap<LakeDocument, ReadonlySet<string>>()

function wordsOfDocument(document: LakeDocument): ReadonlySet<string> {
  const known = knownWords.get(document)
  if (known) return known
  const words = new Set<string>()
  for (const text of textsIn(document)) for (const word of wordsOf(text)) words.add(word)
  knownWords.set(document, words)
  return words
}

/** A search, ready to be asked about many documents and texts. */
export class TextSearch {
  readonly #terms: readonly Term[]

  constructor(query: string) {
    this.#terms = termsOf(query)
  }

  matchesDocument(document: LakeDocument): boolean {
    return this.#matches(wordsOfDocument(document))
  }

  matchesText(text: string): boolean {
    return this.#matches(new Set(wordsOf(text)))
  }

  #matches(words: ReadonlySet<string>): boolean {
    return this.#terms.every((term) => hasTerm(words, term) !== term.isExcluded)
  }
}
