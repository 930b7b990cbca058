/**
 * Which documents hold which words, and how often: an inverted index in memory over one reading of documents, such as
 * the words of their titles. Kept right with each change; nothing of it is on disk, because documents are.
 * @module
 */
import type {LakeDocument} from './document.ts'

/** The words of a document, as often as they occur. */
export type WordReader = (document: LakeDocument) => readonly string[]

/** A place in a list of documents and how often a word occurs there, in one number. */
const FREQUENCY_BITS = 4
const MAX_FREQUENCY = (1 << FREQUENCY_BITS) - 1

/** Such numbers of one word: those of the first filling close together, and those that came later. */
class Postings {
  #filled = new Uint32Array(0)
  #later: number[] = []

  push(entry: number): void {
    this.#later.push(entry)
  }

  /** Takes a third of the memory from then on. */
  compact(): void {
    const all = new Uint32Array(this.#filled.length + this.#later.length)
    all.set(this.#filled)
    all.set(this.#later, this.#filled.length)
    this.#filled = all
    this.#later = []
  }

  forEach(see: (entry: number) => void): void {
    for (const entry of this.#filled) see(entry)
    for (const entry of this.#later) see(entry)
  }
}

export class WordIndex {
  readonly #read: WordReader
  readonly #postings = new Map<string, Postings>()
  /** By place; null where a document is gone. Places are not used again, so that postings stay in order. */
  #documents: (LakeDocument | null)[] = []
  readonly #lengths: number[] = []
  readonly #places = new Map<string, number>()
  #words = 0

  constructor(read: WordReader) {
    this.#read = read
  }

  /** Whether so much is gone that a new index is better than this one. */
  get isWorn(): boolean {
    return this.#documents.length > 1000 && this.#places.size * 2 < this.#documents.length
  }

  get usualLength(): number {
    return Math.max(1, this.#words / Math.max(1, this.#places.size))
  }

  has(id: string): boolean {
    return this.#places.has(id)
  }

  set(document: LakeDocument): void {
    this.delete(document._id)
    const words = this.#read(document)
    const place = this.#documents.push(document) - 1
    this.#places.set(document._id, place)
    this.#lengths.push(words.length)
    this.#words += words.length
    const frequencies = new Map<string, number>()
    for (const word of words) frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
    for (const [word, frequency] of frequencies) {
      const known = this.#postings.get(word)
      const postings = known ?? new Postings()
      postings.push((place << FREQUENCY_BITS) | Math.min(frequency, MAX_FREQUENCY))
      if (!known) this.#postings.set(word, postings)
    }
  }

  /** To be called when it has been filled. */
  compact(): void {
    for (const postings of this.#postings.values()) postings.compact()
  }

  delete(id: string): void {
    const place = this.#places.get(id)
    if (place === undefined) return
    this.#places.delete(id)
    this.#documents[place] = null
    this.#words -= this.#lengths[place] ?? 0
  }

  /** How often words that fit occur in each place that has any; with `word` alone where no other can fit. */
  frequencies(fits: (word: string) => boolean, word?: string): Map<number, number> {
    const found = new Map<number, number>()
    const add = (postings: Postings): void => {
      postings.forEach((entry) => {
        const place = entry >>> FREQUENCY_BITS
        if (this.#documents[place]) found.set(place, (found.get(place) ?? 0) + (entry & MAX_FREQUENCY))
      })
    }
    const only = word === undefined ? null : this.#postings.get(word)
    if (only) add(only)
    else if (word === undefined) for (const [known, postings] of this.#postings) if (fits(known)) add(postings)
    return found
  }

  /** All places that hold a document. */
  places(): Iterable<number> {
    return this.#places.values()
  }

  documentAt(place: number): LakeDocument | null {
    return this.#documents[place] ?? null
  }

  lengthAt(place: number): number {
    return this.#lengths[place] ?? 0
  }
}
