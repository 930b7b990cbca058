/** Pictures of the lake, or of Sanity's image CDN, kept in `DATA_DIR/site/media` within a bound. */
import {createHash} from 'node:crypto'
import {mkdir, readdir, readFile, rename, stat, unlink, utimes, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {env} from '@/lib/env'
import type {MediaRequest} from '@/lib/media'
import {lightEnough} from '@/sanity/share-picture'

export type Media = {readonly bytes: Uint8Array; readonly type: string}

/** The folder is trimmed to this, the longest unused first. Bytes. */
const bound = 512 * 1024 * 1024
/** Larger answers are no picture of ours. Bytes. */
const largest = 20 * 1024 * 1024

const folder = () => path.join(/* turbopackIgnore: true */ env.dataDir, 'site', 'media')
const origin = () => env.lakeUrl ?? 'https://cdn.sanity.io'

/** Formats worth asking for, best first; anything else gets what the original is. */
const formats = ['image/avif', 'image/webp'] as const

/** The bytes of a picture in the best format the reader accepts. `unknown`: no such asset. */
export async function mediaFor(request: MediaRequest, accept: string): Promise<Media | 'unknown' | 'unavailable'> {
  const format = formats.find((type) => accept.includes(type)) ?? '*/*'
  const address = `${origin()}/images/${env.projectId}/${env.dataset}/${request.fileName}?${request.parameters}`
  const file = path.join(folder(), createHash('sha256').update(`${address} ${format}`).digest('hex'))
  const kept = await keptMedia(file)
  if (kept) return kept
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      headers: {accept: format},
      signal: AbortSignal.timeout(10_000),
    })
    if (response.status === 404 || response.status === 400) return 'unknown'
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || !type.startsWith('image/')) return 'unavailable'
    const original = new Uint8Array(await response.arrayBuffer())
    if (original.length > largest) return 'unavailable'
    const bytes = request.parameters.get('fm') === 'jpg' ? await lightEnough(original) : original
    await keep(file, {bytes, type})
    return {bytes, type}
  } catch {
    return 'unavailable'
  }
}

/** A kept picture is its type in one line, then its bytes. */
async function keptMedia(file: string): Promise<Media | null> {
  try {
    const content = await readFile(file)
    const end = content.indexOf(10)
    const now = new Date()
    void utimes(file, now, now).catch(() => undefined)
    return {type: content.subarray(0, end).toString('latin1'), bytes: content.subarray(end + 1)}
  } catch {
    return null
  }
}

async function keep(file: string, {bytes, type}: Media): Promise<void> {
  try {
    await mkdir(folder(), {recursive: true, mode: 0o700})
    const draft = `${file}.${process.pid}`
    await writeFile(draft, Buffer.concat([Buffer.from(`${type}\n`, 'latin1'), bytes]), {mode: 0o600})
    // A reader sees the whole file or none.
    await rename(draft, file)
    await trim()
  } catch (error) {
    // A full disk costs speed, not the picture.
    console.error('[media] A picture could not be kept:', error instanceof Error ? error.message : error)
  }
}

let writtenSinceTrim = 0

async function trim(): Promise<void> {
  if (writtenSinceTrim++ % 100 !== 0) return
  const names = await readdir(folder())
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder(), name)
      const {size, mtimeMs} = await stat(file)
      return {file, size, mtimeMs}
    }),
  )
  let total = files.reduce((sum, {size}) => sum + size, 0)
  for (const {file, size} of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (total <= bound) break
    await unlink(file)
    total -= size
  }
}
