/** An old address and where it went. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {isSameInSmallLetters, pathFor} from '@/lib/paths'
import {contract} from '@/sanity/contract'
import {reader} from '@/sanity/read'
import {DocumentLink, documentLinkFields} from './link'

const REDIRECT_QUERY = defineQuery(`
  *[_type == "redirect" && from == $from][0]{
    _id,
    from,
    "toPage": toPage->${documentLinkFields},
    toPath,
    "permanent": coalesce(permanent, false)
  }
`)

/** A path of this site from its root, or a whole https address: nothing else may be redirected to. */
export function isSafeDestination(to: string): boolean {
  if (/[\s\p{Cc}\\]/u.test(to)) return false
  return /^\/(?!\/)/.test(to) || (/^https:\/\/[^/?#]/i.test(to) && URL.canParse(to))
}

export const Redirect = z.strictObject({
  _id: z.string(),
  from: z.string(),
  /** Null where the redirect goes to `toPath`, or its page is not published. */
  toPage: DocumentLink.nullable(),
  toPath: z
    .stringFormat('destination', isSafeDestination, {
      error: 'a redirect has to lead to a path that begins with one slash, or to an https:// address',
    })
    .nullable(),
  permanent: z.boolean(),
})
export type Redirect = z.infer<typeof Redirect>

/** Where a redirect leads; null where it leads nowhere: its page is not published, or it is a circle of one. */
export function destinationOf({toPage, toPath}: Redirect, from: string): string | null {
  const to = toPage ? pathFor(toPage) : toPath
  if (to === null || isSameInSmallLetters(to.split(/[?#]/)[0] ?? '', from)) return null
  return to
}

export const redirectContract = contract('redirect', REDIRECT_QUERY, Redirect.nullable(), {
  lists: ['redirect'],
  shown: false,
})

/** The redirect away from the path `{from}`, or null. */
export const getRedirect = reader(redirectContract)
