import {OutsideLink} from '@/components/ui/outside-link'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Source} from '@/sanity/content/source'
import {Part} from './part'
import styles from './parts.module.css'

/** Where what the page says comes from, for readers who want to see for themselves. */
export function Sources({sources, language}: {sources: readonly Source[]; language: Language}) {
  if (sources.length === 0) return null
  const labels = labelsFor(language)
  return (
    <Part id="sources" title={labels.page.sources}>
      <ol className={styles.sources}>
        {sources.map(({_id, title, publisher, url, year, kind}) => (
          <li key={_id}>
            <OutsideLink href={url}>{title}</OutsideLink>. {publisher}, {year}. {labels.sourceKinds[kind]}.
          </li>
        ))}
      </ol>
    </Part>
  )
}
