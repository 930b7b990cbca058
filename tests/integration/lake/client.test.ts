import {once} from 'node:events'
import {createServer, type Server} from 'node:http'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {firstValueFrom, take, toArray} from 'rxjs'
import {type WebSocket as Peer, WebSocketServer} from 'ws'
import {lakeFeatures, lakeFetch, lakeWorkspace} from '@/sanity/lake/client'

type Opening = {url: string; headers: Record<string, string>}

/** Plays the lake's part for each stream that is opened. */
let answer: (peer: Peer, opening: Opening) => void
let openings: Opening[]
let http: Server
let sockets: WebSocketServer
let lakeUrl: string

beforeEach(async () => {
  openings = []
  answer = (peer) => peer.send('{"status":200}')
  http = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({seen: request.url}))
  })
  sockets = new WebSocketServer({server: http, path: '/sse'})
  sockets.on('connection', (peer) =>
    peer.once('message', (data) => {
      const opening = JSON.parse(String(data))
      openings.push(opening)
      answer(peer, opening)
    }),
  )
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  lakeUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})

afterEach(async () => {
  for (const peer of sockets.clients) peer.terminate()
  sockets.close()
  http.closeAllConnections()
  http.close()
  await once(http, 'close')
})

const listening = () => `${lakeUrl}/v1/data/listen/production?query=*`
const event = (name: string, data: unknown, id?: string) =>
  `${id ? `id: ${id}\n` : ''}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

function clientOf(token = 'secret') {
  const {unstable_clientFactory} = lakeWorkspace({lakeUrl})
  return unstable_clientFactory({
    projectId: 'clinic',
    dataset: 'production',
    apiVersion: '2025-09-01',
    useCdn: false,
    token,
    ignoreBrowserTokenWarning: true,
  })
}

describe('a Studio client', () => {
  test('hears of changes over a socket, which carries its query and its token', async () => {
    answer = (peer) => {
      peer.send('{"status":200}')
      peer.send(event('welcome', {listenerName: 'a'}))
      const mutation = event('mutation', {documentId: 'condition-back-pain', transition: 'update'})
      peer.send(mutation.slice(0, 20))
      peer.send(mutation.slice(20))
    }
    const heard = clientOf().listen('*[_id == $id]', {id: 'condition-back-pain'}, {events: ['welcome', 'mutation']})
    const [welcome, mutation] = await firstValueFrom(heard.pipe(take(2), toArray()))
    expect(welcome).toMatchObject({type: 'welcome', listenerName: 'a'})
    expect(mutation).toMatchObject({type: 'mutation', documentId: 'condition-back-pain'})

    const {url, headers} = openings[0] ?? {url: '', headers: {}}
    const address = new URL(url, lakeUrl)
    expect(address.pathname).toBe('/v2025-09-01/data/listen/production')
    expect(address.searchParams.get('query')).toBe('*[_id == $id]')
    expect(address.searchParams.get('$id')).toBe('"condition-back-pain"')
    expect(headers.authorization).toBe('Bearer secret')
  })

  test('hears of live events the same way', async () => {
    answer = (peer) => {
      peer.send('{"status":200}')
      peer.send(event('welcome', {}, '1'))
      peer.send(event('message', {id: '2', tags: ['s1:condition']}, '2'))
    }
    const events = await firstValueFrom(clientOf().live.events().pipe(take(2), toArray()))
    expect(events).toMatchObject([{type: 'welcome'}, {type: 'message', tags: ['s1:condition']}])
    expect(openings[0]?.url).toMatch(/^\/v2025-09-01\/data\/live\/events\/production/)
  })

  test('hangs up when nobody listens any more', async () => {
    const closed = new Promise<void>((resolve) => {
      answer = (peer) => {
        peer.on('close', () => resolve())
        peer.send('{"status":200}')
        peer.send(event('welcome', {listenerName: 'a'}))
      }
    })
    await firstValueFrom(clientOf().listen('*', {}, {events: ['welcome']}))
    await closed
  })

  test.each([
    ['ends the stream', (peer: Peer) => peer.close()],
    ['breaks the connection', (peer: Peer) => peer.terminate()],
  ])('comes back by itself, and says what it heard last, when the lake %s', async (_, hangUp) => {
    answer = (peer) => {
      peer.send('{"status":200}')
      peer.send(`retry: 1\n\n${event('mutation', {documentId: `d${openings.length}`}, `tx${openings.length}#d`)}`)
      if (openings.length < 3) setImmediate(hangUp, peer)
    }
    const heard = clientOf().listen('*', {}, {events: ['mutation']})
    const events = await firstValueFrom(heard.pipe(take(3), toArray()))
    expect(events).toMatchObject([{documentId: 'd1'}, {documentId: 'd2'}, {documentId: 'd3'}])
    expect(openings.map(({headers}) => headers['last-event-id'])).toEqual([undefined, 'tx1#d', 'tx2#d'])
  })

  test('is told when the lake refuses', async () => {
    answer = (peer) => {
      peer.send('{"status":401}')
      peer.send('{"statusCode":401,"error":"Unauthorized","message":"Session not found"}')
    }
    await expect(firstValueFrom(clientOf().listen('*', {}, {events: ['welcome']}))).rejects.toMatchObject({
      name: 'ConnectionFailedError',
      status: 401,
    })
  })

  test('opens more streams than a browser has connections', async () => {
    answer = (peer) => {
      peer.send('{"status":200}')
      peer.send(event('welcome', {listenerName: 'a'}))
    }
    const client = clientOf()
    const streams = Array.from({length: 12}, () => firstValueFrom(client.listen('*', {}, {events: ['welcome']})))
    expect(await Promise.all(streams)).toHaveLength(12)
  })

  test('sends everything else as ordinary requests to the lake, whatever its project is called', async () => {
    expect(await clientOf().request({url: '/users/me'})).toEqual({seen: '/v2025-09-01/users/me'})
    expect(openings).toEqual([])
  })
})

describe('fetch over sockets', () => {
  test('gives back a stream of the text as it came', async () => {
    answer = (peer) => {
      for (const frame of ['{"status":200}', ': hello\n\n', 'data: ä\n\n']) peer.send(frame)
      peer.close()
    }
    const response = await lakeFetch(`${lakeUrl}/`)(new URL(listening()), {headers: [['x-a', 'b']]})
    expect(response).toMatchObject({ok: true, url: listening()})
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(await response.text()).toBe(': hello\n\ndata: ä\n\n')
    expect(openings[0]).toEqual({url: '/v1/data/listen/production?query=*', headers: {'x-a': 'b'}})
  })

  test('takes a Request as well', async () => {
    answer = (peer) => {
      peer.send('{"status":200}')
      peer.close()
    }
    await (await lakeFetch(lakeUrl)(new Request(listening(), {headers: {'x-a': 'b'}}))).text()
    expect(openings[0]?.headers).toEqual({'x-a': 'b'})
  })

  test('gives back a refusal with its status and body', async () => {
    answer = (peer) => {
      peer.send('{"status":400}')
      peer.send('{"error":{"description":"no query"}}')
    }
    const response = await lakeFetch(lakeUrl)(listening())
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({error: {description: 'no query'}})
  })

  test.each(['nonsense', '{}', '{"status":"200"}', '{"status":101}', 'null'])(
    'a lake that begins with %s counts as not reached',
    async (frame) => {
      answer = (peer) => peer.send(frame)
      await expect(lakeFetch(lakeUrl)(listening())).rejects.toThrow(TypeError)
    },
  )

  test('a lake that is not there, or hangs up at once, counts as not reached', async () => {
    answer = (peer) => peer.terminate()
    await expect(lakeFetch(lakeUrl)(listening())).rejects.toThrow(TypeError)
    const nowhere = 'http://127.0.0.1:1'
    await expect(lakeFetch(nowhere)(`${nowhere}/v1/data/listen/production`)).rejects.toThrow(
      'The content lake at 127.0.0.1:1 cannot be reached',
    )
  })

  test('aborting ends the socket, whether before, during or after the opening', async () => {
    const abort = async (controller: AbortController) => lakeFetch(lakeUrl)(listening(), {signal: controller.signal})
    const early = new AbortController()
    early.abort()
    await expect(abort(early)).rejects.toMatchObject({name: 'AbortError'})
    expect(sockets.clients.size).toBe(0)

    const meanwhile = new AbortController()
    const pending = abort(meanwhile)
    meanwhile.abort()
    await expect(pending).rejects.toMatchObject({name: 'AbortError'})

    const late = new AbortController()
    const closed = new Promise<void>((resolve) => {
      answer = (peer) => {
        peer.on('close', () => resolve())
        peer.send('{"status":200}')
      }
    })
    const response = await abort(late)
    late.abort()
    await expect(response.text()).rejects.toMatchObject({name: 'AbortError'})
    await closed
  })

  test('whoever stops reading hangs up', async () => {
    const closed = new Promise<void>((resolve) => {
      answer = (peer) => {
        peer.on('close', () => resolve())
        peer.send('{"status":200}')
      }
    })
    await (await lakeFetch(lakeUrl)(listening())).body?.cancel()
    await closed
  })

  test('what is no event stream of this lake goes the ordinary way', async () => {
    for (const path of ['/v1/data/query/production?query=/data/listen/x', '/data/listen', '/v1/data/listen/a/b']) {
      expect(await (await lakeFetch(lakeUrl)(`${lakeUrl}${path}`)).json()).toEqual({seen: path})
    }
    const elsewhere = lakeFetch('http://127.0.0.1:1')
    expect(await (await elsewhere(listening())).json()).toEqual({seen: '/v1/data/listen/production?query=*'})
    expect(openings).toEqual([])
  })

  test('a lake below a path of another site is asked in its own words', async () => {
    const below = new WebSocketServer({noServer: true})
    http.removeAllListeners('upgrade')
    http.on('upgrade', (request, socket, head) => {
      expect(request.url).toBe('/lake/sse')
      below.handleUpgrade(request, socket, head, (peer) => sockets.emit('connection', peer))
    })
    answer = (peer) => {
      peer.send('{"status":200}')
      peer.close()
    }
    await (await lakeFetch(`${lakeUrl}/lake`)(`${lakeUrl}/lake/v1/data/listen/production?query=*`)).text()
    expect(openings[0]?.url).toBe('/v1/data/listen/production?query=*')
  })
})

describe('a workspace on the lake', () => {
  test('signs in at the lake and keeps its token in the browser', () => {
    expect(lakeWorkspace({lakeUrl: 'http://127.0.0.1:3939/', title: 'Clinic'})).toMatchObject({
      apiHost: 'http://127.0.0.1:3939',
      auth: {
        loginMethod: 'token',
        redirectOnSingle: true,
        providers: [{name: 'lake', title: 'Clinic', url: 'http://127.0.0.1:3939/v1/auth/local'}],
      },
      ...lakeFeatures,
    })
  })

  test('asks nothing of Sanity', () => {
    const {apiHost, url, useProjectHostname} = clientOf().config()
    expect({apiHost, url, useProjectHostname}).toEqual({
      apiHost: lakeUrl,
      url: `${lakeUrl}/v2025-09-01`,
      useProjectHostname: false,
    })
  })
})
