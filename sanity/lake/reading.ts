/**
 * Opening a store to look at it, beside a lake that runs on it or without one.
 * @module
 */
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {pathToFileURL} from 'node:url'
import {isClosedToWriting} from './database.ts'

/**
 * A connection that changes nothing. SQLite wants to write beside a file in WAL mode even to read it; in a folder that
 * takes no writing, and where no log of changes lies, nobody can be writing, and the file is read as it is.
 */
export function openForReading(path: string): DatabaseSync {
  const db = new DatabaseSync(path, {readOnly: true, timeout: 5000})
  try {
    db.prepare('select 1 from sqlite_master').get()
  } catch (error) {
    if (isClosedToWriting(error) && !existsSync(`${path}-wal`)) {
      db.close()
      const url = pathToFileURL(resolve(path))
      url.searchParams.set('immutable', '1')
      return new DatabaseSync(url, {readOnly: true})
    }
    // What else is wrong with the file is for the one to say who looks at it.
  }
  return db
}
