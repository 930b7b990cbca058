import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import styles from './enquiry.module.css'

/** How long a question is kept, in days: after it was answered, and at the most. */
export type Keeping = {readonly answered: number; readonly most: number}

/** What becomes of a question, in plain words: who reads it, and when it is gone. */
export function WhatHappens({keeping: {answered, most}, language}: {keeping: Keeping; language: Language}) {
  const {after} = labelsFor(language).enquiry
  return (
    <section className={styles.after}>
      <h3>{after.title}</h3>
      <ul>
        <li>{after.read}</li>
        <li>{after.sealed}</li>
        <li>{after.page}</li>
        <li>{after.kept(String(answered), String(most))}</li>
      </ul>
    </section>
  )
}
