/** GIF: frames and how they are played stay; comments, captions and what other programs left go; it ends at its end. */

const [EXTENSION, FRAME, TRAILER] = [0x21, 0x2c, 0x3b]
const [CONTROL, APPLICATION] = [0xf9, 0xff]
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])

/** Bytes of a colour table, told from the flags before it. */
const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Behind a list of blocks, each led by its length and the last by a zero. */
function endOfBlocks(bytes: Buffer, start: number): number {
  let at = start
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += 1 + length
  return at + 1
}

export function strippedGif(bytes: Buffer): Buffer {
  let at = 13 + tableSize(bytes.readUInt8(10))
  const kept = [bytes.subarray(0, at)]
  for (;;) {
    const kind = bytes.readUInt8(at)
    if (kind === TRAILER) break
    if (kind !== EXTENSION && kind !== FRAME) throw new RangeError('A GIF block was expected.')
    const start = at
    if (kind === FRAME) at = endOfBlocks(bytes, at + 11 + tableSize(bytes.readUInt8(at + 9)))
    else at = endOfBlocks(bytes, at + 2)
    const block = bytes.subarray(start, at)
    if (kind === FRAME || isNeeded(block)) kept.push(block)
  }
  return Buffer.concat([...kept, Buffer.from([TRAILER])])
}

function isNeeded(extension: Buffer): boolean {
  const label = extension.readUInt8(1)
  return label === CONTROL || (label === APPLICATION && LOOPS.has(extension.toString('latin1', 3, 14)))
}
