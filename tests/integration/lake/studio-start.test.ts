import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let token: string

beforeAll(async () => {
  lake = await startLake()
  token = lake.token('administrator')
})

afterAll(() => lake.close())

const ask = (path: string, init: RequestInit = {}) =>
  fetch(lake.url + path, {...init, headers: {authorization: `Bearer ${token}`}})

describe('what the Studio asks when it starts', () => {
  test.each<[string, unknown]>([
    ['/v1/ping', {pong: true}],
    ['/v2025-02-19/data/ping/production', {pong: true}],
    ['/v1/geoip/country', {isoCode: null}],
    ['/v1/auth/providers', {providers: [{name: 'local'}]}],
    ['/v1/users/me', {role: 'administrator', roles: [{name: 'administrator'}]}],
    ['/v1/projects/clinic', {id: 'clinic', members: [{isCurrentUser: true}, {id: 'local-editor'}]}],
    ['/v1/projects/clinic/datasets', [{name: 'production'}]],
    ['/v1/projects/clinic/datasets?datasetProfile=comments&addonFor=production', []],
    [
      '/v1/projects/clinic/datasets/production/acl',
      [{filter: '_id in path("**")', permissions: expect.arrayContaining(['read', 'create', 'update'])}],
    ],
    ['/v1/projects/clinic/datasets/production/settings/indexing', {maxFieldDepth: 20}],
    ['/v1/projects/clinic/grants', {}],
    ['/v1/projects/clinic/user-applications', []],
    ['/v1/projects/clinic/features', []],
    ['/v1/features', []],
    ['/v1/projects/clinic/roles', [{name: 'administrator'}, {name: 'editor'}, {name: 'viewer'}]],
    ['/v1/access/requests/me', []],
    ['/v1/journey/announcements', []],
    ['/v1/journey/trial', null],
    ['/v1/subscriptions/project/clinic', null],
    ['/v1/help', {}],
    ['/v1/intake/telemetry-status', {status: 'denied'}],
    ['/v1/check/cors', {result: {allowed: true, withCredentials: true}}],
    ['/v2024-05-23/data/actions/production', {enabled: true, compatibleStudioVersions: '*'}],
    ['/v1/data/references/production/documents/x/to', {totalCount: 0, references: []}],
  ])('%s', async (path, expected) => {
    const response = await ask(path)
    expect(response.status).toBe(200)
    const answer: unknown = await response.json()
    expect({answer}).toMatchObject({answer: expected})
  })

  test('a viewer is granted reading only', async () => {
    const response = await fetch(`${lake.url}/v1/projects/clinic/datasets/production/acl`, {
      headers: {authorization: `Bearer ${lake.token('viewer')}`},
    })
    expect(await response.json()).toEqual([{filter: '_id in path("**")', permissions: ['read']}])
  })

  test('another project is not this one', async () => {
    expect((await ask('/v1/projects/other')).status).toBe(404)
  })

  test('who somebody is, whoever wrote what', async () => {
    expect(await (await ask('/v1/users/local-editor')).json()).toMatchObject({name: 'Local editor'})
    const many = await (await ask('/v1/users/local-editor,nobody,me')).json()
    expect(many.map(({name}: {name: string}) => name)).toEqual(['Local editor', 'Former access', 'test administrator'])
  })
})

describe('settings of a person', () => {
  test('are kept for each person alone', async () => {
    const value = {layout: 'detail'}
    const put = (body: unknown) => ask('/v1/users/me/keyvalue', {method: 'PUT', body: JSON.stringify(body)})
    expect(await (await put([{key: 'studio.list', value}])).json()).toEqual([{key: 'studio.list', value}])
    await put({key: 'single', value: 1})
    expect(await (await ask('/v1/users/me/keyvalue/studio.list,single,none')).json()).toEqual([
      {key: 'studio.list', value},
      {key: 'single', value: 1},
      {key: 'none', value: null},
    ])
    const other = await fetch(`${lake.url}/v1/users/me/keyvalue/single`, {
      headers: {authorization: `Bearer ${lake.token('editor')}`},
    })
    expect(await other.json()).toEqual([{key: 'single', value: null}])
  })
})
