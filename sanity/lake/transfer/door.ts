/**
 * A door to a lake for this process alone, on a port of the machine itself: what goes through it carries a token, so
 * that the packages which move content fetch the pictures of a private dataset too, wherever browsers reach the lake.
 *
 * It holds every asset against the hash in its name, and says 410 of one that is damaged or not there: of a 404 the
 * packages make a warning, and of an archive without its pictures a success.
 * @module
 */
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {Agent, createServer, type IncomingMessage, request, type ServerResponse} from 'node:http'
import {buffer} from 'node:stream/consumers'
import {pipeline} from 'node:stream/promises'
import {isRecord} from '../json.ts'

export type Door = {readonly url: string; close(): Promise<void>}

/** The SHA-1 that the address of an asset ends with. */
const ASSET = /^\/(?:images|files)\/[^/]+\/[^/]+\/([0-9a-f]{40})[^/?]*(?:\?|$)/

export async function openDoor(lakeUrl: string, token: string): Promise<Door> {
  const agent = new Agent({keepAlive: true})
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const {method, url = '/'} = incoming
    const headers = {...incoming.headers, authorization: `Bearer ${token}`}
    const forwarded = request(new URL(url, lakeUrl), {method, headers, agent})
    const answered = once(forwarded, 'response')
    await Promise.all([pipeline(incoming, forwarded), answered])
    const [answer] = await answered
    const hash = method === 'GET' ? ASSET.exec(url)?.[1] : undefined
    if (hash === undefined) {
      outgoing.writeHead(answer.statusCode, answer.headers)
      await pipeline(answer, outgoing)
      return
    }
    const bytes = await buffer(answer)
    if (answer.statusCode === 200 && createHash('sha1').update(bytes).digest('hex') === hash) {
      outgoing.writeHead(200, answer.headers).end(bytes)
      return
    }
    outgoing.writeHead(410, {'content-type': 'application/json'}).end(JSON.stringify({message: faultOf(bytes)}))
  }
  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing).catch(() => outgoing.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      agent.destroy()
      await closed
    },
  }
}

/** Why an asset cannot be had: what the lake says, or that its bytes are others. */
function faultOf(bytes: Buffer): string {
  try {
    const answer: unknown = JSON.parse(bytes.toString('utf8'))
    if (isRecord(answer) && typeof answer.message === 'string') return answer.message
  } catch {
    // No words of the lake's, so they are the bytes of the asset.
  }
  return 'Its bytes are not those that were uploaded: restore them from a backup.'
}
