import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import styles from './chrome.module.css'

/** Tells an editor that this is a draft, and how to get back to what patients see. */
export function DraftBanner({language}: {language: Language}) {
  const {chrome} = labelsFor(language)
  return (
    <aside className={styles.draft} aria-label={chrome.draftName}>
      <p>
        {chrome.draft} <a href="/api/draft-mode/disable">{chrome.draftLeave}</a>
      </p>
    </aside>
  )
}
