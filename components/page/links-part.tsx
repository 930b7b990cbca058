import {LinkList} from '@/components/ui/link-list'
import type {Language} from '@/lib/language'
import type {Link} from '@/sanity/content/link'
import {Part} from './part'

type Props = {id: string; title: string; links: readonly Link[]; language: Language}

/** A part of the page that only leads on: treatments, related conditions. Nothing where there is nowhere to go. */
export const LinksPart = ({id, title, links, language}: Props) =>
  links.length > 0 && (
    <Part id={id} title={title}>
      <LinkList links={links} language={language} />
    </Part>
  )
