/**
 * What somebody without a token gets of every address that there is, however it is asked. The list of addresses is the
 * lake's own, so that a new one is asked as soon as it is there.
 */
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {WebSocket} from 'ws'
import {plain as picture} from '../../support/pictures'
import {type StartedLake, startLake} from '../../support/start-lake'

/** Words that stand only in what is not published, or in what is about people. */
const SECRET = /zebra-\w+/
/** Words that stand only in what is published. */
const PUBLISHED = /heron-\w+/

let lake: StartedLake
let image: {path: string; _id: string}
let revision: string

beforeAll(async () => {
  lake = await startLake({allowedOrigins: ['https://studio.example.org']})
  const editor = lake.client('editor')
  image = (await editor.assets.upload('image', await picture('#0d5f5c', 60, 40), {
    filename: 'heron-picture.png',
  })) as never
  await editor.create({_id: 'page', _type: 'page', title: 'heron-title', slug: {current: 'heron-slug'}})
  const draft = await editor.create({
    _id: 'drafts.page',
    _type: 'page',
    title: 'zebra-draft',
    target: {_ref: 'drafts.alone', _type: 'reference', _weak: true},
  })
  revision = draft._rev
  await editor.create({_id: 'drafts.alone', _type: 'page', title: 'zebra-alone'})
  await editor.create({_id: 'versions.rSpring.page', _type: 'page', title: 'zebra-version'})
  await editor.create({_id: 'secret.settings', _type: 'settings', title: 'zebra-settings'})
  await editor.create({
    _id: 'pointer',
    _type: 'page',
    title: 'heron-pointer',
    draft: {_ref: 'drafts.alone', _type: 'reference', _weak: true},
    hidden: {_ref: 'secret.settings', _type: 'reference', _weak: true},
  })
  lake.lake.admin.createToken({role: 'viewer', name: 'zebra-token', lifetimeSeconds: null})
  lake.lake.admin.invite({role: 'viewer', email: 'zebra-ana@clinic.example', name: 'zebra-ana', lifetimeSeconds: null})
})

afterAll(() => lake.close())

const IDS = ['page', 'drafts.page', 'versions.rSpring.page', 'secret.settings', 'drafts.alone', 'local-editor']

/** Values for the parts of an address; every id is tried in turn. */
const fill = (pattern: string, id: string): string =>
  pattern
    .replace(':dataset', 'production')
    .replace(':project', 'clinic')
    .replace(/:file(?=\/|$)/, image.path.split('/').at(-1) ?? '')
    .replace(/:\w+\+?/g, id)

const QUERIES = [
  '*',
  '*[_id in path("drafts.**")]',
  '*[_id == "drafts.page"][0]',
  '*[_type == "page"]{..., "all": *[_id match "*"]}',
  '*[_id == "pointer"][0]{"a": draft->title, "b": hidden->title, "c": *[_id == ^.draft._ref][0].title}',
  '*[references("drafts.alone")]{..., "o": _originalId}',
  'count(*[_id in path("drafts.**")]) + count(*[_type == "settings"])',
  '*[_id in [$id, "drafts.page"]]|order(_rev)',
  '*[sanity::versionOf("page")]',
  '*[_type == "page"]{"n": documents::incomingRefCount()}',
  '*[pt::text(body) match "zebra" || title match text::query("zebra")]',
]

/** Ways of asking that show more to who may see more. */
const OPTIONS = [
  '',
  'perspective=raw',
  'perspective=drafts',
  'perspective=previewDrafts',
  'perspective=rSpring',
  'perspective=rSpring,drafts',
  'resultSourceMap=true',
  'resultSourceMap=withKeyArraySelector&perspective=drafts',
  'includeAllVersions=true',
  'includeDrafts=true',
  'includeResult=true&includePreviousRevision=true&effectFormat=mendoza&visibility=sync',
  'fromTime=2020-01-01T00:00:00Z&includeIdentifiedDocumentsOnly=false',
  'returnDocuments=true&returnIds=true&dryRun=true',
]

type Asked = {what: string; status: number; text: string}

async function ask(method: string, path: string, init: RequestInit = {}): Promise<Asked> {
  const aborted = new AbortController()
  const response = await fetch(lake.url + path, {method, redirect: 'manual', signal: aborted.signal, ...init})
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  const text = isStream ? '' : await response.text()
  if (isStream) aborted.abort()
  return {what: `${method} ${path}`, status: response.status, text: text + JSON.stringify([...response.headers])}
}

type Way = {readonly method: string; readonly path: string; readonly query: string}

/** Every address, and where content may come of it, in every way. */
function ways(): Way[] {
  return lake.lake.routes.flatMap((route): Way[] => {
    const [method = '', pattern = ''] = route.split(' ')
    const isContent = /^\/(data|images|files)\//.test(pattern)
    const takesQuery = /^\/data\/(query|listen)\//.test(pattern)
    const ids =
      takesQuery || !pattern.includes(':')
        ? ['']
        : [IDS.join(','), 'drafts.page', ...(isContent ? [revision] : ['local-editor'])]
    const all = ids.flatMap((id) =>
      (isContent ? ['v1', 'v2025-09-01'] : ['v1']).flatMap((version) =>
        (isContent ? OPTIONS : ['']).map((options) => `/${version}${fill(pattern, id)}?${options}`),
      ),
    )
    return all.flatMap((path) => (takesQuery ? QUERIES : ['']).map((query) => ({method, path, query})))
  })
}

const send = ({method, path, query}: Way): Promise<Asked> => {
  const address = `${path}&$id="drafts.alone"${query && `&query=${encodeURIComponent(query)}`}`
  return method === 'GET'
    ? ask('GET', address)
    : ask(method, address, {body: JSON.stringify(bodyFor(query)), headers: JSON_TYPE})
}

/** The answers, a few at a time. */
async function everything(): Promise<Asked[]> {
  const todo = ways()
  const answers: Asked[] = []
  const work = async (): Promise<void> => {
    for (let way = todo.pop(); way; way = todo.pop()) answers.push(await send(way))
  }
  await Promise.all([work(), work(), work(), work()])
  return answers
}

const JSON_TYPE = {'content-type': 'application/json'}

/** A body that would change or show something in whatever it is sent to. */
const bodyFor = (query: string) => ({
  query,
  params: {id: 'drafts.alone'},
  mutations: [{patch: {id: 'page', set: {title: 'changed'}}}, {create: {_type: 'page', title: 'changed'}}],
  actions: [{actionType: 'sanity.action.document.publish', draftId: 'drafts.page', publishedId: 'page'}],
  key: 'k',
  value: 1,
})

const snapshot = async (): Promise<string> => JSON.stringify(await lake.client('viewer').fetch('*'))

describe('somebody without a token', () => {
  test('sees nothing but what is published, whatever is asked of which address, and changes nothing', async () => {
    const before = await snapshot()
    const statuses = new Map<number, number>()
    const leaks: string[] = []
    let published = 0
    for (const {what, status, text} of await everything()) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (SECRET.test(text)) leaks.push(`${what} → ${SECRET.exec(text)?.[0]}`)
      if (PUBLISHED.test(text)) published++
      if (status >= 500 && status !== 501) leaks.push(`${what} → ${status}`)
    }
    expect(leaks).toEqual([])
    // Were nothing shown at all, the test would prove nothing.
    expect(published).toBeGreaterThan(100)
    expect(statuses.get(401)).toBeGreaterThan(100)
    expect(await snapshot()).toBe(before)
  }, 120_000)

  /** What each kind of address answers: content to read, a refusal, or nothing that is about content. */
  test.each<[string, string, number, unknown]>([
    ['GET', '/v2025-09-01/data/query/production?query=*[_type=="page"]._id', 200, {result: ['page', 'pointer']}],
    ['GET', '/v1/data/query/production?perspective=raw&query=*[_id=="drafts.page"]', 200, {result: []}],
    ['GET', '/v1/data/query/production?query=*[_id=="pointer"][0].hidden->title', 200, {result: null}],
    ['GET', '/v1/data/query/production?query=count(*[_type=="settings"])', 200, {result: 0}],
    [
      'GET',
      '/v1/data/doc/production/page,drafts.page,secret.settings,none',
      200,
      {
        documents: [{_id: 'page'}],
        omitted: [
          {id: 'drafts.page', reason: 'permission'},
          {id: 'secret.settings', reason: 'permission'},
          {id: 'none', reason: 'existence'},
        ],
      },
    ],
    ['GET', '/v1/data/doc/production/drafts.page?includeAllVersions=true', 200, {documents: [{_id: 'page'}]}],
    ['GET', '/v1/data/export/production', 401, null],
    ['GET', '/v1/data/history/production/documents/page', 401, null],
    ['GET', '/v1/data/history/production/transactions/page', 401, null],
    ['GET', '/v1/data/history/production/events/documents/page', 401, null],
    ['GET', '/v1/data/live/events/production?includeDrafts=true', 401, null],
    ['POST', '/v1/data/mutate/production', 401, null],
    ['POST', '/v1/data/actions/production', 401, null],
    ['POST', '/v1/assets/images/production', 401, null],
    ['POST', '/v1/assets/files/production', 401, null],
    ['GET', '/v1/users/me', 401, null],
    ['GET', '/v1/users/local-editor', 401, null],
    ['GET', '/v1/projects/clinic/users/local-editor', 401, null],
    ['GET', '/v1/users/me/keyvalue/studio', 401, null],
    ['PUT', '/v1/users/me/keyvalue', 401, null],
    ['GET', '/v1/projects/clinic', 200, {members: []}],
    ['GET', '/v1/projects/clinic/grants', 200, {}],
    ['GET', '/v1/projects/clinic/datasets/production/acl', 200, [{filter: '_id in path("*")', permissions: ['read']}]],
    ['GET', '/v1/auth/id', 401, null],
    ['POST', '/v1/auth/logout', 401, null],
    ['GET', '/v1/auth/account', 303, null],
    ['POST', '/v1/auth/account', 303, null],
    ['GET', '/v1/auth/people', 303, null],
    ['POST', '/v1/auth/people', 303, null],
    ['GET', '/v1/auth/invite', 410, null],
    ['GET', '/v1/auth/reset', 410, null],
  ])('%s %s answers %d', async (method, path, status, expected) => {
    const response = await fetch(lake.url + path, {
      method,
      redirect: 'manual',
      ...(method === 'GET' ? {} : {body: '{}'}),
    })
    expect(response.status).toBe(status)
    if (expected !== null) expect({answer: await response.json()}).toMatchObject({answer: expected})
  })

  test('hears only of what is published, by event stream and by WebSocket', async () => {
    const path =
      '/v1/data/listen/production?query=*&includeResult=true&includePreviousRevision=true&effectFormat=mendoza'
    const [listen, live] = await Promise.all([
      fetch(lake.url + path),
      fetch(`${lake.url}/v2025-09-01/data/live/events/production`),
    ])
    const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/sse`)
    const frames: string[] = []
    await new Promise((opened) => socket.once('open', opened))
    const started = new Promise((done) => socket.once('message', done))
    socket.on('message', (data) => frames.push(data.toString()))
    socket.send(JSON.stringify({url: path, headers: {}}))
    await started
    const readers = [listen, live].map((response) => {
      const reader = response.body?.getReader()
      let heard = ''
      return async (word: string) => {
        while (!heard.includes(word)) {
          const {done, value} = (await reader?.read()) ?? {done: true, value: undefined}
          if (done) break
          heard += new TextDecoder().decode(value)
        }
        return heard
      }
    })
    const editor = lake.client('editor')
    await editor.patch('drafts.page').set({title: 'zebra-heard'}).commit()
    await editor.patch('secret.settings').set({title: 'zebra-heard'}).commit()
    await editor.patch('versions.rSpring.page').set({title: 'zebra-heard'}).commit()
    await editor
      .transaction()
      .patch('drafts.alone', {set: {title: 'zebra-heard'}})
      .patch('page', {set: {title: 'heron-heard'}})
      .commit()
    const [heard = '', tags = ''] = await Promise.all([readers[0]?.('heron-heard'), readers[1]?.('event: message')])
    while (!frames.join('').includes('heron-heard')) await new Promise((next) => socket.once('message', next))
    expect(heard + frames.join('')).not.toMatch(SECRET)
    expect(heard + frames.join('')).not.toMatch(/drafts\.|versions\.|secret\./)
    expect(tags.match(/event: message/g)).toHaveLength(1)
    socket.close()
  })

  test('a bad token is refused and not taken for none', async () => {
    for (const authorization of ['Bearer skwrong', 'Bearer ', 'Basic abc', 'skwrong']) {
      const response = await fetch(`${lake.url}/v1/data/query/production?query=1`, {headers: {authorization}})
      expect(response.status).toBe(401)
    }
  })
})

describe('somebody without a token, of a private dataset', () => {
  beforeAll(() => lake.lake.admin.setVisibility('private'))
  afterAll(() => lake.lake.admin.setVisibility('public'))

  test('sees nothing of it at all', async () => {
    const leaks: string[] = []
    for (const {what, status, text} of await everything()) {
      const isContent = /^\w+ \/v[^/]+\/(data|images|files|assets)\//.test(what)
      if (SECRET.test(text) || PUBLISHED.test(text)) leaks.push(what)
      if (isContent && ![401, 404, 501].includes(status)) leaks.push(`${what} → ${status}`)
    }
    expect(leaks).toEqual([])
  }, 120_000)
})
