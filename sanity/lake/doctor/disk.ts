/** Room on the disk of the store, and how old its last backup is. */
import {existsSync, readFileSync, statfsSync} from 'node:fs'
import {join} from 'node:path'
import {LAST_BACKUP} from '../backup/make.ts'
import {MANIFEST} from '../backup/manifest.ts'
import {isRecord} from '../json.ts'
import type {Finding} from './finding.ts'

/** Below the first, changes will soon be refused; below the second it is time to make room. Bytes. */
const TOO_LITTLE = 200 * 1024 ** 2
const LITTLE = 2 * 1024 ** 3
const DAY_MS = 86_400_000
const OLD_DAYS = 7

export function diskFinding(folder: string): Finding {
  const subject = 'Disk space'
  const {bavail, bsize} = statfsSync(folder)
  const free = bavail * bsize
  const text = `${(free / 1024 ** 3).toFixed(1)} GB free`
  if (free < TOO_LITTLE) return {state: 'broken', subject, text: `${text}: make room, or changes will be refused`}
  return free < LITTLE ? {state: 'attention', subject, text: `${text}: make room soon`} : {state: 'ok', subject, text}
}

export function backupFinding(folder: string, now = Date.now()): Finding {
  const subject = 'Backup'
  const last = lastBackupOf(folder)
  if (!last) return {state: 'attention', subject, text: 'there was none yet: "backup" makes one while the lake runs'}
  const days = Math.floor((now - Date.parse(last.startedAt)) / DAY_MS)
  const text = `the last is of ${last.startedAt.slice(0, 16).replace('T', ' ')} UTC, in ${last.path}`
  if (!existsSync(join(last.path, MANIFEST))) {
    return {state: 'attention', subject, text: `${text}, which is not there now: was it moved to a safe place?`}
  }
  return days >= OLD_DAYS
    ? {state: 'attention', subject, text: `${text}: that is ${days} days ago; make one each day`}
    : {state: 'ok', subject, text}
}

function lastBackupOf(folder: string): {path: string; startedAt: string} | null {
  try {
    const note: unknown = JSON.parse(readFileSync(join(folder, LAST_BACKUP), 'utf8'))
    if (!isRecord(note)) return null
    const {path, startedAt} = note
    return typeof path === 'string' && typeof startedAt === 'string' && !Number.isNaN(Date.parse(startedAt))
      ? {path, startedAt}
      : null
  } catch {
    return null
  }
}
