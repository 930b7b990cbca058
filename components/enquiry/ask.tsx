import type {ComponentProps} from 'react'
import {ContactWays} from '@/components/clinic/contact-ways'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Site} from '@/sanity/content/site'
import {EmergencyNotice} from './emergency-notice'
import styles from './enquiry.module.css'
import {QuestionForm} from './question-form'
import {type Keeping, WhatHappens} from './what-happens'

type Props = {
  site: Site
  language: Language
  /** Null where questions cannot be taken at the moment. */
  form: Omit<ComponentProps<typeof QuestionForm>, 'language' | 'children'> | null
  keeping: Keeping
}

/** Asking: when not to write, then the form, and beside it the other ways. */
export function Ask({site, language, form, keeping}: Props) {
  const {enquiry} = labelsFor(language)
  return (
    <>
      <EmergencyNotice site={site} language={language} />
      <div className={styles.ask}>
        <section className={styles.asking}>
          <h2 id="ask">{enquiry.title}</h2>
          {form ? (
            <>
              <p>{enquiry.text}</p>
              <QuestionForm language={language} {...form}>
                <WhatHappens keeping={keeping} language={language} />
              </QuestionForm>
            </>
          ) : (
            <p>{enquiry.unavailable}</p>
          )}
        </section>
        <section className={styles.others}>
          <h2>{enquiry.others}</h2>
          <ContactWays site={site} language={language} />
        </section>
      </div>
    </>
  )
}
