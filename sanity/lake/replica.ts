/**
 * The documents of a store for somebody who only reads: in memory as in the lake itself, brought up to date from the
 * file before each use. A commit costs nothing for it.
 * @module
 */
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {isAsset, withAddress} from './assets.ts'
import {DocumentIndex} from './document-index.ts'
import {isRecord} from './json.ts'
import {Views} from './perspective.ts'
import {ReferenceIndex} from './reference-index.ts'
import {numberOf, textOf} from './row.ts'
import {documentFrom} from './store.ts'

export class Replica {
  readonly references = new ReferenceIndex()
  readonly views: Views
  readonly #db: DatabaseSync
  readonly #documents = new DocumentIndex('now')
  #seq = 0
  #publicUrl = ''

  constructor(folder: string, publicUrl: string) {
    this.#publicUrl = publicUrl
    this.#db = new DatabaseSync(join(folder, 'lake.db'), {readOnly: true, timeout: 5000})
    this.#inOneMoment(() => {
      this.#seq = this.#lastSeq()
      for (const row of this.#db.prepare('select id, json from document order by id').iterate()) {
        this.#put(textOf(row, 'id'), textOf(row, 'json'))
      }
    })
    this.views = new Views(this.#documents, 'now')
  }

  /** Takes in what was committed since the last time. */
  catchUp(publicUrl: string): void {
    const ids = new Set<string>()
    if (publicUrl !== this.#publicUrl) {
      this.#publicUrl = publicUrl
      for (const document of this.#documents.all()) if (isAsset(document)) ids.add(document._id)
    }
    this.#inOneMoment(() => {
      for (const row of this.#db.prepare('select seq, json from tx where seq > ? order by seq').all(this.#seq)) {
        this.#seq = numberOf(row, 'seq')
        const {effects}: {effects?: unknown} = JSON.parse(textOf(row, 'json'))
        if (isRecord(effects)) for (const id of Object.keys(effects)) ids.add(id)
      }
      const find = this.#db.prepare('select json from document where id = ?')
      for (const id of ids) {
        const row = find.get(id)
        this.#put(id, row ? textOf(row, 'json') : null)
      }
    })
    this.views.refresh([...ids])
  }

  #put(id: string, json: string | null): void {
    const stored = json === null ? null : documentFrom(json)
    const document = stored && isAsset(stored) ? withAddress(stored, this.#publicUrl) : stored
    this.references.update(id, this.#documents.get(id), document)
    if (document) this.#documents.set(document)
    else this.#documents.delete(id)
  }

  #lastSeq(): number {
    const row = this.#db.prepare('select coalesce(max(seq), 0) as seq from tx').get()
    return row ? numberOf(row, 'seq') : 0
  }

  #inOneMoment(read: () => void): void {
    this.#db.exec('begin')
    try {
      read()
    } finally {
      this.#db.exec('commit')
    }
  }
}
