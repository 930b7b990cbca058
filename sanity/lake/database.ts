/**
 * Opening the store's file: one process at a time, every answer on disk.
 * @module
 */
import {chmodSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {isRecord} from './json.ts'
import {refusal} from './lake-error.ts'
import {migrate} from './schema.ts'

export type Database = {
  readonly db: DatabaseSync
  close(): void
}

/** SQLite's result codes that change what the lake does: https://sqlite.org/rescode.html */
const SQLITE_BUSY = 5
const SQLITE_IOERR = 10
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13

function primaryCodeOf(error: unknown): number | null {
  if (!isRecord(error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}

export const isDiskFull = (error: unknown): boolean => primaryCodeOf(error) === SQLITE_FULL

/** After a failed fsync nobody knows what is on disk (the kernel forgets the dirty pages): nothing may be acknowledged. */
export const isDurabilityLost = (error: unknown): boolean => {
  const code = primaryCodeOf(error)
  return code === SQLITE_IOERR || code === SQLITE_CORRUPT
}

/**
 * Holds the folder for this process until it ends. The lock is the operating system's, so that a killed process
 * leaves none behind; it has a file of its own, so that others may still read `lake.db` (for a backup).
 */
function lease(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, 'lake.lock'), {timeout: 0})
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if (primaryCodeOf(error) !== SQLITE_BUSY) throw error
    throw refusal(
      503,
      `Another lake already runs on the folder ${folder}. Stop it first, or give this one a folder of its own with --data.`,
      {cause: error},
    )
  }
}

/** Opens (and creates) the store in `folder`, which becomes readable by its owner only. */
export function openDatabase(folder: string): Database {
  mkdirSync(folder, {recursive: true, mode: 0o700})
  chmodSync(folder, 0o700)
  const lock = lease(folder)
  try {
    const db = new DatabaseSync(join(folder, 'lake.db'), {enableForeignKeyConstraints: true, timeout: 5000})
    // FULL, not NORMAL: with NORMAL three of four simulated power cuts lost acknowledged transactions.
    db.exec(`
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma foreign_keys = on;
      pragma busy_timeout = 5000;
      pragma trusted_schema = off;
    `)
    migrate(db)
    return {
      db,
      close() {
        db.close()
        lock.close()
      },
    }
  } catch (error) {
    lock.close()
    throw error
  }
}
