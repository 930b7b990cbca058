import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {Action, SanityClient} from '@sanity/client'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let editor: SanityClient

beforeAll(async () => {
  lake = await startLake()
  editor = lake.client('editor')
})

afterAll(() => lake.close())

const versions = (id: string) => editor.getDocuments([id, `drafts.${id}`])
const act = (actions: Action | Action[]) => editor.action(actions)
const reference = (_ref: string, more = {}) => ({_type: 'reference', _ref, ...more})

async function draftOf(id: string, more: Record<string, unknown> = {}): Promise<void> {
  await act({
    actionType: 'sanity.action.document.create',
    publishedId: id,
    attributes: {_id: `drafts.${id}`, _type: 'thing', title: 'New', ...more},
    ifExists: 'fail',
  })
}

const edit = (id: string, patch: Record<string, unknown>): Action => ({
  actionType: 'sanity.action.document.edit',
  draftId: `drafts.${id}`,
  publishedId: id,
  patch,
})
const publish = (id: string, more = {}): Action => ({
  actionType: 'sanity.action.document.publish',
  draftId: `drafts.${id}`,
  publishedId: id,
  ...more,
})
const unpublish = (id: string): Action => ({
  actionType: 'sanity.action.document.unpublish',
  draftId: `drafts.${id}`,
  publishedId: id,
})

describe('the life of a document', () => {
  test('drafted, edited, published, edited again, unpublished, published and deleted', async () => {
    await draftOf('life')
    await act([edit('life', {set: {title: 'First'}}), edit('life', {set: {n: 1}})])
    expect(await versions('life')).toMatchObject([null, {title: 'First', n: 1}])

    await act(publish('life'))
    const [published, none] = await versions('life')
    expect(published).toMatchObject({_id: 'life', title: 'First'})
    expect(none).toBeNull()

    await act(edit('life', {set: {title: 'Second'}}))
    expect(await versions('life')).toMatchObject([{title: 'First'}, {title: 'Second'}])
    await act(publish('life', {ifPublishedRevisionId: published?._rev}))
    expect(await versions('life')).toMatchObject([{title: 'Second', _createdAt: published?._createdAt}, null])

    await act(unpublish('life'))
    expect(await versions('life')).toMatchObject([null, {_id: 'drafts.life', title: 'Second'}])

    await act(publish('life'))
    await act({actionType: 'sanity.action.document.delete', publishedId: 'life', includeDrafts: []})
    expect(await versions('life')).toEqual([null, null])
  })

  test('a first edit of a published document makes its draft, also when two come at once', async () => {
    await editor.create({_id: 'pair', _type: 'thing', title: 'Published'})
    await act([edit('pair', {set: {title: 'Draft'}}), edit('pair', {setIfMissing: {n: 1}})])
    expect(await versions('pair')).toMatchObject([{title: 'Published'}, {title: 'Draft', n: 1}])
  })

  test('discarding a draft leaves what is published', async () => {
    await editor.create({_id: 'discarded', _type: 'thing', title: 'Published'})
    await act(edit('discarded', {set: {title: 'Draft'}}))
    await act({actionType: 'sanity.action.document.discard', draftId: 'drafts.discarded'})
    expect(await versions('discarded')).toMatchObject([{title: 'Published'}, null])
  })

  test('versions and replaced drafts', async () => {
    await editor.create({_id: 'versioned', _type: 'thing', title: 'Published'})
    const versionId = 'versions.rSpring.versioned'
    await act({
      actionType: 'sanity.action.document.version.create',
      publishedId: 'versioned',
      baseId: 'versioned',
      versionId,
    })
    await act({
      actionType: 'sanity.action.document.version.replace',
      document: {_id: versionId, _type: 'thing', title: 'Spring'},
    })
    expect(await editor.getDocument(versionId)).toMatchObject({title: 'Spring'})
    await act({actionType: 'sanity.action.document.version.discard', versionId})
    expect(await editor.getDocument(versionId)).toBeUndefined()
    await act({
      actionType: 'sanity.action.document.replaceDraft',
      publishedId: 'versioned',
      attributes: {_id: 'drafts.versioned', _type: 'thing', title: 'Replaced'},
    })
    expect(await versions('versioned')).toMatchObject([{title: 'Published'}, {title: 'Replaced'}])
  })

  test('publishing makes references as strong as the schema wants them', async () => {
    await editor.create({_id: 'to', _type: 'thing'})
    const weakUntilThen = reference('to', {_weak: true, _strengthenOnPublish: {type: 'thing'}})
    const weakForGood = reference('to', {_weak: true, _strengthenOnPublish: {type: 'thing', weak: true}})
    await draftOf('from', {strong: weakUntilThen, list: [weakForGood]})
    await act(publish('from'))
    expect(await editor.getDocument('from')).toMatchObject({
      strong: {_type: 'reference', _ref: 'to'},
      list: [{_type: 'reference', _ref: 'to', _weak: true}],
    })
    expect((await editor.getDocument('from'))?.strong).not.toHaveProperty('_weak')
  })
})

describe('what cannot be done', () => {
  test.each<[string, () => Promise<unknown>, number, string]>([
    ['publishing without a draft', () => act(publish('nobody')), 409, 'The draft "drafts.nobody" does not exist'],
    ['editing what is not there', () => act(edit('nobody', {set: {a: 1}})), 409, 'does not exist'],
    ['unpublishing what is not published', () => act(unpublish('nobody')), 409, 'does not exist'],
    [
      'publishing over somebody else’s edit',
      async () => {
        await editor.createOrReplace({_id: 'raced', _type: 'thing'})
        await editor.createOrReplace({_id: 'drafts.raced', _type: 'thing'})
        await act(publish('raced', {ifPublishedRevisionId: 'older'}))
      },
      409,
      'unexpected revision',
    ],
    [
      'publishing a draft that has changed meanwhile',
      async () => {
        await editor.createOrReplace({_id: 'drafts.raced', _type: 'thing'})
        await act(publish('raced', {ifDraftRevisionId: 'older'}))
      },
      409,
      'unexpected revision',
    ],
    [
      'unpublishing what others refer to',
      async () => {
        await editor.createOrReplace({_id: 'needed', _type: 'thing'})
        await editor.createOrReplace({_id: 'needing', _type: 'thing', to: reference('needed')})
        await act(unpublish('needed'))
      },
      409,
      'there are references to it from "needing"',
    ],
    [
      'a draft of another document',
      () => act({actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'b'}),
      400,
      'not a draft',
    ],
    [
      'variants',
      () => act({actionType: 'sanity.action.document.variant.delete', publishedId: 'a', variantId: 'b'}),
      501,
      'sanity.action.document.variant.delete',
    ],
  ])('%s', async (_, call, statusCode, message) => {
    await expect(call()).rejects.toMatchObject({statusCode, message: expect.stringContaining(message)})
  })

  test('a batch with one failure changes nothing', async () => {
    await expect(act([edit('pair', {set: {title: 'Half'}}), publish('nobody')])).rejects.toMatchObject({
      statusCode: 409,
    })
    expect(await versions('pair')).toMatchObject([{title: 'Published'}, {title: 'Draft'}])
  })
})

describe('history', () => {
  const get = async (path: string) => {
    const response = await fetch(`${lake.url}/v2025-09-01/data/history/production${path}`, {
      headers: {authorization: `Bearer ${lake.token('viewer')}`},
    })
    expect(response.status).toBe(200)
    return response
  }

  test('tells what editors did, the newest first', async () => {
    await draftOf('told')
    await act(publish('told'))
    await act(unpublish('told'))
    const {events} = await (await get('/events/documents/told')).json()
    expect(events.told.map(({type}: {type: string}) => type)).toEqual([
      'unpublishDocument',
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
  })

  test('keeps every revision and every transaction', async () => {
    const first = await editor.create({_id: 'kept', _type: 'thing', title: 'First'})
    await editor.patch('kept').set({title: 'Second'}).commit()
    await editor.delete('kept')
    const {documents} = await (await get(`/documents/kept?revision=${first._rev}`)).json()
    expect(documents).toEqual([first])
    expect(await (await get('/documents/kept?lastRevision=true')).json()).toMatchObject({
      documents: [{title: 'Second'}],
    })
    const lines = (await (await get('/transactions/kept?effectFormat=mendoza')).text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {id: first._rev, documentIDs: ['kept'], mutations: [{create: {title: 'First'}}]},
      {mutations: [{patch: {set: {title: 'Second'}}}], effects: {kept: {apply: expect.any(Array)}}},
      {mutations: [{delete: {id: 'kept'}}]},
    ])
  })
})
