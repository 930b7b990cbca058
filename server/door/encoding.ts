/** Compresses pages, each once: a cached page has an ETag, and the same ETag means the same bytes. */
import {brotliCompressSync, constants, gzipSync} from 'node:zlib'

/** Pages remembered in compressed form. At some 10 kB each this stays under 10 MB. */
const remembered = 1000
const known = new Map<string, Buffer>()

/** Shorter bodies gain nothing. Bytes. */
const worthwhile = 512

type Encoding = 'br' | 'gzip'

const compressors: Record<Encoding, (body: Buffer) => Buffer> = {
  // Quality 5: within some percent of the best, at a fraction of its time.
  br: (body) => brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}}),
  gzip: (body) => gzipSync(body, {level: 6}),
}

/** The encoding to answer with: brotli where the reader takes it, else gzip, else none. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  const offers = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((offer) => offer.trim())
  const takes = (name: Encoding) =>
    offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/;\s*q=0(?:\.0*)?$/.test(offer)))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null
}

/** @param etag names these bytes; without one they are compressed each time */
export function compressed(body: Buffer, encoding: Encoding, etag: string | null): Buffer {
  const key = etag && `${encoding} ${etag} ${body.length}`
  const hit = key ? known.get(key) : undefined
  if (hit) return hit
  const made = compressors[encoding](body)
  if (key) {
    const [oldest] = known.keys()
    if (known.size >= remembered && oldest) known.delete(oldest)
    known.set(key, made)
  }
  return made
}

export const isWorthCompressing = (body: Buffer): boolean => body.length >= worthwhile
