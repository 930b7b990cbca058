/**
 * Takes the documents out of an archive while it is being written: of a tar stream, the one file `data.ndjson`. Tar is
 * blocks of 512 bytes: a header, in which the name begins at 0 and the size in octal digits at 124, then the content.
 * @module
 */
import {Transform, type TransformCallback} from 'node:stream'

const BLOCK = 512

const textAt = (header: Buffer, start: number, length: number): string =>
  header
    .subarray(start, start + length)
    .toString('utf8')
    .replace(/\0.*$/s, '')

/** Lets through the content of `data.ndjson` alone. */
export class DataFile extends Transform {
  #rest = Buffer.alloc(0)
  #remaining = 0
  #padding = 0
  #isWanted = false

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#rest = Buffer.concat([this.#rest, chunk])
    while (this.#step());
    done()
  }

  /** Takes one piece off what is there. @returns whether there may be another */
  #step(): boolean {
    if (this.#remaining > 0) {
      const piece = this.#take(Math.min(this.#remaining, this.#rest.length))
      this.#remaining -= piece.length
      if (this.#isWanted && piece.length > 0) this.push(piece)
      return piece.length > 0
    }
    if (this.#padding > 0) {
      const skipped = this.#take(Math.min(this.#padding, this.#rest.length))
      this.#padding -= skipped.length
      return skipped.length > 0
    }
    if (this.#rest.length < BLOCK) return false
    const header = this.#take(BLOCK)
    this.#remaining = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8) || 0
    this.#padding = (BLOCK - (this.#remaining % BLOCK)) % BLOCK
    this.#isWanted = /(^|\/)data\.ndjson$/.test(textAt(header, 0, 100))
    return true
  }

  #take(length: number): Buffer {
    const piece = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    return piece
  }
}
