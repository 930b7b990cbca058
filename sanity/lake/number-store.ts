/**
 * Whole numbers of 32 bits one after the other, as many as come: in blocks outside of the collected memory, given back at
 * once when they are done with.
 * @module
 */

/** Numbers in a block: half a megabyte, which the system takes back as a whole. */
const BLOCK = 1 << 17

export class NumberStore {
  #blocks: Uint32Array<ArrayBuffer>[] = []
  #size = 0

  get size(): number {
    return this.#size
  }

  push(number: number): void {
    const at = this.#size++ % BLOCK
    if (at === 0) this.#blocks.push(new Uint32Array(BLOCK))
    const block = this.#blocks.at(-1)
    if (block) block[at] = number
  }

  at(index: number): number {
    return this.#blocks[Math.floor(index / BLOCK)]?.[index % BLOCK] ?? 0
  }

  /** It is empty afterwards. */
  free(): void {
    for (const {buffer} of this.#blocks) buffer.transfer(0)
    this.#blocks = []
    this.#size = 0
  }
}
