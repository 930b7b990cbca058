/** The feed (Atom, RFC 4287): new pages, and pages that were newly reviewed. */
import {labelsFor} from '../labels.ts'
import {type Language, languageFacts} from '../language.ts'
import {type AddressedType, pathFor, pathIn} from '../paths.ts'
import {absoluteUrl} from '../site'
import {document, element, group} from './xml.ts'

type Listed = Readonly<{
  _type: AddressedType
  _createdAt: string
  language: Language
  slug: string
  title: string
  summary: string
  lastReviewed: string | null
}>

export const feedTitle = (language: Language, site: {readonly name: string}): string =>
  labelsFor(language).feed.title(site.name)

export const feedPath = (language: Language): string => pathIn(language, '/feed.xml')

/** Readers of feeds ask often; older news is on the pages themselves. */
const mostEntries = 50

type Entry = Readonly<{id: string; title: string; link: string; summary: string; published: string; updated: string}>

/** A day has no hour: noon keeps it the same day from the East of the United States to Hawaii. */
const noon = (day: string): string => `${day}T17:00:00Z`

/** A page is news when it comes, and again each time a clinician has checked it. */
function entriesOf({title, summary, lastReviewed, _createdAt, ...address}: Listed): Entry[] {
  const link = absoluteUrl(pathFor(address))
  const {reviewed} = labelsFor(address.language).feed
  const created = {id: link, title, link, summary, published: _createdAt, updated: _createdAt}
  if (lastReviewed === null) return [created]
  const at = noon(lastReviewed)
  return [
    created,
    {id: `${link}#reviewed-${lastReviewed}`, title: reviewed(title), link, summary, published: at, updated: at},
  ]
}

const entryElement = ({id, title, link, summary, published, updated}: Entry): string =>
  group('entry', [
    element('id', id),
    element('title', title),
    element('link', null, {rel: 'alternate', type: 'text/html', href: link}),
    element('published', published),
    element('updated', updated),
    ...(summary === '' ? [] : [element('summary', summary)]),
  ])

/** The newest first. A feed without entries is as old as the site's settings say (`since`, ISO). */
export function feedXml(
  language: Language,
  site: {readonly name: string},
  pages: readonly Listed[],
  since: string,
): string {
  const entries = pages
    .flatMap(entriesOf)
    .toSorted((a, b) => b.updated.localeCompare(a.updated) || a.id.localeCompare(b.id))
    .slice(0, mostEntries)
  const self = absoluteUrl(feedPath(language))
  return document(
    group(
      'feed',
      [
        element('id', self),
        element('title', feedTitle(language, site)),
        element('updated', entries[0]?.updated ?? since),
        element('link', null, {rel: 'self', type: 'application/atom+xml', href: self}),
        element('link', null, {rel: 'alternate', type: 'text/html', href: absoluteUrl(pathIn(language, '/'))}),
        group('author', [element('name', site.name)]),
        ...entries.map(entryElement),
      ],
      {xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': languageFacts[language].locale},
    ),
  )
}
