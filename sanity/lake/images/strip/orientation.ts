/**
 * The one thing in EXIF that belongs to the picture: which way up it is (TIFF tag 274, 1 to 8; 1 is as it stands).
 * @module
 */
const TAG = 0x0112
const SHORT = 3

/** Reads it from the TIFF part of EXIF (behind `Exif\0\0`), or 1 where it says nothing sensible. */
export function orientationIn(tiff: Buffer): number {
  try {
    const isLittle = tiff.toString('latin1', 0, 2) === 'II'
    const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
    const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let entry = 0; entry < short(start); entry++) {
      const at = start + 2 + entry * 12
      if (short(at) !== TAG || short(at + 2) !== SHORT) continue
      const value = short(at + 8)
      return value >= 1 && value <= 8 ? value : 1
    }
    return 1
  } catch (error) {
    if (error instanceof RangeError) return 1
    throw error
  }
}

/** EXIF that says this and nothing else, without `Exif\0\0`. */
export function tiffWith(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(TAG, 10)
  tiff.writeUInt16BE(SHORT, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}

export const EXIF_PREFIX = 'Exif\0\0'

/** The TIFF part of what some files prefix and others do not. */
export const withoutPrefix = (exif: Buffer): Buffer =>
  exif.toString('latin1', 0, 6) === EXIF_PREFIX ? exif.subarray(6) : exif
