/**
 * Backing up a store while a lake goes on writing to it.
 *
 * SQLite's online backup copies one snapshot of `lake.db`, in one step, so that writers neither wait nor make it begin
 * again. The bytes of assets come after it: they are on disk before a document names them and never change, so that
 * whatever the snapshot names is there.
 * @module
 */
import {constants, copyFileSync, existsSync, readdirSync, statfsSync, statSync} from 'node:fs'
import {chmod, link, open, rm} from 'node:fs/promises'
import {basename, join, resolve, sep} from 'node:path'
import {backup as copyDatabase, DatabaseSync} from 'node:sqlite'
import {isAssetFile, sha1Of} from '../assets.ts'
import {holdFolder} from '../database.ts'
import {LakeError, refusal} from '../lake-error.ts'
import {openForReading} from '../reading.ts'
import {numberOf} from '../row.ts'
import {hashOfFile, isOutOfRoom, makeFolder, syncFolder, writeSafely} from '../safe-file.ts'
import {type BackupFile, FORMAT, MANIFEST, type Manifest, readManifest} from './manifest.ts'
import {backupsOn, finishBackup, rotate, startBackup} from './shelf.ts'
import {faultIn, verifyFiles} from './verify.ts'

export type BackupReport = {
  readonly path: string
  readonly manifest: Manifest
  /** What is wrong with the store that was backed up, in sentences; the backup has it as it is. */
  readonly complaints: readonly string[]
  /** Older backups that gave way. */
  readonly removed: readonly string[]
}

/** Where the store notes its last backup, for the doctor. */
export const LAST_BACKUP = 'last-backup.json'

/** Everything in one step: with smaller ones, each commit of the lake would make the copy begin again. */
const ALL_PAGES = 2 ** 31 - 1

/** What a lake makes again by itself, and what only the machine's own lake has a use for. */
const LEFT_OUT = /^(?:lake\.(?:db(?:-\w+)?|lock(?:-\w+)?|sock)|last-backup\.json|.*\.(?:log|part))$/
const EXTRA = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
const MAX_EXTRA = 1024 * 1024

/**
 * Puts a verified backup of `folder` on `shelf`. @param keep how many backups stay there, or null for all
 *
 * @throws LakeError where there is no store, no room, or another backup under way; nothing is left behind then
 */
export async function makeBackup(folder: string, shelf: string, keep: number | null): Promise<BackupReport> {
  const source = join(folder, 'lake.db')
  if (!existsSync(source)) throw refusal(404, `There is no store in ${folder}: nothing was backed up.`)
  if (`${resolve(shelf)}${sep}`.startsWith(`${resolve(folder)}${sep}`)) {
    throw refusal(400, `${shelf} lies inside the store, and would be lost with it: choose a folder elsewhere.`)
  }
  makeFolder(shelf)
  const hold = holdFolder(shelf, 'backup.lock', `Another backup to ${shelf} is under way: let it end first.`)
  try {
    const startedAt = new Date()
    const previous = backupsOn(shelf).at(-1) ?? null
    const started = await startBackup(shelf, startedAt)
    const {manifest, complaints} = await fill(folder, started.part, previous, startedAt).catch(
      async (error: unknown) => {
        await rm(started.part, {recursive: true, force: true})
        throw error
      },
    )
    const path = await finishBackup(shelf, started)
    const removed = keep === null ? [] : await rotate(shelf, keep)
    await note(folder, path, manifest.startedAt)
    return {path, manifest, complaints, removed}
  } catch (error) {
    if (error instanceof LakeError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw isOutOfRoom(error) || /disk is full/i.test(reason)
      ? refusal(507, `There is no room left in ${shelf}: the backup was given up. Older ones are as they were.`, {
          cause: error,
        })
      : refusal(503, `The backup could not be made: ${reason}. Older ones are as they were.`, {cause: error})
  } finally {
    hold.close()
  }
}

async function fill(folder: string, part: string, previous: string | null, startedAt: Date) {
  assertRoom(folder, part, previous)
  const database = join(part, 'lake.db')
  await snapshot(join(folder, 'lake.db'), database)
  const {facts, complaints} = await inspect(database)
  const shared = previous === null ? new Map<string, BackupFile>() : await filesOf(previous)
  const files: BackupFile[] = [await described(part, 'lake.db')]
  makeFolder(join(part, 'blobs'))
  makeFolder(join(part, 'extra'))
  for (const name of namesIn(join(folder, 'blobs')).filter(isAssetFile)) {
    const copy = join(part, 'blobs', name)
    const known = shared.get(`blobs/${name}`)
    const isShared =
      previous !== null && known !== undefined && (await shareFrom(join(previous, known.name), known, copy))
    if (!isShared) await copySafely(join(folder, 'blobs', name), copy)
    files.push(await described(part, `blobs/${name}`))
    if ((await hashOfFile(copy, 'sha1')) !== sha1Of(name)) {
      complaints.push(
        `blobs/${name} of the store is damaged: upload that file again, or restore it from an older backup.`,
      )
    }
  }
  for (const name of namesIn(folder).filter((name) => EXTRA.test(name) && !LEFT_OUT.test(name))) {
    const path = join(folder, name)
    if (!statSync(path).isFile() || statSync(path).size > MAX_EXTRA) continue
    await copySafely(path, join(part, 'extra', name))
    files.push(await described(part, `extra/${name}`))
  }
  const held = new Set(files.map(({name}) => name))
  for (const name of facts.assetFiles) {
    if (!held.has(`blobs/${name}`)) complaints.push(`blobs/${name} is missing in the store, and so in this backup.`)
  }
  const {schema, documents, transactions} = facts
  const versions = {sqlite: process.versions.sqlite ?? 'unknown', node: process.versions.node}
  const manifest: Manifest = {
    ...{format: FORMAT, startedAt: startedAt.toISOString(), schema, ...versions, documents, transactions, files},
  }
  await verifyFiles(part, manifest)
  for (const inner of ['blobs', 'extra']) syncFolder(join(part, inner))
  await writeSafely(join(part, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  return {manifest, complaints}
}

/** One moment of the store, as one plain file. */
async function snapshot(source: string, copy: string): Promise<void> {
  const db = openForReading(source)
  try {
    await copyDatabase(db, copy, {rate: ALL_PAGES})
  } finally {
    db.close()
  }
  await chmod(copy, 0o600)
}

/** Reads the copy: that it is sound, and what is in it. Leaves one file that needs no other beside it. */
async function inspect(path: string) {
  const db = new DatabaseSync(path)
  try {
    db.exec('pragma journal_mode = delete')
    const fault = faultIn(db)
    if (fault !== null) {
      throw refusal(503, `The store is damaged (${fault}): no backup was made of it. Restore the last one.`)
    }
    const number = (sql: string, column: string): number => numberOf(db.prepare(sql).get() ?? {}, column)
    const assets = db
      .prepare(
        `select json ->> '$.path' as path from document
         where json ->> '$._type' in ('sanity.imageAsset', 'sanity.fileAsset')`,
      )
      .all()
    const facts = {
      schema: number('pragma user_version', 'user_version'),
      documents: number('select count(*) as n from document', 'n'),
      transactions: number('select count(*) as n from tx', 'n'),
      assetFiles: assets.flatMap(({path}) => (typeof path === 'string' ? [basename(path)] : [])),
    }
    const complaints: string[] = []
    return {facts, complaints}
  } finally {
    db.close()
    await sync(path)
  }
}

async function described(part: string, name: string): Promise<BackupFile> {
  const path = join(part, name)
  return {name, bytes: statSync(path).size, sha256: await hashOfFile(path, 'sha256')}
}

/** Bytes that an older backup on the shelf has already, where they are still what they were. */
async function shareFrom(path: string, {bytes, sha256}: BackupFile, copy: string): Promise<boolean> {
  if (!existsSync(path) || statSync(path).size !== bytes || (await hashOfFile(path, 'sha256')) !== sha256) return false
  // Some file systems know no second name for a file.
  return link(path, copy).then(
    () => true,
    () => false,
  )
}

async function copySafely(from: string, to: string): Promise<void> {
  copyFileSync(from, to, constants.COPYFILE_EXCL)
  await chmod(to, 0o600)
  await sync(to)
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const filesOf = async (backup: string): Promise<Map<string, BackupFile>> =>
  new Map((await readManifest(backup).catch(() => null))?.files.map((file) => [file.name, file]))

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : [])

/** Said before anything is written, with numbers. */
function assertRoom(folder: string, part: string, previous: string | null): void {
  const shared = new Set(previous === null ? [] : namesIn(join(previous, 'blobs')))
  const blobs = namesIn(join(folder, 'blobs')).filter((name) => isAssetFile(name) && !shared.has(name))
  const sizes = [
    join(folder, 'lake.db'),
    join(folder, 'lake.db-wal'),
    ...blobs.map((name) => join(folder, 'blobs', name)),
  ]
  const needed = sizes.reduce((sum, path) => sum + (statSync(path, {throwIfNoEntry: false})?.size ?? 0), 0)
  const {bavail, bsize} = statfsSync(part)
  if (bavail * bsize > needed) return
  const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`
  throw refusal(
    507,
    `The backup needs ${megabytes(needed)} and ${megabytes(bavail * bsize)} are free: make room, or name a folder on another disk.`,
  )
}

/** A store that cannot be written to has been backed up all the same. */
async function note(folder: string, path: string, startedAt: string): Promise<void> {
  const text = `${JSON.stringify({path: resolve(path), startedAt})}\n`
  await writeSafely(join(folder, LAST_BACKUP), text).catch(() => {})
}
