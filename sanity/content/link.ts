/** Links: to other documents (as facts from which `lib/paths` makes the address) and to the world (as a checked href). */
import {z} from 'zod'
import {languages, linkableTypes, linkSchemes, sitePaths} from '@/sanity/vocabulary'
import {choice} from './choice'

/** Projection of a linked document. Use it after `->`. */
export const documentLinkFields = /* groq */ `{
  _id,
  _type,
  "title": coalesce(title, name, question, statement),
  "slug": slug.current,
  language
}`

/** Projection: the conditions, then the treatments, in the document's language that hold it in their list `field`. */
export const shownOn = (field: 'facts' | 'faqs') => /* groq */ `
  *[
    _type in ["condition", "treatment"]
    && language == ^.language
    && defined(slug.current)
    && references(^._id)
    && ^._id in coalesce(${field}[]._ref, [])
  ] | order(_type asc, lower(title) asc) ${documentLinkFields}
`

export const DocumentLink = z.strictObject({
  _id: z.string(),
  _type: z.enum(linkableTypes),
  title: z.string(),
  slug: z.string(),
  language: choice(languages),
})
export type DocumentLink = z.infer<typeof DocumentLink>
export type Link = DocumentLink

/**
 * Whether an address may stand in an `href`: absolute, one of the allowed schemes, no white space or control characters
 * (browsers strip those before they look at the scheme), and for the web a host right after the two slashes.
 */
export function isSafeHref(href: string): boolean {
  if (/[\s\p{Cc}\\]/u.test(href)) return false
  const scheme = /^([a-z]+):(.+)$/i.exec(href)
  if (!scheme?.[1] || !scheme[2]) return false
  const name = scheme[1].toLowerCase()
  if (!linkSchemes.some((allowed) => allowed === name)) return false
  if (name === 'mailto') return /^[^@?]+@[^@?]+/.test(scheme[2])
  if (name === 'tel') return /^\+?[\d().\-;=a-z]+$/i.test(scheme[2])
  return /^\/\/[^/?#]/.test(scheme[2]) && URL.canParse(href)
}

/** An outside address that is safe to put in an `href`. */
export const Href = z.stringFormat('link address', isSafeHref, {
  error: 'a link has to begin with https://, http://, mailto: or tel:',
})

/** An address on the web, for sources and the booking and portal links. */
export const WebAddress = z.stringFormat('web address', (href) => /^https?:/i.test(href) && isSafeHref(href), {
  error: 'a web address has to begin with https:// or http://',
})

/** The fields of a link with words of its own: to a page of ours, a built-in page, or the world. */
export const namedLinkFields = /* groq */ `
  label,
  "page": page->${documentLinkFields},
  path,
  url
`

export const NamedLink = z.strictObject({
  label: z.string(),
  page: DocumentLink.nullable(),
  path: choice(sitePaths).nullable(),
  url: Href.nullable(),
})
export type NamedLink = z.infer<typeof NamedLink>

/** Projection of a menu: entries that point to an unpublished page are left out. */
export const menuFields = (menu: 'headerMenu' | 'footerMenu') => /* groq */ `
  coalesce(${menu}[defined(path) || defined(url) || defined(page->_id)]{
    _key,
    ${namedLinkFields}
  }, [])
`

export const MenuItem = NamedLink.extend({_key: z.string()})
export type MenuItem = z.infer<typeof MenuItem>
