import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals'
import {EventStream} from '../../../sanity/lake/event-stream.ts'

let closed: number
let stream: EventStream
let reader: ReadableStreamDefaultReader<Uint8Array>

beforeEach(() => {
  jest.useFakeTimers()
  closed = 0
  stream = new EventStream(() => {
    closed++
  })
  const {body} = stream.response
  if (!body) throw new Error('The stream has no body.')
  reader = body.getReader()
})

afterEach(() => {
  stream.close()
  jest.useRealTimers()
})

const next = async () => new TextDecoder().decode((await reader.read()).value)

describe('an event stream', () => {
  test('keeps a quiet connection open with a comment every fifteen seconds', async () => {
    jest.advanceTimersByTime(14_999)
    stream.send('early', {})
    expect(await next()).toBe('event: early\ndata: {}\n\n')
    jest.advanceTimersByTime(1)
    expect(await next()).toBe(':\n\n')
    jest.advanceTimersByTime(30_000)
    expect([await next(), await next()]).toEqual([':\n\n', ':\n\n'])
  })

  test('says where its reader is with each event that has an id', async () => {
    stream.send('mutation', {a: 'two\nlines'}, 'tx#a')
    expect(await next()).toBe('id: tx#a\nevent: mutation\ndata: {"a":"two\\nlines"}\n\n')
  })

  test('lets go of a reader for whom more than eight megabytes wait, and of what waits', async () => {
    const megabyte = 'x'.repeat(1024 * 1024)
    let sent = 0
    while (closed === 0 && sent < 20) stream.send('mutation', {megabyte, n: sent++})
    expect(sent).toBe(9)
    expect(closed).toBe(1)
    await expect(reader.read()).rejects.toThrow('too slow')
    stream.send('late', {})
    stream.close()
    expect(closed).toBe(1)
  })

  test('takes one event that is larger than that, for a reader who keeps up', async () => {
    stream.send('mutation', {text: 'x'.repeat(12 * 1024 * 1024)})
    expect((await next()).length).toBeGreaterThan(12 * 1024 * 1024)
    expect(closed).toBe(0)
  })

  test('ends once, whoever ends it', async () => {
    await reader.cancel()
    stream.close()
    expect(closed).toBe(1)
  })
})
