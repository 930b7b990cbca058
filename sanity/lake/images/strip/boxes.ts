/**
 * Files of boxes (ISO/IEC 14496-12): AVIF, HEIC, MP4, MOV. Other boxes count bytes from the beginning of the file, so
 * that nothing may move: what goes is overwritten where it stands. Which way up such a picture is stands in a box of
 * its own and not in EXIF.
 */
type Box = {readonly type: string; readonly start: number; readonly body: number; readonly end: number}

function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let start = from; start + 8 <= to; ) {
    const short = bytes.readUInt32BE(start)
    const isLong = short === 1
    const length = isLong ? Number(bytes.readBigUInt64BE(start + 8)) : short === 0 ? to - start : short
    const end = start + length
    if (length < 8 || end > to) throw new RangeError('A box is longer than what it stands in.')
    boxes.push({type: bytes.toString('latin1', start + 4, start + 8), start, body: start + (isLong ? 16 : 8), end})
    start = end
  }
  return boxes
}

const find = (boxes: readonly Box[], type: string): Box | undefined => boxes.find((box) => box.type === type)

/** What films keep beside pictures and sound: titles, places, makers. */
const TOLD = new Set(['udta', 'meta', 'uuid', 'free', 'skip'])
const FILMS = new Set(['moov', 'trak', 'mdia', 'minf'])

export function strippedBoxes(original: Buffer): Buffer {
  const bytes = Buffer.from(original)
  for (const box of boxesIn(bytes, 0, bytes.length)) {
    if (box.type === 'meta') blankItems(bytes, box)
    else if (FILMS.has(box.type)) blankFilm(bytes, box)
    else if (TOLD.has(box.type)) blank(bytes, box)
  }
  return bytes
}

function blank(bytes: Buffer, {start, body, end}: Box): void {
  bytes.write('free', start + 4, 'latin1')
  bytes.fill(0, body, end)
}

function blankFilm(bytes: Buffer, film: Box): void {
  for (const box of boxesIn(bytes, film.body, film.end)) {
    if (TOLD.has(box.type)) blank(bytes, box)
    else if (FILMS.has(box.type)) blankFilm(bytes, box)
  }
}

/** Overwrites the items of a picture that are EXIF or XMP, wherever in the file they are kept. */
function blankItems(bytes: Buffer, meta: Box): void {
  const boxes = boxesIn(bytes, meta.body + 4, meta.end)
  const [infos, places, inline] = ['iinf', 'iloc', 'idat'].map((type) => find(boxes, type))
  for (const box of boxes) if (TOLD.has(box.type)) blank(bytes, box)
  if (!infos || !places) return
  const told = toldItems(bytes, infos)
  for (const {id, start, end} of extentsIn(bytes, places, inline)) {
    const type = told.get(id)
    if (type === undefined) continue
    if (end > bytes.length) throw new RangeError('A part of a picture lies behind its end.')
    bytes.fill(0, start, end)
    // An empty EXIF, so that no reader stumbles over it: an offset, a header, and a list of nothing.
    if (type === 'Exif' && end - start >= 18) bytes.write('\0\0\0\0MM\0*\0\0\0\x08', start, 'latin1')
  }
}

function toldItems(bytes: Buffer, infos: Box): Map<number, string> {
  const isShort = bytes.readUInt8(infos.body) === 0
  const told = new Map<number, string>()
  for (const {type, body} of boxesIn(bytes, infos.body + (isShort ? 6 : 8), infos.end)) {
    const version = bytes.readUInt8(body)
    if (type !== 'infe' || version < 2) continue
    const id = version === 2 ? bytes.readUInt16BE(body + 4) : bytes.readUInt32BE(body + 4)
    const at = body + (version === 2 ? 8 : 10)
    const kind = bytes.toString('latin1', at, at + 4)
    if (kind === 'Exif' || kind === 'mime' || kind === 'uri ') told.set(id, kind)
  }
  return told
}

type Extent = {id: number; start: number; end: number}

/** Reads numbers one after the other. */
function readerOf(bytes: Buffer, start: number) {
  let at = start
  return (size: number): number => {
    if (size === 0) return 0
    const value = size === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, size)
    at += size
    return value
  }
}

function extentsIn(bytes: Buffer, places: Box, inline: Box | undefined): Extent[] {
  const read = readerOf(bytes, places.body)
  const version = read(1)
  read(3)
  const sizes = read(2)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  if (![offsetSize, lengthSize, baseSize, indexSize].every((size) => [0, 4, 8].includes(size))) {
    throw new RangeError('A picture says nonsense of where its parts are.')
  }
  const extents: Extent[] = []
  const items = read(version < 2 ? 2 : 4)
  for (let item = 0; item < items; item++) {
    const id = read(version < 2 ? 2 : 4)
    const isInline = version > 0 && (read(2) & 15) === 1
    read(2)
    const base = read(baseSize) + (isInline ? (inline?.body ?? 0) : 0)
    const count = read(2)
    for (let extent = 0; extent < count; extent++) {
      read(indexSize)
      const start = base + read(offsetSize)
      extents.push({id, start, end: start + read(lengthSize)})
    }
  }
  return extents
}
