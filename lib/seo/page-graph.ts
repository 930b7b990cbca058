/** The whole graph of each kind of page: the clinic, the site, the page, the way to it, and what it is about. */
import type {Crumb} from '../breadcrumb.ts'
import {type FactStanding, factStanding} from '../fact-standing.ts'
import type {Language} from '../language.ts'
import {type Addressed, pathFor} from '../paths.ts'
import {
  breadcrumbNode,
  clinicNode,
  type Graph,
  type GraphNode,
  graphOf,
  type PageFacts,
  type Picture,
  pageNode,
  type SiteFacts,
  type Source,
  websiteNode,
} from './graph.ts'
import {type Place, type PlaceShown, personNode, placeNode} from './graph-clinic.ts'
import {
  type AnsweredQuestion,
  claimNode,
  conditionNode,
  faqNode,
  type LinkedTreatment,
  proceduresOf,
  treatmentNode,
} from './graph-medicine.ts'
import type {Head} from './head.ts'
import {plainText} from './plain-text.ts'

type Linked = Addressed & {readonly title: string}

type Reviewer = Linked & Readonly<{role: string; credentials: string | null}>

type Cited = Source & {readonly _id: string}

type Fact = Readonly<{
  statement: string
  slug: string
  language: Language
  sourceState: string
  year: number | null
  expiresOn: string | null
  sources: readonly Cited[]
}>

type Faq = Readonly<{
  question: string
  slug: string
  language: Language
  answer: Parameters<typeof plainText>[0]
  sources: readonly Cited[]
}>

type Review = Readonly<{writtenBy: Reviewer | null; reviewedBy: Reviewer | null; lastReviewed: string | null}>

type Evidence = Readonly<{
  review: Review
  sources: readonly Cited[]
  facts?: readonly Fact[]
  faqs?: readonly Faq[]
}>

const located = (reviewer: Reviewer | null) => reviewer && {...reviewer, path: pathFor(reviewer)}

/** Each source that stands on the page, once, wherever on the page that is. */
const citedOn = ({sources, facts = [], faqs = []}: Omit<Evidence, 'review'>): Cited[] => [
  ...new Map(
    [...sources, ...[...facts, ...faqs].flatMap((shown) => shown.sources)].map((source) => [source._id, source]),
  ).values(),
]

const reviewOf = ({writtenBy, reviewedBy, lastReviewed}: Review) => ({
  writtenBy: located(writtenBy),
  reviewedBy: located(reviewedBy),
  lastReviewed,
})

/** What review and sources say of a page. */
const evidence = (document: Evidence) => ({review: reviewOf(document.review), sources: citedOn(document)})

const answered = ({question, slug, language, answer, sources}: Faq): AnsweredQuestion => ({
  path: pathFor({_type: 'faq', slug, language}),
  question,
  answer: plainText(answer),
  sources,
})

type Page = Readonly<{
  site: SiteFacts
  head: Head
  crumbs: readonly Crumb[]
  /** When the public content last changed, ISO; left out where that is not known. */
  modified?: string | undefined
}>

type Rest = Omit<PageFacts, 'path' | 'name' | 'description' | 'language' | 'hasBreadcrumb' | 'modified'>

const pageFacts = ({head, crumbs, modified}: Page, rest: Rest): PageFacts => ({
  path: head.path,
  name: head.title,
  description: head.description,
  language: head.language,
  hasBreadcrumb: crumbs.length > 1,
  modified,
  ...rest,
})

/** The nodes that every page has, and those of its own. */
const pageGraph = (page: Page, rest: Rest, ...nodes: (GraphNode | null)[]): Graph =>
  graphOf(
    clinicNode(page.site),
    websiteNode(page.site),
    pageNode(pageFacts(page, rest)),
    breadcrumbNode(page.crumbs),
    ...nodes,
  )

type Condition = Evidence &
  Readonly<{
    title: string
    summary: string
    alsoKnownAs: readonly string[]
    icd10: readonly string[]
    image: Picture | null
    facts: readonly Fact[]
    faqs: readonly Faq[]
    treatments: readonly (Linked & {readonly kind: string | null})[]
  }>

/** `today` is the date where the clinic is: a fact whose date has passed is shown, and not claimed. */
export function conditionGraph(page: Page, condition: Condition, today: string): Graph {
  const {path} = page.head
  const treatments: LinkedTreatment[] = condition.treatments.map((treatment) => ({
    title: treatment.title,
    path: pathFor(treatment),
    kind: treatment.kind,
  }))
  const procedures = proceduresOf(treatments)
  return pageGraph(
    page,
    {
      type: 'MedicalWebPage',
      about: 'condition',
      image: condition.image,
      hasFaq: condition.faqs.length > 0,
      mentions: procedures.flatMap((procedure) => (procedure['@id'] ? [{'@id': procedure['@id']}] : [])),
      ...evidence(condition),
    },
    conditionNode({
      path,
      title: condition.title,
      summary: condition.summary,
      alsoKnownAs: condition.alsoKnownAs,
      icd10: condition.icd10,
      sourcedFacts: condition.facts
        .filter((fact) => factStanding(fact, today) === 'sourced')
        .map(({statement}) => statement),
      treatments,
    }),
    ...procedures,
    faqNode(path, condition.faqs.map(answered)),
  )
}

type Treatment = Evidence &
  Readonly<{
    title: string
    summary: string
    alsoKnownAs: readonly string[]
    kind: string | null
    image: Picture | null
    faqs: readonly Faq[]
  }>

export const treatmentGraph = (page: Page, treatment: Treatment): Graph =>
  pageGraph(
    page,
    {
      type: 'MedicalWebPage',
      about: 'treatment',
      image: treatment.image,
      hasFaq: treatment.faqs.length > 0,
      // The one kind whose words, on the page as its eyebrow, are a specialty of schema.org's closed list. It has none
      // for pain medicine, and a near miss would be a wrong statement.
      ...(treatment.kind === 'physicalTherapy' && {specialty: 'https://schema.org/Physiotherapy' as const}),
      ...evidence(treatment),
    },
    treatmentNode({...treatment, path: page.head.path}),
    faqNode(page.head.path, treatment.faqs.map(answered)),
  )

type Person = Readonly<{
  name: string
  role: string
  credentials: string | null
  photo: Picture | null
  specialties: readonly string[]
  languagesSpoken: readonly string[]
  locations: readonly Linked[]
}>

export const personGraph = (page: Page, person: Person): Graph =>
  pageGraph(
    page,
    {type: 'ProfilePage', mainEntity: 'person'},
    personNode({...person, path: page.head.path, places: person.locations.map(pathFor)}),
  )

type Located = Omit<Place, 'path'> & Readonly<{slug: string}>

const withPath = (place: Located): Place => ({
  ...place,
  path: pathFor({_type: 'location', slug: place.slug, language: place.language}),
})

/** The page of one place; `today` is the date there, because the page shows only what is still to come. */
export const locationGraph = (page: Page, place: Located, today: string): Graph =>
  pageGraph(page, {type: 'WebPage', mainEntity: 'place'}, placeNode(withPath(place), {as: 'page', today}))

/** A page made in the Studio. */
export const studioPageGraph = (page: Page, document: Evidence & {readonly image: Picture | null}): Graph =>
  pageGraph(page, {type: 'WebPage', image: document.image, ...evidence(document)})

/** A page with one fact. A statement whose source is being checked, or that is out of date, is shown and not claimed. */
export function factGraph(page: Page, fact: Fact, standing: FactStanding): Graph {
  const {path} = page.head
  const {statement, year} = fact
  const sources = citedOn({sources: fact.sources})
  const claim = standing === 'sourced' ? claimNode({path, statement, year, sources}) : null
  return pageGraph(page, {type: 'MedicalWebPage', ...(claim && {mainEntity: 'fact'}), sources}, claim)
}

/** A page with one question and its answer. */
export const questionGraph = (page: Page, faq: Faq & {readonly review: Review}): Graph =>
  pageGraph(page, {type: 'MedicalWebPage', hasFaq: true, ...evidence(faq)}, faqNode(page.head.path, [answered(faq)]))

/** Home, contact and the lists; with the clinic's places where the page shows them, and as far as it does. */
export function plainGraph(
  page: Page,
  type: 'WebPage' | 'CollectionPage' | 'ContactPage',
  {
    places = [],
    shown = {as: 'card'},
    image,
  }: {places?: readonly Located[]; shown?: PlaceShown; image?: Picture | null} = {},
): Graph {
  const located = places.map(withPath)
  return graphOf(
    clinicNode(page.site, located),
    websiteNode(page.site),
    pageNode(pageFacts(page, {type, ...(image && {image})})),
    breadcrumbNode(page.crumbs),
    ...located.map((place) => placeNode(place, shown)),
  )
}
