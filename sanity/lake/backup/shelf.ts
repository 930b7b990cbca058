/**
 * A folder of backups: each a folder of its own, named by its moment. Backups are added and, by rotation, the oldest
 * removed; one that is there is never written to.
 * @module
 */
import {existsSync, readdirSync} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {makeFolder, syncFolder} from '../safe-file.ts'
import {MANIFEST} from './manifest.ts'

const NAME = /^lake-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z(?:-\d+)?$/
const UNFINISHED = '.part'

/** Whole backups on a shelf, the oldest first. */
export function backupsOn(shelf: string): string[] {
  if (!existsSync(shelf)) return []
  return readdirSync(shelf)
    .filter((name) => NAME.test(name) && existsSync(join(shelf, name, MANIFEST)))
    .sort(byMoment)
    .map((name) => join(shelf, name))
}

/** Two of one second are told apart by a number, which has to be read as one. */
const byMoment = (a: string, b: string): number => a.localeCompare(b, 'en', {numeric: true, sensitivity: 'base'})

/** Makes room for a new backup and removes what interrupted ones have left. The caller holds the shelf. */
export async function startBackup(shelf: string, startedAt: Date): Promise<{part: string; name: string}> {
  for (const left of readdirSync(shelf)) {
    const isOurs = left.endsWith(UNFINISHED) && NAME.test(left.slice(0, -UNFINISHED.length))
    if (isOurs) await rm(join(shelf, left), {recursive: true, force: true})
  }
  const moment = `lake-${startedAt.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  let name = moment
  for (let number = 2; existsSync(join(shelf, name)); number++) name = `${moment}-${number}`
  const part = join(shelf, name + UNFINISHED)
  makeFolder(part)
  return {part, name}
}

/** Gives a finished backup its name. */
export async function finishBackup(shelf: string, {part, name}: {part: string; name: string}): Promise<string> {
  const path = join(shelf, name)
  await rename(part, path)
  syncFolder(shelf)
  return path
}

/** Removes the oldest backups. @param keep how many stay, at least one @returns those that are gone */
export async function rotate(shelf: string, keep: number): Promise<string[]> {
  const old = backupsOn(shelf).slice(0, -Math.max(1, keep))
  for (const backup of old) {
    // Without its manifest it is no backup any more, whatever interrupts the rest.
    await rm(join(backup, MANIFEST), {force: true})
    await rm(backup, {recursive: true, force: true})
  }
  return old
}
