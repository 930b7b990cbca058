import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {Site} from '@/sanity/content/site'
import {CallOrBook} from './call-or-book'
import styles from './clinic.module.css'

type Props = {site: Pick<Site, 'phone' | 'bookingUrl'>; language: Language; newPatients: boolean}

/** Whether a new patient can come to this person, and how to get an appointment. */
export function Welcome({site, language, newPatients}: Props) {
  const {people} = labelsFor(language)
  return (
    <>
      <p className={newPatients ? styles.open : styles.notOpen}>
        <Icon name={newPatients ? 'check' : 'info'} />
        {newPatients ? people.newPatients : people.noNewPatients}
      </p>
      <CallOrBook site={site} language={language} />
    </>
  )
}
