/**
 * Answers to `match` and to `text::query()` for all documents at once, from a word index of each reading that queries
 * ask for.
 * @module
 */
import type {LakeDocument} from './document.ts'
import type {Budget} from './evaluate/budget.ts'
import {fits, patternsOfValue, type WordPattern, wordsOfValue} from './evaluate/match.ts'
import {isMetByAll, occurrencesOf, type TextTerm, textsWithin, textTermsOf, weightOf} from './text-query.ts'
import {WordIndex, type WordReader} from './word-index.ts'

/** A reading of a document: the value of an expression that depends on nothing else. `key` names it. */
export type Subject = {readonly key: string; read(document: LakeDocument): unknown}

/** The documents that match, with a score above 0. */
export type Matches = ReadonlyMap<LakeDocument, number>

/** How matches that are known beforehand are filed. */
export const matchesKey = (kind: 'match' | 'text', subject: string, pattern: unknown): string =>
  `${kind} ${subject} ${JSON.stringify(pattern)}`

/** What the words of one document cost, as a budget counts. */
const STEPS_OF_INDEXING = 64

/** How many readings are kept ready; each of ten thousand documents takes some megabytes. */
const MAX_INDEXES = 6

/**
 * When an index that a query asks for is made: `now`, while the query waits; `later`, a little at a time beside everything
 * else, while queries do without; or `never`.
 */
export type IndexingMode = 'now' | 'later' | 'never'

/** How long indexing keeps everything else waiting, in milliseconds. */
const SLICE = 4

type Documents = {get(id: string): LakeDocument | null; all(): readonly LakeDocument[]}

/** Words that a query needs are still being gathered: it can wait for them, or do without. */
export class WordsPending extends Error {
  override readonly name = 'WordsPending'
  readonly ready: Promise<void>

  constructor(ready: Promise<void>) {
    super('The words of the documents are still being gathered.')
    this.ready = ready
  }
}

export class DocumentWords {
  readonly #documents: Documents
  readonly #mode: IndexingMode
  readonly #indexes = new Map<string, WordIndex>()
  readonly #unfinished = new Map<WordIndex, Promise<void>>()

  constructor(documents: Documents, mode: IndexingMode) {
    this.#documents = documents
    this.#mode = mode
  }

  set(document: LakeDocument): void {
    for (const index of this.#indexes.values()) index.set(document)
  }

  delete(id: string): void {
    for (const index of this.#indexes.values()) index.delete(id)
  }

  /**
   * The documents whose reading matches a pattern, exactly as the operator `match` has it; null without an index.
   *
   * @throws WordsPending where the index will be there soon
   */
  matching(subject: Subject, pattern: unknown, budget: Budget): Matches | null {
    const patterns = patternsOfValue(pattern)
    if (!patterns || patterns.length === 0) return new Map()
    const index = this.#index(`match ${subject.key}`, (document) => wordsOfValue(subject.read(document)), budget)
    if (!index) return null
    const found = patterns.map((each) => index.frequencies((word) => fits(each, word), literalOf(each)))
    return inAll(index, found, () => true)
  }

  /** The documents whose reading meets a query of `text::query()`; null, and throws, as `matching` does. */
  meeting(subject: Subject, query: unknown, budget: Budget): Matches | null {
    if (isMetByAll(query)) return null
    const terms = typeof query === 'string' ? textTermsOf(query) : []
    if (terms.length === 0) return new Map()
    const index = this.#index(`text ${subject.key}`, (document) => textsWithin(subject.read(document)).flat(), budget)
    if (!index) return null
    const wanted = terms.filter(({isExcluded}) => !isExcluded)
    const excluded = terms.filter((term) => term.isExcluded)
    const found = wanted.flatMap((term) => frequenciesOf(index, term))
    const phrases = terms.filter(({words}) => words.length > 1)
    const barred = excluded.filter(({words}) => words.length === 1).flatMap((term) => frequenciesOf(index, term))
    const isMet = (place: number, document: LakeDocument): boolean => {
      if (barred.some((places) => places.has(place))) return false
      if (phrases.length === 0) return true
      const texts = textsWithin(subject.read(document))
      return phrases.every((term) => texts.some((text) => occurrencesOf(term, text) > 0) !== term.isExcluded)
    }
    if (found.length > 0) return inAll(index, found, isMet)
    return new Map(
      [...index.places()].flatMap((place) => {
        const document = index.documentAt(place)
        return document && isMet(place, document) ? [[document, 1] as const] : []
      }),
    )
  }

  #index(key: string, read: WordReader, budget: Budget): WordIndex | null {
    const known = this.#indexes.get(key)
    if (known && !known.isWorn) {
      this.#keep(key, known)
      const ready = this.#unfinished.get(known)
      if (ready) throw new WordsPending(ready)
      return known
    }
    if (this.#mode === 'never') return null
    const index = new WordIndex(read)
    if (this.#mode === 'later') {
      this.#keep(key, index)
      const ready = this.#fillLater(key, index)
      this.#unfinished.set(index, ready)
      throw new WordsPending(ready)
    }
    for (const document of this.#documents.all()) {
      budget.spend(STEPS_OF_INDEXING)
      index.set(document)
    }
    index.compact()
    this.#keep(key, index)
    return index
  }

  #keep(key: string, index: WordIndex): void {
    this.#indexes.delete(key)
    this.#indexes.set(key, index)
    const oldest = this.#indexes.keys().next().value
    if (this.#indexes.size > MAX_INDEXES && oldest !== undefined) this.#indexes.delete(oldest)
  }

  /** Commits go on meanwhile: what they bring in is there already when its turn comes. */
  async #fillLater(key: string, index: WordIndex): Promise<void> {
    const ids = this.#documents.all().map(({_id}) => _id)
    for (let at = 0; at < ids.length && this.#indexes.get(key) === index; ) {
      await new Promise((resolve) => setImmediate(resolve))
      const end = performance.now() + SLICE
      while (at < ids.length && performance.now() < end) {
        const id = ids[at++] ?? ''
        const document = index.has(id) ? null : this.#documents.get(id)
        if (document) index.set(document)
      }
    }
    index.compact()
    this.#unfinished.delete(index)
  }
}

/** The one word that a pattern without stars fits. */
const literalOf = ({parts}: WordPattern): string | undefined =>
  parts.length === 1 && !parts[0]?.includes('.') ? parts[0] : undefined

/** Each word of a term by itself; whether those of a phrase stand side by side is another question. */
const frequenciesOf = (index: WordIndex, {words, isPrefix}: TextTerm): Map<number, number>[] =>
  words.map((word, at) => {
    const isOpen = isPrefix && at === words.length - 1
    return isOpen ? index.frequencies((known) => known.startsWith(word)) : index.frequencies(() => false, word)
  })

/** What is found everywhere, scored by how often; begins with what is found least. */
function inAll(
  index: WordIndex,
  found: readonly Map<number, number>[],
  isMet: (place: number, document: LakeDocument) => boolean,
): Matches {
  const [rarest, ...others] = [...found].sort((a, b) => a.size - b.size)
  const matches = new Map<LakeDocument, number>()
  const usual = index.usualLength
  for (const [place, frequency] of rarest ?? []) {
    const document = index.documentAt(place)
    if (!document || !others.every((places) => places.has(place)) || !isMet(place, document)) continue
    const length = index.lengthAt(place)
    let score = weightOf(frequency, length, usual)
    for (const places of others) score += weightOf(places.get(place) ?? 0, length, usual)
    matches.set(document, score)
  }
  return matches
}
