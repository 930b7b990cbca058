/**
 * Putting a backup in the place of a store. The new folder is complete and verified beside the old one before two
 * renames exchange them; the old one is kept.
 * @module
 */
import {constants, copyFileSync, existsSync, readdirSync, rmdirSync} from 'node:fs'
import {chmod, open, rename, rm} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {holdFolder, holdStoppedStore} from '../database.ts'
import {LakeError, refusal} from '../lake-error.ts'
import {isOutOfRoom, makeFolder, syncFolder} from '../safe-file.ts'
import {SCHEMA_VERSION} from '../schema.ts'
import {type Manifest, readManifest} from './manifest.ts'
import {damaged, verifyFiles} from './verify.ts'

export type RestoreReport = {
  readonly manifest: Manifest
  /** Where the store that stood there is now, or null where there was none. */
  readonly movedTo: string | null
}

/**
 * Makes `folder` what `backup` holds.
 *
 * @param isForced whether a store that stands there may be moved aside; a running lake is refused in any case
 * @throws LakeError with a sentence; the store that stands there is untouched then
 */
export async function restoreBackup(backup: string, folder: string, isForced: boolean): Promise<RestoreReport> {
  const manifest = await readManifest(backup)
  if (manifest.schema > SCHEMA_VERSION) {
    throw refusal(
      503,
      `The backup has schema ${manifest.schema} and this lake knows ${SCHEMA_VERSION}: restore it with the newer version.`,
    )
  }
  const target = resolve(folder)
  holdStoppedStore(target).close()
  const hasStore = existsSync(join(target, 'lake.db')) || namesIn(join(target, 'blobs')).length > 0
  if (hasStore && !isForced) {
    throw refusal(
      409,
      `${folder} holds a store already. Nothing was changed. Give --force to move it aside, or another folder with --data.`,
    )
  }
  makeFolder(dirname(target))
  const staging = await freshPath(`${target}.restoring`)
  try {
    makeFolder(staging)
    const hold = holdFolder(staging, 'lake.lock', `Another restore to ${folder} is under way: let it end first.`)
    try {
      await copyAll(backup, staging, manifest)
      await verifyFiles(staging, manifest)
      const extras = join(staging, 'extra')
      for (const name of namesIn(extras)) await rename(join(extras, name), join(staging, name))
      if (existsSync(extras)) rmdirSync(extras)
      syncFolder(staging)
      return {manifest, movedTo: await exchange(target, staging)}
    } finally {
      hold.close()
    }
  } catch (error) {
    await rm(staging, {recursive: true, force: true})
    if (error instanceof LakeError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw isOutOfRoom(error)
      ? refusal(507, `There is no room beside ${folder} for the restored store: nothing was changed.`, {cause: error})
      : refusal(503, `The backup could not be restored: ${reason}.`, {cause: error})
  }
}

async function copyAll(backup: string, staging: string, {files}: Manifest): Promise<void> {
  for (const inner of ['blobs', 'extra']) makeFolder(join(staging, inner))
  for (const {name} of files) {
    const copy = join(staging, name)
    if (!existsSync(join(backup, name))) throw damaged(backup, `${name} is missing`)
    copyFileSync(join(backup, name), copy, constants.COPYFILE_EXCL)
    await chmod(copy, 0o600)
    const handle = await open(copy, 'r+')
    await handle.sync().finally(() => handle.close())
  }
  for (const inner of ['blobs', 'extra']) syncFolder(join(staging, inner))
}

/** The moment of change: two renames. Should a lake start between them, the second fails and the first is undone. */
async function exchange(target: string, staging: string): Promise<string | null> {
  const parent = dirname(target)
  if (existsSync(target) && readdirSync(target).length === 0) rmdirSync(target)
  if (!existsSync(target)) {
    await rename(staging, target)
    syncFolder(parent)
    return null
  }
  const hold = holdStoppedStore(target)
  try {
    const aside = await freshPath(`${target}.before-restore`)
    await rename(target, aside)
    await rename(staging, target).catch(async (error: unknown) => {
      if (!existsSync(target)) await rename(aside, target)
      throw error
    })
    syncFolder(parent)
    return aside
  } finally {
    hold.close()
  }
}

/** A name that nothing has yet: with the day and the time, and a number where that is not enough. */
async function freshPath(beginning: string): Promise<string> {
  const path = `${beginning}-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  let fresh = path
  for (let number = 2; existsSync(fresh); number++) fresh = join(dirname(path), `${basename(path)}-${number}`)
  return fresh
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])
