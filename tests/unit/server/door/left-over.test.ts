/** A request that is answered before all of it was read does not stand in the way of the next one. Real HTTP. */
import {once} from 'node:events'
import {Agent, createServer, type IncomingMessage, request, type Server} from 'node:http'
import {Readable} from 'node:stream'
import {throwAwayLeftOver} from '@/server/door/left-over'

let server: Server
const agent = new Agent({keepAlive: true, maxSockets: 1})

beforeAll(async () => {
  server = createServer((incoming, response) => {
    throwAwayLeftOver(incoming, response)
    if (incoming.method === 'GET') return response.end('well')
    // As a handler of the framework does: the first part is enough to know.
    const reader = Readable.toWeb(incoming).getReader()
    reader.read().then(() => {
      response.statusCode = 413
      response.end('too large')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterAll(() => {
  agent.destroy()
  server.closeAllConnections()
  server.close()
})

async function ask(method: string, size: number): Promise<{status: number; wasReused: boolean}> {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const asking = request({port, host: '127.0.0.1', method, agent})
  const answered: Promise<[IncomingMessage]> = once(asking, 'response') as Promise<[IncomingMessage]>
  const sent = once(asking, 'finish')
  asking.end(Buffer.alloc(size, 'x'))
  const [response] = await answered
  await Promise.all([once(response.resume(), 'end'), sent])
  return {status: response.statusCode ?? 0, wasReused: asking.reusedSocket}
}

it('leaves the connection to the next request', async () => {
  expect((await ask('POST', 4 * 1024 * 1024)).status).toBe(413)
  expect(await ask('GET', 0)).toEqual({status: 200, wasReused: true})
})

it('cuts the connection of what has no end', async () => {
  await expect(ask('POST', 64 * 1024 * 1024)).rejects.toThrow(/socket hang up|ECONNRESET|EPIPE/)
  expect((await ask('GET', 0)).status).toBe(200)
})
