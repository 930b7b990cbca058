/**
 * Decides which addresses a link on the site may have. Editors paste addresses, imports bring them along; nothing that
 * runs a script, hides its target or carries a password gets into a page.
 */
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Characters browsers drop silently while they read an address (`java\tscript:`), so none may stand in one. */
const unseen = /[\s\p{C}\\]/u

/**
 * The address as it may stand in `href`, or null where it must not become a link (the text is shown without one).
 * Allowed: http, https, mailto and tel addresses, paths of this site ("/contact"), and places on the page ("#causes").
 */
export function safeHref(value: string | null | undefined): string | null {
  const href = value?.trim() ?? ''
  if (href === '' || unseen.test(href)) return null
  if (href.startsWith('#')) return href
  // "//host" and "/\host" lead to another site under the reader's nose.
  if (href.startsWith('/')) return href.startsWith('//') ? null : href
  const url = URL.canParse(href) ? new URL(href) : null
  if (!url || !schemes.has(url.protocol)) return null
  if (url.username !== '' || url.password !== '') return null
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  // `https:clinic.example` parses, but is not what anybody meant to write.
  if (isWeb && !/^https?:\/\/[^/]/i.test(href)) return null
  return href
}

/** Does this (already safe) address leave the site? */
export const leavesSite = (href: string): boolean => /^https?:/i.test(href)
