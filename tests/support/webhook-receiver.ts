/** A receiver of webhooks that answers as a test tells it to, and remembers what came. */
import {once} from 'node:events'
import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http'
import {type Collector, collector} from './events'

export type Received = {readonly headers: IncomingHttpHeaders; readonly body: string; readonly answered: number}

export type WebhookReceiver = {
  readonly url: string
  readonly received: Collector<Received>
  /**
   * What the next requests are answered with, one each; 200 after that. `0` hangs up without an answer, `-1` keeps
   * silent until `release`.
   */
  answerNext(...statuses: number[]): void
  /** Answers 200 to those that were kept waiting. */
  release(): void
  /** Sent with every answer from now on. */
  readonly headers: Record<string, string>
  close(): Promise<void>
}

export async function startWebhookReceiver(port = 0): Promise<WebhookReceiver> {
  const received = collector<Received>()
  const statuses: number[] = []
  const held: ServerResponse[] = []
  const headers: Record<string, string> = {}
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const answered = statuses.shift() ?? 200
    if (answered === 0) request.socket.destroy()
    else if (answered === -1) held.push(response)
    else response.writeHead(answered, headers).end()
    received.add({headers: request.headers, body: Buffer.concat(chunks).toString('utf8'), answered})
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://127.0.0.1:${actual}/hook`,
    received,
    headers,
    answerNext: (...next) => statuses.push(...next),
    release() {
      for (const response of held.splice(0)) response.writeHead(200).end()
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
