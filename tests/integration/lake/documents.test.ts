import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let editor: SanityClient

beforeAll(async () => {
  lake = await startLake()
  editor = lake.client('editor')
})

afterAll(() => lake.close())

const reference = (_ref: string, more = {}) => ({_type: 'reference', _ref, ...more})

/** What a call is refused with: status, and the kinds of failure that the body names. */
async function refusalOf(call: Promise<unknown>): Promise<{status: number; types: string[]; message: string}> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof Error) || !('statusCode' in error)) throw error
    const details: unknown = 'details' in error ? error.details : undefined
    const items = typeof details === 'object' && details !== null && 'items' in details ? details.items : []
    const types = Array.isArray(items) ? items.map((item) => String(item.error.type)) : []
    return {status: Number(error.statusCode), types, message: error.message}
  }
  throw new Error('The lake did not refuse.')
}

async function post(path: string, body: unknown): Promise<{status: number; answer: Record<string, unknown>}> {
  const response = await fetch(`${lake.url}/v2025-09-01${path}`, {
    method: 'POST',
    headers: {authorization: `Bearer ${lake.token('editor')}`, 'content-type': 'application/json'},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return {status: response.status, answer: await response.json()}
}

describe('creating', () => {
  test('stamps a document and gives it back', async () => {
    const made = await editor.create({_id: 'made', _type: 'thing', title: 'One'})
    expect(made).toMatchObject({_id: 'made', _type: 'thing', title: 'One'})
    expect(made._rev).toMatch(/^\w{20,}$/)
    expect(made._createdAt).toBe(made._updatedAt)
    expect(await editor.getDocument('made')).toEqual(made)
  })

  test('chooses an id where none is given, in the drafts where asked', async () => {
    expect((await editor.create({_type: 'thing'}))._id).toMatch(/^\w{20,}$/)
    expect((await editor.create({_id: 'drafts.', _type: 'thing'}))._id).toMatch(/^drafts\.\w{20,}$/)
  })

  test('a second time under one id is a conflict', async () => {
    await editor.create({_id: 'twice', _type: 'thing'})
    expect(await refusalOf(editor.create({_id: 'twice', _type: 'thing'}))).toMatchObject({
      status: 409,
      types: ['documentAlreadyExistsError'],
    })
  })

  test('if it is not there leaves what is there, and createOrReplace keeps the day it was made', async () => {
    const first = await editor.create({_id: 'kept', _type: 'thing', title: 'First', old: true})
    expect(await editor.createIfNotExists({_id: 'kept', _type: 'thing', title: 'Second'})).toEqual(first)
    const replaced = await editor.createOrReplace({_id: 'kept', _type: 'thing', title: 'Third'})
    expect(replaced).toMatchObject({title: 'Third', _createdAt: first._createdAt})
    expect(replaced).not.toHaveProperty('old')
    expect(replaced._rev).not.toBe(first._rev)
  })

  test.each([
    ['an id with a slash', {_id: 'a/b', _type: 'thing'}],
    ['an id that climbs', {_id: 'a..b', _type: 'thing'}],
    ['no type', {_id: 'typeless'}],
    ['the field __proto__', '{"_type": "thing", "deep": [{"__proto__": {"polluted": true}}]}'],
    ['the field constructor', {_type: 'thing', constructor: {}}],
  ])('%s is refused', async (_, document) => {
    const body = typeof document === 'string' ? document : JSON.stringify(document)
    const {status} = await post('/data/mutate/production', `{"mutations": [{"create": ${body}}]}`)
    expect(status).toBe(400)
  })
})

describe('patching', () => {
  test('every operation', async () => {
    await editor.create({
      _id: 'patched',
      _type: 'thing',
      n: 1,
      tags: ['a', 'b'],
      text: 'One',
      body: [{_key: 'k1', children: [{_key: 's', text: 'hello'}]}],
    })
    const first = await editor
      .patch('patched')
      .set({'body[_key=="k1"].children[0].text': 'hi there', 'deep.a': 1})
      .setIfMissing({missing: 'x', text: 'no'})
      .inc({n: 4})
      .unset(['tags[0]'])
      .insert('after', 'tags[-1]', ['z', 'y'])
      .commit()
    expect(first).toMatchObject({
      n: 5,
      tags: ['b', 'z', 'y'],
      text: 'One',
      missing: 'x',
      deep: {a: 1},
      body: [{_key: 'k1', children: [{_key: 's', text: 'hi there'}]}],
    })
    const second = await editor
      .patch('patched')
      .dec({n: 2})
      .diffMatchPatch({text: '@@ -1,3 +1,7 @@\n One\n+ two\n'})
      .insert('replace', 'tags[0]', ['first'])
      .commit()
    expect(second).toMatchObject({n: 3, text: 'One two', tags: ['first', 'z', 'y']})
  })

  test('does nothing to the document it began with when it is refused', async () => {
    const before = await editor.create({_id: 'untouched', _type: 'thing', tags: ['a']})
    for (const patch of [
      editor.patch('untouched').set({_type: 'other'}),
      editor.patch('untouched').set({_id: 'other'}),
      editor.patch('untouched').set({'a.__proto__.b': 1}),
      editor.patch('untouched').set({'constructor.prototype.b': 1}),
      editor.patch('untouched').insert('replace', 'tags[_key=="none"]', [1]),
    ]) {
      expect((await refusalOf(patch.commit())).status).toBe(400)
    }
    expect(await editor.getDocument('untouched')).toEqual(before)
    expect(Object.prototype).not.toHaveProperty('b')
  })

  test('a document that is not there is a conflict', async () => {
    expect(await refusalOf(editor.patch('nobody').set({a: 1}).commit())).toMatchObject({
      status: 409,
      types: ['documentNotFoundError'],
    })
  })

  test('of two editors who hold the same revision the first one wins', async () => {
    const {_rev} = await editor.create({_id: 'raced', _type: 'thing', n: 0})
    const patches = [1, 2].map((n) => editor.patch('raced').ifRevisionId(_rev).set({n}).commit())
    const outcomes = await Promise.allSettled(patches)
    expect(outcomes.map(({status}) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(await refusalOf(Promise.reject(lost?.reason))).toMatchObject({
      status: 409,
      types: ['documentRevisionIDDoesNotMatchError'],
    })
  })

  test('by query reaches every version that it selects', async () => {
    await editor.create({_id: 'q1', _type: 'queried'})
    await editor.create({_id: 'drafts.q1', _type: 'queried'})
    await editor
      .patch({query: '*[_type == $type]', params: {type: 'queried'}})
      .set({flag: true})
      .commit({returnFirst: false})
    expect(await editor.fetch('*[_type == "queried"].flag')).toEqual([true, true])
  })

  test('gives keys to list items where asked', async () => {
    await editor.create({_id: 'keyed', _type: 'thing', items: []})
    const {items} = await editor
      .patch('keyed')
      .append('items', [{a: 1}, {a: 2}])
      .commit({autoGenerateArrayKeys: true})
    expect(items).toEqual([
      {_key: expect.stringMatching(/^\w{12}$/), a: 1},
      {_key: expect.stringMatching(/^\w{12}$/), a: 2},
    ])
  })
})

describe('a transaction', () => {
  test('happens whole', async () => {
    const {results} = await editor
      .transaction()
      .create({_id: 't1', _type: 'thing', title: 'One'})
      .create({_id: 't2', _type: 'thing', to: reference('t1')})
      .patch('t1', (patch) => patch.set({title: 'Two'}))
      .commit()
    expect(results).toEqual([
      {id: 't1', operation: 'create'},
      {id: 't2', operation: 'create'},
      {id: 't1', operation: 'update'},
    ])
    const [first, second] = await editor.getDocuments(['t1', 't2'])
    expect(first).toMatchObject({title: 'Two', _rev: second?._rev})
  })

  test('or not at all', async () => {
    const transaction = editor
      .transaction()
      .create({_id: 'half', _type: 'thing'})
      .patch('nobody', (patch) => patch.set({a: 1}))
    expect(await refusalOf(transaction.commit())).toMatchObject({status: 409, types: ['documentNotFoundError']})
    expect(await editor.getDocument('half')).toBeUndefined()
  })

  test('under an id already used is refused, so that a repeated import does nothing twice', async () => {
    const import1 = () => editor.transaction().create({_type: 'imported'}).transactionId('import-1').commit()
    expect(await import1()).toMatchObject({transactionId: 'import-1'})
    expect(await refusalOf(import1())).toMatchObject({status: 409, types: ['transactionIdInUseError']})
    expect(await editor.fetch('count(*[_type == "imported"])')).toBe(1)
  })

  test('tried dry changes nothing, and is checked all the same', async () => {
    await editor.create({_id: 'dry', _type: 'thing'}, {dryRun: true})
    expect(await editor.getDocument('dry')).toBeUndefined()
    const broken = editor.create({_id: 'dry', _type: 'thing', to: reference('nobody')}, {dryRun: true})
    expect((await refusalOf(broken)).status).toBe(409)
  })

  test('answers with what was asked for', async () => {
    const answer = async (options: string) =>
      (
        await post(`/data/mutate/production?${options}`, {
          mutations: [{createOrReplace: {_id: 'asked', _type: 'thing'}}],
        })
      ).answer
    expect(await answer('')).toEqual({transactionId: expect.any(String), results: []})
    expect(await answer('returnIds=true')).toMatchObject({results: [{id: 'asked', operation: 'update'}]})
    expect(await answer('returnDocuments=true')).toMatchObject({results: [{id: 'asked', document: {_id: 'asked'}}]})
  })
})

describe('references', () => {
  test('a strong one needs its target', async () => {
    const dangling = editor.create({_id: 'dangling', _type: 'thing', to: [reference('nobody')]})
    expect(await refusalOf(dangling)).toMatchObject({status: 409, types: ['documentReferenceDoesNotExistError']})
    await editor.create({_id: 'weakly', _type: 'thing', to: reference('nobody', {_weak: true})})
  })

  test('and keeps it from being deleted, until it goes too', async () => {
    await editor.create({_id: 'target', _type: 'thing'})
    await editor.create({_id: 'holder', _type: 'thing', to: reference('target')})
    expect(await refusalOf(editor.delete('target'))).toMatchObject({
      status: 409,
      types: ['documentHasExistingReferencesError'],
      message: expect.stringContaining('from "holder"'),
    })
    await editor.transaction().delete('target').delete('holder').commit()
    expect(await editor.getDocuments(['target', 'holder'])).toEqual([null, null])
  })
})

describe('what is no request for this lake', () => {
  test.each([
    ['no JSON', '{"mutations": [', 400],
    ['no list', {mutations: {}}, 400],
    ['an unknown mutation', {mutations: [{explode: {id: 'a'}}]}, 400],
    ['two mutations in one', {mutations: [{create: {_type: 'a'}, delete: {id: 'a'}}]}, 400],
    ['an unknown operation', {mutations: [{patch: {id: 'made', replaceAll: {}}}]}, 400],
    ['a transaction id with spaces', {mutations: [], transactionId: 'a b'}, 400],
    [
      'a document nested a hundred deep',
      `{"mutations": [{"create": {"_type": "deep", "a": ${'['.repeat(100)}${']'.repeat(100)}}}]}`,
      400,
    ],
    ['forty megabytes', `{"mutations": [], "padding": "${'x'.repeat(40 * 1024 * 1024)}"}`, 413],
  ])('%s', async (_, body, expected) => {
    const {status, answer} = await post('/data/mutate/production', body)
    expect(status).toBe(expected)
    expect(answer).toHaveProperty('error')
  })

  test('another dataset', async () => {
    const {status, answer} = await post('/data/mutate/staging', {mutations: []})
    expect(status).toBe(404)
    expect(answer.message).toBe('Dataset "staging" not found for project ID "clinic"')
  })
})
