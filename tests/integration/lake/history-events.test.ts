/** What the history says of mutations, which are how programs, imports and some buttons of the Studio write. */
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let editor: SanityClient
let token: string

beforeAll(async () => {
  lake = await startLake()
  token = lake.token('editor')
  editor = lake.client('editor')
})

afterAll(() => lake.close())

async function ask(path: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${lake.url}/v2025-02-19/data/history/production/${path}`, {
    headers: {authorization: `Bearer ${token}`},
  })
  expect(response.status).toBe(200)
  return response.json()
}

/** The kinds of entries of a document, the oldest first. */
async function historyOf(id: string): Promise<unknown[]> {
  const {events} = await ask(`events/documents/${id}`)
  const entries: unknown = Object.values(events ?? {})[0]
  return Array.isArray(entries) ? entries.map(({type}) => type).reverse() : []
}

test('a document that a program writes was created, then changed, then deleted', async () => {
  await editor.create({_id: 'live', _type: 'thing', title: 'a'})
  await editor.patch('live').set({title: 'b'}).commit()
  await editor.delete('live')
  expect(await historyOf('live')).toEqual(['createLiveDocument', 'updateLiveDocument', 'deleteDocumentGroup'])
})

test('a draft that goes as its document is written was published; the other way round, it was taken down', async () => {
  await editor.create({_id: 'drafts.page', _type: 'thing', title: 'a'})
  await editor.transaction().delete('drafts.page').createOrReplace({_id: 'page', _type: 'thing', title: 'a'}).commit()
  await editor.create({_id: 'drafts.page', _type: 'thing', title: 'b'})
  await editor.delete('drafts.page')
  await editor.transaction().delete('page').create({_id: 'drafts.page', _type: 'thing', title: 'a'}).commit()
  await editor.delete('drafts.page')
  expect(await historyOf('drafts.page')).toEqual([
    'createDocumentVersion',
    'publishDocumentVersion',
    'createDocumentVersion',
    'deleteDocumentVersion',
    'unpublishDocument',
    'deleteDocumentGroup',
  ])
})

test('who looks at a draft can read a revision that was published without one', async () => {
  const {_rev} = await editor.create({_id: 'seeded', _type: 'thing', title: 'seeded'})
  await editor.create({_id: 'drafts.seeded', _type: 'thing', title: 'draft'})
  expect(await ask(`documents/drafts.seeded?revision=${_rev}`)).toMatchObject({
    documents: [{_id: 'drafts.seeded', title: 'seeded'}],
  })
  expect(await ask('documents/drafts.seeded?revision=nothing')).toEqual({documents: []})
})

test('what the Studio keeps for itself has no history', async () => {
  await editor.create({_id: 'drafts.secret', _type: 'sanity.previewUrlSecret', secret: 'x'})
  expect(await historyOf('secret')).toEqual([])
})
