/**
 * Takes back what one author wrote, as one transaction: for an import that failed half-way.
 * @module
 */
import type {DatabaseSync} from 'node:sqlite'
import {documentIn} from './commit-log.ts'
import {newId} from './document.ts'
import {numberOf, textOf} from './row.ts'
import type {Store} from './store.ts'
import {Transaction} from './transaction.ts'

export type Undone = {
  /** Documents that are again as they were, or gone again. */
  readonly documents: number
  /** Ids of those that somebody else has changed since, and that were left as they are. */
  readonly kept: readonly string[]
}

/** @throws LakeError 409 when what came since refers to what would go; nothing is changed then */
export function undoAuthor(db: DatabaseSync, store: Store, author: string): Undone {
  const touched = db
    .prepare(
      `select td.document, min(td.seq) as first,
         (select count(*) from tx_document other join tx otx on otx.seq = other.seq
          where other.document = td.document and other.seq > min(td.seq) and otx.author <> ?) as others
       from tx_document td join tx on tx.seq = td.seq where tx.author = ? group by td.document order by td.document`,
    )
    .all(author, author)
  const before = db.prepare('select after from tx_document where document = ? and seq < ? order by seq desc limit 1')
  const transaction = new Transaction(store, {id: newId(), author, timestamp: new Date().toISOString()})
  const kept: string[] = []
  let documents = 0
  for (const row of touched) {
    const id = textOf(row, 'document')
    if (numberOf(row, 'others') > 0) {
      kept.push(id)
      continue
    }
    const old = documentIn(before.get(id, numberOf(row, 'first')))
    if (old) transaction.create('createOrReplace', old)
    else transaction.delete(id)
    documents++
  }
  store.commit(transaction)
  return {documents, kept}
}
