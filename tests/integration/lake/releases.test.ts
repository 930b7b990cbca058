import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {collect} from '../../support/events'
import {clientFor, type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let editor: SanityClient

beforeEach(async () => {
  lake = await startLake()
  editor = lake.client('editor')
})

afterEach(() => lake.close())

const releaseId = 'rSpring'
const versionOf = (id: string) => `versions.${releaseId}.${id}`
const stateOf = async () => (await editor.releases.get({releaseId}))?.state
const published = () => editor.withConfig({perspective: 'published'}).fetch('*[_type == "page"] | order(_id) {_id, n}')
const inSpring = () => editor.withConfig({perspective: [releaseId]}).fetch('*[_type == "page"] | order(_id) {_id, n}')

/** A release that changes one page, adds one, and takes one away. */
async function prepare() {
  await editor.create({_id: 'changed', _type: 'page', n: 1})
  await editor.create({_id: 'leaving', _type: 'page', n: 1})
  await editor.releases.create({releaseId, metadata: {title: 'Spring', releaseType: 'asap'}})
  await editor.createVersion({baseId: 'changed', publishedId: 'changed', releaseId})
  await editor.patch(versionOf('changed')).set({n: 2}).commit()
  const added = {_id: versionOf('added'), _type: 'page', n: 2, to: {_type: 'reference', _ref: 'changed'}}
  await editor.action({actionType: 'sanity.action.document.version.create', publishedId: 'added', document: added})
  await editor.unpublishVersion({publishedId: 'leaving', releaseId})
}

describe('a release', () => {
  test('is a document that the client reads, and that has a type and a title', async () => {
    const made = await editor.releases.create({metadata: {title: 'Summer'}})
    expect(await editor.releases.get(made)).toMatchObject({
      ...{_id: `_.releases.${made.releaseId}`, _type: 'system.release', name: made.releaseId, state: 'active'},
      metadata: {title: 'Summer', releaseType: 'undecided'},
    })
    await editor.releases.edit({releaseId: made.releaseId, patch: {set: {'metadata.title': 'Late summer'}}})
    expect((await editor.releases.get(made))?.metadata.title).toBe('Late summer')
    expect(await lake.client(null).fetch('*[_type == "system.release"]')).toEqual([])
  })

  test('shows in its perspective what it will do, and nobody else anything', async () => {
    await prepare()
    expect(await inSpring()).toEqual([
      {_id: 'added', n: 2},
      {_id: 'changed', n: 2},
    ])
    expect(await published()).toEqual([
      {_id: 'changed', n: 1},
      {_id: 'leaving', n: 1},
    ])
    const {result} = await editor.releases.fetchDocuments({releaseId})
    expect(result.map(({_id}) => _id).sort()).toEqual(['added', 'changed', 'leaving'].map(versionOf))
  })

  test('is published whole, in one transaction', async () => {
    await prepare()
    const heard = collect(
      editor.listen('*[_type == "page"]', {}, {events: ['welcome', 'mutation'], includeAllVersions: true}),
    )
    await heard.find(({type}) => type === 'welcome')
    const {transactionId} = await editor.releases.publish({releaseId})
    expect(await published()).toEqual([
      {_id: 'added', n: 2},
      {_id: 'changed', n: 2},
    ])
    expect(await editor.fetch('count(*[_id in path("versions.**")])')).toBe(0)
    expect(await editor.releases.get({releaseId})).toMatchObject({
      state: 'published',
      publishedAt: expect.any(String),
      finalDocumentStates: [{id: versionOf('added')}, {id: versionOf('changed')}, {id: versionOf('leaving')}],
    })
    await heard.find((event) => event.type === 'mutation' && event.documentId === versionOf('leaving'))
    const ids = heard.items.flatMap((event) => (event.type === 'mutation' ? [event.transactionId] : []))
    expect(new Set(ids)).toEqual(new Set([transactionId]))
    heard.stop()
    await editor.releases.delete({releaseId})
    expect(await editor.releases.get({releaseId})).toBeUndefined()
  })

  test('or not at all', async () => {
    await prepare()
    await editor.create({_id: 'holder', _type: 'other', to: {_type: 'reference', _ref: 'leaving'}})
    await expect(editor.releases.publish({releaseId})).rejects.toMatchObject({statusCode: 409})
    expect(await published()).toEqual([
      {_id: 'changed', n: 1},
      {_id: 'leaving', n: 1},
    ])
    expect(await stateOf()).toBe('active')
  })

  test('is put away and taken out again with what was in it', async () => {
    await prepare()
    const before = await inSpring()
    await editor.releases.archive({releaseId})
    expect(await stateOf()).toBe('archived')
    expect(await editor.fetch('count(*[_id in path("versions.**")])')).toBe(0)
    await editor.releases.unarchive({releaseId})
    expect(await stateOf()).toBe('active')
    expect(await inSpring()).toEqual(before)
  })

  test.each<[string, () => Promise<unknown>, number]>([
    ['made twice', () => editor.releases.create({releaseId}), 409],
    ['published when it is not there', () => editor.releases.publish({releaseId: 'rNobody'}), 409],
    ['unscheduled when it has no hour', () => editor.releases.unschedule({releaseId}), 409],
    ['unarchived when it is not archived', () => editor.releases.unarchive({releaseId}), 409],
    ['deleted while it is active', () => editor.releases.delete({releaseId}), 409],
    ['named with a dot', () => editor.releases.create({releaseId: 'a.b'}), 400],
    ['edited in its state', () => editor.releases.edit({releaseId, patch: {set: {state: 'published'}}}), 400],
    ['scheduled at no time', () => editor.releases.schedule({releaseId, publishAt: 'soon'}), 400],
  ])('cannot be %s', async (_, use, statusCode) => {
    await editor.releases.create({releaseId})
    await expect(use()).rejects.toMatchObject({statusCode})
    expect(await stateOf()).toBe('active')
  })
})

describe('a scheduled release', () => {
  const soon = (ms: number) => new Date(Date.now() + ms).toISOString()
  const until = async (state: string) => {
    while ((await stateOf()) !== state) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  test('is published at its hour', async () => {
    await prepare()
    const publishAt = soon(400)
    await editor.releases.schedule({releaseId, publishAt})
    expect(await editor.releases.get({releaseId})).toMatchObject({state: 'scheduled', publishAt})
    expect(await published()).toHaveLength(2)
    const {author} = await editor.users.getById('me').then(({id}) => ({author: id}))
    await until('published')
    const history = await fetch(`${lake.url}/v1/data/history/production/transactions/added`, {
      headers: {authorization: `Bearer ${editor.config().token}`},
    })
    expect(JSON.parse((await history.text()).trim().split('\n').at(-1) ?? '')).toMatchObject({author})
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(publishAt))
    expect(await published()).toEqual([
      {_id: 'added', n: 2},
      {_id: 'changed', n: 2},
    ])
  })

  test('or when the lake is there again', async () => {
    await prepare()
    await editor.releases.schedule({releaseId, publishAt: soon(3_600_000)})
    await editor
      .patch(`_.releases.${releaseId}`)
      .set({publishAt: soon(250)})
      .commit()
    await lake.stop()
    await new Promise((resolve) => setTimeout(resolve, 300))
    lake = await startLake({folder: lake.folder})
    editor = clientFor(lake.url, lake.token('editor'))
    await until('published')
  })

  test('is not when it was unscheduled in time', async () => {
    await prepare()
    await editor.releases.schedule({releaseId, publishAt: soon(200)})
    await editor.releases.unschedule({releaseId})
    await new Promise((resolve) => setTimeout(resolve, 350))
    expect(await stateOf()).toBe('active')
  })

  test('says why when it cannot be published', async () => {
    await prepare()
    await editor.create({_id: 'holder', _type: 'other', to: {_type: 'reference', _ref: 'leaving'}})
    await editor.releases.schedule({releaseId, publishAt: soon(100)})
    while (!(await editor.releases.get({releaseId}))?.error) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await editor.releases.get({releaseId})).toMatchObject({
      state: 'active',
      error: {message: expect.stringContaining('"leaving" cannot be deleted')},
    })
    expect(await published()).toEqual([
      {_id: 'changed', n: 1},
      {_id: 'leaving', n: 1},
    ])
  })
})

test('a release of another lake is imported as it was', async () => {
  const document = {
    _id: '_.releases.rOld',
    _type: 'system.release',
    name: 'rOld',
    state: 'published',
    metadata: {title: 'Old'},
  }
  const take = (ifExists: string) =>
    editor.request({
      method: 'POST',
      url: '/data/actions/production',
      body: {
        actions: [{actionType: 'sanity.action.release.import', releaseId: 'rOld', attributes: document, ifExists}],
      },
    })
  await take('fail')
  expect(await editor.releases.get({releaseId: 'rOld'})).toMatchObject(document)
  await expect(take('fail')).rejects.toMatchObject({statusCode: 409})
  await take('ignore')
  await take('replace')
})
