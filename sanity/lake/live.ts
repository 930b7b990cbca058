/**
 * `GET /data/live/events`: tells each reader which sync tags a transaction has made stale.
 * @module
 */
import {isPublicId, isPublishedId} from './document.ts'
import {EventStream} from './event-stream.ts'
import type {Commit, CommittedChange, Store} from './store.ts'
import {tagForEverything, tagForId, tagForType} from './sync-tag.ts'

type Reader = {readonly includeDrafts: boolean; readonly stream: EventStream}

function tagsOf(changes: readonly CommittedChange[]): string[] {
  if (changes.length === 0) return []
  const tags = changes.flatMap(({id, before, after}) => [
    tagForId(id),
    ...[before, after].flatMap((document) => (document ? tagForType(document._type) : [])),
  ])
  return [...new Set([tagForEverything, ...tags])]
}

export class LiveEvents {
  readonly #readers = new Set<Reader>()
  /** Begins with the time of the start, so that ids go on rising over a restart. */
  #lastId = Date.now() * 1000

  constructor(store: Store) {
    store.subscribe((commit) => this.#announce(commit))
  }

  get size(): number {
    return this.#readers.size
  }

  /** @param lastEventId what a reconnecting reader has seen last; where it missed something it is told to start over */
  open(includeDrafts: boolean, lastEventId: string | null): Response {
    const stream = new EventStream(() => this.#readers.delete(reader))
    const reader: Reader = {includeDrafts, stream}
    this.#readers.add(reader)
    const id = String(this.#lastId)
    if (lastEventId !== null && lastEventId !== id) stream.send('restart', {}, id)
    stream.send('welcome', {}, id)
    return stream.response
  }

  close(): void {
    for (const {stream} of this.#readers) stream.close()
  }

  #announce({changes}: Commit): void {
    this.#lastId++
    const id = String(this.#lastId)
    const all = tagsOf(changes)
    const published = tagsOf(changes.filter((change) => isPublishedId(change.id) && isPublicId(change.id)))
    for (const {includeDrafts, stream} of this.#readers) {
      const tags = includeDrafts ? all : published
      if (tags.length > 0) stream.send('message', {id, tags}, id)
    }
  }
}
