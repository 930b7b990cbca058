/**
 * Backups of the questions: one file, as it was at one moment, made while the site runs and without any key. It is as
 * sealed as the store, and without the keys as unreadable.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {makeFolder, syncFolder} from '../durable-file.ts'
import {auditEntries} from './audit-trail.ts'
import {applicationId, databaseFile, StoreError, storeVersion, versionOf} from './database.ts'
import type {KeyPlace} from './keys.ts'
import {SqliteEnquiryStore} from './sqlite-store.ts'

export type Inspected = {readonly questions: number; readonly version: number}

const timeFor = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`
const named = (at: number): string => `enquiries-${timeFor(at)}.db`
const isNamed = (file: string): boolean => /^enquiries-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.db$/.test(file)

/**
 * Copies the store into a file that is not there yet, or into a folder, under a name with the time. The copy is looked
 * through before it gets its name. Throws a `StoreError`.
 */
export function backUp({db}: SqliteEnquiryStore, target: string, at: number): {file: string} & Inspected {
  const file = statSync(target, {throwIfNoEntry: false})?.isDirectory() ? path.join(target, named(at)) : target
  if (existsSync(file)) throw new StoreError(`${file} is there already: choose another name.`)
  const part = `${file}.part`
  try {
    // SQLite writes into a file that is there and empty; made here, it is its owner's alone from the first byte on.
    closeSync(openSync(part, 'wx', 0o600))
    db.prepare('vacuum into ?').run(part)
    sync(part)
    const found = inspect(part)
    renameSync(part, file)
    syncFolder(path.dirname(file))
    return {file, ...found}
  } catch (error) {
    rmSync(part, {force: true})
    throw error
  }
}

/** Removes all but the newest of the backups with the time in their name. Answers which were removed. */
export function keepNewest(folder: string, most: number): string[] {
  const old = readdirSync(folder).filter(isNamed).sort().reverse().slice(most)
  for (const file of old) rmSync(path.join(folder, file))
  return old
}

/** Looks through a copy, all of it. Throws a `StoreError` where it is none, damaged, or of a newer version. */
export function inspect(file: string): Inspected {
  if (!existsSync(file)) throw new StoreError(`There is no file ${file}.`)
  const db = new DatabaseSync(file, {readOnly: true})
  try {
    if (Number(db.prepare('pragma application_id').get()?.application_id) !== applicationId) {
      throw new StoreError(`${file} is no backup of questions.`)
    }
    const version = versionOf(db)
    if (version > storeVersion) {
      throw new StoreError(
        `${file} is of store version ${version}; this software knows ${storeVersion}. Install the newer one.`,
      )
    }
    const said = db.prepare('pragma integrity_check').get()?.integrity_check
    if (said !== 'ok') throw new StoreError(`${file} is damaged: ${said}. Take another backup.`)
    return {version, questions: Number(db.prepare('select count(*) as number from enquiry').get()?.number)}
  } catch (cause) {
    if (cause instanceof StoreError) throw cause
    throw new StoreError(`${file} cannot be read: it is damaged, or no backup of questions.`, {cause})
  } finally {
    db.close()
  }
}

/**
 * Whether a program, the site say, has the store open. Nothing else may: only then does SQLite hand out the whole file.
 */
export function isInUse(folder: string): boolean {
  const db = new DatabaseSync(databaseFile(folder), {timeout: 0})
  try {
    db.exec('pragma locking_mode = exclusive; begin exclusive; rollback')
    return false
  } catch {
    return true
  } finally {
    db.close()
  }
}

/**
 * Puts a backup in the store's place; what stood there is moved aside, whole. Questions that were deleted since the
 * backup was made are deleted again. Throws a `StoreError`, and has then changed nothing.
 *
 * @param force also where there are questions already
 */
export function restore(
  source: string,
  folder: string,
  {keyPlace, force, at}: {readonly keyPlace: KeyPlace; readonly force: boolean; readonly at: number},
): Inspected & {readonly movedTo: string | null; readonly deletedAgain: number} {
  const found = inspect(source)
  const isThere = existsSync(databaseFile(folder))
  if (isThere && isInUse(folder)) throw new StoreError(`The questions in ${folder} are in use. Stop the site first.`)
  const gone = isThere ? deletedIn(folder, keyPlace, force) : []
  const fresh = `${folder}.restoring`
  rmSync(fresh, {recursive: true, force: true})
  makeFolder(fresh)
  copyFileSync(source, databaseFile(fresh))
  sync(databaseFile(fresh))
  // The launcher makes the folder before there is anything in it.
  const isEmpty = !existsSync(folder) || readdirSync(folder).length === 0
  const movedTo = isEmpty ? null : `${folder}.before-restore-${timeFor(at)}`
  if (movedTo) renameSync(folder, movedTo)
  else rmSync(folder, {recursive: true, force: true})
  renameSync(fresh, folder)
  syncFolder(path.dirname(folder))
  const store = new SqliteEnquiryStore(folder, keyPlace)
  try {
    const actor = {id: 'clinic', name: 'clinic'}
    const deletedAgain = gone.filter((reference) => store.delete(reference, actor, at)).length
    return {...found, questions: store.records().length, movedTo, deletedAgain}
  } finally {
    store.close()
  }
}

/** What was deleted from the store that goes, by its audit trail. Refuses where questions are in it. */
function deletedIn(folder: string, keyPlace: KeyPlace, force: boolean): string[] {
  const store = openOrNull(folder, keyPlace)
  // A damaged one has nothing to say, and is what restores are for.
  if (!store) return []
  try {
    const {length} = store.records()
    if (length > 0 && !force) {
      throw new StoreError(
        `There are ${length} questions in ${folder}. To put the backup in their place, add --force: they are moved aside.`,
      )
    }
    return auditEntries(store.db).flatMap(({action, reference}) =>
      (action === 'deleted' || action === 'purged') && reference !== null ? [reference] : [],
    )
  } finally {
    store.close()
  }
}

function openOrNull(folder: string, keyPlace: KeyPlace): SqliteEnquiryStore | null {
  try {
    return new SqliteEnquiryStore(folder, keyPlace)
  } catch {
    return null
  }
}

function sync(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
