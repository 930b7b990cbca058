/** Pictures of the lake, or of Sanity's image CDN, kept in `DATA_DIR/site/media/<file name of the original>` within bounds. */
import {createHash} from 'node:crypto'
import {readFile, utimes} from 'node:fs/promises'
import path from 'node:path'
import type {MediaRequest} from '@/lib/media'
import {processWide} from '@/lib/process-wide'
import {turns} from '@/lib/turns'
import {addressOf, fetchFile, keepFile, keptFolder, trim} from '@/sanity/kept-files'
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

const folder = () => keptFolder('media')

/** Formats worth asking for, best first; anything else gets what the original is. */
const formats = ['image/avif', 'image/webp'] as const

/** The bytes of a picture in the best format the reader accepts. `unknown`: no such asset. */
export async function mediaFor(request: MediaRequest, accept: string): Promise<Fetched> {
  const format = formats.find((type) => accept.includes(type)) ?? '*/*'
  const name = `${request.fileName}?${request.parameters}`
  const variant = createHash('sha256')
    .update(`${addressOf('images', name)} ${format}`)
    .digest('hex')
  const file = path.join(folder(), request.fileName, variant)
  const kept = await keptMedia(file)
  if (kept) return kept
  const coming = onTheirWay.get(file)
  if (coming) return coming
  const picture = lake
    .take(() => fetchMedia(name, format, request, file))
    .catch((): Fetched => 'unavailable')
    .finally(() => onTheirWay.delete(file))
  onTheirWay.set(file, picture)
  return picture
}

async function fetchMedia(name: string, format: string, {parameters}: MediaRequest, file: string): Promise<Fetched> {
  const response = await fetchFile('images', name, format)
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
    await keepFile(file, Buffer.concat([Buffer.from(`${type}\n`, 'latin1'), bytes]))
    await trim(path.dirname(file), boundOfOne)
    if (writtenSinceTrim++ % 100 === 0) await trim(folder(), bound)
  } catch (error) {
    // A full disk costs speed, not the picture.
    console.error('[media] A picture could not be kept:', error instanceof Error ? error.message : error)
  }
}

let writtenSinceTrim = 0
