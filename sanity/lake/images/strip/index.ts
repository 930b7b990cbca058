/**
 * Takes out of a picture or a film what it tells beyond what it shows: where and when it was taken and with what,
 * remarks, previews of what was cut away, and anything behind its end. Pixels are not touched, and which way up it is
 * shown stays. What has been stripped once comes out of a second time unchanged.
 * @module
 */
import {ImageError} from '../image-error.ts'
import {strippedBoxes} from './boxes.ts'
import {strippedGif} from './gif.ts'
import {strippedJpeg} from './jpeg.ts'
import {strippedPng} from './png.ts'
import {strippedWebp} from './webp.ts'

const textAt = (bytes: Uint8Array, start: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, start + length)

/** By the first bytes, as everywhere here: what a file is called is a claim. The last is AVIF, HEIC, MP4 and MOV. */
const STRIPPERS: readonly [isOfKind: (bytes: Uint8Array) => boolean, strip: (bytes: Buffer) => Buffer][] = [
  [(bytes) => textAt(bytes, 0, 3) === '\xff\xd8\xff', strippedJpeg],
  [(bytes) => textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n', strippedPng],
  [(bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP', strippedWebp],
  [(bytes) => /^GIF8[79]a$/.test(textAt(bytes, 0, 6)), strippedGif],
  [(bytes) => textAt(bytes, 4, 4) === 'ftyp', strippedBoxes],
]

/**
 * The file without what it tells of the place and the people; the same bytes where there is nothing to take out, or
 * where the file is neither a picture nor a film.
 *
 * @throws {ImageError} 400 for one so damaged that nobody can tell where its parts begin
 */
export function stripped(bytes: Uint8Array): Uint8Array {
  const strip = STRIPPERS.find(([isOfKind]) => isOfKind(bytes))?.[1]
  if (!strip) return bytes
  try {
    return strip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new ImageError(400, 'This picture is damaged or incomplete: open it in an editor, save it again and retry.', {
      cause,
    })
  }
}
