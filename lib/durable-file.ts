/**
 * Small files that are there, whole, after a power cut, or not at all: secrets. A write is certain only when the file is
 * synced, and a name only when the folder that holds it is.
 */
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
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
  handOver(folder)
  syncFolder(parent)
}

/**
 * Root works for whoever owns the folder: what it makes there is theirs. Otherwise a command that was once run as root
 * would leave files that the site cannot read.
 */
export function handOver(place: string): void {
  if (process.geteuid?.() !== 0) return
  const {uid, gid} = statSync(path.dirname(place))
  chownSync(place, uid, gid)
}

/** Writes a file of one's own (0600) whole, in the place of one that is there. */
export function writeDurably(file: string, text: string): void {
  const part = writePart(file, text)
  try {
    renameSync(part, file)
  } finally {
    rmSync(part, {force: true})
  }
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
  sweepParts(file)
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

/**
 * Removes what a write has left that was ended by a kill −9 or a power cut: there may be a key in it. One of this process
 * is left too, of an earlier one with its number (in a container each has the same): a write here does not wait.
 */
function sweepParts(file: string): void {
  const folder = path.dirname(file)
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!name.startsWith(`${path.basename(file)}.`)) continue
    const pid = Number(/\.(\d+)-\d+\.part$/.exec(name)?.[1])
    if (pid === process.pid || (pid > 0 && !isRunning(pid))) rmSync(path.join(folder, name), {force: true})
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

let parts = 0

/** Writes and syncs the text beside its place, under a name that no other process and no other call has. */
function writePart(file: string, text: string): string {
  sweepParts(file)
  const part = `${file}.${process.pid}-${++parts}.part`
  const handle = openSync(part, 'w', 0o600)
  try {
    handOver(part)
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
