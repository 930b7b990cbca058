/**
 * Small files that are there, whole, after a power cut, or not at all: secrets. A write is certain only when the file is
 * synced, and a name only when the folder that holds it is.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

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
  if (existsSync(folder)) return
  const parent = path.dirname(folder)
  makeFolder(parent)
  mkdirSync(folder, {recursive: true, mode: 0o700})
  syncFolder(parent)
}

/** Writes a file of one's own (0600) whole, in the place of one that is there. */
export function writeDurably(file: string, text: string): void {
  const part = writePart(file, text)
  renameSync(part, file)
  syncFolder(path.dirname(file))
}

/** The same where there is none yet. False where there was one, which then stays: two that make it at once agree. */
export function makeDurably(file: string, text: string): boolean {
  const part = writePart(file, text)
  try {
    linkSync(part, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(part, {force: true})
    syncFolder(path.dirname(file))
  }
}

/** Writes zeros over a file and removes it. False where there was none. */
export function removeDurably(file: string): boolean {
  const size = statSync(file, {throwIfNoEntry: false})?.size
  if (size === undefined) return false
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, Buffer.alloc(size), 0, size, 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  rmSync(file)
  syncFolder(path.dirname(file))
  return true
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

let parts = 0

/** Writes and syncs the text beside its place, under a name that no other process and no other call has. */
function writePart(file: string, text: string): string {
  const part = `${file}.${process.pid}-${++parts}.part`
  const handle = openSync(part, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } catch (error) {
    rmSync(part, {force: true})
    throw error
  } finally {
    closeSync(handle)
  }
  return part
}
