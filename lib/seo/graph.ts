/**
 * Structured data: one linked graph a page, in the words of schema.org. Nodes refer to each other by `@id`, the same on
 * every page, and say nothing that the page does not show.
 *
 * The types are schema.org's own (schema-dts): a property that its type does not have, or a value of the wrong kind, does
 * not compile. This file has the nodes that every page has; its neighbours have what pages are about.
 */
import type {
  BreadcrumbListLeaf,
  CollectionPageLeaf,
  ContactPageLeaf,
  CreativeWorkLeaf,
  Graph,
  IdReference,
  ImageObjectLeaf,
  MedicalClinicLeaf,
  MedicalScholarlyArticleLeaf,
  MedicalSpecialty,
  MedicalWebPageLeaf,
  PersonLeaf,
  PostalAddressLeaf,
  ProfilePageLeaf,
  WebPageLeaf,
  WebSiteLeaf,
} from 'schema-dts'
import type {Crumb} from '../breadcrumb.ts'
import type {Language} from '../language.ts'
import {type MediaPicture, mediaWhole} from '../media.ts'
import {type Addressed, pathFor} from '../paths.ts'
import {absoluteUrl} from '../site'

export type {Graph} from 'schema-dts'
export type GraphNode = Graph['@graph'][number]

export const graphOf = (...nodes: readonly (GraphNode | null)[]): Graph => ({
  '@context': 'https://schema.org',
  '@graph': nodes.filter((node) => node !== null),
})

/** Names a node of this site: `idOf('/people/ada-lane', 'person')`. What a page is about has its id on that page. */
export const idOf = (path: string, part: string): string => absoluteUrl(`${path}#${part}`)
export const refTo = (path: string, part: string): IdReference => ({'@id': idOf(path, part)})

export const clinic = (): IdReference => refTo('/', 'clinic')

/** Leaves a property out where there is nothing to say. */
export const some = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length > 0 ? items : undefined

export type SiteFacts = Readonly<{
  name: string
  tagline: string | null
  phone: string
  email: string | null
  logo: Picture | null
  /** The page that says how the clinic writes and checks its pages. */
  editorialPolicy: Addressed | null
  language: Language
}>

export type Picture = MediaPicture & Readonly<{alt: string; caption?: string | null; credit?: string | null}>

export type Address = Readonly<{street: string; city: string; region: string; postalCode: string; country: string}>

export const addressNode = ({street, city, region, postalCode, country}: Address): PostalAddressLeaf => ({
  '@type': 'PostalAddress',
  streetAddress: street || undefined,
  addressLocality: city || undefined,
  addressRegion: region || undefined,
  postalCode: postalCode || undefined,
  addressCountry: country || undefined,
})

/** A picture as large as the site serves it, with the words that stand beneath it. */
export function imageNode(picture: Picture, id: string): ImageObjectLeaf {
  const {url, width, height} = mediaWhole(picture)
  const address = absoluteUrl(url)
  return {
    '@type': 'ImageObject',
    '@id': id,
    url: address,
    contentUrl: address,
    width: `${width} px`,
    height: `${height} px`,
    caption: picture.caption || picture.alt || undefined,
    creditText: picture.credit ?? undefined,
  }
}

/** The clinic as a whole, publisher of every page; its places, where the page shows them, are its departments. */
export const clinicNode = (
  site: SiteFacts,
  places: readonly Readonly<{path: string; address: Address}>[] = [],
): MedicalClinicLeaf => ({
  '@type': 'MedicalClinic',
  '@id': idOf('/', 'clinic'),
  name: site.name,
  description: site.tagline ?? undefined,
  url: absoluteUrl('/'),
  telephone: site.phone || undefined,
  email: site.email ?? undefined,
  logo: site.logo ? imageNode(site.logo, idOf('/', 'logo')) : undefined,
  publishingPrinciples: site.editorialPolicy ? absoluteUrl(pathFor(site.editorialPolicy)) : undefined,
  address: some(places.map(({address}) => addressNode(address))),
  department: some(places.map(({path}) => refTo(path, 'place'))),
})

export const websiteNode = (site: SiteFacts): WebSiteLeaf => ({
  '@type': 'WebSite',
  '@id': idOf('/', 'website'),
  name: site.name,
  url: absoluteUrl('/'),
  publisher: clinic(),
})

/** A trail of one step says nothing, and validators complain of it. */
export function breadcrumbNode(crumbs: readonly Crumb[]): BreadcrumbListLeaf | null {
  const last = crumbs.at(-1)
  if (!last || crumbs.length < 2) return null
  return {
    '@type': 'BreadcrumbList',
    '@id': idOf(last.path, 'breadcrumb'),
    itemListElement: crumbs.map(({label, path}, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: absoluteUrl(path),
    })),
  }
}

export type Reviewer = Readonly<{title: string; role: string; credentials: string | null; path: string}>

export type Source = Readonly<{title: string; publisher: string; url: string; year: number; kind: string}>

const scholarly: ReadonlySet<string> = new Set(['study', 'systematicReview'])

/** A source as the page names it. A year alone is a date to ISO 8601. */
export function citationNode(source: Source): CreativeWorkLeaf | MedicalScholarlyArticleLeaf {
  const {title, publisher, url, year, kind} = source
  return {
    '@type': scholarly.has(kind) ? 'MedicalScholarlyArticle' : 'CreativeWork',
    name: title,
    url,
    datePublished: String(year),
    publisher: {'@type': 'Organization', name: publisher},
  }
}

/** Somebody named on a page that is not about them; their own page says more, under the same id. */
const reviewerNode = ({title, role, credentials, path}: Reviewer): PersonLeaf => ({
  '@type': 'Person',
  '@id': idOf(path, 'person'),
  name: title,
  jobTitle: role,
  honorificSuffix: credentials ?? undefined,
  url: absoluteUrl(path),
})

export type PageType = 'MedicalWebPage' | 'WebPage' | 'CollectionPage' | 'ContactPage' | 'ProfilePage'

export type PageFacts = Readonly<{
  path: string
  name: string
  description: string
  language: Language
  /** `MedicalWebPage` where the page is health information, otherwise the plain kinds. */
  type: PageType
  /** The `@id` suffix of what the page is about: `condition` for `…#condition`. */
  about?: string
  /** Of what the page as a whole is made: the one person, place, statement. */
  mainEntity?: string
  /** Does the page answer questions, as a node `…#faq` of its own? */
  hasFaq?: boolean
  /** Things of ours that the page names beside what it is about. */
  mentions?: readonly IdReference[]
  hasBreadcrumb: boolean
  image?: Picture | null
  /** When the public content last changed, ISO. */
  modified?: string | undefined
  specialty?: MedicalSpecialty
  review?: Readonly<{writtenBy: Reviewer | null; reviewedBy: Reviewer | null; lastReviewed: string | null}>
  sources?: readonly Source[]
}>

type PageNode = MedicalWebPageLeaf | WebPageLeaf | CollectionPageLeaf | ContactPageLeaf | ProfilePageLeaf

export function pageNode(page: PageFacts): PageNode {
  // Both or neither: a date without a name, or a name without a date, is no review.
  const {reviewedBy, lastReviewed, writtenBy} = page.review ?? {}
  const isReviewed = Boolean(reviewedBy && lastReviewed)
  const facts: Omit<WebPageLeaf, '@type'> = {
    '@id': idOf(page.path, 'page'),
    url: absoluteUrl(page.path),
    name: page.name,
    description: page.description || undefined,
    inLanguage: page.language,
    isPartOf: refTo('/', 'website'),
    publisher: clinic(),
    breadcrumb: page.hasBreadcrumb ? refTo(page.path, 'breadcrumb') : undefined,
    primaryImageOfPage: page.image ? imageNode(page.image, idOf(page.path, 'image')) : undefined,
    about: page.about ? refTo(page.path, page.about) : undefined,
    mainEntity: page.mainEntity ? refTo(page.path, page.mainEntity) : undefined,
    mentions: some(page.mentions ?? []),
    hasPart: page.hasFaq ? refTo(page.path, 'faq') : undefined,
    dateModified: page.modified,
    specialty: page.specialty,
    author: writtenBy ? reviewerNode(writtenBy) : undefined,
    reviewedBy: isReviewed && reviewedBy ? reviewerNode(reviewedBy) : undefined,
    lastReviewed: isReviewed && lastReviewed ? lastReviewed : undefined,
    citation: some((page.sources ?? []).map(citationNode)),
  }
  if (page.type !== 'MedicalWebPage') return {'@type': page.type, ...facts}
  // Patients are no member of schema.org's list of medical audiences, so they are named in words.
  return {'@type': page.type, ...facts, medicalAudience: {'@type': 'MedicalAudience', audienceType: 'Patient'}}
}
