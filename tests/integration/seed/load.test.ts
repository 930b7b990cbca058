import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {loadEmpty, loadSample, minimalSettings} from '../../../sanity/seed/index.ts'
import {type StartedLake, startLake} from '../../support/start-lake'
import {type LoadedLake, loadLake} from './loaded-lake'

type Stored = {_id: string; _rev: string; _type: string} & Record<string, unknown>

let loaded: LoadedLake
let lake: StartedLake
let client: SanityClient
const everything = () => client.fetch<Stored[]>('*[] | order(_id)')
const revisions = async () => (await everything()).map(({_id, _rev}) => [_id, _rev])

beforeAll(async () => {
  loaded = await loadLake()
}, 120_000)

afterAll(() => loaded.remove())

beforeEach(async () => {
  lake = await loaded.copy()
  client = lake.client('editor')
})

afterEach(() => lake.close())

test('loading brings the whole clinic, pictures included, to everyone without a token', async () => {
  const {report, lines} = loaded
  expect(report).toMatchObject({unchanged: [], left: []})
  expect(lines.at(-1)).toBe(`Sample clinic: ${report.created.length} new, 0 unchanged, 0 left as they are`)
  const page = await lake.client(null).fetch(`*[_type == "condition" && slug.current == "back-pain"][0]{
    title, "questions": faqs[]->question, "fact": facts[0]->statement, "treatments": count(treatments[]->_id),
    "picture": image.asset->{"width": metadata.dimensions.width, "height": metadata.dimensions.height, extension}
  }`)
  expect(page).toEqual({
    title: 'Back Pain',
    questions: [
      'Should I see a interventional pain physician for my back pain?',
      'How will a Interventional pain physician treat my pain?',
      'What should I expect after treatment?',
    ],
    fact: 'That the leading cause of disability around the world is lower back pain?',
    treatments: 4,
    picture: {width: 1600, height: 900, extension: 'png'},
  })
})

test('every reference in the lake leads to a document', async () => {
  const documents = await everything()
  const ids = new Set(documents.map(({_id}) => _id))
  const targets = [...JSON.stringify(documents).matchAll(/"_ref":"([^"]+)"/g)].map(([, id]) => id ?? '')
  expect(targets.length).toBeGreaterThan(300)
  expect(targets.filter((id) => !ids.has(id))).toEqual([])
})

test('loading twice changes nothing: no document has a new revision, no picture comes twice', async () => {
  const before = await revisions()
  const second = await loadSample({client})

  expect(await revisions()).toEqual(before)
  expect(second).toEqual({created: [], unchanged: expect.any(Array), left: []})
  expect(second.unchanged.sort()).toEqual(loaded.report.created.toSorted())
})

test('what staff edited stays as they left it', async () => {
  await client.patch('condition-sciatica').set({summary: 'Our own words.'}).commit()
  const lines: string[] = []
  const report = await loadSample({client, log: (line) => lines.push(line)})

  expect(report).toMatchObject({created: [], left: ['condition-sciatica']})
  expect(lines.join('\n')).toContain('Left as they are, because they differ from the sample: condition-sciatica')
  expect(await client.fetch('*[_id == "condition-sciatica"][0].summary')).toBe('Our own words.')
})

test('what staff unpublished stays unpublished', async () => {
  const redirect = await client.getDocument('redirect-about-us')
  if (!redirect) throw new Error('The sample has no redirect from /about-us.')
  await client
    .transaction()
    .create({...redirect, _id: 'drafts.redirect-about-us'})
    .delete('redirect-about-us')
    .commit()

  expect(await loadSample({client})).toMatchObject({created: [], left: ['redirect-about-us']})
  expect(await client.getDocument('redirect-about-us')).toBeUndefined()
})

test('a document that somebody deleted comes back with its old picture, and nothing else changes', async () => {
  const before = await revisions()
  const deleted = 'person-sample-physician'
  const photo = () => client.fetch(`*[_id == "${deleted}"][0].photo.asset._ref`)
  const photoBefore = await photo()
  await client.delete(deleted)
  const lines: string[] = []

  expect((await loadSample({client, log: (line) => lines.push(line)})).created).toEqual([deleted])
  expect(await photo()).toBe(photoBefore)
  expect(lines.filter((line) => line.startsWith('Pictures'))).toEqual([])
  const others = (rows: unknown[][]) => rows.filter(([id]) => id !== deleted)
  expect(others(await revisions())).toEqual(others(before))
})

test('nothing is created that would point to an unpublished document', async () => {
  const page = await client.getDocument('page-about')
  if (!page) throw new Error('The sample has no page about us.')
  await client
    .transaction()
    .patch('siteSettings', (patch) => patch.unset(['footerMenu']))
    .delete('redirect-about-us')
    .create({...page, _id: 'drafts.page-about'})
    .delete('page-about')
    .commit()

  const report = await loadSample({client})
  expect(report.created).toEqual([])
  expect(report.left.sort()).toEqual(['page-about', 'redirect-about-us', 'siteSettings'])
})

test('an empty start has settings to work with, and claims nothing', async () => {
  const empty = await startLake()
  const writer = empty.client('editor')
  try {
    expect(await loadEmpty({client: writer})).toEqual({created: ['siteSettings'], unchanged: [], left: []})
    expect(await loadEmpty({client: writer})).toEqual({created: [], unchanged: ['siteSettings'], left: []})
    expect(await writer.fetch('*[_type == "siteSettings"][0]')).toMatchObject(minimalSettings())
    expect(await writer.fetch('count(*[sample == true])')).toBe(0)
  } finally {
    await empty.close()
  }
})

test('an empty start leaves settings that are there', async () => {
  expect(await loadEmpty({client})).toEqual({created: [], unchanged: [], left: ['siteSettings']})
  expect(await client.fetch('*[_id == "siteSettings"][0].name')).toBe('Maple Hollow Pain Clinic')
})

test('the sample takes the place of neutral settings that nobody touched', async () => {
  await client.createOrReplace(minimalSettings())
  expect((await loadSample({client})).created).toEqual(['siteSettings'])
  expect(await client.fetch('*[_id == "siteSettings"][0].name')).toBe('Maple Hollow Pain Clinic')
})

test('the sample does not take the place of settings that a clinic has filled in', async () => {
  await client.createOrReplace({...minimalSettings(), name: 'Our clinic'})
  expect(await loadSample({client})).toMatchObject({created: [], left: ['siteSettings']})
  expect(await client.fetch('*[_id == "siteSettings"][0].name')).toBe('Our clinic')
})
