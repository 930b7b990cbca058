/**
 * What happened to documents, read back from the rows that every commit leaves.
 * @module
 */
import type {DatabaseSync, SQLInputValue} from 'node:sqlite'
import {isRecord, type JsonRecord} from './json.ts'
import {bytesOf, type Row, textOf} from './row.ts'
import {decompress} from './store.ts'

/** Which transactions of a document: bounds by id or by ISO time, both included. */
export type TransactionRange = {
  readonly fromTransaction: string | null
  readonly toTransaction: string | null
  readonly fromTime: string | null
  readonly toTime: string | null
  readonly isReversed: boolean
  readonly limit: number
  /** Leaves out what a transaction did to other documents. */
  readonly isNarrow: boolean
}

const placeholders = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

const idOf = (mutation: unknown): unknown => {
  const [body] = isRecord(mutation) ? Object.values(mutation) : []
  return isRecord(body) ? (body.id ?? body._id) : undefined
}

export class History {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** Entries of one document, the newest first. */
  events(documentId: string, limit: number): JsonRecord[] {
    return this.#db
      .prepare('select json from history_event where document = ? order by seq desc limit ?')
      .all(documentId, limit)
      .flatMap((row) => {
        const event: unknown = JSON.parse(textOf(row, 'json'))
        return isRecord(event) ? [event] : []
      })
  }

  /** A document as it was at a revision or a time, or last; null for "not there then". */
  revision(id: string, at: {revision: string | null; time: string | null}): unknown {
    const conditions: [string, SQLInputValue][] = [['td.document = ?', id]]
    if (at.revision !== null) conditions.push(['tx.id = ?', at.revision])
    if (at.time !== null) conditions.push(['tx.timestamp <= ?', at.time])
    const isLast = at.revision === null && at.time === null
    const row = this.#db
      .prepare(
        `select td.after from tx_document td join tx on tx.seq = td.seq
         where ${conditions.map(([condition]) => condition).join(' and ')} ${isLast ? 'and td.after is not null' : ''}
         order by tx.seq desc limit 1`,
      )
      .get(...conditions.map(([, value]) => value))
    return row && row.after !== null ? decompress(bytesOf(row, 'after')) : null
  }

  /** Transactions that touched any of the documents, in order. */
  transactions(ids: readonly string[], range: TransactionRange): JsonRecord[] {
    const conditions: [string, SQLInputValue][] = []
    const from = this.#sequenceOf(range.fromTransaction)
    const to = this.#sequenceOf(range.toTransaction)
    if (from !== null) conditions.push(['tx.seq >= ?', from])
    if (to !== null) conditions.push(['tx.seq <= ?', to])
    if (range.fromTime !== null) conditions.push(['tx.timestamp >= ?', range.fromTime])
    if (range.toTime !== null) conditions.push(['tx.timestamp <= ?', range.toTime])
    return this.#db
      .prepare(
        `select * from tx where seq in (select seq from tx_document where document in (${placeholders(ids)}))
         ${conditions.map(([condition]) => `and ${condition}`).join(' ')}
         order by seq ${range.isReversed ? 'desc' : 'asc'} limit ?`,
      )
      .all(...ids, ...conditions.map(([, value]) => value), range.limit)
      .map((row) => transactionFrom(row, range.isNarrow ? new Set(ids) : null))
  }

  #sequenceOf(transactionId: string | null): SQLInputValue {
    if (transactionId === null) return null
    return this.#db.prepare('select seq from tx where id = ?').get(transactionId)?.seq ?? null
  }
}

function transactionFrom(row: Row, only: ReadonlySet<string> | null): JsonRecord {
  const stored: unknown = JSON.parse(textOf(row, 'json'))
  const effects = isRecord(stored) && isRecord(stored.effects) ? stored.effects : {}
  const mutations = isRecord(stored) && Array.isArray(stored.mutations) ? stored.mutations : []
  const isWanted = (id: unknown): boolean => only === null || (typeof id === 'string' && only.has(id))
  return {
    id: textOf(row, 'id'),
    timestamp: textOf(row, 'timestamp'),
    author: textOf(row, 'author'),
    documentIDs: Object.keys(effects),
    mutations: mutations.filter((mutation) => isWanted(idOf(mutation))),
    effects: Object.fromEntries(Object.entries(effects).filter(([id]) => isWanted(id))),
  }
}
