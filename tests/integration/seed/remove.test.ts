import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {loadSample, minimalSettings, removeSample, SampleInUseError} from '../../../sanity/seed/index.ts'
import type {StartedLake} from '../../support/start-lake'
import {type LoadedLake, loadLake} from './loaded-lake'

let loaded: LoadedLake
let lake: StartedLake
let client: SanityClient
const ids = () => client.fetch<string[]>('*[] | order(_id)._id')
const toSciatica = {_type: 'reference', _ref: 'condition-sciatica'}

beforeAll(async () => {
  loaded = await loadLake()
}, 120_000)

afterAll(() => loaded.remove())

beforeEach(async () => {
  lake = await loaded.copy()
  client = lake.client('editor')
})

afterEach(() => lake.close())

/** What stays of the sample: settings without it, and search words, which say nothing of the made-up clinic. */
const staying = ['searchWords-en', 'searchWords-es', 'siteSettings']
const words = ['searchWords-en', 'searchWords-es']

test('removing leaves neutral settings, the search words and nothing else of the sample', async () => {
  const report = await removeSample({client})

  expect(report).toMatchObject({edited: [], kept: words})
  expect(report.pictures.length).toBeGreaterThan(20)
  expect(await ids()).toEqual(staying)
  const settings = await client.getDocument('siteSettings')
  expect(settings).toMatchObject(minimalSettings())
  expect(settings).not.toHaveProperty('sample')
  expect(await client.getDocument('searchWords-en')).not.toHaveProperty('sample')
})

test('removing leaves every document and picture of the clinic’s own untouched', async () => {
  const picture = await client.assets.upload('image', Buffer.from(onePixel, 'base64'), {filename: 'ours.png'})
  const own = await client.create({_type: 'condition', _id: 'condition-ours', title: 'Our own'})
  await client.create({_type: 'faq', _id: 'drafts.faq-ours', question: 'Ours?'})
  await removeSample({client})

  expect(await ids()).toEqual(['condition-ours', 'drafts.faq-ours', picture._id, ...staying].sort())
  expect(await client.getDocument('condition-ours')).toEqual(own)
})

test('drafts of sample documents go too, and edited ones are named', async () => {
  const sciatica = await client.getDocument('condition-sciatica')
  if (!sciatica) throw new Error('The sample has no page about sciatica.')
  await client.create({...sciatica, _id: 'drafts.condition-sciatica', title: 'Sciatica, edited'})
  await client.patch('faq-heat-or-ice').set({question: 'Heat or ice?'}).commit()
  const report = await removeSample({client})

  expect(report.removed).toEqual(expect.arrayContaining(['condition-sciatica', 'drafts.condition-sciatica']))
  expect(report.edited.sort()).toEqual(['drafts.condition-sciatica', 'faq-heat-or-ice'])
  expect(await ids()).toEqual(staying)
})

test('removing is refused while a document of the clinic’s own links to the sample, and nothing is lost', async () => {
  const before = await ids()
  await client.create({_type: 'condition', _id: 'condition-ours', title: 'Our page', relatedConditions: [toSciatica]})
  await client.create({_type: 'page', _id: 'drafts.page-ours', title: 'Our draft', body: [{markDefs: [toSciatica]}]})
  const refused: unknown = await removeSample({client}).catch((error: unknown) => error)

  expect(refused).toBeInstanceOf(SampleInUseError)
  expect(refused).toHaveProperty('documents', ['condition-ours', 'drafts.page-ours'])
  expect(String(refused)).toContain('condition “Our page” (condition-ours): relatedConditions → condition-sciatica')
  expect(String(refused)).toContain('page “Our draft” (drafts.page-ours): body → condition-sciatica')
  expect(String(refused)).toContain('take the links out, publish')
  expect(await ids()).toEqual([...before, 'condition-ours', 'drafts.page-ours'].sort())

  await client.patch('condition-ours').unset(['relatedConditions']).commit()
  await client.delete('drafts.page-ours')
  await removeSample({client})
  expect(await ids()).toEqual(['condition-ours', ...staying])
})

test('a weak link, such as a translation’s, does not stand in the way', async () => {
  await client.create({_type: 'condition', _id: 'condition-es', translationOf: {...toSciatica, _weak: true}})
  await removeSample({client})
  expect(await ids()).toEqual(['condition-es', ...staying])
})

test('a copy that staff made of a sample page is theirs: it stays and loses the mark', async () => {
  await client.create({_type: 'faq', _id: '0c5b7e1e-copy', question: 'Copied?', sample: true})
  const report = await removeSample({client})

  expect(report.kept.sort()).toEqual(['0c5b7e1e-copy', ...words])
  expect(await client.getDocument('0c5b7e1e-copy')).not.toHaveProperty('sample')
})

test('settings keep what the clinic has filled in, and lose what pointed to the sample', async () => {
  const own = {_type: 'menuItem', _key: 'own', label: 'Book', url: 'https://example.com/'}
  await client
    .patch('siteSettings')
    .set({name: 'Our clinic', phone: '(312) 555-0199', 'home.heading': 'Hello'})
    .append('footerMenu', [own])
    .commit()
  await removeSample({client})

  const settings = await client.getDocument('siteSettings')
  expect(settings).toMatchObject({name: 'Our clinic', phone: '(312) 555-0199'})
  expect(settings?.home).toEqual({
    _type: 'homePage',
    heading: 'Hello',
    intro: 'This site is being set up.',
    conditions: [],
    treatments: [],
  })
  expect(settings?.footerMenu).toEqual([
    expect.objectContaining({path: '/facts'}),
    expect.objectContaining({path: '/contact'}),
    own,
  ])
  expect(settings).not.toHaveProperty('tagline')
  expect(settings).not.toHaveProperty('logo')
  expect(settings).not.toHaveProperty('sample')
})

test('Spanish settings go with the sample, unless the clinic has begun to fill them in', async () => {
  await client.patch('siteSettings-es').set({name: 'Nuestra clínica'}).commit()
  await removeSample({client})
  expect(await ids()).toEqual([...staying, 'siteSettings-es'])
  expect(await client.getDocument('siteSettings-es')).toMatchObject({
    language: 'es',
    name: 'Nuestra clínica',
    home: {heading: 'Bienvenidos', conditions: []},
    footerMenu: [{label: 'Contacto'}],
  })
  expect(await client.getDocument('siteSettings-es')).not.toHaveProperty('sample')
})

test('a sample picture that a page of the clinic’s own shows stays', async () => {
  const asset = await client.fetch('*[_id == "condition-migraine"][0].image.asset')
  await client.create({_type: 'page', _id: 'page-ours', image: {_type: 'picture', asset, alt: 'Head'}})
  await removeSample({client})
  expect(await ids()).toEqual([asset._ref, 'page-ours', ...staying].sort())
})

test('removing twice is as good as once, and the sample can be loaded again', async () => {
  await removeSample({client})
  expect(await removeSample({client})).toEqual({removed: [], edited: [], kept: [], pictures: []})
  const report = await loadSample({client})
  expect(report.left).toEqual([])
  expect(await client.fetch('*[_id == "siteSettings"][0].sample')).toBe(true)
}, 120_000)

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
