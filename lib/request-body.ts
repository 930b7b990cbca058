/** The body of a request: no more of it than there may be, and no longer than sending it takes. The door reads on. */

/** Milliseconds; the slowest telephone sends what a route of ours takes in a fraction of it. */
const patience = 10_000

/** Why there is none: more than there may be, slower than that, or cut off, when nobody is there to be answered. */
export type NoBody = 'tooLarge' | 'tooSlow' | 'cutOff'

/** @param most bytes */
export async function bytesOf({body}: Request, most: number): Promise<Buffer | NoBody> {
  if (!body) return Buffer.alloc(0)
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    reader.cancel().catch(() => undefined)
  }, patience)
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length
      if (size > most) return 'tooLarge'
      chunks.push(part.value)
    }
    return isLate ? 'tooSlow' : Buffer.concat(chunks)
  } catch {
    return 'cutOff'
  } finally {
    clearTimeout(timer)
  }
}

/** What a text of JSON says; null where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
