/** Pictures of the lake, or of Sanity's image CDN, kept in `DATA_DIR/site/media/<file name of the original>` within bounds. */
import {createHash} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {env} from '@/lib/env'
import type {MediaRequest} from '@/lib/media'
import {processWide} from '@/lib/process-wide'
import {readToken} from '@/lib/secrets'
import {turns} from '@/lib/turns'
import {lightEnough} from '@/sanity/share-picture'

export type Media = {readonly bytes: Uint8Array; readonly type: string}

/** The folder is trimmed to this, the longest unused first. Bytes. */
const bound = {bytes: 512 * 1024 * 1024, files: Number.POSITIVE_INFINITY}
/**
 * What one picture may take of it. Anybody can think of parts and focal points of a picture that no page shows: they push
 * out variants of that picture, not other pictures. All that pages show of one is far less.
 */
const boundOfOne = {bytes: 32 * 1024 * 1024, files: 200}
/** Larger answers are no picture of ours. Bytes. */
const largest = 20 * 1024 * 1024

/** The lake resizes on this machine's processor, beside the pages; who finds the line full is asked to come again. */
const lake = processWide('media-turns', () => ({take: turns({atOnce: 4, waiting: 100})}))
/** Pictures on their way, by the file that they will be: whoever wants the same one waits for it. */
const onTheirWay = processWide('media-on-their-way', () => new Map<string, Promise<Fetched>>())

type Fetched = Media | 'unknown' | 'unavailable'

const folder = () => path.join(/* turbopackIgnore: true */ env.dataDir, 'site', 'media')
const origin = () => env.lakeUrl ?? 'https://cdn.sanity.io'

/** A private dataset of the embedded lake shows its pictures to who has a token; Sanity's CDN wants none. */
function credentials(): Record<string, string> {
  const token = env.lakeUrl === null ? null : readToken()
  return token === null ? {} : {authorization: `Bearer ${token}`}
}

/** Formats worth asking for, best first; anything else gets what the original is. */
const formats = ['image/avif', 'image/webp'] as const

/** The bytes of a picture in the best format the reader accepts. `unknown`: no such asset. */
export async function mediaFor(request: MediaRequest, accept: string): Promise<Fetched> {
  const format = formats.find((type) => accept.includes(type)) ?? '*/*'
  const address = `${origin()}/images/${env.projectId}/${env.dataset}/${request.fileName}?${request.parameters}`
  const file = path.join(folder(), request.fileName, createHash('sha256').update(`${address} ${format}`).digest('hex'))
  const kept = await keptMedia(file)
  if (kept) return kept
  const coming = onTheirWay.get(file)
  if (coming) return coming
  const picture = lake
    .take(() => fetchMedia(address, format, request, file))
    .catch((): Fetched => 'unavailable')
    .finally(() => onTheirWay.delete(file))
  onTheirWay.set(file, picture)
  return picture
}

async function fetchMedia(address: string, format: string, {parameters}: MediaRequest, file: string): Promise<Fetched> {
  const response = await fetch(address, {
    cache: 'no-store',
    headers: {accept: format, ...credentials()},
    signal: AbortSignal.timeout(10_000),
  })
  if (response.status === 404 || response.status === 400) return 'unknown'
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok || !type.startsWith('image/')) return 'unavailable'
  const original = new Uint8Array(await response.arrayBuffer())
  if (original.length > largest) return 'unavailable'
  const bytes = parameters.get('fm') === 'jpg' ? await lightEnough(original) : original
  await keep(file, {bytes, type})
  return {bytes, type}
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
    const ownFolder = path.dirname(file)
    await mkdir(ownFolder, {recursive: true, mode: 0o700})
    const draft = `${file}.${process.pid}`
    await writeFile(draft, Buffer.concat([Buffer.from(`${type}\n`, 'latin1'), bytes]), {mode: 0o600})
    // A reader sees the whole file or none.
    await rename(draft, file)
    await trim(ownFolder, boundOfOne)
    if (writtenSinceTrim++ % 100 === 0) await trim(folder(), bound)
  } catch (error) {
    // A full disk costs speed, not the picture.
    console.error('[media] A picture could not be kept:', error instanceof Error ? error.message : error)
  }
}

let writtenSinceTrim = 0

type Kept = {file: string; size: number; mtimeMs: number}

async function trim(place: string, most: {bytes: number; files: number}): Promise<void> {
  const entries = await readdir(place, {recursive: true, withFileTypes: true})
  const found = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => measured(path.join(entry.parentPath, entry.name))),
  )
  const files = found.filter((file) => file !== null).sort((a, b) => a.mtimeMs - b.mtimeMs)
  let total = files.reduce((sum, {size}) => sum + size, 0)
  for (const [index, {file, size}] of files.entries()) {
    if (total <= most.bytes && files.length - index <= most.files) break
    await rm(file, {force: true})
    total -= size
  }
}

/** Null where it has gone meanwhile: several trim at once. */
async function measured(file: string): Promise<Kept | null> {
  try {
    const {size, mtimeMs} = await stat(file)
    return {file, size, mtimeMs}
  } catch {
    return null
  }
}
