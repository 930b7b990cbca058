/**
 * A set of documents that finds them by id, by type and by slug, and lists them in the order of their ids: the same
 * order after every restart, for queries that name none.
 * @module
 */
import type {LakeDocument} from './document.ts'
import {DocumentWords, type IndexingMode} from './document-words.ts'
import {isRecord} from './json.ts'

/** Documents by id, and in the order of their ids. */
class Bucket {
  readonly #documents = new Map<string, LakeDocument>()
  readonly #sorted: LakeDocument[] = []

  get size(): number {
    return this.#documents.size
  }

  get(id: string): LakeDocument | null {
    return this.#documents.get(id) ?? null
  }

  set(document: LakeDocument): void {
    const place = this.#placeOf(document._id)
    this.#sorted.splice(place, this.#documents.has(document._id) ? 1 : 0, document)
    this.#documents.set(document._id, document)
  }

  delete(id: string): void {
    if (this.#documents.delete(id)) this.#sorted.splice(this.#placeOf(id), 1)
  }

  /** What is in it now; it changes with the next commit. */
  list(): readonly LakeDocument[] {
    return this.#sorted
  }

  /** Where an id stands, or would stand. Most come at the end: a store is read in order. */
  #placeOf(id: string): number {
    const last = this.#sorted.at(-1)
    if (!last || last._id < id) return this.#sorted.length
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle]?._id ?? '') < id) low = middle + 1
      else high = middle
    }
    return low
  }
}

function slugOf(document: LakeDocument): string | null {
  const {slug} = document
  return isRecord(slug) && typeof slug.current === 'string' ? slug.current : null
}

export class DocumentIndex {
  readonly #all = new Bucket()
  readonly #types = new Map<string, Bucket>()
  readonly #slugs = new Map<string, Bucket>()
  /** What their words are. */
  readonly words: DocumentWords

  constructor(indexing: IndexingMode = 'now') {
    this.words = new DocumentWords(this, indexing)
  }

  get size(): number {
    return this.#all.size
  }

  get(id: string): LakeDocument | null {
    return this.#all.get(id)
  }

  all(): readonly LakeDocument[] {
    return this.#all.list()
  }

  withType(type: string): readonly LakeDocument[] {
    return this.#types.get(type)?.list() ?? []
  }

  withSlug(slug: string): readonly LakeDocument[] {
    return this.#slugs.get(slug)?.list() ?? []
  }

  types(): string[] {
    return [...this.#types.keys()]
  }

  set(document: LakeDocument): void {
    this.#forget(document._id)
    this.#all.set(document)
    this.words.set(document)
    this.#put(this.#types, document._type, document)
    const slug = slugOf(document)
    if (slug !== null) this.#put(this.#slugs, slug, document)
  }

  delete(id: string): void {
    this.#forget(id)
    this.#all.delete(id)
    this.words.delete(id)
  }

  /** Takes a document out of what its fields file it under. */
  #forget(id: string): void {
    const known = this.#all.get(id)
    if (!known) return
    this.#take(this.#types, known._type, id)
    const slug = slugOf(known)
    if (slug !== null) this.#take(this.#slugs, slug, id)
  }

  #put(buckets: Map<string, Bucket>, key: string, document: LakeDocument): void {
    const bucket = buckets.get(key) ?? new Bucket()
    bucket.set(document)
    buckets.set(key, bucket)
  }

  #take(buckets: Map<string, Bucket>, key: string, id: string): void {
    const bucket = buckets.get(key)
    bucket?.delete(id)
    if (bucket?.size === 0) buckets.delete(key)
  }
}
