/** The whole graph of each kind of page: the clinic, the site, the page, the way to it, and what it is about. */
import type {Crumb} from '../breadcrumb.ts'
import type {Language} from '../language.ts'
import {type Addressed, pathFor} from '../paths.ts'
import {
  breadcrumbNode,
  clinicNode,
  conditionNode,
  type Graph,
  type GraphNode,
  graphOf,
  type PageFacts,
  type Place,
  pageNode,
  personNode,
  placeNode,
  treatmentNode,
  websiteNode,
} from './graph.ts'
import type {Head} from './head.ts'

type Site = Readonly<{name: string; tagline: string | null; phone: string; email: string | null; language: Language}>

type Linked = Addressed & {readonly title: string}

type Reviewer = Linked & Readonly<{role: string; credentials: string | null}>

type Reviewed = Readonly<{
  _updatedAt: string
  review: Readonly<{writtenBy: Reviewer | null; reviewedBy: Reviewer | null; lastReviewed: string | null}>
  sources: readonly Readonly<{title: string; publisher: string; url: string; year: number}>[]
}>

const located = (reviewer: Reviewer | null) => reviewer && {...reviewer, path: pathFor(reviewer)}

/** What review and sources say of a page. When it was edited is `dateModified`; that is never a review. */
const evidence = ({_updatedAt, review, sources}: Reviewed) => ({
  modified: _updatedAt,
  review: {
    writtenBy: located(review.writtenBy),
    reviewedBy: located(review.reviewedBy),
    lastReviewed: review.lastReviewed,
  },
  sources,
})

type Page = Readonly<{site: Site; head: Head; crumbs: readonly Crumb[]}>

function pageGraph(
  {site, head, crumbs}: Page,
  facts: Omit<PageFacts, 'path' | 'name' | 'description' | 'language' | 'hasBreadcrumb'>,
  ...nodes: GraphNode[]
): Graph {
  const page = {path: head.path, name: head.title, description: head.description, language: head.language}
  return graphOf(
    clinicNode(site),
    websiteNode(site),
    pageNode({...page, ...facts, hasBreadcrumb: crumbs.length > 1}),
    breadcrumbNode(crumbs),
    ...nodes,
  )
}

type Condition = Reviewed &
  Readonly<{
    title: string
    summary: string
    alsoKnownAs: readonly string[]
    icd10: readonly string[]
    facts: readonly Readonly<{statement: string; sourceState: string; sources: readonly unknown[]}>[]
    treatments: readonly Linked[]
  }>

export const conditionGraph = (page: Page, condition: Condition): Graph =>
  pageGraph(
    page,
    {type: 'MedicalWebPage', about: 'condition', ...evidence(condition)},
    conditionNode({
      path: page.head.path,
      title: condition.title,
      summary: condition.summary,
      alsoKnownAs: condition.alsoKnownAs,
      icd10: condition.icd10,
      sourcedFacts: condition.facts
        .filter(({sourceState, sources}) => sourceState === 'sourced' && sources.length > 0)
        .map(({statement}) => statement),
      treatments: condition.treatments.map((treatment) => ({title: treatment.title, path: pathFor(treatment)})),
    }),
  )

type Treatment = Reviewed & Readonly<{title: string; summary: string; alsoKnownAs: readonly string[]}>

export const treatmentGraph = (page: Page, treatment: Treatment): Graph =>
  pageGraph(
    page,
    {type: 'MedicalWebPage', about: 'treatment', ...evidence(treatment)},
    treatmentNode({...treatment, path: page.head.path}),
  )

type Person = Readonly<{
  name: string
  role: string
  credentials: string | null
  specialties: readonly string[]
  languagesSpoken: readonly string[]
}>

export const personGraph = (page: Page, person: Person): Graph =>
  pageGraph(page, {type: 'ProfilePage', about: 'person'}, personNode({...person, path: page.head.path}))

export const locationGraph = (page: Page, place: Omit<Place, 'path'>): Graph =>
  pageGraph(page, {type: 'WebPage', about: 'place'}, placeNode({...place, path: page.head.path}))

/** A question and its answer. */
export const questionGraph = (page: Page, faq: Reviewed): Graph =>
  pageGraph(page, {type: 'MedicalWebPage', ...evidence(faq)})

/** A single fact: nobody reviews it as a page, its sources speak for it. */
export const factGraph = (page: Page, {_updatedAt, sources}: Pick<Reviewed, '_updatedAt' | 'sources'>): Graph =>
  pageGraph(page, {type: 'MedicalWebPage', modified: _updatedAt, sources})

/** A page made in the Studio. */
export const studioPageGraph = (page: Page, document: Reviewed): Graph =>
  pageGraph(page, {type: 'WebPage', ...evidence(document)})

/** Home, contact and the lists; with the clinic's places where the page shows them. */
export const plainGraph = (
  page: Page,
  type: 'WebPage' | 'CollectionPage' | 'ContactPage',
  places: readonly (Omit<Place, 'path'> & Readonly<{slug: string; language: Language}>)[] = [],
): Graph =>
  pageGraph(
    page,
    {type},
    ...places.map((place) =>
      placeNode({...place, path: pathFor({_type: 'location', slug: place.slug, language: place.language})}),
    ),
  )
