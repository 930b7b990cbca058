import {LinkList} from '@/components/ui/link-list'
import type {Link} from '@/sanity/content/link'
import {Part} from './part'

/** A part of the page that only leads on: treatments, related conditions. Nothing where there is nowhere to go. */
export const LinksPart = ({id, title, links}: {id: string; title: string; links: readonly Link[]}) =>
  links.length > 0 && (
    <Part id={id} title={title}>
      <LinkList links={links} />
    </Part>
  )
