import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {ClientPerspective, SanityClient} from '@sanity/client'
import {clientFor, type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let viewer: SanityClient
let anonymous: SanityClient

beforeAll(async () => {
  lake = await startLake()
  viewer = lake.client('viewer')
  anonymous = lake.client(null)
  const transaction = lake.client('editor').transaction()
  for (const [_id, title] of [
    ['both', 'Published'],
    ['drafts.both', 'Draft'],
    ['versions.rSpring.both', 'Spring'],
    ['drafts.new', 'New draft'],
    ['only', 'Only published'],
    ['settings.secret', 'Private'],
  ] as const) {
    transaction.create({_id, _type: 'thing', title})
  }
  await transaction.commit()
})

afterAll(() => lake.close())

const titles = '*[_type == "thing"] | order(_id asc).title'
const get = (path: string, token?: string) =>
  fetch(`${lake.url}${path}`, {headers: token === undefined ? {} : {authorization: `Bearer ${token}`}})

describe('perspectives', () => {
  test.each<[string, ClientPerspective, string[]]>([
    ['raw', 'raw', ['Published', 'Draft', 'New draft', 'Only published', 'Private', 'Spring']],
    ['published', 'published', ['Published', 'Only published', 'Private']],
    ['drafts', 'drafts', ['Draft', 'New draft', 'Only published', 'Private']],
    ['a release', ['rSpring'], ['Spring', 'Only published', 'Private']],
    ['a release over the drafts', ['rSpring', 'drafts'], ['Spring', 'New draft', 'Only published', 'Private']],
  ])('%s', async (_, perspective, expected) => {
    expect(await viewer.fetch(titles, {}, {perspective})).toEqual(expected)
  })

  test('a draft seen in place of its document says where it is from', async () => {
    const seen = await viewer.fetch('*[_id == "both"][0]{_id, _originalId}', {}, {perspective: 'drafts'})
    expect(seen).toEqual({_id: 'both', _originalId: 'drafts.both'})
  })

  test('the version of the API decides where none is named', async () => {
    const count = async (version: string) => {
      const response = await get(`/${version}/data/query/production?query=count(*)`, lake.token('viewer'))
      return (await response.json()).result
    }
    expect(await count('v2025-09-01')).toBe(3)
    expect(await count('vX')).toBe(3)
    expect(await count('v2021-10-21')).toBe(6)
  })

  test('follow an edit at once', async () => {
    const editor = lake.client('editor')
    await editor.patch('drafts.new').set({title: 'Newer draft'}).commit()
    expect(await viewer.fetch('*[_id == "new"][0].title', {}, {perspective: 'drafts'})).toBe('Newer draft')
    await editor.patch('drafts.new').set({title: 'New draft'}).commit()
  })
})

describe('without a token', () => {
  test.each(['raw', 'drafts', 'published', 'previewDrafts'])(
    'only public documents are seen in %s',
    async (perspective) => {
      const path = `/v2025-09-01/data/query/production?query=${encodeURIComponent('*[_type == "thing"].title')}&perspective=${perspective}`
      expect((await (await get(path)).json()).result).toEqual(['Published', 'Only published'])
    },
  )

  test('drafts, versions and private documents do not exist by id either', async () => {
    const ids = ['both', 'drafts.both', 'versions.rSpring.both', 'settings.secret']
    expect(await anonymous.getDocuments(ids)).toEqual([expect.objectContaining({_id: 'both'}), null, null, null])
    const all = await (await get('/v1/data/doc/production/both?includeAllVersions=true')).json()
    expect(all.documents.map(({_id}: {_id: string}) => _id)).toEqual(['both'])
  })

  test.each([
    ['POST', '/v1/data/mutate/production'],
    ['POST', '/v1/data/actions/production'],
    ['POST', '/v1/assets/images/production'],
    ['GET', '/v1/data/export/production'],
    ['GET', '/v1/data/history/production/documents/both'],
    ['GET', '/v1/data/history/production/transactions/both'],
    ['GET', '/v1/data/live/events/production?includeDrafts=true'],
    ['GET', '/v1/users/me'],
    ['GET', '/v1/users/local-editor'],
    ['PUT', '/v1/users/me/keyvalue'],
    ['POST', '/v1/auth/logout'],
  ])('%s %s is refused', async (method, path) => {
    const response = await fetch(lake.url + path, {method, body: method === 'GET' ? undefined : '{}'})
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({statusCode: 401, error: 'Unauthorized'})
  })

  test('a token that is none is refused, not ignored', async () => {
    await expect(clientFor(lake.url, 'skNone').fetch('count(*)')).rejects.toMatchObject({statusCode: 401})
  })
})

describe('a viewer', () => {
  test('reads drafts and writes nothing', async () => {
    expect(await viewer.getDocument('drafts.both')).toMatchObject({title: 'Draft'})
    const draft = {_id: 'drafts.mine', _type: 'thing'}
    for (const call of [
      viewer.create(draft),
      viewer.delete('only'),
      viewer.action({actionType: 'sanity.action.document.discard', draftId: 'drafts.both'}),
      viewer.assets.upload('file', Buffer.from('x'), {filename: 'x.txt'}),
    ]) {
      await expect(call).rejects.toMatchObject({statusCode: 403, message: expect.stringContaining('"viewer"')})
    }
  })
})

describe('queries over HTTP', () => {
  test('long ones go by POST and find the same', async () => {
    const ids = Array.from({length: 2000}, (_, index) => `nobody-${index}`).concat('only')
    expect(await viewer.fetch('*[_id in $ids].title', {ids})).toEqual(['Only published'])
  })

  test('answer with the query unless told not to, how long it took, and sync tags', async () => {
    const answer = await viewer.fetch('count(*)', {}, {filterResponse: false})
    expect(answer).toMatchObject({
      query: 'count(*)',
      result: 6,
      ms: expect.any(Number),
      syncTags: [expect.stringMatching(/^s1:/)],
    })
    expect(await viewer.fetch('count(*)', {}, {filterResponse: false, returnQuery: false})).not.toHaveProperty('query')
  })

  test('a mistake is shown where it is', async () => {
    await expect(viewer.fetch('*[_type == ')).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('GROQ query parse error'),
      details: {type: 'queryParseError', start: expect.any(Number)},
    })
  })

  test('what is not honoured is refused in one sentence', async () => {
    expect((await get('/v1/data/query/production?query=*&explain=true', lake.token('viewer'))).status).toBe(501)
    const unknown = await get('/v1/unheard-of/list')
    expect(unknown.status).toBe(501)
    expect(await unknown.json()).toEqual({
      statusCode: 501,
      error: 'Not Implemented',
      message: 'GET /v1/unheard-of/list is not supported by the embedded lake.',
    })
    expect((await fetch(`${lake.url}/v1/data/doc/production/only`, {method: 'PUT'})).status).toBe(405)
  })

  test('everything can be exported, a document a line', async () => {
    const response = await get('/v1/data/export/production', lake.token('viewer'))
    const lines = (await response.text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line)._id)).toHaveLength(6)
  })
})
