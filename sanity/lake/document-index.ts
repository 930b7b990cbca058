/**
 * A set of documents that finds them by id, by type and by slug, and lists them in the order of their ids: the same
 * order after every restart, for queries that name none.
 * @module
 */
import type {LakeDocument} from './document.ts'
import {isRecord} from './json.ts'

const byId = (a: LakeDocument, b: LakeDocument): number => (a._id < b._id ? -1 : 1)

/** Documents by id, with their sorted list kept until one of them changes. */
class Bucket {
  readonly #documents = new Map<string, LakeDocument>()
  #sorted: readonly LakeDocument[] | null = null

  get size(): number {
    return this.#documents.size
  }

  get(id: string): LakeDocument | null {
    return this.#documents.get(id) ?? null
  }

  set(document: LakeDocument): void {
    this.#documents.set(document._id, document)
    this.#sorted = null
  }

  delete(id: string): void {
    if (this.#documents.delete(id)) this.#sorted = null
  }

  list(): readonly LakeDocument[] {
    this.#sorted ??= [...this.#documents.values()].sort(byId)
    return this.#sorted
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
    this.delete(document._id)
    this.#all.set(document)
    this.#put(this.#types, document._type, document)
    const slug = slugOf(document)
    if (slug !== null) this.#put(this.#slugs, slug, document)
  }

  delete(id: string): void {
    const known = this.#all.get(id)
    if (!known) return
    this.#all.delete(id)
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
