/**
 * A response for Next to write on, instead of the one that goes to the reader.
 *
 * It collects a page whole, and it never counts as sent. That matters beyond holding back: Next regenerates a stale page
 * on the response of the request that found it stale, after that has gone out, and reads the headers of the new page from
 * there. On a sent response nothing can be set, so a 404 that became a redirect had no `location`, and a redirect whose
 * target was changed kept the old one (measured on 16.4.6).
 */
import {type IncomingMessage, type OutgoingHttpHeaders, ServerResponse} from 'node:http'

/**
 * @param request what is being answered
 * @param reader the response to the reader; when it closes, so does the draft
 * @param onWhole gets the body, once, when it is complete; status and headers are the draft's
 */
export function draftResponse(
  request: IncomingMessage,
  reader: ServerResponse,
  onWhole: (body: Buffer) => Promise<void>,
): ServerResponse {
  const draft = new ServerResponse(request)
  const parts: Buffer[] = []
  let ended = false

  const collect = (chunk: unknown, encoding: unknown) => {
    if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk))
    else if (typeof chunk === 'string') {
      parts.push(Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'))
    }
  }
  const call = (...values: unknown[]) => {
    const callback = values.find((value) => typeof value === 'function')
    if (callback) process.nextTick(callback)
  }

  Object.assign(draft, {
    flushHeaders: () => {},
    writeHead: (status: number, ...rest: unknown[]) => {
      draft.statusCode = status
      const headers = rest.find((value): value is OutgoingHttpHeaders => typeof value === 'object' && value !== null)
      for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) draft.setHeader(name, value)
      return draft
    },
    write: (chunk: unknown, encoding?: unknown, callback?: unknown) => {
      collect(chunk, encoding)
      call(encoding, callback)
      return true
    },
    end: (chunk?: unknown, encoding?: unknown, callback?: unknown) => {
      if (ended) return draft
      ended = true
      collect(chunk, encoding)
      call(chunk, encoding, callback)
      process.nextTick(() => draft.emit('finish'))
      onWhole(Buffer.concat(parts)).catch((error: unknown) => {
        console.error('[site] A page could not be sent:', error)
        reader.destroy()
      })
      return draft
    },
  })
  reader.on('close', () => draft.emit('close'))
  return draft
}
