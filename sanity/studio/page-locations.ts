/** Which pages show a document, and which document a page is about. Pure, so that tests can run it. */
import type {DocumentLocation, DocumentLocationsState} from 'sanity/presentation'
import {z} from 'zod'
import {addressedAt, pathIn, splitPath} from '@/lib/paths'
import {pageTypes} from '@/sanity/vocabulary'
import {sharedPageOf} from './page-of'

const labelFields = `_id, _type, "title": coalesce(title, name, question, statement), slug, language`

/** The document, and the pages that name it themselves: those changed last. "Where it is used" goes further. */
export const LOCATIONS_QUERY = `{
  "own": *[_id == $id][0]{${labelFields}},
  "others": *[_type in ${JSON.stringify(pageTypes)} && references($id) && _id != $id] | order(_updatedAt desc)[0...20]{${labelFields}}
}`

const Labelled = z.looseObject({_id: z.string(), _type: z.string(), title: z.string().nullable()})
const Found = z.object({own: Labelled.nullable(), others: z.array(Labelled)})

/** Its own page first, then those that show it. */
export function locationsIn(answer: unknown): DocumentLocationsState {
  const {own, others} = Found.parse(answer)
  const locations = [own, ...others].flatMap((document): DocumentLocation[] => {
    const href = document && sharedPageOf(document)
    return href ? [{title: document.title ?? 'Untitled', href}] : []
  })
  if (own?._type === 'siteSettings') return {locations, message: 'Seen on every page', tone: 'caution'}
  if (locations.length > 0) return {locations}
  return {message: 'Not on any page yet', tone: 'caution'}
}

export function documentAt(path: string): {filter: string; params: Record<string, string>} | undefined {
  const {language} = splitPath(path)
  if (path === pathIn(language, '/')) {
    return {filter: '_type == "siteSettings" && language == $language', params: {language}}
  }
  const addressed = addressedAt(path)
  return addressed
    ? {filter: '_type == $_type && slug.current == $slug && language == $language', params: {...addressed}}
    : undefined
}
