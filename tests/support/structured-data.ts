/**
 * An offline validator for the structured data of served pages: what schema.org, search engines and our own rules ask of
 * a graph. Property names and kinds of values are checked by the compiler (`schema-types.ts`); here is what types cannot
 * say.
 */
import {absoluteUrl} from '@/lib/site'

const here = absoluteUrl('/').replace(/\/$/, '')

export type Served = Readonly<{
  /** The page's path. */
  path: string
  html: string
  /** What its JSON-LD says; null where the page has none. */
  graph: Graph | null
}>

export type Graph = Readonly<{'@context': unknown; '@graph': readonly Node[]}>
export type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The one block of JSON-LD of a page. Throws where there is more than one, or it is no graph. */
export function graphIn(html: string): Graph | null {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)]
  if (blocks.length === 0) return null
  if (blocks.length > 1) throw new Error(`The page has ${blocks.length} blocks of JSON-LD instead of one graph.`)
  const graph: unknown = JSON.parse(blocks[0]?.[1] ?? '')
  if (!isNode(graph) || !Array.isArray(graph['@graph'])) throw new Error('The JSON-LD is no graph.')
  return {'@context': graph['@context'], '@graph': graph['@graph'].filter(isNode)}
}

export const servedPage = (path: string, html: string): Served => ({path, html, graph: graphIn(html)})

/** Every node within a graph, the inner ones too, with the way to it: `MedicalWebPage.reviewedBy`. */
export function nodesIn(graph: Graph): {node: Node; way: string}[] {
  const found: {node: Node; way: string}[] = []
  const visit = (value: unknown, way: string) => {
    if (Array.isArray(value)) for (const item of value) visit(item, way)
    else if (isNode(value)) {
      found.push({node: value, way})
      for (const [name, inner] of Object.entries(value)) visit(inner, `${way}.${name}`)
    }
  }
  for (const node of graph['@graph']) visit(node, String(node['@type']))
  return found
}

const isReference = (node: Node): boolean => '@id' in node && Object.keys(node).length === 1

/** What must be said of each kind of thing, by name. */
const required: Readonly<Record<string, readonly string[]>> = {
  Answer: ['text'],
  BreadcrumbList: ['@id', 'itemListElement'],
  Claim: ['@id', 'text', 'url', 'citation'],
  CollectionPage: ['@id', 'url', 'name', 'description', 'inLanguage', 'isPartOf', 'publisher', 'breadcrumb'],
  ContactPage: ['@id', 'url', 'name', 'description', 'inLanguage', 'isPartOf', 'publisher', 'breadcrumb'],
  CreativeWork: ['name', 'url', 'publisher', 'datePublished'],
  FAQPage: ['@id', 'url', 'isPartOf', 'mainEntity'],
  GeoCoordinates: ['latitude', 'longitude'],
  ImageObject: ['@id', 'url', 'contentUrl', 'width', 'height'],
  ListItem: ['position', 'name', 'item'],
  LocationFeatureSpecification: ['name', 'value'],
  MedicalAudience: ['audienceType'],
  MedicalClinic: ['@id', 'name', 'url', 'telephone'],
  MedicalCode: ['codeValue', 'codingSystem'],
  MedicalCondition: ['@id', 'name', 'description'],
  MedicalProcedure: ['@id', 'name', 'url'],
  MedicalScholarlyArticle: ['name', 'url', 'publisher', 'datePublished'],
  MedicalTherapy: ['@id', 'name', 'url'],
  MedicalWebPage: ['@id', 'url', 'name', 'description', 'inLanguage', 'isPartOf', 'publisher', 'breadcrumb'],
  OpeningHoursSpecification: ['opens', 'closes'],
  Organization: ['name'],
  Person: ['@id', 'name', 'jobTitle', 'url'],
  PostalAddress: ['streetAddress', 'addressLocality', 'addressRegion', 'postalCode'],
  ProfilePage: ['@id', 'url', 'name', 'description', 'inLanguage', 'isPartOf', 'publisher', 'breadcrumb', 'mainEntity'],
  Question: ['@id', 'name', 'acceptedAnswer'],
  // The home page is one of these, and has no way to it.
  WebPage: ['@id', 'url', 'name', 'description', 'inLanguage', 'isPartOf', 'publisher'],
  WebSite: ['@id', 'name', 'url', 'publisher'],
}

const pageTypes = new Set(['CollectionPage', 'ContactPage', 'MedicalWebPage', 'ProfilePage', 'WebPage'])

const dates = new Set(['lastReviewed', 'dateModified', 'datePublished', 'validFrom', 'validThrough'])
const times = new Set(['opens', 'closes'])
const addresses = new Set(['url', 'item', 'contentUrl', 'hasMap', 'publishingPrinciples'])
/** Superseded by other properties of schema.org 30. */
const superseded = new Set(['aspect', 'significantLinks', 'serviceAudience', 'contactPoints'])

const isDate = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}(?:-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)?)?$/.test(value) &&
  !Number.isNaN(Date.parse(value))

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)

const isOf = (origin: string, address: unknown): boolean => isAddress(address) && new URL(address).origin === origin

/** What is wrong with one node, whatever page it stands on. */
function problemsOfNode(node: Node, origin: string): string[] {
  if (isReference(node)) return []
  const type = node['@type']
  if (typeof type !== 'string') return [`has no single @type but ${JSON.stringify(type)}`]
  const wanted = required[type]
  if (!wanted) return [`is a ${type}, which nobody here knows`]
  const problems = wanted.filter((name) => node[name] === undefined).map((name) => `lacks ${name}`)
  for (const [name, value] of Object.entries(node)) {
    if (superseded.has(name)) problems.push(`${name}: superseded`)
    if (dates.has(name) && !isDate(value)) problems.push(`${name}: ${JSON.stringify(value)} is no ISO date`)
    if (times.has(name) && !/^\d\d:\d\d$/.test(String(value))) problems.push(`${name}: ${value} is no time`)
    if (addresses.has(name) && !isAddress(value)) problems.push(`${name}: ${value} is no whole web address`)
    if (name === '@id' && !isOf(origin, value)) problems.push(`@id: ${value} is not of this site`)
    if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) problems.push(`${name}: empty`)
  }
  if ('@id' in node && 'url' in node && !isOf(origin, node.url)) problems.push(`url: ${node.url} is not of this site`)
  if (type === 'OpeningHoursSpecification' && !node.dayOfWeek && !node.validFrom) problems.push('opens on no day')
  if (type === 'MedicalClinic' && String(node['@id']).endsWith('#place') && !node.address)
    problems.push('lacks address')
  if (pageTypes.has(type) && (node.reviewedBy === undefined) !== (node.lastReviewed === undefined)) {
    problems.push('names a reviewer or a date of review, but not both')
  }
  if (type === 'BreadcrumbList') problems.push(...problemsOfTrail(node.itemListElement))
  return problems
}

function problemsOfTrail(steps: unknown): string[] {
  if (!Array.isArray(steps) || steps.length < 2) return ['itemListElement: a way has two steps or more']
  return steps.every((step, index) => isNode(step) && step.position === index + 1)
    ? []
    : ['itemListElement: positions do not count from 1']
}

const textOf = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

/** Sayings that readers must find on the page too. */
const shown: Readonly<Record<string, readonly string[]>> = {
  Answer: ['text'],
  Claim: ['text'],
  CreativeWork: ['name'],
  MedicalCondition: ['name', 'alternateName', 'description'],
  MedicalProcedure: ['name', 'alternateName', 'description'],
  MedicalScholarlyArticle: ['name'],
  MedicalTherapy: ['name', 'alternateName', 'description'],
  Person: ['name', 'jobTitle', 'honorificSuffix', 'knowsAbout', 'knowsLanguage'],
  PostalAddress: ['streetAddress', 'postalCode'],
  Question: ['name'],
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

/** What the graph says and the page does not show. Compared by letters: elements between words leave odd spaces. */
function unseenIn({graph, html}: Served): string[] {
  if (!graph) return []
  const page = lettersOf(textOf(html.slice(html.indexOf('<body'))))
  return nodesIn(graph).flatMap(({node, way}) =>
    (shown[String(node['@type'])] ?? []).flatMap((name) =>
      [node[name] ?? []]
        .flat()
        .flatMap((text) => String(text).split('\n'))
        .filter((line) => !page.includes(lettersOf(line)))
        .map((line) => `${way}.${name}: “${line}” is not to be seen on the page`),
    ),
  )
}

/** Is the page's own node what the page's address says? */
function addressProblems({graph, path}: Served, origin: string): string[] {
  const address = new URL(path, origin).href
  const own = graph?.['@graph'].filter((node) => pageTypes.has(String(node['@type']))) ?? []
  if (own.length !== 1) return [`has ${own.length} nodes of a page instead of one`]
  const trail = graph?.['@graph'].find((node) => node['@type'] === 'BreadcrumbList')?.itemListElement
  const last: unknown = Array.isArray(trail) ? trail.at(-1)?.item : address
  return [
    ...(own[0]?.url === address ? [] : [`url: ${own[0]?.url} is not the page's address`]),
    ...(last === address ? [] : [`the way leads to ${last}`]),
  ]
}

/**
 * Everything wrong with the graphs of these pages but for what the compiler finds, one line each, the page first.
 * `origin` is the site's own, as it stands in its addresses.
 */
export function problemsOf(pages: readonly Served[], origin = here): string[] {
  const known = new Map<string, string>()
  const problems = pages.flatMap((page) => {
    if (!page.graph) return [`${page.path} has no structured data`]
    const say = (problem: string) => `${page.path} ${problem}`
    const own = new Set<unknown>()
    const found: string[] = page.graph['@context'] === 'https://schema.org' ? [] : [say('@context is not schema.org')]
    for (const {'@id': id, '@type': type} of page.graph['@graph']) {
      if (own.has(id)) found.push(say(`${type}: ${id} is given twice`))
      own.add(id)
    }
    for (const {node, way} of nodesIn(page.graph)) {
      found.push(...problemsOfNode(node, origin).map((problem) => say(`${way} ${problem}`)))
      if (isReference(node) || typeof node['@id'] !== 'string') continue
      const type = String(node['@type'])
      const before = known.get(node['@id'])
      if (before !== undefined && before !== type) found.push(say(`${way} ${node['@id']} is a ${before} elsewhere`))
      known.set(node['@id'], type)
    }
    return [...found, ...addressProblems(page, origin).map(say), ...unseenIn(page).map(say)]
  })
  const dangling = pages.flatMap(({path, graph}) =>
    (graph ? nodesIn(graph) : [])
      .filter(({node}) => isReference(node) && !known.has(String(node['@id'])))
      .map(({node, way}) => `${path} ${way} refers to ${node['@id']}, which no page defines`),
  )
  return [...problems, ...dangling]
}
