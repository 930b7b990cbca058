/** Which page a question is asked from: a link to the form says so, or the browser does. Anything else is not known. */
import {canBeMoved, splitPath} from '../paths.ts'

/** Characters. The longest address of a page is far shorter. */
const longest = 200

/** From these nobody asks about anything: the form itself, what answers it, and what is looked for. */
const aboutNothing = /^\/(?:contact|search|markdown|not-found-page)(?:\/|$)/

/** A path of a page of this site in plain shape, `/conditions/back-pain`; null for all else. */
export function pageAskedFrom(path: unknown): string | null {
  if (typeof path !== 'string' || path.length > longest) return null
  // Letters, digits, "-", "_", "." and escapes: what addresses of pages are made of.
  if (!/^(?:\/(?:[\w.-]|%[\da-f]{2})+)+$/i.test(path) || !canBeMoved(path)) return null
  return aboutNothing.test(splitPath(path).path) ? null : path
}

/**
 * The same from the address of the page that led here (`Referer`): for links in the frame of the site, which is the same
 * on every page and cannot name it.
 * @param host the host that the browser asks, which must be the page's own
 */
export function pageBefore(referrer: string | null, host: string | null): string | null {
  if (!referrer || !URL.canParse(referrer)) return null
  const url = new URL(referrer)
  return url.host === host ? pageAskedFrom(url.pathname) : null
}

/** The address of the form for a page: `/contact?from=/conditions/back-pain`. */
export const formAddress = (contactPath: string, from: string | null): string =>
  from === null ? contactPath : `${contactPath}?from=${from}`
