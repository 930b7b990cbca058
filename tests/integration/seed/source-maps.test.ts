/** Click-to-edit leads right, on every query of the site: each text that a map traces stands where the map says. */

import {readdirSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, jest, test} from '@jest/globals'
import type {ContentSourceMap, SanityClient} from '@sanity/client'
import {addressesContract} from '@/sanity/content/address'
import {type Contract, isContract} from '@/sanity/contract'
import {type TracedText, tracedTexts, valueAt} from '../../support/source-map'
import type {StartedLake} from '../../support/start-lake'
import {type LoadedLake, loadLake} from './loaded-lake'

const folder = path.resolve('sanity/content')
const contracts = readdirSync(folder).flatMap((file) =>
  Object.values(jest.requireActual<Record<string, unknown>>(path.join(folder, file))).filter(isContract),
)

let loaded: LoadedLake
let lake: StartedLake
let viewer: SanityClient
let stored: Map<string, {_id: string; _type: string}>
let addresses: {_type: string; language: string; slug: string}[]

beforeAll(async () => {
  loaded = await loadLake()
  lake = await loaded.copy()
  viewer = lake.client('viewer').withConfig({perspective: 'drafts'})
  addresses = await viewer.fetch(addressesContract.query)
  // Drafts of two documents, so that not every text comes from what is published.
  const editor = lake.client('editor')
  for (const id of ['condition-sciatica', 'faq-do-i-need-an-mri']) {
    const document = await editor.getDocument(id)
    if (document) await editor.createOrReplace({...document, _id: `drafts.${id}`})
  }
  const all = await lake.client('viewer').fetch<{_id: string; _type: string}[]>('*')
  stored = new Map(all.map((document) => [document._id, document]))
}, 120_000)

afterAll(async () => {
  await lake.close()
  loaded.remove()
})

async function ask(query: string, params: Record<string, string>) {
  const options = {filterResponse: false, resultSourceMap: 'withKeyArraySelector'} as const
  const answer = await viewer.fetch<unknown>(query, params, options)
  const map: ContentSourceMap | undefined = answer.resultSourceMap
  if (!map) throw new Error('The answer has no map.')
  return {result: answer.result, map}
}

const isWrong = ({text, document, path: place}: TracedText): boolean =>
  document !== null &&
  valueAt(stored.get(document), place) !== text &&
  // A perspective shows a draft under the id of what it would publish.
  !(place.join('.') === '_id' && document === `drafts.${text}`)

test('there is a query of every noun', () => {
  expect(contracts.length).toBeGreaterThan(20)
})

describe.each(contracts.map((contract): [string, Contract] => [contract.name, contract]))('%s', (name, {query}) => {
  test('is traced', async () => {
    const own = addresses.filter(({_type}) => _type === name).slice(0, 12)
    const asked = own.length > 0 ? own : [{language: 'en', slug: 'sciatica'}]
    for (const {language, slug} of asked) {
      const names = {path: '/old', from: '/old', id: 'condition-sciatica', ids: '', asset: 'file-none-pdf'}
      const params = {language, slug, ...names}
      const {result, map} = await ask(query, params)
      expect(result).toEqual(await viewer.fetch(query, params))
      const texts = tracedTexts(result, map)
      expect(texts.filter(isWrong)).toEqual([])
      expect(texts.filter(({kind}) => kind === null)).toEqual([])
    }
  })
})

test('nearly every word of a condition page leads to its editor', async () => {
  const contract = contracts.find(({name}) => name === 'condition')
  const {result, map} = await ask(contract?.query ?? '', {language: 'en', slug: 'sciatica'})
  const words = tracedTexts(result, map).filter(({text}) => text.includes(' '))
  expect(words.length).toBeGreaterThan(50)
  expect(words.filter(({kind}) => kind !== 'documentValue')).toEqual([])
  expect(new Set(words.map(({document}) => document)).size).toBeGreaterThan(5)
})
