import {describe, expect, test} from '@jest/globals'
import {condition} from '@/components/examples/content/condition'
import {location} from '@/components/examples/content/location'
import {notReviewed} from '@/components/examples/content/review'
import {site} from '@/components/examples/content/site'
import {crumbsFor} from '@/lib/breadcrumb'
import type {Graph} from '@/lib/seo/graph'
import {documentHead, locationHead} from '@/lib/seo/head'
import {conditionGraph, locationGraph, plainGraph} from '@/lib/seo/page-graph'
import {absoluteUrl} from '@/lib/site'

const head = documentHead('condition', condition)
const crumbs = crumbsFor('en', 'conditions', head)
const page = {site, head, crumbs}

const node = (graph: Graph, type: string) => graph['@graph'].find((one) => one['@type'] === type)

/** Every `@id` that is referred to, and every one that is given. */
function ids(graph: Graph) {
  const given = new Set<unknown>()
  const wanted = new Set<unknown>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    if ('@id' in value) (Object.keys(value).length === 1 ? wanted : given).add(value['@id'])
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(graph['@graph'])
  return {given, wanted}
}

describe('the graph of a condition page', () => {
  const graph = conditionGraph(page, condition)

  test('says what the page is about, and every reference leads somewhere', () => {
    expect(node(graph, 'MedicalWebPage')).toMatchObject({
      '@id': absoluteUrl('/conditions/back-pain#page'),
      about: {'@id': absoluteUrl('/conditions/back-pain#condition')},
    })
    const {given, wanted} = ids(graph)
    expect([...wanted].filter((id) => !given.has(id))).toEqual([])
    expect(wanted.size).toBeGreaterThan(3)
  })

  test('names reviewer and date on the page, not on the condition', () => {
    expect(node(graph, 'MedicalWebPage')).toMatchObject({
      lastReviewed: '2026-07-01',
      reviewedBy: {name: 'Ada Lane', jobTitle: 'Pain physician', honorificSuffix: 'MD'},
    })
    expect(node(graph, 'MedicalCondition')).not.toHaveProperty('reviewedBy')
  })

  test('claims no review where there is none, whenever the page was edited', () => {
    const medicalPage = node(conditionGraph(page, {...condition, review: notReviewed}), 'MedicalWebPage')
    expect(medicalPage).not.toHaveProperty('reviewedBy')
    expect(medicalPage).not.toHaveProperty('lastReviewed')
    expect(medicalPage?.dateModified).toBe(condition._updatedAt)
  })

  test('repeats only facts that have a source', () => {
    expect(node(graph, 'MedicalCondition')?.epidemiology).toBe('Most people have back pain at some time in their life.')
  })

  test('spells codes as schema.org does', () => {
    expect(node(graph, 'MedicalCondition')?.code).toEqual([
      {'@type': 'MedicalCode', codeValue: 'M54.5', codingSystem: 'ICD-10-CM'},
    ])
  })

  test('shows the way from the home page', () => {
    expect(node(graph, 'BreadcrumbList')?.itemListElement).toEqual([
      {'@type': 'ListItem', position: 1, name: 'Home', item: absoluteUrl('/')},
      {'@type': 'ListItem', position: 2, name: 'Conditions we treat', item: absoluteUrl('/conditions')},
      {'@type': 'ListItem', position: 3, name: 'Back Pain', item: absoluteUrl('/conditions/back-pain')},
    ])
  })
})

test('a way of one step is not mentioned', () => {
  const graph = plainGraph({...page, crumbs: []}, 'WebPage')
  expect(node(graph, 'BreadcrumbList')).toBeUndefined()
  expect(node(graph, 'WebPage')).not.toHaveProperty(['breadcrumb', '@id'])
})

test('a place says when it is open, and a closed day as search engines read it', () => {
  const place = locationGraph({site, head: locationHead(location), crumbs}, location)['@graph'].at(-1)
  expect(place?.['@type']).toBe('MedicalClinic')
  expect(place?.openingHoursSpecification).toContainEqual({
    '@type': 'OpeningHoursSpecification',
    validFrom: '2026-11-26',
    validThrough: '2026-11-26',
    opens: '00:00',
    closes: '00:00',
  })
  expect(place?.openingHoursSpecification).toContainEqual({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: 'https://schema.org/Tuesday',
    opens: '08:00',
    closes: '17:00',
  })
})
