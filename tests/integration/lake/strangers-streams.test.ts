/** What nobody without a token may get out of a stream, or do to those who have one. */
import {once} from 'node:events'
import {connect} from 'node:net'
import {afterAll, afterEach, beforeAll, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {WebSocket} from 'ws'
import {readEvents, type WireStream} from '../../support/event-source'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let editor: SanityClient
const streams: WireStream[] = []

beforeAll(async () => {
  lake = await startLake()
  editor = lake.client('editor')
})

afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.stop()
})

afterAll(() => lake.close())

async function listen(query: string, rest = '', headers: Record<string, string> = {}) {
  const address = `${lake.url}/v2025-09-01/data/listen/production?query=${encodeURIComponent(query)}${rest}`
  const stream = await readEvents(address, headers)
  streams.push(stream)
  await stream.find(({event}) => event === 'welcome')
  return stream
}

const answers = async () => (await fetch(`${lake.url}/v1/ping`)).status

test('a query cannot look into a draft by a reference, guess by guess', async () => {
  await editor.create({_id: 'drafts.secret', _type: 'page', title: 'Secret plans'})
  const draft = `&$r=${encodeURIComponent('{"_ref":"drafts.secret"}')}`
  const [right, wrong] = [
    await listen('*[$r->title match "Secret*"]', draft),
    await listen('*[$r->title match "Other*" || _id == "seen"]', draft),
  ]
  await editor.create({_id: 'guessed', _type: 'page'})
  await editor.create({_id: 'seen', _type: 'page'})
  await wrong.find(({data}) => data.documentId === 'seen')
  // Both heard everything up to here: the right guess must look like a wrong one.
  expect(right.items.filter(({event}) => event === 'mutation')).toEqual([])
})

test('what was taken down is not told again to who asks for the past', async () => {
  const {_rev} = await editor.create({_id: 'taken', _type: 'page', title: 'Taken down'})
  await editor.patch('taken').set({title: 'Changed'}).commit()
  await editor.delete('taken')
  for (const from of ['-#', `${_rev}#`]) {
    const stream = await listen('*[_id == "taken"]', '&enableResume=true&includeResult=true', {'last-event-id': from})
    expect(stream.items.map(({event}) => event)).toEqual(['reset', 'welcome'])
  }
})

test.each([
  ['an address that is none', 'GET // HTTP/1.1'],
  ['an address of another kind', 'GET http://[ HTTP/1.1'],
])('a socket may be asked for at %s, and others go on', async (_, line) => {
  const socket = connect(Number(new URL(lake.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.resume()
  const head = ['Host: x', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
  socket.write([line, ...head, 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''].join('\r\n'))
  await once(socket, 'close')
  expect(await answers()).toBe(200)
})

test('a first frame may hold what no header can have, and others go on', async () => {
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/sse`)
  await once(socket, 'open')
  socket.send(JSON.stringify({url: '/v1/data/listen/production', headers: {authorization: 'a\nb'}}))
  const [code] = await once(socket, 'close')
  expect(code).toBe(1008)
  expect(await answers()).toBe(200)
})

test('strangers leave room for those with a token', async () => {
  const leaving = new AbortController()
  const open = async () => {
    const address = `${lake.url}/v2025-09-01/data/listen/production?query=*`
    return (await fetch(address, {signal: leaving.signal})).status
  }
  const strangers = await Promise.all(Array.from({length: 205}, open))
  expect(strangers.filter((status) => status === 200)).toHaveLength(200)
  const authorization = `Bearer ${lake.token('viewer')}`
  const mine = await listen('*', '', {authorization})
  expect(mine.items[0]?.event).toBe('welcome')
  leaving.abort()
})
