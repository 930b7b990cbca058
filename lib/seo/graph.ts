/**
 * Structured data: one linked graph a page, in the words of schema.org 30. Nodes refer to each other by `@id`, and say
 * nothing that the page does not show.
 */
import type {Crumb} from '../breadcrumb.ts'
import type {Language} from '../language.ts'
import {absoluteUrl} from '../site'

export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json | undefined}
export type GraphNode = {readonly '@type': string; readonly [key: string]: Json | undefined}
export type Graph = {readonly '@context': 'https://schema.org'; readonly '@graph': readonly GraphNode[]}

export const graphOf = (...nodes: readonly (GraphNode | null)[]): Graph => ({
  '@context': 'https://schema.org',
  '@graph': nodes.filter((node) => node !== null),
})

const clinicId = () => absoluteUrl('/#clinic')
const websiteId = () => absoluteUrl('/#website')

/** Leaves a property out where there is nothing to say. */
const some = <Item extends Json>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length > 0 ? items : undefined

type Site = Readonly<{name: string; tagline: string | null; phone: string; email: string | null; language: Language}>

/** The clinic as a whole, publisher of every page. */
export const clinicNode = (site: Site): GraphNode => ({
  '@type': 'MedicalClinic',
  '@id': clinicId(),
  name: site.name,
  description: site.tagline ?? undefined,
  url: absoluteUrl('/'),
  telephone: site.phone,
  email: site.email ?? undefined,
})

export const websiteNode = (site: Site): GraphNode => ({
  '@type': 'WebSite',
  '@id': websiteId(),
  name: site.name,
  url: absoluteUrl('/'),
  inLanguage: site.language,
  publisher: {'@id': clinicId()},
})

/** A trail of one step says nothing, and validators complain of it. */
export function breadcrumbNode(crumbs: readonly Crumb[]): GraphNode | null {
  const last = crumbs.at(-1)
  if (!last || crumbs.length < 2) return null
  return {
    '@type': 'BreadcrumbList',
    '@id': absoluteUrl(`${last.path}#breadcrumb`),
    itemListElement: crumbs.map(({label, path}, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: absoluteUrl(path),
    })),
  }
}

type Reviewer = Readonly<{title: string; role: string; credentials: string | null; path: string}>

export type PageFacts = Readonly<{
  path: string
  name: string
  description: string
  language: Language
  /** `MedicalWebPage` where the page is health information, otherwise the plain kinds. */
  type: 'MedicalWebPage' | 'WebPage' | 'CollectionPage' | 'ContactPage' | 'ProfilePage'
  /** The `@id` suffix of what the page is about: `condition` for `…#condition`. */
  about?: string
  hasBreadcrumb: boolean
  /** When the document was last published, ISO. */
  modified?: string
  review?: Readonly<{writtenBy: Reviewer | null; reviewedBy: Reviewer | null; lastReviewed: string | null}>
  sources?: readonly Readonly<{title: string; publisher: string; url: string; year: number}>[]
}>

const reviewerNode = ({title, role, credentials, path}: Reviewer) => ({
  '@type': 'Person',
  '@id': absoluteUrl(`${path}#person`),
  name: title,
  jobTitle: role,
  honorificSuffix: credentials ?? undefined,
  url: absoluteUrl(path),
})

export function pageNode(page: PageFacts): GraphNode {
  const {review} = page
  const medical = page.type === 'MedicalWebPage'
  return {
    '@type': page.type,
    '@id': absoluteUrl(`${page.path}#page`),
    url: absoluteUrl(page.path),
    name: page.name,
    description: page.description,
    inLanguage: page.language,
    isPartOf: {'@id': websiteId()},
    publisher: {'@id': clinicId()},
    breadcrumb: page.hasBreadcrumb ? {'@id': absoluteUrl(`${page.path}#breadcrumb`)} : undefined,
    about: page.about ? {'@id': absoluteUrl(`${page.path}#${page.about}`)} : undefined,
    dateModified: page.modified,
    medicalAudience: medical ? {'@type': 'MedicalAudience', audienceType: 'Patient'} : undefined,
    author: review?.writtenBy ? reviewerNode(review.writtenBy) : undefined,
    // Both or neither: a date without a name, or a name without a date, is no review.
    ...(review?.reviewedBy &&
      review.lastReviewed && {reviewedBy: reviewerNode(review.reviewedBy), lastReviewed: review.lastReviewed}),
    citation: some(
      (page.sources ?? []).map(({title, publisher, url, year}) => ({
        '@type': 'CreativeWork',
        name: title,
        url,
        datePublished: String(year),
        publisher: {'@type': 'Organization', name: publisher},
      })),
    ),
  }
}

type Condition = Readonly<{
  path: string
  title: string
  summary: string
  alsoKnownAs: readonly string[]
  icd10: readonly string[]
  /** Statements with a source; those being checked are left out. */
  sourcedFacts: readonly string[]
  treatments: readonly Readonly<{title: string; path: string}>[]
}>

export const conditionNode = (condition: Condition): GraphNode => ({
  '@type': 'MedicalCondition',
  '@id': absoluteUrl(`${condition.path}#condition`),
  name: condition.title,
  alternateName: some(condition.alsoKnownAs),
  description: condition.summary,
  code: some(condition.icd10.map((codeValue) => ({'@type': 'MedicalCode', codeValue, codingSystem: 'ICD-10-CM'}))),
  epidemiology: condition.sourcedFacts.length > 0 ? condition.sourcedFacts.join(' ') : undefined,
  possibleTreatment: some(
    condition.treatments.map(({title, path}) => ({'@type': 'MedicalTherapy', name: title, url: absoluteUrl(path)})),
  ),
})

type Treatment = Readonly<{path: string; title: string; summary: string; alsoKnownAs: readonly string[]}>

export const treatmentNode = ({path, title, summary, alsoKnownAs}: Treatment): GraphNode => ({
  '@type': 'MedicalTherapy',
  '@id': absoluteUrl(`${path}#treatment`),
  name: title,
  alternateName: some(alsoKnownAs),
  description: summary,
})

type Person = Readonly<{
  path: string
  name: string
  role: string
  credentials: string | null
  specialties: readonly string[]
  languagesSpoken: readonly string[]
}>

export const personNode = (person: Person): GraphNode => ({
  '@type': 'Person',
  '@id': absoluteUrl(`${person.path}#person`),
  name: person.name,
  jobTitle: person.role,
  honorificSuffix: person.credentials ?? undefined,
  url: absoluteUrl(person.path),
  affiliation: {'@id': clinicId()},
  knowsAbout: some(person.specialties),
  knowsLanguage: some(person.languagesSpoken),
})

export type Place = Readonly<{
  path: string
  title: string
  phone: string
  fax: string | null
  address: Readonly<{street: string; city: string; region: string; postalCode: string; country: string}>
  geo?: Readonly<{lat: number; lng: number}> | null
  hours: readonly Readonly<{day: string; opens: string; closes: string}>[]
  specialHours: readonly Readonly<{date: string; closed: boolean; opens: string | null; closes: string | null}>[]
}>

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** One of the clinic's places. A day closed is said as 00:00 to 00:00, as search engines read it. */
export const placeNode = (place: Place): GraphNode => ({
  '@type': 'MedicalClinic',
  '@id': absoluteUrl(`${place.path}#place`),
  name: place.title,
  url: absoluteUrl(place.path),
  telephone: place.phone,
  faxNumber: place.fax ?? undefined,
  parentOrganization: {'@id': clinicId()},
  address: {
    '@type': 'PostalAddress',
    streetAddress: place.address.street,
    addressLocality: place.address.city,
    addressRegion: place.address.region,
    postalCode: place.address.postalCode,
    addressCountry: place.address.country || undefined,
  },
  geo: place.geo ? {'@type': 'GeoCoordinates', latitude: place.geo.lat, longitude: place.geo.lng} : undefined,
  openingHoursSpecification: some([
    ...place.hours.map(({day, opens, closes}) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${capitalized(day)}`,
      opens,
      closes,
    })),
    ...place.specialHours.map(({date, closed, opens, closes}) => ({
      '@type': 'OpeningHoursSpecification',
      validFrom: date,
      validThrough: date,
      opens: closed ? '00:00' : (opens ?? '00:00'),
      closes: closed ? '00:00' : (closes ?? '00:00'),
    })),
  ]),
})
