import {notFound, permanentRedirect, redirect} from 'next/navigation'
import {inSmallLetters, spellingsOf} from '@/lib/paths'
import {destinationOf, getRedirect} from '@/sanity/content/redirect'

/**
 * What happens where there is no page: the clinic's redirect from this path takes effect, otherwise it is a 404. Redirects
 * are looked up only here, so a page always wins over a redirect away from it, and no page pays for the lookup.
 */
export async function missingPage(path: string): Promise<never> {
  for (const from of spellingsOf(path)) {
    const found = await getRedirect({from})
    const target = found && destinationOf(found, path)
    if (target) return found.permanent ? permanentRedirect(target) : redirect(target)
  }
  return noPage(path)
}

/** Every address of ours is in small letters: one with capitals leads to the same without, and anything else nowhere. */
function noPage(path: string): never {
  const small = inSmallLetters(path)
  if (small === path) notFound()
  permanentRedirect(small)
}
