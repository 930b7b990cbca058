import type {ReactNode} from 'react'
import {leavesSite, safeHref} from '@/lib/safe-href'

/** A link whose address came from a person. Where the address is not safe, its words stay and the link goes. */
export function OutsideLink({href, children}: {href: string; children: ReactNode}) {
  const safe = safeHref(href)
  if (!safe) return children
  // The address of a page on a condition says something about its reader; other sites do not get it.
  return leavesSite(safe) ? (
    <a href={safe} rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <a href={safe}>{children}</a>
  )
}
