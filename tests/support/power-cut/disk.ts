/**
 * A disk that may lose its power: what was synced is there after it, and of what was not, anything from all to nothing.
 *
 * Bytes of a file are certain once that file is synced, names once their folder is. Writes that are not may be missing
 * one by one and in the middle, to a sector of 512 bytes; names change in their order, as journals of file systems do.
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {Chance} from '../random'
import type {Step} from './trace'

const SECTOR = 512

type Change = {at: number; bytes: Buffer} | {length: number}
type File = {kept: Buffer; pending: Change[]}
/** A name given to a file, or to a folder where the file is null, or taken away. */
type Naming = {folder: string; name: string; file: File | null | undefined; formerly?: string}

function withChange(bytes: Buffer, change: Change): Buffer {
  if ('length' in change) {
    return change.length <= bytes.length ? bytes.subarray(0, change.length) : Buffer.concat([bytes], change.length)
  }
  const end = change.at + change.bytes.length
  const whole = end > bytes.length ? Buffer.concat([bytes], end) : Buffer.from(bytes)
  change.bytes.copy(whole, change.at)
  return whole
}

/** Several changes with one copy. */
function withChanges(bytes: Buffer, changes: readonly Change[]): Buffer {
  const ends = changes.map((change) => ('length' in change ? change.length : change.at + change.bytes.length))
  if (changes.some((change) => 'length' in change)) return changes.reduce(withChange, bytes)
  const whole = Buffer.concat([bytes], Math.max(bytes.length, ...ends))
  for (const change of changes) if ('bytes' in change) change.bytes.copy(whole, change.at)
  return whole
}

export class Disk {
  /** By path: what a running process sees, and what is certain. */
  readonly #seen = new Map<string, File | null>()
  readonly #certain = new Map<string, File | null>()
  #namings: Naming[] = []

  take(step: Step): void {
    switch (step.kind) {
      case 'create':
        this.#name(step.path, {kept: Buffer.alloc(0), pending: []})
        return
      case 'folder':
        this.#name(step.path, null)
        return
      case 'remove':
        this.#name(step.path, undefined)
        return
      case 'rename': {
        const file = this.#seen.get(step.from)
        this.#seen.delete(step.from)
        this.#name(step.path, file, step.from)
        return
      }
      case 'link':
        this.#name(step.path, this.#seen.get(step.from))
        return
      case 'write':
        this.#seen.get(step.path)?.pending.push({at: step.at, bytes: step.bytes})
        return
      case 'cut to':
        this.#seen.get(step.path)?.pending.push({length: step.length})
        return
      case 'sync':
        this.#sync(step.path)
        return
      case 'say':
        return
    }
  }

  #name(name: string, file: File | null | undefined, formerly?: string): void {
    if (file === undefined) this.#seen.delete(name)
    else this.#seen.set(name, file)
    this.#namings.push({folder: path.dirname(name), name, file, ...(formerly === undefined ? {} : {formerly})})
  }

  #sync(place: string): void {
    const file = this.#seen.get(place)
    if (file) {
      file.kept = withChanges(file.kept, file.pending)
      file.pending = []
      return
    }
    for (const naming of this.#namings) if (naming.folder === place) applyNaming(this.#certain, naming)
    this.#namings = this.#namings.filter(({folder}) => folder !== place)
  }

  /** Writes into `out` one of the states in which a power cut at this moment may leave `root`. */
  cut(root: string, out: string, chance: Chance): void {
    const mode = chance.oneOf(['nothing', 'beginning', 'some', 'torn', 'everything'] as const)
    const names = new Map(this.#certain)
    const survivors = mode === 'everything' ? this.#namings.length : chance.whole(0, this.#namings.length)
    for (const naming of this.#namings.slice(0, mode === 'nothing' ? 0 : survivors)) applyNaming(names, naming)
    for (const [name, file] of [...names].sort(([a], [b]) => a.localeCompare(b))) {
      if (!isReachable(name, root, names)) continue
      const place = path.join(out, path.relative(root, name))
      if (file === null) mkdirSync(place, {recursive: true})
      else writeFileSync(place, withChanges(file.kept, survivingOf(file.pending, mode, chance)))
    }
  }
}

function applyNaming(names: Map<string, File | null>, {name, file, formerly}: Naming): void {
  if (formerly !== undefined) names.delete(formerly)
  if (file === undefined) names.delete(name)
  else names.set(name, file)
}

/** A file is there only where all the folders above it are. */
function isReachable(name: string, root: string, names: ReadonlyMap<string, File | null>): boolean {
  const parent = path.dirname(name)
  return parent === root || (names.get(parent) === null && isReachable(parent, root, names))
}

function survivingOf(pending: readonly Change[], mode: string, chance: Chance): Change[] {
  switch (mode) {
    case 'nothing':
      return []
    case 'beginning':
      return pending.slice(0, chance.whole(0, pending.length))
    case 'everything':
      return [...pending]
    default:
      return pending
        .filter(() => chance.happens(0.5))
        .map((change) => (mode === 'torn' ? torn(change, chance) : change))
  }
}

function torn(change: Change, chance: Chance): Change {
  if ('length' in change || !chance.happens(0.3)) return change
  const sectors = Math.floor(change.bytes.length / SECTOR)
  return {at: change.at, bytes: change.bytes.subarray(0, chance.whole(0, sectors) * SECTOR)}
}
