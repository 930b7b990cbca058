/**
 * `GET /data/listen`: tells each listener what every transaction did to the documents that its query selects.
 *
 * Wire facts that clients rely on: `resultRev` stands on deletions too, else a published draft never disappears from
 * the Studio; `previousRev` is absent when a document appears; effects are computed without `_rev`.
 *
 * Every event, and the welcome, carries an id that says up to where its reader has heard:
 * `<transaction>#<document>`, or `<transaction>#` for a whole transaction. Who comes back with it (`enableResume`) hears
 * `welcomeback` and what was missed, read from the store, so that it works over a restart too. Where that is too much
 * or no longer known it hears `reset` and a fresh `welcome`.
 * @module
 */
import {CommitLog} from './commit-log.ts'
import type {Database} from './database.ts'
import type {LakeDocument} from './document.ts'
import {isPublishedId, newId} from './document.ts'
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
  /** Whether drafts and versions are told of, or published documents alone. */
  readonly includeAllVersions: boolean
  /** What a commit makes visible, queries see at once: the two differ in name alone. */
  readonly visibility: 'transaction' | 'query'
  /** What a listener that comes back heard last; null for one that begins, or that does not resume. */
  readonly lastEventId: string | null
}

type Listener = {readonly options: ListenOptions; readonly tree: GroqNode; readonly stream: EventStream}

type Position = {readonly index: number; readonly total: number}

/** More changes than this are fetched afresh sooner than they are told one by one. */
const MAX_MISSED = 1000

/** The position before the first transaction. */
const BEGINNING = '-'

export class Listeners {
  readonly #listeners = new Set<Listener>()
  readonly #store: Store
  readonly #queries: Queries
  readonly #log: CommitLog

  constructor(store: Store, queries: Queries, db: Database['db']) {
    this.#store = store
    this.#queries = queries
    this.#log = new CommitLog(db)
    store.subscribe((commit) => this.#announce(commit))
  }

  get size(): number {
    return this.#listeners.size
  }

  /** Those without a token among them. */
  get strangers(): number {
    return [...this.#listeners].filter(({options}) => options.audience === 'public').length
  }

  /** Opens a stream. @throws LakeError for a query that cannot be parsed */
  listen(options: ListenOptions): Response {
    const {tree} = parseQuery(options.request.query, options.request.params, options.audience)
    const stream = new EventStream(() => this.#listeners.delete(listener))
    const listener: Listener = {options, tree, stream}
    // Nothing waits from here on, so that no commit comes between what was missed and what is to come.
    this.#listeners.add(listener)
    const missed = options.lastEventId === null ? null : this.#since(options.lastEventId, options.audience)
    if (missed) {
      stream.send('welcomeback', {listenerName: newId()}, options.lastEventId ?? undefined)
      for (const {commit, skip} of missed) this.#tellAll(listener, commit, skip)
      return stream.response
    }
    if (options.lastEventId !== null) stream.send('reset', {})
    stream.send('welcome', {listenerName: newId()}, `${this.#log.lastId ?? BEGINNING}#`)
    return stream.response
  }

  close(): void {
    for (const {stream} of this.#listeners) stream.close()
  }

  #announce(commit: Commit): void {
    for (const listener of this.#listeners) this.#tellAll(listener, commit, 0)
  }

  #tellAll(listener: Listener, commit: Commit, skip: number): void {
    const total = commit.changes.length
    for (const [offset, change] of commit.changes.entries()) {
      if (offset >= skip) this.#tell(listener, commit, change, {index: offset + 1, total})
    }
  }

  /**
   * What came after an event, with how many changes of each commit to leave out; null where nobody can say. A stranger
   * is told nothing of the past: what was taken down since is history, and that is for those with a token.
   */
  #since(eventId: string, audience: Audience): {commit: Commit; skip: number}[] | null {
    if (audience === 'public') return null
    const end = eventId.indexOf('#')
    const [transactionId, documentId] = [eventId.slice(0, end), eventId.slice(end + 1)]
    const seq = transactionId === BEGINNING ? 0 : this.#log.seqOf(transactionId)
    if (end < 0 || seq === null) return null
    const isWhole = documentId === ''
    const start = isWhole ? seq : seq - 1
    if (this.#log.changesAfter(start, MAX_MISSED + 1) > MAX_MISSED) return null
    const commits = this.#log.after(start, MAX_MISSED)
    const heard = isWhole ? 0 : (commits[0]?.changes.findIndex(({id}) => id === documentId) ?? -1) + 1
    if (!isWhole && heard === 0) return null
    return commits.map((commit, index) => ({commit, skip: index === 0 ? heard : 0}))
  }

  #tell({options, tree, stream}: Listener, commit: Commit, change: CommittedChange, {index, total}: Position): void {
    const {id, before, after, mutations, effects} = change
    if (!isVisibleTo(options.audience, id)) return
    if (!options.includeAllVersions && !isPublishedId(id)) return
    const [selectedBefore, selectedAfter] = [this.#selects(options, tree, before), this.#selects(options, tree, after)]
    if (!selectedBefore && !selectedAfter) return
    const transition = !selectedBefore ? 'appear' : !selectedAfter ? 'disappear' : 'update'
    const eventId = `${commit.transactionId}#${id}`
    stream.send(
      'mutation',
      {
        eventId,
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
        visibility: options.visibility,
        transition,
        ...(options.includeResult && after ? {result: after} : {}),
        ...(options.includePreviousRevision ? {previous: before} : {}),
      },
      eventId,
    )
  }

  /** A query that fails on one document selects it: better told once too often than kept in the dark. */
  #selects(options: ListenOptions, tree: GroqNode, document: LakeDocument | null): boolean {
    if (!document) return false
    try {
      // With the eyes of whoever listens: a reference must not lead a stranger to a draft.
      const visible = this.#store.views.documents(null, options.audience)
      return this.#queries.selects(tree, options.request, document, visible)
    } catch (error) {
      if (error instanceof LakeError) return true
      throw error
    }
  }
}
