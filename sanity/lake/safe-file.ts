/**
 * Files and folders that are still there after a power cut. A write is certain only when the file is synced, and a
 * name only when the folder that holds it is.
 * @module
 */
import {createHash} from 'node:crypto'
import {closeSync, createReadStream, existsSync, fsyncSync, mkdirSync, openSync} from 'node:fs'
import {open, rename, rm} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import {isRecord} from './json.ts'

/** Makes the names in a folder certain. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a folder for its owner alone, with those above it, each certain to stay. One that is there stays as it is. */
export function makeFolder(folder: string): void {
  const path = resolve(folder)
  if (existsSync(path)) return
  const parent = dirname(path)
  makeFolder(parent)
  mkdirSync(path, {recursive: true, mode: 0o700})
  syncFolder(parent)
}

/**
 * Writes a file whole or not at all, in the place of one that is there. The bytes go to `<path>.part` first, which is
 * removed when they do not fit.
 *
 * @param part where to write first, for names that several may write at once
 */
export async function writeSafely(path: string, bytes: string | Uint8Array, part = `${path}.part`): Promise<void> {
  try {
    const handle = await open(part, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, {force: true}).catch(() => {})
    throw error
  }
  syncFolder(dirname(path))
}

/** The hash of a file in hexadecimal, read in pieces. */
export async function hashOfFile(path: string, algorithm: 'sha1' | 'sha256'): Promise<string> {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

const codeOf = (error: unknown): unknown => (isRecord(error) ? error.code : undefined)

/** No room: a full disk, a quota used up, or a file larger than this process may write. */
export const isOutOfRoom = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(codeOf(error)))

/** A disk that takes no writing at all: mounted read-only, closed to this user, or failing. */
export const isUnwritable = (error: unknown): boolean =>
  ['EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOENT', 'ENOTDIR', 'EMFILE', 'ENFILE'].includes(String(codeOf(error)))

export const isAbsent = (error: unknown): boolean => codeOf(error) === 'ENOENT'
