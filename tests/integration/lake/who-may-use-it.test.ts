/** Origins, and the dataset as a whole: what the owner allows. */
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {plain as picture} from '../../support/pictures'
import {clientFor, type StartedLake, startLake} from '../../support/start-lake'
import {Visitor} from '../../support/visitor'

let lake: StartedLake

beforeEach(async () => {
  lake = await startLake({studioUrl: 'http://localhost:3000/studio'})
})

afterEach(() => lake.close())

const ask = (origin: string, init: RequestInit = {}, path = '/v1/data/query/production?query=1') =>
  fetch(lake.url + path, {...init, headers: {origin, ...(init.headers as Record<string, string>)}})

const allowed = async (origin: string): Promise<{reads: boolean; credentials: boolean}> => {
  const {headers} = await ask(origin)
  return {
    reads: headers.get('access-control-allow-origin') === origin,
    credentials: headers.get('access-control-allow-credentials') === 'true',
  }
}

describe('an origin', () => {
  test('added while the lake runs may use it at once, also after a restart, until it is removed', async () => {
    const {admin} = lake.lake
    expect(await allowed('https://app.example.org')).toEqual({reads: false, credentials: false})
    expect(admin.allowOrigin(' https://App.example.org/ ', true)).toMatchObject({origin: 'https://app.example.org'})
    expect(await allowed('https://app.example.org')).toEqual({reads: true, credentials: true})
    await lake.stop()
    lake = await startLake({folder: lake.folder, studioUrl: 'http://localhost:3000/studio'})
    expect(await allowed('https://app.example.org')).toEqual({reads: true, credentials: true})
    expect(lake.lake.admin.removeOrigin('https://app.example.org')).toBe(true)
    expect(await allowed('https://app.example.org')).toEqual({reads: false, credentials: false})
    expect(() => lake.lake.admin.removeOrigin('http://localhost:3000')).toThrow('listed by the start')
  })

  test('without credentials may read what is public, and a token from there is refused', async () => {
    lake.lake.admin.allowOrigin('https://widget.example', false)
    expect(await allowed('https://widget.example')).toEqual({reads: true, credentials: false})
    const headers = {'access-control-request-headers': 'Authorization, content-type'}
    const preflight = await ask('https://widget.example', {method: 'OPTIONS', headers})
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type')
    expect(preflight.headers.has('access-control-allow-credentials')).toBe(false)
    const authorization = `Bearer ${lake.token('viewer')}`
    const refused = await ask('https://widget.example', {headers: {authorization}})
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({message: expect.stringContaining('without credentials only')})
    const check = await ask('https://widget.example', {}, '/v1/check/cors')
    expect(await check.json()).toEqual({result: {allowed: true, withCredentials: false}})
  })

  test.each<[string, string[], string[]]>([
    [
      'https://*.example.org',
      ['https://a.example.org', 'https://a.b.example.org'],
      [
        'https://example.org',
        'http://a.example.org',
        'https://a.example.org:8080',
        'https://evilexample.org',
        'https://a.example.org.evil.test',
      ],
    ],
    [
      'http://localhost:*',
      ['http://localhost:1', 'http://localhost:9999', 'http://localhost'],
      ['http://localhost.evil.test:1', 'https://localhost:1'],
    ],
    ['*', ['https://anything.test'], ['null']],
  ])('%s stands for these and no others', async (pattern, some, others) => {
    lake.lake.admin.allowOrigin(pattern, false)
    for (const origin of some)
      expect([origin, await allowed(origin)]).toEqual([origin, {reads: true, credentials: false}])
    for (const origin of others) expect([origin, (await allowed(origin)).reads]).toEqual([origin, false])
  })

  test.each([
    'example.org',
    'https://*',
    'https://*.org',
    'ftp://example.org',
    'https://example.org/path',
    'https://user@example.org',
    'null',
    '',
  ])('is not %j', (text) => {
    expect(() => lake.lake.admin.allowOrigin(text, false)).toThrow()
  })

  test('that is everybody’s has no credentials', () => {
    expect(() => lake.lake.admin.allowOrigin('*', true)).toThrow('may not have credentials')
  })
})

describe('a private dataset', () => {
  test('shows its files to who holds a token and to who has signed in, and to nobody else', async () => {
    const editor = lake.client('editor')
    const asset = await editor.assets.upload('image', await picture('#0d5f5c', 300, 200), {filename: 'a.png'})
    const file = await editor.assets.upload('file', Buffer.from('words'), {
      filename: 'a.txt',
      contentType: 'text/plain',
    })
    const browser = new Visitor(lake.url)
    await browser.get(lake.lake.admin.createLink().url)
    const paths = [
      `/${asset.path}`,
      `/${asset.path}?w=100&fm=webp`,
      `/v1/${asset.path}`,
      `/${asset.path}/name.png`,
      `/${file.path}`,
    ]
    for (const path of paths)
      expect([path, (await fetch(lake.url + path)).headers.get('cache-control')]).toEqual([
        path,
        'public, max-age=31536000, immutable',
      ])
    lake.lake.admin.setVisibility('private')
    const authorization = `Bearer ${lake.token('viewer')}`
    for (const path of paths) {
      const refused = await fetch(lake.url + path)
      expect([path, refused.status]).toEqual([path, 401])
      expect(await refused.text()).toContain('This dataset is private')
      expect((await fetch(lake.url + path, {headers: {authorization: 'Bearer skwrong'}})).status).toBe(401)
      expect(
        (await fetch(lake.url + path, {headers: {cookie: `${new Visitor(lake.url).names.assets}=wrong`}})).status,
      ).toBe(401)
      const shown = await fetch(lake.url + path, {headers: {authorization}})
      expect([path, shown.status, shown.headers.get('cache-control')]).toEqual([path, 200, 'private, max-age=3600'])
      expect(shown.headers.get('vary')).toContain('Cookie')
      await shown.arrayBuffer()
    }
    expect((await browser.get(`/${asset.path}`)).status).toBe(200)
    expect((await browser.get(`/${file.path}`)).status).toBe(200)
    // The cookie opens files and nothing else.
    const cookie = `${browser.names.assets}=${browser.cookies.get(`${browser.names.assets} /images`)}`
    expect((await fetch(`${lake.url}/v1/data/query/production?query=*`, {headers: {cookie}})).status).toBe(401)
    await browser.act('account', 'sign-out')
    expect((await fetch(`${lake.url}/${asset.path}`, {headers: {cookie}})).status).toBe(401)
  })

  test('says so, and ends the streams of those who listened without a token', async () => {
    const streams = await Promise.all(
      ['/v1/data/listen/production?query=*', '/v2025-09-01/data/live/events/production'].map((path) =>
        fetch(lake.url + path),
      ),
    )
    const readers = streams.map(({body}) => body?.getReader())
    for (const reader of readers) await reader?.read()
    lake.lake.admin.setVisibility('private')
    for (const reader of readers) while (!(await reader?.read())?.done);
    await expect(clientFor(lake.url).fetch('*')).rejects.toThrow('This dataset is private')
    const datasets = await lake.client('viewer').datasets.list()
    expect(datasets).toMatchObject([{name: 'production', aclMode: 'private'}])
    const acl = await fetch(`${lake.url}/v1/projects/clinic/datasets/production/acl`)
    expect(await acl.json()).toEqual([])
    await lake.stop()
    lake = await startLake({folder: lake.folder})
    await expect(clientFor(lake.url).fetch('*')).rejects.toThrow('This dataset is private')
    lake.lake.admin.setVisibility('public')
    expect(await clientFor(lake.url).fetch('*')).toEqual([])
  })

  test('said at the start is not undone by the command', async () => {
    await lake.close()
    lake = await startLake({visibility: 'private'})
    await expect(clientFor(lake.url).fetch('*')).rejects.toThrow('This dataset is private')
    expect(() => lake.lake.admin.setVisibility('public')).toThrow('started with --visibility private')
  })
})

describe('what the Studio is told about a role', () => {
  test.each([
    ['administrator', ['manage', 'create', 'read', 'update', 'editHistory', 'history'], true],
    ['editor', ['create', 'read', 'update', 'editHistory', 'history'], false],
    ['viewer', ['read'], false],
  ] as const)('%s', async (role, permissions, looksAfterPeople) => {
    const client = lake.client(role)
    const request = (url: string) => client.request<Record<string, unknown>>({url})
    expect(await request('/projects/clinic/datasets/production/acl')).toEqual([
      {filter: '_id in path("**")', permissions},
    ])
    expect('sanity.project.members' in (await request('/projects/clinic/grants'))).toBe(looksAfterPeople)
    expect(await client.users.getById('me')).toMatchObject({role, roles: [{name: role}]})
    const {members} = await client.projects.getById('clinic')
    expect(members).toMatchObject([
      {isCurrentUser: true, isRobot: true, role},
      {id: 'local-editor', role: 'administrator'},
    ])
  })
})
