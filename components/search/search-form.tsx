import {Hidden} from '@/components/ui/hidden'
import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import {longestQuery} from '@/lib/search/query'
import styles from './search.module.css'

type Props = {
  language: Language
  /** Names the field on the page; the page may hold a second form. */
  id: string
  query?: string
  /** For the site's header: one line, without visible label. */
  compact?: boolean
}

/** The element for it, `<search>`, is not known to every screen reader yet. */
const landmark = {role: 'search'} as const

/**
 * A plain form that asks `/search`. `enhance.js` adds suggestions while typing, from the address in `data-suggest`; a
 * browser keeps no list of what was typed here before.
 */
export function SearchForm({language, id, query = '', compact = false}: Props) {
  const {label, hint, button} = labelsFor(language).search
  return (
    <form
      className={compact ? `${styles.form} ${styles.compact}` : styles.form}
      {...landmark}
      aria-label={compact ? label : button}
      action={pathIn(language, '/search')}
      data-suggest={`/api/suggest?lang=${language}`}
    >
      <label htmlFor={id} className={styles.label}>
        {compact ? <Hidden>{label}</Hidden> : label}
      </label>
      {!compact && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles.line}>
        <input
          type="search"
          name="q"
          id={id}
          defaultValue={query}
          maxLength={longestQuery}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="search"
          aria-describedby={compact ? undefined : `${id}-hint`}
        />
        <button type="submit">
          <Icon name="search" />
          {compact ? <Hidden>{button}</Hidden> : <span>{button}</span>}
        </button>
      </div>
    </form>
  )
}
