/** Reads an event stream as it comes over the wire, for tests that want to see ids and comments, or to stop reading. */
import {type Collector, collector} from './events'

export type WireEvent = {readonly event: string; readonly id: string | null; readonly data: Record<string, unknown>}

export type WireStream = Collector<WireEvent> & {
  /** Ends the connection. */
  stop(): Promise<void>
  /** Resolves when the other side has ended it. */
  readonly ended: Promise<void>
}

function eventFrom(block: string): WireEvent | null {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const event = fields.get('event')
  if (event === undefined) return null
  return {event, id: fields.get('id') ?? null, data: JSON.parse(fields.get('data') ?? '{}')}
}

/** Opens a stream and collects its events. @throws when the answer is no stream */
export async function readEvents(url: string, headers: Record<string, string> = {}): Promise<WireStream> {
  const controller = new AbortController()
  const response = await fetch(url, {headers, signal: controller.signal})
  if (!response.ok || !response.body)
    throw new Error(`The stream was refused with ${response.status}: ${await response.text()}`)
  const events = collector<WireEvent>()
  const reader = response.body.getReader()
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    let rest = ''
    for (;;) {
      const {done, value} = await reader.read()
      if (done) return
      const blocks = (rest + decoder.decode(value, {stream: true})).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const event of blocks.map(eventFrom)) if (event) events.add(event)
    }
  }
  const ended = read().catch(() => {})
  return {
    ...events,
    ended,
    async stop() {
      controller.abort()
      await ended
    },
  }
}
