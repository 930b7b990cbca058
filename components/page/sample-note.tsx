import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import styles from './sample-note.module.css'

/** Says of sample content that it is one, on screen and on paper. */
export function SampleNote({language}: {language: Language}) {
  const {sample, sampleText} = labelsFor(language).chrome
  return (
    <p className={styles.note}>
      <strong>{sample}.</strong> {sampleText}
    </p>
  )
}
