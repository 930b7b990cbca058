import {describe, expect, test} from '@jest/globals'
import {condition} from '@/components/examples/content/condition'
import {factBeingChecked, sourcedFact} from '@/components/examples/content/fact'
import {scanQuestion} from '@/components/examples/content/faq'
import {home} from '@/components/examples/content/home'
import {linkedTherapy} from '@/components/examples/content/linked'
import {location} from '@/components/examples/content/location'
import {person} from '@/components/examples/content/person'
import {picture} from '@/components/examples/content/picture'
import {notReviewed, reviewed} from '@/components/examples/content/review'
import {site} from '@/components/examples/content/site'
import {treatment} from '@/components/examples/content/treatment'
import {crumbsFor} from '@/lib/breadcrumb'
import type {Graph} from '@/lib/seo/graph'
import {documentHead, type Head, homeHead, indexHead, locationHead, personHead} from '@/lib/seo/head'
import {
  conditionGraph,
  factGraph,
  locationGraph,
  personGraph,
  plainGraph,
  questionGraph,
  studioPageGraph,
  treatmentGraph,
} from '@/lib/seo/page-graph'
import {absoluteUrl} from '@/lib/site'
import type {LinkedTreatment} from '@/sanity/content/treatments'
import {misfitsOf} from '../../../support/schema-types'
import {type Graph as AnyGraph, graphIn, type Node, nodesIn} from '../../../support/structured-data'

const today = '2026-11-23'
const head = documentHead('condition', condition)
const page = {site, head, crumbs: crumbsFor('en', 'conditions', head)}
const pageOf = (own: Head, section: Parameters<typeof crumbsFor>[1] = null) => ({
  site,
  head: own,
  crumbs: crumbsFor('en', section, own),
})

/** The graph as whoever reads the page gets it. */
function served(graph: Graph): AnyGraph {
  const read = graphIn(`<script type="application/ld+json">${JSON.stringify(graph)}</script>`)
  if (!read) throw new Error('There is no graph.')
  return read
}

const node = (graph: Graph, type: string): Node | undefined =>
  served(graph)['@graph'].find((one) => one['@type'] === type)

const treatmentHead = documentHead('treatment', treatment)
const linkedBlock: LinkedTreatment = {
  ...linkedTherapy,
  _id: treatment._id,
  title: treatment.title,
  slug: treatment.slug,
  kind: 'nerveProcedure',
}
const fact = (path: string): Head => ({...head, path})

/** One graph of each kind. */
const graphs: Record<string, Graph> = {
  condition: conditionGraph({...page, modified: '2026-11-20T10:00:00.000Z'}, condition, today),
  treatment: treatmentGraph(pageOf(treatmentHead, 'treatments'), treatment),
  person: personGraph(pageOf(personHead(person), 'people'), {...person, photo: picture}),
  location: locationGraph(pageOf(locationHead(location), 'locations'), {...location, image: picture}, '2026-11-23'),
  'page made in the Studio': studioPageGraph(page, condition),
  fact: factGraph(pageOf(fact('/facts/most-people')), sourcedFact, 'sourced'),
  'fact being checked': factGraph(pageOf(fact('/facts/leading-cause')), factBeingChecked, 'checking'),
  'fact out of date': factGraph(pageOf(fact('/facts/most-people')), sourcedFact, 'expired'),
  question: questionGraph(pageOf(fact('/questions/scan')), {...scanQuestion, review: reviewed}),
  home: plainGraph({site, head: homeHead('en', site, home), crumbs: []}, 'WebPage', {
    places: [location],
    image: picture,
  }),
  list: plainGraph(pageOf(indexHead('en', 'conditions', site)), 'CollectionPage'),
  contact: plainGraph(pageOf(indexHead('en', 'contact', site)), 'ContactPage', {
    places: [location],
    shown: {as: 'entry', today: '2026-11-23'},
  }),
}

describe('the graph of a condition page', () => {
  const {condition: graph = conditionGraph(page, condition, today)} = graphs

  test('says what the page is about, and every reference leads somewhere', () => {
    expect(node(graph, 'MedicalWebPage')).toMatchObject({
      '@id': absoluteUrl('/conditions/back-pain#page'),
      about: {'@id': absoluteUrl('/conditions/back-pain#condition')},
      hasPart: {'@id': absoluteUrl('/conditions/back-pain#faq')},
      dateModified: '2026-11-20T10:00:00.000Z',
    })
    const given = new Set<unknown>()
    const wanted = new Set<unknown>()
    for (const {node: one} of nodesIn(served(graph))) {
      if ('@id' in one) (Object.keys(one).length === 1 ? wanted : given).add(one['@id'])
    }
    expect([...wanted].filter((id) => !given.has(id))).toEqual([])
    expect(wanted.size).toBeGreaterThan(4)
  })

  test('names reviewer and date on the page, not on the condition', () => {
    expect(node(graph, 'MedicalWebPage')).toMatchObject({
      lastReviewed: '2026-07-01',
      reviewedBy: {name: 'Ada Lane', jobTitle: 'Pain physician', honorificSuffix: 'MD'},
    })
    expect(node(graph, 'MedicalCondition')).not.toHaveProperty('reviewedBy')
  })

  test('claims no review where there is none, whenever the page was edited', () => {
    const medicalPage = node(
      conditionGraph({...page, modified: '2026-11-20T10:00:00.000Z'}, {...condition, review: notReviewed}, today),
      'MedicalWebPage',
    )
    expect(medicalPage).not.toHaveProperty('reviewedBy')
    expect(medicalPage).not.toHaveProperty('lastReviewed')
    expect(medicalPage?.dateModified).toBe('2026-11-20T10:00:00.000Z')
  })

  test('says nothing of a change that is not known', () => {
    expect(node(conditionGraph(page, condition, today), 'MedicalWebPage')).not.toHaveProperty('dateModified')
  })

  test('repeats only facts that have a source, and cites each source of the page once', () => {
    expect(node(graph, 'MedicalCondition')?.epidemiology).toBe('Most people have back pain at some time in their life.')
    expect(node(graph, 'MedicalWebPage')?.citation).toEqual([
      {
        '@type': 'CreativeWork',
        name: 'Noninvasive treatments for low back pain',
        url: 'https://guideline.example/back-pain',
        datePublished: '2017',
        publisher: {'@type': 'Organization', name: 'A college of physicians'},
      },
    ])
  })

  test('does not repeat a fact whose date has passed', () => {
    const old = {...sourcedFact, expiresOn: '2026-11-22'}
    const graph = conditionGraph(page, {...condition, facts: [old]}, today)
    expect(node(graph, 'MedicalCondition')).not.toHaveProperty('epidemiology')
  })

  test('spells codes as schema.org does', () => {
    expect(node(graph, 'MedicalCondition')?.code).toEqual([
      {'@type': 'MedicalCode', codeValue: 'M54.5', codingSystem: 'ICD-10-CM'},
    ])
  })

  test('answers the questions of the page, as a part of it', () => {
    const faq = node(graph, 'FAQPage')
    expect(faq).toMatchObject({
      '@id': absoluteUrl('/conditions/back-pain#faq'),
      isPartOf: {'@id': absoluteUrl('/conditions/back-pain#page')},
    })
    expect(JSON.stringify(faq)).toContain('Should I stay in bed?')
    expect(node(conditionGraph(page, {...condition, faqs: []}, today), 'FAQPage')).toBeUndefined()
  })

  test('tells therapies from procedures, which no condition may name as its treatment', () => {
    const both = conditionGraph(page, {...condition, treatments: [linkedTherapy, linkedBlock]}, today)
    expect(node(both, 'MedicalCondition')?.possibleTreatment).toEqual([
      expect.objectContaining({'@type': 'MedicalTherapy', name: 'Physical therapy for the spine'}),
    ])
    expect(node(both, 'MedicalWebPage')?.mentions).toEqual([{'@id': absoluteUrl('/treatments/nerve-block#treatment')}])
    expect(node(both, 'MedicalProcedure')).toMatchObject({name: 'Nerve block'})
  })

  test('shows the way from the home page', () => {
    expect(node(graph, 'BreadcrumbList')?.itemListElement).toEqual([
      {'@type': 'ListItem', position: 1, name: 'Home', item: absoluteUrl('/')},
      {'@type': 'ListItem', position: 2, name: 'Conditions we treat', item: absoluteUrl('/conditions')},
      {'@type': 'ListItem', position: 3, name: 'Back Pain', item: absoluteUrl('/conditions/back-pain')},
    ])
  })
})

describe('the graph of a treatment page', () => {
  const graphOf = (kind: string | null) => treatmentGraph(pageOf(treatmentHead, 'treatments'), {...treatment, kind})

  test.each(['injection', 'nerveProcedure'])('is of a procedure through the skin: %s', (kind) => {
    expect(node(graphOf(kind), 'MedicalProcedure')).toMatchObject({
      '@id': absoluteUrl('/treatments/nerve-block#treatment'),
      procedureType: 'https://schema.org/PercutaneousProcedure',
    })
  })

  test.each(['physicalTherapy', 'medicine', 'device', 'selfManagement', 'psychological', null])(
    'is of a therapy: %s',
    (kind) => {
      expect(node(graphOf(kind), 'MedicalTherapy')).not.toHaveProperty('procedureType')
      expect(node(graphOf(kind), 'MedicalProcedure')).toBeUndefined()
    },
  )

  test('names a specialty only where the page does', () => {
    expect(node(graphOf('physicalTherapy'), 'MedicalWebPage')?.specialty).toBe('https://schema.org/Physiotherapy')
    expect(node(graphOf('injection'), 'MedicalWebPage')).not.toHaveProperty('specialty')
  })
})

test('a fact is a claim with its sources, unless its source is still being checked or it is out of date', () => {
  const {fact: sourced = plainGraph(page, 'WebPage'), 'fact being checked': unsourced = sourced} = graphs
  expect(node(sourced, 'Claim')).toMatchObject({
    text: 'Most people have back pain at some time in their life.',
    temporalCoverage: '2019',
    citation: [{name: 'Noninvasive treatments for low back pain'}],
  })
  expect(node(unsourced, 'Claim')).toBeUndefined()
  expect(node(graphs['fact out of date'] ?? sourced, 'Claim')).toBeUndefined()
  expect(node(unsourced, 'MedicalWebPage')).not.toHaveProperty('mainEntity')
})

test('a question that was reviewed by itself says so', () => {
  const {question = plainGraph(page, 'WebPage')} = graphs
  expect(node(question, 'MedicalWebPage')).toMatchObject({lastReviewed: '2026-07-01', reviewedBy: {name: 'Ada Lane'}})
  expect(node(question, 'FAQPage')).toMatchObject({'@id': absoluteUrl('/questions/scan#faq')})
})

test('a way of one step is not mentioned', () => {
  const graph = plainGraph({...page, crumbs: []}, 'WebPage')
  expect(node(graph, 'BreadcrumbList')).toBeUndefined()
  expect(node(graph, 'WebPage')).not.toHaveProperty(['breadcrumb', '@id'])
})

describe('a place', () => {
  const hoursOf = (graph: Graph | undefined) =>
    graph && served(graph)['@graph'].find(({'@id': id}) => String(id).endsWith('#place'))?.openingHoursSpecification

  test('says when it is open, and a closed day as search engines read it', () => {
    expect(hoursOf(graphs.location)).toContainEqual({
      '@type': 'OpeningHoursSpecification',
      validFrom: '2026-11-26',
      validThrough: '2026-11-26',
      opens: '00:00',
      closes: '00:00',
    })
    expect(hoursOf(graphs.location)).toContainEqual({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: 'https://schema.org/Tuesday',
      opens: '08:00',
      closes: '17:00',
    })
  })

  test('does not mention days that are over, nor hours that the page does not show', () => {
    expect(JSON.stringify(hoursOf(graphs.contact))).toContain('2026-12-24')
    expect(JSON.stringify(hoursOf(graphs.contact))).not.toContain('2026-07-03')
    expect(hoursOf(graphs.home)).toBeUndefined()
  })

  test('is a department of the clinic where both are shown', () => {
    const {home: graph = plainGraph(page, 'WebPage')} = graphs
    expect(node(graph, 'MedicalClinic')).toMatchObject({
      '@id': absoluteUrl('/#clinic'),
      department: [{'@id': absoluteUrl('/locations/riverside#place')}],
      address: [{streetAddress: '12 River Road'}],
    })
  })
})

test('the vocabulary of schema.org has all of this, with values of these kinds', async () => {
  const pages = Object.entries(graphs).map(([path, graph]) => ({path, graph: served(graph)}))
  expect(await misfitsOf(pages)).toEqual([])
}, 60_000)
