/** Whether an address is still free, asked of the dataset with drafts and published documents alike. */
import type {SlugIsUniqueValidator, ValidationContext} from '@sanity/types'
import {labelsFor} from '@/lib/labels'
import {isLanguage} from '@/lib/language'
import {indexNames} from '@/lib/seo/head'
import {defaultLanguage, linkableTypes} from '@/sanity/vocabulary'

export const schemaApiVersion = '2025-09-01'

/** A slug may be used once for each type and language. */
export const isUniqueSlug: SlugIsUniqueValidator = (slug, context) => {
  const {document} = context
  if (!document) return true
  return isFree(
    context,
    document._id,
    `_type == $type && coalesce(language, $defaultLanguage) == $language && slug.current == $slug`,
    {type: document._type, language: textOr(document.language, defaultLanguage), slug, defaultLanguage},
  )
}

/**
 * Two pages of one language with the same name look alike in search results, in menus and on cards. Advice, because two
 * people may well share a name.
 */
export async function hasNameOfItsOwn(name: unknown, context: ValidationContext): Promise<true | string> {
  const title = typeof name === 'string' ? name.trim() : ''
  const {document} = context
  if (title === '' || !document) return true
  const language = textOr(document.language, defaultLanguage)
  if (builtInTitles(language).includes(title.toLowerCase())) {
    return `A built-in page of the website is called “${title}”, too. Choose another name, so that readers can tell them apart.`
  }
  const free = await isFree(
    context,
    document._id,
    `_type in $types && coalesce(language, $defaultLanguage) == $language
      && lower(coalesce(title, name, question, statement)) == $title`,
    {types: [...linkableTypes], language, title: title.toLowerCase(), defaultLanguage},
  )
  return free || `Another page is called “${title}”, too. Choose another name, so that readers can tell them apart.`
}

/** The titles of the lists and of the contact page, in small letters. */
function builtInTitles(language: string): string[] {
  const labels = labelsFor(isLanguage(language) ? language : defaultLanguage)
  return indexNames.map((name) => labels[name].title.toLowerCase())
}

/** An old path may be redirected once. */
export async function isUniqueRedirect(from: unknown, context: ValidationContext): Promise<true | string> {
  if (typeof from !== 'string' || !context.document) return true
  const free = await isFree(context, context.document._id, `_type == "redirect" && from == $from`, {from})
  return free || 'Another redirect already begins at this address.'
}

/** A notice stands once at the bottom of the pages of a language. */
export async function isUniqueNotice(notice: unknown, context: ValidationContext): Promise<true | string> {
  if (typeof notice !== 'string' || !context.document) return true
  const language = textOr(context.document.language, defaultLanguage)
  const filter = `_type == "page" && coalesce(language, $defaultLanguage) == $language && legalNotice == $notice`
  const free = await isFree(context, context.document._id, filter, {notice, language, defaultLanguage})
  return free || 'Another page in this language is this notice already.'
}

/** Whether no other document, draft or published, matches the filter. */
async function isFree(
  context: ValidationContext,
  id: string,
  filter: string,
  params: Record<string, string | readonly string[]>,
): Promise<boolean> {
  const published = id.replace(/^(?:drafts|versions\.[^.]+)\./, '')
  const taken: unknown = await context
    .getClient({apiVersion: schemaApiVersion})
    .fetch(
      `count(*[${filter} && !(_id in [$published, "drafts." + $published]) && !(_id in path("versions.*." + $published))])`,
      {...params, published},
      {perspective: 'raw', tag: 'validation.unique'},
    )
  return taken === 0
}

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)
