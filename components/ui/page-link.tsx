import {labelsFor} from '@/lib/labels'
import {type Language, langOf} from '@/lib/language'
import {pathFor} from '@/lib/paths'
import type {Link} from '@/sanity/content/link'

type Props = {link: Pick<Link, '_type' | 'slug' | 'language' | 'title'>; language: Language}

/** A link to a page of ours by its title. One in another language than this page says so, before anyone follows it. */
export const PageLink = ({link, language}: Props) =>
  link.language === language ? (
    <a href={pathFor(link)}>{link.title}</a>
  ) : (
    <a href={pathFor(link)} hrefLang={link.language}>
      <span {...langOf(link.language, language)}>{link.title}</span> {labelsFor(language).translation.in[link.language]}
    </a>
  )
