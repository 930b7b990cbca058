/** Documents to download: PDFs of the lake, or of Sanity's CDN, kept in `DATA_DIR/site/downloads/<hash>.pdf` within bounds. */
import {type FileHandle, open, rm, utimes} from 'node:fs/promises'
import path from 'node:path'
import {type DownloadRequest, isPdf, largestDownload} from '@/lib/download'
import {processWide} from '@/lib/process-wide'
import {turns} from '@/lib/turns'
import {fetchFile, keepFile, keptFolder, trim} from '@/sanity/kept-files'

/** What a response is made of; a stream has to be read or cancelled. */
export type Download = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>

/** `unknown`: there is no such file. `unfit`: there is one, and it is no PDF or too large. `unavailable`: nobody can tell now. */
type Missing = 'unknown' | 'unfit' | 'unavailable'

const bound = {bytes: 256 * 1024 * 1024, files: Number.POSITIVE_INFINITY}

/** A document is held in memory while it arrives. */
const lake = processWide('download-turns', () => ({take: turns({atOnce: 2, waiting: 50})}))
/** Documents on their way, by their hash: whoever wants the same one waits for it. */
const onTheirWay = processWide(
  'downloads-on-their-way',
  () => new Map<string, Promise<Uint8Array<ArrayBuffer> | Missing>>(),
)

const fileOf = (hash: string) => path.join(keptFolder('downloads'), `${hash}.pdf`)

/** The bytes of a document: from the disk, else from the lake, which is asked once for all who want the same one. */
export async function downloadFor({hash}: DownloadRequest): Promise<Download | Missing> {
  const kept = await keptDownload(hash)
  if (kept) return kept
  const coming =
    onTheirWay.get(hash) ??
    lake
      .take(() => fetchDownload(hash))
      .catch((): Missing => 'unavailable')
      .finally(() => onTheirWay.delete(hash))
  onTheirWay.set(hash, coming)
  return coming
}

/** Nothing published offers it any more: it does not stay on this disk either. */
export const forgetDownload = ({hash}: DownloadRequest): Promise<void> => rm(fileOf(hash), {force: true})

async function fetchDownload(hash: string): Promise<Uint8Array<ArrayBuffer> | Missing> {
  const response = await fetchFile('files', `${hash}.pdf`, 'application/pdf')
  if (response.status === 404 || response.status === 400) return 'unknown'
  if (!response.ok) return 'unavailable'
  const bytes = await bytesUpTo(largestDownload, response)
  // Whatever its name and its type say: a page or a drawing with scripts must not speak for this site.
  if (!bytes || !isPdf(bytes)) return 'unfit'
  await keep(fileOf(hash), bytes)
  return bytes
}

/** The body, counted as it arrives; null where it is larger. */
async function bytesUpTo(most: number, {body}: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function keptDownload(hash: string): Promise<Download | null> {
  const file = fileOf(hash)
  try {
    const handle = await open(file)
    const now = new Date()
    void utimes(file, now, now).catch(() => undefined)
    return streamOf(handle)
  } catch {
    return null
  }
}

/** A large document does not go through memory as a whole, and a reader who leaves closes the file. */
function streamOf(handle: FileHandle): ReadableStream<Uint8Array> {
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const {bytesRead, buffer} = await handle.read(new Uint8Array(64 * 1024))
      if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead))
      controller.close()
      await handle.close()
    },
    cancel: () => handle.close(),
  }
  return new ReadableStream(source, {highWaterMark: 0})
}

async function keep(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await keepFile(file, bytes)
    await trim(path.dirname(file), bound)
  } catch (error) {
    // A full disk costs speed, not the document.
    console.error('[downloads] A document could not be kept:', error instanceof Error ? error.message : error)
  }
}
