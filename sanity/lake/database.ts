/**
 * Opening the store's file: one process at a time, every answer on disk.
 * @module
 */
import {chmodSync, existsSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {isRecord} from './json.ts'
import {type LakeError, refusal} from './lake-error.ts'
import {isUnwritable, makeFolder} from './safe-file.ts'
import {migrate} from './schema.ts'

export type Database = {
  readonly db: DatabaseSync
  /** Gives back what the log of changes takes on a full disk, as far as that can be done. */
  makeRoom(): void
  close(): void
}

/** SQLite's result codes that change what the lake does: https://sqlite.org/rescode.html */
const SQLITE_BUSY = 5
const SQLITE_READONLY = 8
const SQLITE_IOERR = 10
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13
const SQLITE_CANTOPEN = 14
const SQLITE_NOTADB = 26
/** Writes that did not happen, and that SQLite has taken back: a quota, mostly, or no room for the index of the log. */
const REFUSED_WRITES = [778 /* WRITE */, 4874 /* SHMSIZE */]

function codeOf(error: unknown): number | null {
  return isRecord(error) && typeof error.errcode === 'number' ? error.errcode : null
}

function primaryCodeOf(error: unknown): number | null {
  const code = codeOf(error)
  return code === null ? null : code & 0xff
}

/** After a failed fsync nobody knows what is on disk (the kernel forgets the dirty pages): nothing may be acknowledged. */
export const isDurabilityLost = (error: unknown): boolean => {
  const code = codeOf(error)
  if (code !== null && REFUSED_WRITES.includes(code)) return false
  const primary = primaryCodeOf(error)
  return primary === SQLITE_IOERR || primary === SQLITE_CORRUPT
}

export const isClosedToWriting = (error: unknown): boolean =>
  [SQLITE_READONLY, SQLITE_CANTOPEN].includes(primaryCodeOf(error) ?? 0)

/** What a failed change of the store means to whoever asked for it, or null for a failure that is no matter of the disk. */
export function diskRefusalFor(error: unknown): LakeError | null {
  const code = codeOf(error)
  if (primaryCodeOf(error) === SQLITE_FULL || (code !== null && REFUSED_WRITES.includes(code))) {
    return refusal(507, 'The disk is full: nothing was changed. Free some space and try again.', {cause: error})
  }
  switch (primaryCodeOf(error)) {
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return refusal(
        503,
        'The store cannot be written to: nothing was changed. Make its folder writable and try again.',
        {
          cause: error,
        },
      )
    case SQLITE_BUSY:
      return refusal(503, 'Another program holds the store: nothing was changed. Try again.', {cause: error})
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
      return refusal(503, 'The store could not write to disk and takes no more changes until a restart.', {
        cause: error,
      })
    default:
      return null
  }
}

/** Writes what is nice to know and nobody waits for, where the disk takes it. */
export function noteIfPossible(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (diskRefusalFor(error) === null) throw error
  }
}

/**
 * Holds a folder for this process until it ends. The lock is the operating system's, so that a killed process leaves
 * none behind; it has a file of its own, so that others may still read what is in the folder (for a backup).
 *
 * @param sentence what to tell when another process has it
 */
export function holdFolder(folder: string, file: string, sentence: string): {close(): void} {
  const lock = new DatabaseSync(join(folder, file), {timeout: 0})
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if (primaryCodeOf(error) !== SQLITE_BUSY) throw error
    throw refusal(503, sentence, {cause: error})
  }
}

const LOCK = 'lake.lock'

/** Holds a store that no lake may be using, where there is one. @throws LakeError 503 when a lake runs on it */
export function holdStoppedStore(folder: string): {close(): void} {
  if (!existsSync(join(folder, LOCK))) return {close() {}}
  return holdFolder(folder, LOCK, `A lake runs on ${folder}: stop it first. Nothing was changed.`)
}

/** Opens (and creates) the store in `folder`, which becomes readable by its owner only. @throws LakeError when it cannot */
export function openDatabase(folder: string): Database {
  try {
    return open(folder)
  } catch (error) {
    throw openingRefusalFor(error, folder) ?? error
  }
}

/** A disk that is full or closed at the start is no surprise, and wants a sentence rather than a stack. */
function openingRefusalFor(error: unknown, folder: string): LakeError | null {
  const isClosed = isUnwritable(error) || isClosedToWriting(error)
  if (isClosed) {
    return refusal(
      503,
      `The lake cannot write to ${folder}: give that folder to the user who runs it, and make sure that its disk takes writing.`,
      {cause: error},
    )
  }
  if (primaryCodeOf(error) === SQLITE_NOTADB) {
    return refusal(
      503,
      `${join(folder, 'lake.db')} is not a store: restore a backup ("restore <folder> --force" keeps the old one).`,
      {cause: error},
    )
  }
  if (primaryCodeOf(error) === SQLITE_CORRUPT) {
    return refusal(
      503,
      `The store in ${folder} is damaged: restore a backup ("restore <folder> --force" keeps the old one).`,
      {cause: error},
    )
  }
  return diskRefusalFor(error)
}

function open(folder: string): Database {
  makeFolder(folder)
  chmodSync(folder, 0o700)
  const lock = holdFolder(
    folder,
    LOCK,
    `Another lake already runs on the folder ${folder}. Stop it first, or give this one a folder of its own with --data.`,
  )
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
      makeRoom() {
        try {
          db.exec('pragma wal_checkpoint(truncate)')
        } catch {
          // Nothing is lost: what is in the log stays there.
        }
      },
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
