import type {Language} from '@/lib/language'
import {pathFor, pathIn} from '@/lib/paths'
import {leavesSite, safeHref} from '@/lib/safe-href'
import type {MenuItem, NamedLink} from '@/sanity/content/link'

/** Where an entry leads: to a document, to a page of the site, or out. Null where there is nothing to lead to. */
export function hrefFor({page, path, url}: Omit<NamedLink, 'label'>, language: Language): string | null {
  if (page) return pathFor(page)
  return path ? pathIn(language, path) : safeHref(url)
}

/**
 * The entries of a menu, as items of the list around them. `enhance.js` marks the one that leads to the page itself, which
 * a page kept for everybody cannot know: so their attributes may differ from what was sent.
 */
export const MenuLinks = ({items, language}: {items: readonly MenuItem[]; language: Language}) =>
  items.map((item) => {
    const href = hrefFor(item, language)
    return (
      href && (
        <li key={item._key}>
          <a href={href} {...(leavesSite(href) && {rel: 'noopener noreferrer'})} suppressHydrationWarning>
            {item.label}
          </a>
        </li>
      )
    )
  })
