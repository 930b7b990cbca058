import {readFileSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {createClient, type SanityClient} from '@sanity/client'
import {firstValueFrom} from 'rxjs'
import {methodsOf} from '../../support/client-methods'
import {plain} from '../../support/pictures'
import {clientFor, type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let client: SanityClient

beforeAll(async () => {
  lake = await startLake()
  client = clientFor(lake.url, lake.token('administrator'))
})

afterAll(() => lake.close())

let count = 0
/** A document of its own for each test. */
const made = (more: Record<string, unknown> = {}) =>
  client.create({_id: `made-${++count}`, _type: 'thing', n: 1, tags: ['a', 'b'], text: 'One', ...more})

const pairOf = (publishedId: string) => ({publishedId, draftId: `drafts.${publishedId}`})
const get = (id: string) => client.getDocument(id)

/** Takes a release from step to step, and looks where it has come to. */
async function walk(
  state: string | undefined,
  ...steps: ('publish' | 'archive' | 'unarchive' | 'schedule' | 'unschedule' | 'delete')[]
) {
  const {releaseId} = await client.releases.create({})
  for (const step of steps) await client.releases[step]({releaseId, publishAt: '2099-01-01T00:00:00Z'})
  expect((await client.releases.get({releaseId}))?.state).toBe(state)
}

/** Every method of the client that the lake honours, with a use of it that shows so. */
const honoured: Record<string, () => unknown> = {
  config: () => expect(client.config()).toMatchObject({projectId: 'clinic', dataset: 'production'}),
  clone: () => expect(client.clone().config().token).toBe(client.config().token),
  withConfig: async () =>
    expect(await client.withConfig({perspective: 'published'}).fetch('count(*[_id in path("drafts.**")])')).toBe(0),
  getAuth: () => expect(client.getAuth()).toBeDefined(),
  observeAuth: () => expect(client.observeAuth()).toBeDefined(),
  getUrl: () => expect(client.getUrl('/ping')).toBe(`${lake.url}/v2025-09-01/ping`),
  getDataUrl: () => expect(client.getDataUrl('doc', 'a')).toBe('/data/doc/production/a'),
  request: async () => expect(await client.request({url: '/ping'})).toEqual({pong: true}),
  dataRequest: async () => {
    const mutations = [{createOrReplace: {_id: 'by-request', _type: 'thing'}}]
    expect(await client.dataRequest('mutate', {mutations}, {returnDocuments: true})).toMatchObject([
      {_id: 'by-request'},
    ])
  },

  fetch: async () => {
    const {_id, _rev} = await made()
    const answer = await client.fetch(
      '*[_id == $id]{_rev, "long": $long}',
      {id: _id, long: 'x'.repeat(20_000)},
      {
        filterResponse: false,
      },
    )
    expect(answer).toMatchObject({result: [{_rev}], ms: expect.any(Number), syncTags: [expect.any(String)]})
  },
  getDocument: async () => {
    const {_id} = await made()
    await client.create({_id: `versions.rA.${_id}`, _type: 'thing', n: 2})
    expect(await get(_id)).toMatchObject({n: 1})
    expect(await get('nobody')).toBeUndefined()
    expect(await client.getDocument(_id, {releaseId: 'rA'})).toMatchObject({n: 2})
    expect(await client.getDocument(_id, {includeAllVersions: true})).toHaveLength(2)
  },
  getDocuments: async () => {
    const {_id} = await made()
    expect(await client.getDocuments(['nobody', _id])).toEqual([null, expect.objectContaining({_id})])
  },
  documentsExists: async () => {
    const {_id} = await made()
    expect(await client.documentsExists([_id, 'nobody'])).toEqual(new Set([_id]))
  },
  listen: async () => {
    const welcome = await firstValueFrom(client.listen('*', {}, {events: ['welcome']}))
    expect(welcome).toMatchObject({type: 'welcome', listenerName: expect.any(String)})
  },
  'live.events': async () => {
    expect(await firstValueFrom(client.live.events({includeDrafts: true}))).toMatchObject({type: 'welcome'})
  },

  create: async () => {
    expect(await client.create({_type: 'thing'})).toMatchObject({_id: expect.stringMatching(/^\w{22}$/)})
    expect(await client.create({_id: 'drafts.', _type: 'thing'})).toMatchObject({
      _id: expect.stringMatching(/^drafts\.\w{22}$/),
    })
    expect(await client.create({_type: 'thing'}, {returnDocuments: false})).toMatchObject({
      transactionId: expect.any(String),
      documentId: expect.any(String),
      results: [{operation: 'create'}],
    })
  },
  createIfNotExists: async () => {
    const {_id} = await made()
    expect(await client.createIfNotExists({_id, _type: 'thing', n: 9})).toMatchObject({n: 1})
  },
  createOrReplace: async () => {
    const {_id} = await made()
    expect(await client.createOrReplace({_id, _type: 'thing', n: 9})).toMatchObject({n: 9})
  },
  delete: async () => {
    const [one, two, three] = [await made(), await made({group: 'gone'}), await made({group: 'gone'})]
    await client.delete(one._id)
    await client.delete({query: '*[group == $group]', params: {group: 'gone'}})
    expect(await client.getDocuments([one._id, two._id, three._id])).toEqual([null, null, null])
  },
  patch: async () => {
    const {_id, _rev} = await made({list: [{_key: 'k', n: 1}]})
    const steps = [
      client.patch(_id).set({'list[_key=="k"].n': 2, title: 'T'}).setIfMissing({missing: 1, n: 5}).ifRevisionId(_rev),
      client.patch(_id).inc({n: 5}).dec({'list[0].n': 1}).unset(['title']),
      client.patch(_id).insert('after', 'tags[0]', ['x']),
      client.patch(_id).append('tags', ['z']),
      client.patch(_id).prepend('tags', ['_']),
      client.patch(_id).splice('tags', 1, 1, ['A']),
      client.patch(_id, {diffMatchPatch: {text: '@@ -1,3 +1,7 @@\n One\n+ two\n'}}),
    ]
    for (const step of steps) await step.commit()
    expect(await get(_id)).toMatchObject({
      n: 6,
      list: [{_key: 'k', n: 1}],
      missing: 1,
      tags: ['_', 'A', 'x', 'b', 'z'],
      text: 'One two',
    })
    expect(await get(_id)).not.toHaveProperty('title')
    await expect(client.patch(_id).set({n: 0}).ifRevisionId(_rev).commit()).rejects.toMatchObject({statusCode: 409})
  },
  transaction: async () => {
    const id = `transaction-${++count}`
    const answer = await client
      .transaction()
      .create({_id: `${id}-a`, _type: 'thing', n: 1})
      .createIfNotExists({_id: `${id}-a`, _type: 'thing', n: 2})
      .createOrReplace({_id: `${id}-b`, _type: 'thing'})
      .patch(`${id}-a`, (patch) => patch.inc({n: 1}))
      .delete(`${id}-b`)
      .transactionId(id)
      .commit({returnDocuments: true})
    expect(answer).toMatchObject([{n: 2}, {n: 2}, {}, {n: 2}, {}])
    expect(await client.getDocuments([`${id}-a`, `${id}-b`])).toEqual([expect.objectContaining({n: 2, _rev: id}), null])
  },
  mutate: async () => {
    const id = `mutated-${++count}`
    for (const visibility of ['sync', 'async', 'deferred'] as const) {
      await client.mutate([{createOrReplace: {_id: id, _type: 'thing', visibility}}], {visibility})
      expect(await get(id)).toMatchObject({visibility})
    }
    const options = {dryRun: true, transactionId: `never-${id}`, skipCrossDatasetReferenceValidation: true}
    const dry = await client.mutate(client.patch(id).set({n: 1}), {
      ...options,
      returnFirst: true,
      returnDocuments: true,
    })
    expect(dry).toMatchObject({n: 1})
    expect(await get(id)).not.toHaveProperty('n')
    const keyed = await client.mutate(client.patch(id).set({list: [{n: 1}]}), {autoGenerateArrayKeys: true})
    expect(keyed).toMatchObject({results: [{document: {list: [{_key: expect.any(String)}]}}]})
    const many = await client.mutate([{patch: {id, inc: {n: 1}}}], {returnFirst: false, returnDocuments: false})
    expect(many).toMatchObject({documentIds: [id], results: [{id, operation: 'update'}]})
  },
  action: async () => {
    const pair = pairOf(`action-${++count}`)
    const options = {transactionId: `act-${count}`, dryRun: true}
    const attributes = {_id: pair.draftId, _type: 'thing'}
    const create = {actionType: 'sanity.action.document.create', ...pair, attributes, ifExists: 'fail'} as const
    expect(await client.action(create, options)).toEqual({transactionId: options.transactionId})
    expect(await get(pair.draftId)).toBeUndefined()
    await client.action([create, {actionType: 'sanity.action.document.edit', ...pair, patch: {set: {n: 1}}}])
    expect(await get(pair.draftId)).toMatchObject({n: 1})
  },

  createVersion: async () => {
    const {_id: publishedId, _rev} = await made()
    await client.createVersion({baseId: publishedId, publishedId, releaseId: 'rC', ifBaseRevisionId: _rev})
    expect(await get(`versions.rC.${publishedId}`)).toMatchObject({n: 1})
  },
  replaceVersion: async () => {
    const {_id: publishedId} = await made()
    await client.createVersion({baseId: publishedId, publishedId, releaseId: 'rB'})
    await client.replaceVersion({document: {_type: 'thing', n: 3}, publishedId, releaseId: 'rB'})
    expect(await get(`versions.rB.${publishedId}`)).toMatchObject({n: 3})
  },
  discardVersion: async () => {
    const {_id: publishedId} = await made()
    await client.createVersion({baseId: publishedId, publishedId, releaseId: 'rB'})
    await client.discardVersion({publishedId, releaseId: 'rB'})
    expect(await get(`versions.rB.${publishedId}`)).toBeUndefined()
  },
  unpublishVersion: async () => {
    const {_id: publishedId} = await made()
    await client.unpublishVersion({publishedId, releaseId: 'rB'})
    expect(await get(`versions.rB.${publishedId}`)).toMatchObject({n: 1, _system: {delete: true}})
  },
  // The life of a release in full: releases.test.ts.
  'releases.create': async () => {
    const {releaseId} = await client.releases.create({metadata: {title: 'T'}})
    expect(await client.releases.get({releaseId})).toMatchObject({state: 'active', metadata: {title: 'T'}})
  },
  'releases.get': async () => expect(await client.releases.get({releaseId: 'rNone'})).toBeUndefined(),
  'releases.edit': async () => {
    const release = await client.releases.create({})
    await client.releases.edit({...release, patch: {set: {'metadata.title': 'T'}}})
    expect((await client.releases.get(release))?.metadata.title).toBe('T')
  },
  'releases.publish': () => walk('published', 'publish'),
  'releases.archive': () => walk('archived', 'archive'),
  'releases.unarchive': () => walk('active', 'archive', 'unarchive'),
  'releases.schedule': () => walk('scheduled', 'schedule'),
  'releases.unschedule': () => walk('active', 'schedule', 'unschedule'),
  'releases.delete': () => walk(undefined, 'archive', 'delete'),
  'releases.fetchDocuments': async () => {
    const {_id: publishedId} = await made()
    await client.createVersion({baseId: publishedId, publishedId, releaseId: 'rD'})
    const {result} = await client.releases.fetchDocuments({releaseId: 'rD'})
    expect(result).toMatchObject([{_id: `versions.rD.${publishedId}`}])
  },

  'assets.upload': async () => {
    const options = {filename: 'a.png', title: 'T', label: 'L', description: 'D', creditLine: 'C'}
    const source = {id: 's', name: 'camera', url: 'https://example.com'}
    const bytes = await plain('#123456', 5, 4)
    const image = await client.assets.upload('image', bytes, {...options, source, extract: ['palette', 'lqip']})
    expect(image).toMatchObject({
      _id: expect.stringMatching(/^image-[0-9a-f]{40}-5x4-png$/),
      originalFilename: 'a.png',
      ...{title: 'T', label: 'L', description: 'D', creditLine: 'C', source},
      metadata: {dimensions: {width: 5, height: 4}, palette: expect.any(Object), lqip: expect.any(String)},
    })
    const file = await client.assets.upload('file', Buffer.from('text'), {filename: 'a.txt', contentType: 'text/plain'})
    expect(await (await fetch(file.url)).text()).toBe('text')
    await client.delete(file._id)
    expect((await fetch(file.url)).status).toBe(404)
  },
  'datasets.list': async () => expect(await client.datasets.list()).toMatchObject([{name: 'production'}]),
  'projects.list': async () => expect(await client.projects.list()).toMatchObject([{id: 'clinic'}]),
  'projects.getById': async () => expect(await client.projects.getById('clinic')).toMatchObject({id: 'clinic'}),
  'users.getById': async () => {
    const me = await client.users.getById('me')
    expect(await client.users.getById(me.id)).toMatchObject({id: me.id})
  },
}

const instruction = {schemaId: '_.schemas.default', instruction: 'Write', documentId: 'a'}
const library = () => client.withConfig({resource: {type: 'media-library', id: 'ml'}})

/** Every other one, with a use of it, and the name under which it is refused. */
const refused: Record<string, [name: string, use: () => unknown]> = {
  'datasets.create': ['client.datasets.create', () => client.datasets.create('other')],
  'datasets.edit': ['client.datasets.edit', () => client.datasets.edit('production', {aclMode: 'private'})],
  'datasets.delete': ['client.datasets.delete', () => client.datasets.delete('production')],
  'datasets.getEmbeddingsSettings': [
    'client.datasets.getEmbeddingsSettings',
    () => client.datasets.getEmbeddingsSettings('production'),
  ],
  'datasets.editEmbeddingsSettings': [
    'client.datasets.editEmbeddingsSettings',
    () => client.datasets.editEmbeddingsSettings('production', {enabled: true}),
  ],
  'agent.action.generate': ['client.agent.action.generate', () => client.agent.action.generate(instruction)],
  'agent.action.transform': ['client.agent.action.transform', () => client.agent.action.transform(instruction)],
  'agent.action.translate': [
    'client.agent.action.translate',
    () => client.agent.action.translate({schemaId: 's', documentId: 'a', toLanguage: {id: 'es', title: 'Spanish'}}),
  ],
  'agent.action.prompt': ['client.agent.action.prompt', () => client.agent.action.prompt({instruction: 'Say hello'})],
  'agent.action.patch': [
    'client.agent.action.patch',
    () =>
      client.agent.action.patch({schemaId: 's', documentId: 'a', target: [{path: 'n', operation: 'set', value: 1}]}),
  ],
  'mediaLibrary.video.getPlaybackInfo': [
    'client.mediaLibrary.video.getPlaybackInfo',
    () => library().mediaLibrary.video.getPlaybackInfo({_ref: 'media-library:mlLibrary:instance'}),
  ],
  'functions.durables.callbackSuccess': [
    'client.functions.durables',
    () => client.functions.durables.callbackSuccess('id', {ok: true}),
  ],
  'functions.durables.callbackFailure': [
    'client.functions.durables',
    () => client.functions.durables.callbackFailure('id', {errorMessage: 'no'}),
  ],
}

/** Services of Sanity's that a lake has nothing of: whatever one of their methods sends, it is refused. */
const refusedWhole: Record<string, [name: string, addresses: readonly string[]]> = {
  'functions.invoke': ['client.functions.invoke', ['POST /functions/f/invoke', 'GET /blueprints/stacks/s']],
  'context.': [
    'client.context',
    ['POST /context/organizations/o/query', 'DELETE /context/knowledge-bases/k/sources/s'],
  ],
  'collaboration.comments.': [
    'client.collaboration.comments',
    ['POST /collaboration/comments', 'GET /collaboration/comments/query', 'PATCH /collaboration/comments/c'],
  ],
}

describe('every method of @sanity/client', () => {
  test.each(Object.entries(honoured))('%s works', async (_, use) => {
    await use()
  })

  test.each(Object.entries(refused))('%s is refused by name', async (_, [name, use]) => {
    await expect(Promise.resolve().then(use)).rejects.toMatchObject({
      statusCode: 501,
      message: `Not Implemented - ${name} is not supported by the embedded lake.`,
    })
  })

  test.each(Object.values(refusedWhole).flatMap(([name, addresses]) => addresses.map((at) => [at, name])))(
    '%s is refused as %s',
    async (at, name) => {
      const [method = '', url = ''] = at.split(' ')
      await expect(client.request({method, url})).rejects.toMatchObject({
        statusCode: 501,
        message: `Not Implemented - ${name} is not supported by the embedded lake.`,
      })
    },
  )

  test('is one of these', () => {
    const known = (method: string) =>
      method in honoured || method in refused || Object.keys(refusedWhole).some((start) => method.startsWith(start))
    const methods = methodsOf(client)
    expect(methods.filter((method) => !known(method))).toEqual([])
    const listed = [...Object.keys(honoured), ...Object.keys(refused)]
    expect(listed.filter((method) => !methods.includes(method))).toEqual([])
  })

  test('is in the list of the README', () => {
    const readme = readFileSync('sanity/lake/README.md', 'utf8')
    const [, works = '', refusals = ''] = /^Works: (.+)\n\nIs refused by name: (.+)$/m.exec(readme) ?? []
    const namesIn = (line: string) => [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name)
    expect(namesIn(works)).toEqual(Object.keys(honoured).sort())
    expect(namesIn(refusals)).toEqual([...Object.keys(refused), ...Object.keys(refusedWhole)].sort())
  })
})

describe('every action', () => {
  const act = (actionType: string, more: object) =>
    client.request({
      method: 'POST',
      url: '/data/actions/production',
      body: {actions: [{actionType: `sanity.action.${actionType}`, ...more}]},
    })

  test('of a document works as its type says', async () => {
    const pair = pairOf(`acted-${++count}`)
    const {publishedId, draftId} = pair
    // As in the client's README, where the attributes leave the id to the action.
    await act('document.create', {publishedId, attributes: {_type: 'bike', n: 1}, ifExists: 'fail'})
    await expect(
      act('document.create', {publishedId, attributes: {_type: 'bike'}, ifExists: 'fail'}),
    ).rejects.toMatchObject({statusCode: 409})
    await act('document.create', {publishedId, attributes: {_type: 'bike'}, ifExists: 'ignore'})
    await act('document.edit', {...pair, patch: {inc: {n: 1}}})
    const draft = await get(draftId)
    await act('document.publish', {...pair, ifDraftRevisionId: draft?._rev})
    expect(await client.getDocuments([publishedId, draftId])).toMatchObject([{n: 2}, null])
    await act('document.edit', {...pair, patch: [{inc: {n: 1}}, {set: {m: 1}}]})
    await act('document.replaceDraft', {publishedId, attributes: {_id: draftId, _type: 'bike', n: 9}})
    expect(await get(draftId)).toMatchObject({n: 9})
    await act('document.discard', {draftId})
    await act('document.unpublish', pair)
    expect(await client.getDocuments([publishedId, draftId])).toMatchObject([null, {n: 2}])
    await act('document.publish', pair)
    await act('document.version.create', {publishedId, document: {_id: `versions.rA.${publishedId}`, _type: 'bike'}})
    await act('document.version.replace', {document: {_id: `versions.rA.${publishedId}`, _type: 'bike', n: 3}})
    expect(await get(`versions.rA.${publishedId}`)).toMatchObject({n: 3})
    await act('document.version.discard', {versionId: `versions.rA.${publishedId}`})
    await act('document.delete', {publishedId, includeDrafts: [draftId]})
    expect(await client.getDocuments([publishedId, draftId, `versions.rA.${publishedId}`])).toEqual([null, null, null])
  })

  test.each([
    ...['create', 'edit', 'delete', 'publish', 'unpublish'].map((verb) => `document.variant.${verb}`),
    ...['create', 'edit', 'delete'].map((verb) => `variant.definition.${verb}`),
    'document.invent',
  ])('%s is refused by name', async (name) => {
    await expect(act(name, {})).rejects.toMatchObject({
      statusCode: 501,
      message: `Not Implemented - The action "sanity.action.${name}" is not supported by the embedded lake.`,
    })
  })
})

test.each<[string, () => Promise<unknown>]>([
  ['a variant', () => client.fetch('*', {}, {variant: 'b'})],
  ['an address that nobody knows', () => client.request({url: '/teleport'})],
])('%s is refused with 501', async (_, use) => {
  await expect(use()).rejects.toMatchObject({statusCode: 501, message: expect.stringContaining('Not Implemented - ')})
})

test('waiting for functions is answered with a word to go away, because a refused stream is tried again for ever', async () => {
  const event = await firstValueFrom(client.live.events({waitFor: 'function'}))
  expect(event).toMatchObject({type: 'goaway', data: {reason: expect.stringContaining('(waitFor) is not supported')}})
})

test('cookies, headers and tags of requests are taken and change nothing', async () => {
  const other = createClient({...client.config(), requestTagPrefix: 'site', headers: {'x-a': 'b'}})
  expect(await other.fetch('1 + 1', {}, {tag: 'sum', cacheMode: 'noStale', lastLiveEventId: '1'})).toBe(2)
})
