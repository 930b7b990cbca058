/**
 * Perspectives: which version of each document a reader sees.
 *
 * `raw` shows every version under its own id. Every other perspective is a stack of layers over the published
 * documents, the first layer on top: `drafts` is the stack `[drafts]`, a release `r` the stack `[r]`, and `published`
 * the empty stack. A document seen through a stack carries its published id and, as `_originalId`, where it came from.
 * @module
 */
import {
  isMarkedForRemoval,
  isPublicId,
  isPublishedId,
  isVersionId,
  type LakeDocument,
  layerIdFor,
  publishedIdFor,
} from './document.ts'
import {DocumentIndex} from './document-index.ts'
import type {IndexingMode} from './document-words.ts'
import {refusal} from './lake-error.ts'

/** null stands for `raw`. */
export type Perspective = readonly string[] | null

/** The API version from which `published`, not `raw`, is the default (Sanity's changelog of February 2025). */
const PUBLISHED_BY_DEFAULT_SINCE = '2025-02-19'

/** Whether requests of an API version mean published documents alone where they do not say otherwise. */
export const isPublishedByDefault = (apiVersion: string): boolean =>
  apiVersion === 'X' || apiVersion >= PUBLISHED_BY_DEFAULT_SINCE

const RELEASE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** The perspective that a request names, e.g. `drafts` or `rSpring,drafts`; without one the API version decides. */
export function perspectiveFor(value: string | null, apiVersion: string): Perspective {
  if (!value) return isPublishedByDefault(apiVersion) ? [] : null
  if (value === 'raw') return null
  const layers = value.split(',').filter((layer) => layer !== 'published')
  return layers.map((layer) => {
    if (layer === 'previewDrafts') return 'drafts'
    if (layer === 'raw' || !RELEASE_NAME.test(layer)) throw refusal(400, `"${value}" is not a perspective.`)
    return layer
  })
}

/** What a reader may see at all: everything, or only what is public. */
export type Audience = 'member' | 'public'

type Source = {get(id: string): LakeDocument | null; all(): readonly LakeDocument[]}

/** One perspective on all documents, kept up to date change by change. */
class View {
  readonly documents: DocumentIndex
  readonly #source: Source
  readonly #perspective: readonly string[]
  readonly #audience: Audience

  constructor(source: Source, perspective: readonly string[], audience: Audience, indexing: IndexingMode) {
    this.documents = new DocumentIndex(indexing)
    this.#source = source
    this.#perspective = perspective
    this.#audience = audience
    const ids = new Set(source.all().map((document) => publishedIdFor(document._id)))
    for (const id of ids) this.#refresh(id)
  }

  refresh(ids: Iterable<string>): void {
    for (const id of new Set([...ids].map(publishedIdFor))) this.#refresh(id)
  }

  #refresh(id: string): void {
    const seen = this.#audience === 'public' && !isPublicId(id) ? null : this.#resolve(id)
    if (seen) this.documents.set(seen)
    else this.documents.delete(id)
  }

  #resolve(id: string): LakeDocument | null {
    for (const layer of this.#perspective) {
      const version = this.#source.get(layerIdFor(layer, id))
      if (version && isMarkedForRemoval(version)) return null
      if (version) return {...version, _id: id, _originalId: version._id}
    }
    const published = this.#source.get(id)
    if (!published || !isPublishedId(published._id)) return null
    return this.#perspective.length === 0 ? published : {...published, _originalId: id}
  }
}

/** How many stacks of releases are kept ready at once; the rest are built again when asked for. */
const MAX_VIEWS = 8

/** The views in use, each made when first asked for. */
export class Views {
  readonly #raw: DocumentIndex
  readonly #indexing: IndexingMode
  readonly #views = new Map<string, View>()

  constructor(raw: DocumentIndex, indexing: IndexingMode) {
    this.#raw = raw
    this.#indexing = indexing
  }

  /** The documents of a perspective. For the public every perspective is `published`. */
  documents(perspective: Perspective, audience: Audience): DocumentIndex {
    if (audience === 'member' && perspective === null) return this.#raw
    const layers = audience === 'public' ? [] : (perspective ?? [])
    const key = `${audience}:${layers.join(',')}`
    const view = this.#views.get(key) ?? new View(this.#raw, layers, audience, this.#indexingFor(audience))
    this.#views.delete(key)
    this.#views.set(key, view)
    const oldest = this.#views.keys().next().value
    if (this.#views.size > MAX_VIEWS && oldest !== undefined) this.#views.delete(oldest)
    return view.documents
  }

  /** Strangers may search, but not make the lake gather words for it beside its work. */
  #indexingFor(audience: Audience): IndexingMode {
    return audience === 'public' && this.#indexing === 'later' ? 'never' : this.#indexing
  }

  refresh(ids: readonly string[]): void {
    for (const view of this.#views.values()) view.refresh(ids)
  }
}

/** Whether somebody without a token may see a document under this id. */
export const isVisibleTo = (audience: Audience, id: string): boolean =>
  audience === 'member' || (isPublicId(id) && isPublishedId(id) && !isVersionId(id))
