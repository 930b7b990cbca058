import {OutsideLink} from '@/components/ui/outside-link'
import {labelsFor} from '@/lib/labels'
import {type Language, langOf} from '@/lib/language'
import type {Source} from '@/sanity/content/source'
import {Part} from './part'
import styles from './parts.module.css'

type Props = {sources: readonly Source[]; language: Language}

export const SourceList = ({sources, language}: Props) => (
  <ol className={styles.sources}>
    {sources.map(({_id, title, publisher, url, year, kind, language: written}) => (
      <li key={_id}>
        <span {...langOf(written, language)}>
          <OutsideLink href={url}>{title}</OutsideLink>. {publisher}
        </span>
        , {year}. {labelsFor(language).sourceKinds[kind]}.
      </li>
    ))}
  </ol>
)

/** Where what the page says comes from, for readers who want to see for themselves. */
export const Sources = ({sources, language}: Props) =>
  sources.length > 0 && (
    <Part id="sources" title={labelsFor(language).page.sources}>
      <SourceList sources={sources} language={language} />
    </Part>
  )
