/** WebP: the chunks that draw stay; EXIF, XMP and what nobody knows go, and so does what stands behind the end. */
import {orientationIn, tiffWith, withoutPrefix} from './orientation.ts'

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** Flags of VP8X that promise a chunk. */
const [EXIF, XMP] = [0x08, 0x04]

export function strippedWebp(bytes: Buffer): Buffer {
  const size = 8 + bytes.readUInt32LE(4)
  if (size > bytes.length) throw new RangeError('A WebP file is shorter than it says.')
  const kept: Buffer[] = []
  let orientation = 1
  for (let at = 12; at + 8 <= size; ) {
    const type = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > size) throw new RangeError('A WebP chunk is longer than the file.')
    const padded = length + (length % 2)
    if (type === 'EXIF') orientation = orientationIn(withoutPrefix(bytes.subarray(at + 8, at + 8 + length)))
    if (KEPT.has(type)) kept.push(padTo(bytes.subarray(at, Math.min(at + 8 + padded, size)), 8 + padded))
    at += 8 + padded
  }
  const extended = kept.findIndex((chunk) => chunk.toString('latin1', 0, 4) === 'VP8X')
  const header = kept[extended]
  const keepsOrientation = header !== undefined && orientation !== 1
  if (header !== undefined) {
    const flags = (header.readUInt8(8) & ~(EXIF | XMP)) | (keepsOrientation ? EXIF : 0)
    kept[extended] = Buffer.concat([header.subarray(0, 8), Buffer.from([flags]), header.subarray(9)])
  }
  if (keepsOrientation) kept.push(chunk('EXIF', tiffWith(orientation)))
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

const padTo = (bytes: Buffer, length: number): Buffer =>
  bytes.length === length ? bytes : Buffer.concat([bytes], length)

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return padTo(Buffer.concat([head, data]), 8 + data.length + (data.length % 2))
}
