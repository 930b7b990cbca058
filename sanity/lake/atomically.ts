/**
 * One transaction of the store: all of it is on disk when it returns, or none of it is kept.
 * @module
 */
import type {DatabaseSync} from 'node:sqlite'

export function atomically<Result>(db: DatabaseSync, work: () => Result): Result {
  db.exec('begin immediate')
  try {
    const result = work()
    db.exec('commit')
    return result
  } catch (error) {
    // SQLite has taken it back already where the disk is full.
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}
