/**
 * Pictures made to measure, kept on disk up to a limit: the least recently used go first. Losing one costs only time,
 * so their names are not synced, and the folder may be emptied at any moment; but one that is there is whole.
 * @module
 */
import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, rmSync, statSync} from 'node:fs'
import {open, readFile, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'

export type Rendition = {readonly bytes: Uint8Array<ArrayBuffer>; readonly mimeType: string}

const MIME_TYPES: Record<string, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  svg: 'image/svg+xml',
}

const extensionFor = (mimeType: string): string | null =>
  Object.entries(MIME_TYPES).find(([, type]) => type === mimeType)?.[0] ?? null

/** How many pictures are computed at once: each may hold 100 megapixels. */
const CONCURRENCY = 2

export class Renditions {
  readonly #folder: string
  readonly #limit: number
  /** File name to size, the least recently used first. */
  readonly #sizes = new Map<string, number>()
  readonly #underway = new Map<string, Promise<Rendition>>()
  #total = 0
  #slots = CONCURRENCY
  readonly #waiting: (() => void)[] = []

  /** @param limit bytes on disk */
  constructor(folder: string, limit: number) {
    this.#folder = join(folder, 'renditions')
    this.#limit = limit
    mkdirSync(this.#folder, {recursive: true, mode: 0o700})
    const names = readdirSync(this.#folder).filter((name) => this.#isFinished(name))
    const files = names.map((name) => ({name, ...pick(statSync(join(this.#folder, name)))}))
    for (const {name, size} of files.sort((a, b) => a.used - b.used)) this.#remember(name, size)
  }

  /** Removes what an interrupted process has left half-written. */
  #isFinished(name: string): boolean {
    if (!name.endsWith('.part')) return true
    rmSync(join(this.#folder, name), {force: true})
    return false
  }

  /** The rendition under a key, made when it is not there; two who ask at once wait for one. */
  async get(key: string, make: () => Promise<{bytes: Uint8Array; mimeType: string}>): Promise<Rendition> {
    const hash = createHash('sha256').update(key).digest('hex')
    const known = await this.#read(hash)
    if (known) return known
    const underway = this.#underway.get(hash) ?? this.#make(hash, make)
    this.#underway.set(hash, underway)
    return underway
  }

  async #make(hash: string, make: () => Promise<{bytes: Uint8Array; mimeType: string}>): Promise<Rendition> {
    try {
      if (this.#slots === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
      else this.#slots--
      const made = await make().finally(() => this.#release())
      const rendition = {bytes: new Uint8Array(made.bytes), mimeType: made.mimeType}
      await this.#write(hash, rendition)
      return rendition
    } finally {
      this.#underway.delete(hash)
    }
  }

  #release(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#slots++
  }

  async #read(hash: string): Promise<Rendition | null> {
    for (const [extension, mimeType] of Object.entries(MIME_TYPES)) {
      const name = `${hash}.${extension}`
      const size = this.#sizes.get(name)
      if (size === undefined) continue
      const bytes = await readFile(join(this.#folder, name)).catch(() => null)
      this.#forget(name)
      if (bytes?.byteLength !== size) return null
      this.#remember(name, size)
      return {bytes: new Uint8Array(bytes), mimeType}
    }
    return null
  }

  /** A full disk must not keep anybody from a picture that is already made. */
  async #write(hash: string, {bytes, mimeType}: Rendition): Promise<void> {
    const extension = extensionFor(mimeType)
    if (!extension || bytes.byteLength > this.#limit) return
    const name = `${hash}.${extension}`
    const path = join(this.#folder, name)
    try {
      const handle = await open(`${path}.part`, 'w', 0o600)
      try {
        await handle.writeFile(bytes)
        // Unsynced, a name can come back from a power cut with no bytes behind it, and be served for good.
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(`${path}.part`, path)
    } catch {
      await rm(`${path}.part`, {force: true}).catch(() => {})
      return
    }
    this.#remember(name, bytes.byteLength)
    await this.#shrink()
  }

  async #shrink(): Promise<void> {
    for (const name of this.#sizes.keys()) {
      if (this.#total <= this.#limit) return
      this.#forget(name)
      await rm(join(this.#folder, name), {force: true})
    }
  }

  #remember(name: string, size: number): void {
    this.#forget(name)
    this.#sizes.set(name, size)
    this.#total += size
  }

  #forget(name: string): void {
    this.#total -= this.#sizes.get(name) ?? 0
    this.#sizes.delete(name)
  }
}

const pick = ({size, mtimeMs}: {size: number; mtimeMs: number}) => ({size, used: mtimeMs})
