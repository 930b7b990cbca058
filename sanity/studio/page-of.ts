/** Where a document's page is, as the Studio asks for it. */
import {isLanguage} from '@/lib/language'
import {isAddressedType, pathFor, pathIn} from '@/lib/paths'

type Fields = Readonly<Record<string, unknown>>

/** The path of a document's page, or null for one without a page of its own, or without an address yet. */
export function pageOf(document: Fields | null | undefined): string | null {
  const {_type, slug, language} = document ?? {}
  if (!isAddressedType(_type) || !isLanguage(language)) return null
  const current = typeof slug === 'object' && slug !== null && 'current' in slug ? slug.current : undefined
  return typeof current === 'string' && current !== '' ? pathFor({_type, slug: current, language}) : null
}

/** The same for what can be shared: the settings stand for the home page. */
export function sharedPageOf(document: Fields | null | undefined): string | null {
  if (document?._type === 'siteSettings') return isLanguage(document.language) ? pathIn(document.language, '/') : null
  return pageOf(document)
}
