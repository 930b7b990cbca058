/**
 * The structured data of every page as it is served: the sample clinic's, and a reviewed condition of the clinic's own.
 * Types, required parts, dates, addresses and references, across all pages.
 */
import type {SanityClient} from '@sanity/client'
import {loadSample} from '../../../sanity/seed/index.ts'
import {everyPath, servedPages} from '../../support/every-path'
import {publishReviewed} from '../../support/sample'
import {misfitsOf} from '../../support/schema-types'
import {type StartedSite, startSite} from '../../support/start-site'
import {problemsOf, type Served, servedPage} from '../../support/structured-data'
import {until} from '../../support/until'

let site: StartedSite
let editor: SanityClient
let pages: Served[]

const pageAt = (path: string) => pages.find((page) => page.path === path)?.graph?.['@graph'] ?? []
const typesAt = (path: string) => pageAt(path).map((node) => node['@type'])
const nodeAt = (path: string, type: string) => pageAt(path).find((node) => node['@type'] === type)

beforeAll(async () => {
  site = await startSite()
  editor = site.lake.client('editor')
  await loadSample({client: editor})
  await publishReviewed(editor)
  await until(async () => (await site.get('/conditions/tailbone-pain')).html.includes('Rosa Own'), 'the reviewed page')
  await until(async () => (await site.get('/')).html.includes('Maple Hollow'), 'the sample clinic')
  await until(async () => (await (await fetch(`${site.url}/api/health`)).json()).pending === 0, 'every publication')
  const html = await servedPages(site, await everyPath(site, ['/conditions/tailbone-pain']))
  pages = [...html].map(([path, text]) => servedPage(path, text))
}, 180_000)

afterAll(() => site.close())

it('is on every page', () => {
  expect(pages.length).toBeGreaterThan(35)
  expect(pages.filter(({graph}) => graph === null).map(({path}) => path)).toEqual([])
})

it('uses the words and kinds of values of schema.org', async () => {
  expect(await misfitsOf(pages)).toEqual([])
})

it('is whole, refers to what exists, and says only what the page shows', () => {
  expect(problemsOf(pages, `http://localhost:${new URL(site.url).port}`)).toEqual([])
})

it('is of the kinds that each page is about', () => {
  expect(typesAt('/')).toEqual(['MedicalClinic', 'WebSite', 'WebPage', 'MedicalClinic', 'MedicalClinic'])
  expect(typesAt('/conditions')).toEqual(['MedicalClinic', 'WebSite', 'CollectionPage', 'BreadcrumbList'])
  expect(typesAt('/conditions/back-pain')).toEqual(
    expect.arrayContaining(['MedicalWebPage', 'BreadcrumbList', 'MedicalCondition', 'FAQPage']),
  )
  expect(typesAt('/treatments/physical-therapy')).toContain('MedicalTherapy')
  expect(typesAt('/treatments/epidural-steroid-injection')).toContain('MedicalProcedure')
  expect(typesAt('/people/sample-physician')).toEqual(expect.arrayContaining(['ProfilePage', 'Person']))
  expect(typesAt('/locations/main-clinic').filter((type) => type === 'MedicalClinic')).toHaveLength(2)
  expect(typesAt('/contact')).toContain('ContactPage')
  expect(typesAt('/about')).toContain('WebPage')
})

it('names the reviewer and the date of a reviewed page, and nobody on the sample’s', () => {
  expect(nodeAt('/conditions/tailbone-pain', 'MedicalWebPage')).toMatchObject({
    lastReviewed: '2026-10-05',
    reviewedBy: {'@type': 'Person', name: 'Dr. Rosa Own', '@id': expect.stringContaining('/people/rosa-own#person')},
  })
  const sample = pages.filter(({path}) => !path.endsWith('/tailbone-pain')).map(({graph}) => JSON.stringify(graph))
  expect(sample.filter((graph) => /reviewedBy|lastReviewed/.test(graph))).toEqual([])
})
