/** Whether an address is still free, asked of the dataset with drafts and published documents alike. */
import type {SlugIsUniqueValidator, ValidationContext} from '@sanity/types'
import {defaultLanguage} from '@/sanity/vocabulary'

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
  params: Record<string, string>,
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
