/**
 * Bodies as they leave the door, each made once: without the framework's scripts, with its policy, in every encoding that
 * was asked for.
 */
import {createHash} from 'node:crypto'
import {compressed, type Encoding} from './encoding.ts'

export type Finished = {
  readonly body: Buffer
  /** Of a page: its Content-Security-Policy. */
  readonly policy: string | null
  /**
   * Names these very bytes, whatever they were made from: the same page with and without the framework's scripts are two.
   * Weak, because every encoding of them has the same.
   */
  readonly etag: string
  readonly encodings: Map<Encoding, Buffer>
  /** A file: it stays as it is until the site is built again. */
  readonly lasting: boolean
}

export function finished(body: Buffer, policy: string | null = null, lasting = false): Finished {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return {body, policy, etag: `W/"${hash}"`, encodings: new Map(), lasting}
}

/** The body in an encoding; compressed the first time. */
export function encodedBody({body, encodings, lasting}: Finished, encoding: Encoding): Buffer {
  const known = encodings.get(encoding)
  if (known) return known
  const made = compressed(body, encoding, lasting)
  encodings.set(encoding, made)
  return made
}

/** Remembered together, the longest unused forgotten first. Bytes of bodies; their encodings add about half of that. */
const bound = 32 * 1024 * 1024
const known = new Map<string, Finished>()
let size = 0

/**
 * The finished body for what Next named with an ETag; made where it is not known.
 * @param name the same name means the same bytes; null where there is none, and nothing is remembered
 */
export function finishedOnce(name: string | null, make: () => Finished): Finished {
  const hit = name === null ? undefined : known.get(name)
  const result = hit ?? make()
  if (name === null || result.body.length > bound / 8) return result
  if (hit) known.delete(name)
  else size += result.body.length
  known.set(name, result)
  forget()
  return result
}

function forget() {
  for (const [name, {body}] of known) {
    if (size <= bound) return
    known.delete(name)
    size -= body.length
  }
}
