/** One transaction of SQLite. The embedded lake, which imports nothing of ours, has its own. */
import type {DatabaseSync} from 'node:sqlite'

/** Runs `work` in one transaction: all of it is on disk when this returns, or none of it. `work` must not wait. */
export function atomically<T>(db: DatabaseSync, work: () => T): T {
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
