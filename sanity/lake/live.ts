/**
 * `GET /data/live/events`: tells each reader which sync tags a transaction has made stale. Who comes back with the id
 * of the event heard last is told what was missed, or, where that is too long ago, to start over (`restart`).
 * @module
 */
import {isPublicId, isPublishedId} from './document.ts'
import {EventStream} from './event-stream.ts'
import type {Commit, CommittedChange, Store} from './store.ts'
import {tagForEverything, tagForId, tagForType} from './sync-tag.ts'

type Reader = {readonly includeDrafts: boolean; readonly stream: EventStream}

type LiveEvent = {
  readonly id: number
  /** For readers who see drafts, and for everybody else. */
  readonly tags: {readonly all: readonly string[]; readonly published: readonly string[]}
}

/** How many events are kept for those who come back. */
const MAX_KEPT = 1000

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
  readonly #kept: LiveEvent[] = []
  /** Begins with the time of the start, so that ids go on rising over a restart. */
  #lastId = Date.now() * 1000

  constructor(store: Store) {
    store.subscribe((commit) => this.#announce(commit))
  }

  get size(): number {
    return this.#readers.size
  }

  /** @param lastEventId what a reconnecting reader has heard last */
  open(includeDrafts: boolean, lastEventId: string | null): Response {
    const stream = new EventStream(() => this.#readers.delete(reader))
    const reader: Reader = {includeDrafts, stream}
    this.#readers.add(reader)
    const id = String(this.#lastId)
    const missed = lastEventId === null ? [] : this.#since(lastEventId)
    if (!missed) stream.send('restart', {}, id)
    stream.send('welcome', {}, missed && lastEventId !== null ? lastEventId : id)
    for (const event of missed ?? []) tell(reader, event)
    return stream.response
  }

  /** Answers a reader for whom there is no room: the client is told to ask now and then instead of waiting here. */
  refuse(reason: string): Response {
    const stream = new EventStream(() => {})
    const id = String(this.#lastId)
    stream.send('goaway', {id, reason}, id)
    stream.close()
    return stream.response
  }

  close(): void {
    for (const {stream} of this.#readers) stream.close()
  }

  /** The events after one, or null where some of them are no longer kept. */
  #since(eventId: string): LiveEvent[] | null {
    const last = Number(eventId)
    const oldest = this.#kept[0]?.id ?? this.#lastId + 1
    if (!Number.isSafeInteger(last) || last > this.#lastId || last < oldest - 1) return null
    return this.#kept.filter(({id}) => id > last)
  }

  #announce({changes}: Commit): void {
    this.#lastId++
    const published = changes.filter((change) => isPublishedId(change.id) && isPublicId(change.id))
    const event = {id: this.#lastId, tags: {all: tagsOf(changes), published: tagsOf(published)}}
    this.#kept.push(event)
    if (this.#kept.length > MAX_KEPT) this.#kept.shift()
    for (const reader of this.#readers) tell(reader, event)
  }
}

function tell({includeDrafts, stream}: Reader, event: LiveEvent): void {
  const id = String(event.id)
  const tags = includeDrafts ? event.tags.all : event.tags.published
  if (tags.length > 0) stream.send('message', {id, tags}, id)
}
