/** The folder that holds everything the clinic owns: is it there, closed to others, writable, and is there room? */
import {accessSync, constants, readdirSync, statfsSync, statSync} from 'node:fs'
import path from 'node:path'
import type {Finding} from './finding.ts'

/** Below the first, publications will soon fail; below the second it is time to make room. Bytes. */
const tooLittle = 200 * 1024 * 1024
const little = 2 * 1024 * 1024 * 1024

/** What only the owner may enter: content, the last good pages, questions of patients, secrets, backups of the content. */
const closed = ['lake', 'site', 'enquiries', 'secrets', 'backups']

export function dataFolderFindings(folder: string): Finding[] {
  const subject = 'Data folder'
  if (!isThere(folder)) {
    return [{state: 'attention', subject, text: `${folder} does not exist yet: "npm start" makes it`}]
  }
  const locked = [folder, ...within(folder)].filter((place) => !isWritable(place))
  if (locked.length > 0) {
    const text = `${locked.join(', ')} cannot be written by this user: give it to the user who runs the site (chown -R)`
    return [{state: 'broken', subject, text}, diskFinding(folder)]
  }
  const open = within(folder).filter(isOpenToOthers)
  return [
    open.length > 0
      ? {
          state: 'attention',
          subject,
          text: `other users of this machine may look into it: chmod -R go= ${open.join(' ')}`,
        }
      : {state: 'ok', subject, text: `${folder}, closed to other users`},
    diskFinding(folder),
  ]
}

/** @param free bytes that this user may still write */
export function diskFindingFor(free: number): Finding {
  const subject = 'Disk space'
  const text = `${(free / 1024 ** 3).toFixed(1)} GB free`
  if (free < tooLittle) return {state: 'broken', subject, text: `${text}: make room, or publications will be refused`}
  return free < little ? {state: 'attention', subject, text: `${text}: make room soon`} : {state: 'ok', subject, text}
}

function diskFinding(folder: string): Finding {
  const {bavail, bsize} = statfsSync(folder)
  return diskFindingFor(bavail * bsize)
}

const isThere = (place: string): boolean => statSync(place, {throwIfNoEntry: false})?.isDirectory() ?? false

/** The closed folders that are there, and each secret. */
function within(folder: string): string[] {
  const folders = closed.map((name) => path.join(folder, name)).filter(isThere)
  const secrets = path.join(folder, 'secrets')
  return [...folders, ...(isThere(secrets) ? readdirSync(secrets).map((name) => path.join(secrets, name)) : [])]
}

const isOpenToOthers = (place: string): boolean => (statSync(place).mode & 0o077) !== 0

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK)
    return true
  } catch {
    return false
  }
}
