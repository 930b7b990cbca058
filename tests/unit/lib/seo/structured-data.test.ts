/** The validator itself is tested: each mistake is made on purpose and has to be found, with the page and the property. */
import {describe, expect, test} from '@jest/globals'
import {condition} from '@/components/examples/content/condition'
import {site} from '@/components/examples/content/site'
import {crumbsFor} from '@/lib/breadcrumb'
import {documentHead} from '@/lib/seo/head'
import {conditionGraph} from '@/lib/seo/page-graph'
import {absoluteUrl} from '@/lib/site'
import {misfitsOf} from '../../../support/schema-types'
import {type Graph, graphIn, type Node, problemsOf, type Served, servedPage} from '../../../support/structured-data'

const head = documentHead('condition', condition)
const good = conditionGraph({site, head, crumbs: crumbsFor('en', 'conditions', head)}, condition, '2026-11-23')
const text = JSON.stringify(good)

/** A page that shows whatever the good graph says. */
const page = (graph: unknown, path = '/conditions/back-pain'): Served =>
  servedPage(
    path,
    `<script type="application/ld+json">${JSON.stringify(graph)}</script><body>${text.replaceAll('\\n', ' ')}</body>`,
  )

/** The good graph with one node changed. */
function changed(type: string, change: Node): Graph {
  const graph = graphIn(`<script type="application/ld+json">${text}</script>`)
  if (!graph) throw new Error('There is no graph.')
  return {
    ...graph,
    '@graph': graph['@graph'].map((node) => (node['@type'] === type ? {...node, ...change} : node)),
  }
}

test('a good graph passes', async () => {
  expect(problemsOf([page(good)])).toEqual([])
  expect(await misfitsOf([page(good)])).toEqual([])
}, 60_000)

test('the compiler finds what the vocabulary does not have', async () => {
  const pages: [string, Graph, string][] = [
    ['/misspelt', changed('MedicalWebPage', {reviewdBy: 'Ada'}), 'MedicalWebPage "reviewdBy"'],
    [
      '/reviewer-of-a-condition',
      changed('MedicalCondition', {reviewedBy: {'@type': 'Person', name: 'Ada'}}),
      'MedicalCondition "reviewedBy"',
    ],
    ['/wrong-kind-of-value', changed('MedicalWebPage', {lastReviewed: 2026}), 'MedicalWebPage "lastReviewed"'],
    ['/two-dates', changed('MedicalWebPage', {nextReview: '2029-07-01'}), 'MedicalWebPage "nextReview"'],
    [
      '/no-member',
      changed('MedicalWebPage', {specialty: 'https://schema.org/PainManagement'}),
      'MedicalWebPage "specialty"',
    ],
    ['/wrong-type', changed('WebSite', {'@type': 'WebSight'}), 'WebSight'],
    [
      '/inner',
      changed('MedicalCondition', {code: [{'@type': 'MedicalCode', code: 'M54.5'}]}),
      'MedicalCondition "code"',
    ],
    [
      '/practice',
      changed('MedicalCondition', {possibleTreatment: {'@type': 'Person', name: 'Ada'}}),
      'MedicalCondition',
    ],
    ['/context', {...changed('WebSite', {}), '@context': 'http://schema.org'}, 'Graph'],
  ]
  const found = await misfitsOf(pages.map(([path, graph]) => ({path, graph})))
  for (const [path, , what] of pages) {
    expect([path, found.some((line) => line.startsWith(`${path} ${what}`))]).toEqual([path, true])
  }
}, 60_000)

describe('our own rules find', () => {
  test.each<[string, Graph, string]>([
    [
      'a reference that leads nowhere',
      changed('MedicalWebPage', {about: {'@id': absoluteUrl('/conditions/back-pain#symptom')}}),
      `MedicalWebPage.about refers to ${absoluteUrl('/conditions/back-pain#symptom')}, which no page defines`,
    ],
    [
      'a name given twice',
      changed('WebSite', {'@id': absoluteUrl('/#clinic')}),
      `${absoluteUrl('/#clinic')} is given twice`,
    ],
    ['what is missing', changed('MedicalCondition', {name: undefined}), 'MedicalCondition lacks name'],
    ['a date that is none', changed('MedicalWebPage', {dateModified: 'yesterday'}), 'dateModified: "yesterday"'],
    [
      'more than one date of review',
      changed('MedicalWebPage', {lastReviewed: ['2026-07-01', '2029-07-01']}),
      'lastReviewed: ["2026-07-01","2029-07-01"] is no ISO date',
    ],
    ['a review without a reviewer', changed('MedicalWebPage', {reviewedBy: undefined}), 'but not both'],
    ['half an address', changed('WebSite', {url: '/'}), 'url: / is no whole web address'],
    ['an address that runs', changed('WebSite', {url: 'javascript:alert(1)'}), 'is no whole web address'],
    ['an address of others', changed('WebSite', {url: 'https://elsewhere.example/'}), 'is not of this site'],
    ['two types at once', changed('MedicalClinic', {'@type': ['MedicalClinic', 'MedicalBusiness']}), 'no single @type'],
    ['a type that is not ours to use', changed('MedicalCondition', {'@type': 'Physician'}), 'is a Physician'],
    ['a property of the past', changed('MedicalWebPage', {aspect: 'Overview'}), 'aspect: superseded'],
    ['an empty word', changed('MedicalCondition', {description: ''}), 'description: empty'],
    ['a way of one step', changed('BreadcrumbList', {itemListElement: []}), 'two steps or more'],
    [
      'a question that is not on the page',
      changed('FAQPage', {
        mainEntity: [{'@type': 'Question', '@id': absoluteUrl('/questions/x#question'), name: 'Why?'}],
      }),
      '“Why?” is not to be seen on the page',
    ],
  ])('%s', (_what, graph, problem) => {
    expect(problemsOf([page(graph)]).join('\n')).toContain(problem)
  })

  test('a page that is somewhere else than it says', () => {
    expect(problemsOf([page(good, '/conditions/backpain')]).join('\n')).toContain("is not the page's address")
  })

  test('one name for two kinds of thing on two pages', () => {
    const other = changed('MedicalCondition', {'@type': 'MedicalTherapy', url: absoluteUrl('/conditions/back-pain')})
    expect(problemsOf([page(good), page(other)]).join('\n')).toContain('is a MedicalCondition elsewhere')
  })

  test('a page without structured data, and one with two blocks of it', () => {
    expect(problemsOf([servedPage('/', '<body></body>')])).toEqual(['/ has no structured data'])
    const block = `<script type="application/ld+json">${text}</script>`
    expect(() => graphIn(block + block)).toThrow('2 blocks')
  })
})
