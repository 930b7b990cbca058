/**
 * The commits as they were, read back from the rows that each leaves: for readers that come later than the commit did
 * (a listener that resumes, a webhook after a restart).
 * @module
 */
import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {isLakeDocument, type LakeDocument} from './document.ts'
import {isRecord, type JsonRecord} from './json.ts'
import {bytesOf, numberOf, type Row, textOf} from './row.ts'
import {type Commit, type CommittedChange, decompress, type Effect} from './store.ts'

/** A commit and its place in the order of all. */
export type LoggedCommit = Commit & {readonly seq: number}

const idOf = (mutation: JsonRecord): unknown => {
  const [body] = Object.values(mutation)
  return isRecord(body) ? (body.id ?? body._id) : undefined
}

function effectsIn(value: unknown): Effect {
  if (!isRecord(value) || !Array.isArray(value.apply) || !Array.isArray(value.revert)) {
    throw new Error('The store holds a transaction without its effects. Restore a backup.')
  }
  return {apply: value.apply, revert: value.revert}
}

export class CommitLog {
  readonly #statements: Record<'last' | 'sequence' | 'size' | 'from' | 'after' | 'before', StatementSync>

  constructor(db: DatabaseSync) {
    this.#statements = {
      last: db.prepare('select seq, id from tx order by seq desc limit 1'),
      sequence: db.prepare('select seq from tx where id = ?'),
      size: db.prepare('select count(*) as n from (select 1 from tx_document where seq > ? limit ?)'),
      from: db.prepare('select * from tx where seq > ? order by seq limit ?'),
      after: db.prepare('select document, after from tx_document where seq = ?'),
      before: db.prepare('select after from tx_document where document = ? and seq < ? order by seq desc limit 1'),
    }
  }

  /** The place of the newest commit, 0 before the first. */
  get lastSeq(): number {
    const row = this.#statements.last.get()
    return row ? numberOf(row, 'seq') : 0
  }

  /** The id of the newest transaction, or null before the first. */
  get lastId(): string | null {
    const row = this.#statements.last.get()
    return row ? textOf(row, 'id') : null
  }

  /** The place of a transaction, or null for one that never happened or is no longer kept. */
  seqOf(transactionId: string): number | null {
    const row = this.#statements.sequence.get(transactionId)
    return row ? numberOf(row, 'seq') : null
  }

  /** How many changes of documents came after a place; counting stops at `enough`. */
  changesAfter(seq: number, enough: number): number {
    const row = this.#statements.size.get(seq, enough)
    return row ? numberOf(row, 'n') : 0
  }

  /** At most `limit` commits after a place, in order. */
  after(seq: number, limit: number): LoggedCommit[] {
    return this.#statements.from.all(seq, limit).map((row) => this.#commitFrom(row))
  }

  #commitFrom(row: Row): LoggedCommit {
    const seq = numberOf(row, 'seq')
    const stored: unknown = JSON.parse(textOf(row, 'json'))
    const effects = isRecord(stored) && isRecord(stored.effects) ? stored.effects : {}
    const mutations = (isRecord(stored) && Array.isArray(stored.mutations) ? stored.mutations : []).filter(isRecord)
    const results = new Map(this.#statements.after.all(seq).map((result) => [textOf(result, 'document'), result]))
    // The mutations stand in the order in which the commit touched its documents; names of fields need not.
    const ids = [...new Set(mutations.map(idOf))].filter((id) => typeof id === 'string')
    const changes = ids.flatMap((id): CommittedChange[] => {
      const result = results.get(id)
      if (!result) return []
      return [
        {
          id,
          before: documentIn(this.#statements.before.get(id, seq)),
          after: documentIn(result),
          mutations: mutations.filter((mutation) => idOf(mutation) === id),
          effects: effectsIn(effects[id]),
        },
      ]
    })
    return {
      seq,
      transactionId: textOf(row, 'id'),
      author: textOf(row, 'author'),
      timestamp: textOf(row, 'timestamp'),
      changes,
    }
  }
}

/** The document as a commit left it; null where it did not leave one. @throws for a damaged row */
export function documentIn(row: Row | undefined): LakeDocument | null {
  if (!row || row.after === null) return null
  const document = decompress(bytesOf(row, 'after'))
  if (isLakeDocument(document)) return document
  throw new Error('The store holds a document that is none. Restore a backup.')
}
