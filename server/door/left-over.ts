/**
 * What of a request is still on its way when it is answered: a form that is too large, say, of which nobody read the end.
 * Node leaves it where it is, and the next request on that connection waits behind it until the connection is cut.
 */
import type {IncomingMessage, ServerResponse} from 'node:http'

/** What is larger has no end that is worth waiting for: the connection is cut. Bytes. */
const most = 8 * 1024 * 1024

/** Once the answer is out, what is left of the request is read and thrown away, so that the connection is of use again. */
export function throwAwayLeftOver(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete || request.destroyed) return
    let left = most
    // Whoever read so far would stop at the next piece, and wait for somebody who has gone.
    request.removeAllListeners('data')
    request.removeAllListeners('readable')
    request.on('data', (part: Buffer) => {
      left -= part.length
      if (left < 0) request.destroy()
    })
    request.resume()
  })
}
