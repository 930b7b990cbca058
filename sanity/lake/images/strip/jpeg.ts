/** JPEG: of the application segments only JFIF, colour profiles and Adobe's colour transform stay; it ends at its end. */
import {EXIF_PREFIX, orientationIn, tiffWith} from './orientation.ts'

const [SOI, EOI, SOS, COM, APP0, APP1, APP2, APP14, APP15, RST0, RST7, TEM] = [
  0xd8, 0xd9, 0xda, 0xfe, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xd0, 0xd7, 0x01,
]

/** How a segment of an application that stays begins. */
const KEPT: Record<number, string> = {[APP0]: 'JFIF\0', [APP2]: 'ICC_PROFILE\0', [APP14]: 'Adobe'}

const isApplication = (marker: number): boolean => marker >= APP0 && marker <= APP15
const startsWith = (segment: Buffer, text: string): boolean => segment.toString('latin1', 4, 4 + text.length) === text

/** Where the next marker is that ends compressed data: stuffed zeros and restarts belong to the data. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= RST0 && next <= RST7)) return at
  }
  return bytes.length
}

export function strippedJpeg(bytes: Buffer): Buffer {
  const head: Buffer[] = []
  const rest: Buffer[] = []
  let orientation = 1
  let at = 2
  while (at < bytes.length) {
    if (bytes.readUInt8(at) !== 0xff) throw new RangeError('A JPEG marker was expected.')
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === EOI) {
      rest.push(bytes.subarray(at, at + 2))
      break
    }
    if (marker === TEM || marker === SOI || (marker >= RST0 && marker <= RST7)) {
      at += 2
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) throw new RangeError('A JPEG segment is longer than the file.')
    const segment = bytes.subarray(at, end)
    if (marker === APP1 && startsWith(segment, EXIF_PREFIX)) orientation = orientationIn(segment.subarray(10))
    const kept = KEPT[marker]
    if (marker === APP0 && startsWith(segment, 'JFIF\0')) head.push(segment)
    else if (isApplication(marker) ? kept !== undefined && startsWith(segment, kept) : marker !== COM)
      rest.push(segment)
    at = end
    if (marker !== SOS) continue
    at = endOfScan(bytes, end)
    rest.push(bytes.subarray(end, at))
  }
  return Buffer.concat([bytes.subarray(0, 2), ...head.slice(0, 1), ...exifWith(orientation), ...rest])
}

function exifWith(orientation: number): Buffer[] {
  if (orientation === 1) return []
  const tiff = tiffWith(orientation)
  const start = Buffer.from([0xff, APP1, 0, 2 + EXIF_PREFIX.length + tiff.length])
  return [start, Buffer.from(EXIF_PREFIX, 'latin1'), tiff]
}
