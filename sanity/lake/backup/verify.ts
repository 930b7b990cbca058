/**
 * Whether a backup is what its manifest says: every file with its hash, and a sound store.
 * @module
 */
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {refusal} from '../lake-error.ts'
import {openForReading} from '../reading.ts'
import {hashOfFile} from '../safe-file.ts'
import type {Manifest} from './manifest.ts'

/** Reads all of it. @throws LakeError naming the first thing that is not as it should be */
export async function verifyFiles(folder: string, {files}: Manifest): Promise<void> {
  for (const {name, bytes, sha256} of files) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (!found) throw damaged(folder, `${name} is missing`)
    if (found.size !== bytes) throw damaged(folder, `${name} has ${found.size} bytes instead of ${bytes}`)
    if ((await hashOfFile(path, 'sha256')) !== sha256) throw damaged(folder, `${name} is not what was backed up`)
  }
  const fault = faultOfStore(join(folder, 'lake.db'))
  if (fault !== null) throw damaged(folder, `lake.db is damaged (${fault})`)
}

/** What SQLite's own checks say of a store's file, or null where it is well. */
export function faultOfStore(path: string): string | null {
  const db = openForReading(path)
  try {
    return faultIn(db)
  } finally {
    db.close()
  }
}

export function faultIn(db: DatabaseSync): string | null {
  try {
    const [first] = db.prepare('pragma integrity_check(1)').all()
    const text = String(first?.integrity_check).replace(/\s+/g, ' ')
    if (text !== 'ok') return text
    const stray = db.prepare('pragma foreign_key_check').all()
    return stray.length === 0 ? null : `${stray.length} rows refer to rows that are not there`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export const damaged = (folder: string, what: string) =>
  refusal(400, `The backup ${folder} is damaged: ${what}. Use another backup; this one was left as it is.`)
