/** PNG: the chunks that are needed to show it stay; text, time, EXIF and what nobody knows go; it ends at IEND. */
import {crc32} from 'node:zlib'
import {orientationIn, tiffWith, withoutPrefix} from './orientation.ts'

const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST sPLT pHYs acTL fcTL fdAT'.split(' '),
)

export function strippedPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = []
  let orientation = 1
  for (let at = 8; at < bytes.length; ) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw new RangeError('A PNG chunk is longer than the file.')
    if (type === 'eXIf') orientation = orientationIn(withoutPrefix(bytes.subarray(at + 8, end - 4)))
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') break
    at = end
  }
  const exif = orientation === 1 ? [] : [chunk('eXIf', tiffWith(orientation))]
  // EXIF stands anywhere before the pixels; right behind IHDR is before them in every file.
  return Buffer.concat([bytes.subarray(0, 8), ...kept.slice(0, 1), ...exif, ...kept.slice(1)])
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length)
  whole.writeUInt32BE(data.length, 0)
  whole.write(type, 4, 'latin1')
  data.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length)
  return whole
}
