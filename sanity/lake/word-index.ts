/**
 * Which documents hold which words, and how often: an inverted index in memory over one reading of documents, such as
 * the words of their titles. Kept right with each change; nothing of it is on disk, because documents are.
 *
 * It is filled document by document, and then turned round into one list for all words: lists that grow word by word
 * would leave twice their size behind as waste.
 * @module
 */
import type {LakeDocument} from './document.ts'
import {NumberStore} from './number-store.ts'

/** The words of a document, as often as they occur. */
export type WordReader = (document: LakeDocument) => readonly string[]

/** A word or a place in one number with how often the word occurs there. */
const FREQUENCY_BITS = 4
const MAX_FREQUENCY = (1 << FREQUENCY_BITS) - 1

/** What the first filling found: of the word numbered `n`, `entries` from `starts[n]` to `starts[n + 1]`. */
type Filled = {readonly starts: Uint32Array; readonly entries: Uint32Array}

export class WordIndex {
  readonly #read: WordReader
  readonly #words = new Map<string, number>()
  /** Each place's words, while the index is filled; null afterwards. */
  #filling: NumberStore | null = new NumberStore()
  /** By place: where its words end in `#filling`. */
  #ends: number[] = []
  #filled: Filled = {starts: new Uint32Array(1), entries: new Uint32Array(0)}
  /** By word: the places that came later. */
  readonly #later = new Map<number, number[]>()
  /** By place; null where a document is gone. Places are not used again, so that entries stay in order. */
  #documents: (LakeDocument | null)[] = []
  readonly #lengths: number[] = []
  readonly #places = new Map<string, number>()
  #length = 0

  constructor(read: WordReader) {
    this.#read = read
  }

  /** Whether so much is gone that a new index is better than this one. */
  get isWorn(): boolean {
    return this.#documents.length > 1000 && this.#places.size * 2 < this.#documents.length
  }

  get usualLength(): number {
    return Math.max(1, this.#length / Math.max(1, this.#places.size))
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
    this.#length += words.length
    const frequencies = new Map<string, number>()
    for (const word of words) frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
    for (const [word, frequency] of frequencies) this.#note(this.#numberOf(word), place, frequency)
    if (this.#filling) this.#ends.push(this.#filling.size)
  }

  #numberOf(word: string): number {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    const number = this.#words.size
    this.#words.set(word, number)
    return number
  }

  #note(word: number, place: number, frequency: number): void {
    const bits = Math.min(frequency, MAX_FREQUENCY)
    if (this.#filling) {
      this.#filling.push((word << FREQUENCY_BITS) | bits)
      return
    }
    const entry = (place << FREQUENCY_BITS) | bits
    const entries = this.#later.get(word)
    if (entries) entries.push(entry)
    else this.#later.set(word, [entry])
  }

  /** To be called once, when it has been filled: nothing is found before. */
  compact(): void {
    const filling = this.#filling
    if (!filling) return
    const next = new Uint32Array(this.#words.size + 1)
    this.#eachFilled(filling, (word) => {
      next[word + 1] = (next[word + 1] ?? 0) + 1
    })
    for (let word = 1; word < next.length; word++) next[word] = (next[word] ?? 0) + (next[word - 1] ?? 0)
    const starts = next.slice()
    const entries = new Uint32Array(starts.at(-1) ?? 0)
    this.#eachFilled(filling, (word, place, bits) => {
      const at = next[word] ?? 0
      entries[at] = (place << FREQUENCY_BITS) | bits
      next[word] = at + 1
    })
    this.#filled = {starts, entries}
    this.#filling = null
    this.#ends = []
    filling.free()
  }

  #eachFilled(filling: NumberStore, see: (word: number, place: number, bits: number) => void): void {
    let at = 0
    for (const [place, end] of this.#ends.entries()) {
      const isThere = this.#documents[place] !== null
      for (; at < end; at++) {
        const number = filling.at(at)
        if (isThere) see(number >>> FREQUENCY_BITS, place, number & MAX_FREQUENCY)
      }
    }
  }

  delete(id: string): void {
    const place = this.#places.get(id)
    if (place === undefined) return
    this.#places.delete(id)
    this.#documents[place] = null
    this.#length -= this.#lengths[place] ?? 0
  }

  /** How often words that fit occur in each place that has any; with `word` alone where no other can fit. */
  frequencies(fits: (word: string) => boolean, word?: string): Map<number, number> {
    const found = new Map<number, number>()
    const see = (entry: number): void => {
      const place = entry >>> FREQUENCY_BITS
      if (this.#documents[place]) found.set(place, (found.get(place) ?? 0) + (entry & MAX_FREQUENCY))
    }
    if (word === undefined) {
      for (const [known, number] of this.#words) if (fits(known)) this.#eachEntry(number, see)
    } else {
      const number = this.#words.get(word)
      if (number !== undefined) this.#eachEntry(number, see)
    }
    return found
  }

  #eachEntry(word: number, see: (entry: number) => void): void {
    const {starts, entries} = this.#filled
    const end = starts[word + 1] ?? 0
    for (let at = starts[word] ?? 0; at < end; at++) see(entries[at] ?? 0)
    for (const entry of this.#later.get(word) ?? []) see(entry)
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
