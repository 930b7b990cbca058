/**
 * `GET /data/listen`: tells each listener what every transaction did to the documents that its query selects.
 *
 * Wire facts that clients rely on: `resultRev` stands on deletions too, else a published draft never disappears from
 * the Studio; `previousRev` is absent when a document appears; effects are computed without `_rev`.
 * @module
 */
import type {LakeDocument} from './document.ts'
import {newId} from './document.ts'
import {EventStream} from './event-stream.ts'
import {type GroqNode, parseQuery} from './groq.ts'
import {LakeError} from './lake-error.ts'
import {type Audience, isVisibleTo} from './perspective.ts'
import type {Queries, QueryRequest} from './query.ts'
import type {Commit, CommittedChange, Store} from './store.ts'

export type ListenOptions = {
  readonly request: QueryRequest
  readonly audience: Audience
  readonly includeMutations: boolean
  readonly includeEffects: boolean
  readonly includeResult: boolean
  readonly includePreviousRevision: boolean
}

type Listener = {readonly options: ListenOptions; readonly tree: GroqNode; readonly stream: EventStream}

type Position = {readonly index: number; readonly total: number}

export class Listeners {
  readonly #listeners = new Set<Listener>()
  readonly #store: Store
  readonly #queries: Queries

  constructor(store: Store, queries: Queries) {
    this.#store = store
    this.#queries = queries
    store.subscribe((commit) => this.#announce(commit))
  }

  get size(): number {
    return this.#listeners.size
  }

  /** Opens a stream. @throws LakeError for a query that cannot be parsed */
  listen(options: ListenOptions): Response {
    const {tree} = parseQuery(options.request.query, options.request.params, options.audience)
    const stream = new EventStream(() => this.#listeners.delete(listener))
    const listener: Listener = {options, tree, stream}
    this.#listeners.add(listener)
    stream.send('welcome', {listenerName: newId()})
    return stream.response
  }

  close(): void {
    for (const {stream} of this.#listeners) stream.close()
  }

  #announce(commit: Commit): void {
    const total = commit.changes.length
    for (const listener of this.#listeners) {
      for (const [offset, change] of commit.changes.entries()) {
        this.#tell(listener, commit, change, {index: offset + 1, total})
      }
    }
  }

  #tell({options, tree, stream}: Listener, commit: Commit, change: CommittedChange, {index, total}: Position): void {
    const {id, before, after, mutations, effects} = change
    if (!isVisibleTo(options.audience, id)) return
    const [selectedBefore, selectedAfter] = [this.#selects(options, tree, before), this.#selects(options, tree, after)]
    if (!selectedBefore && !selectedAfter) return
    const transition = !selectedBefore ? 'appear' : !selectedAfter ? 'disappear' : 'update'
    stream.send(
      'mutation',
      {
        documentId: id,
        transactionId: commit.transactionId,
        identity: commit.author,
        ...(options.includeMutations ? {mutations} : {}),
        ...(options.includeEffects ? {effects} : {}),
        ...(before && transition !== 'appear' ? {previousRev: before._rev} : {}),
        resultRev: commit.transactionId,
        timestamp: commit.timestamp,
        transactionCurrentEvent: index,
        transactionTotalEvents: total,
        visibility: 'query',
        transition,
        ...(options.includeResult && after ? {result: after} : {}),
        ...(options.includePreviousRevision && before ? {previous: before} : {}),
      },
      `${commit.transactionId}#${id}`,
    )
  }

  /** A query that fails on one document selects it: better told once too often than kept in the dark. */
  #selects(options: ListenOptions, tree: GroqNode, document: LakeDocument | null): boolean {
    if (!document) return false
    try {
      return this.#queries.selects(tree, options.request, document, this.#store.documents)
    } catch (error) {
      if (error instanceof LakeError) return true
      throw error
    }
  }
}
