import {Picture} from '@/components/ui/picture'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathFor} from '@/lib/paths'
import {listed} from '@/lib/sentence'
import type {LinkedPerson} from '@/sanity/content/people'
import styles from './clinic.module.css'

/** People side by side: who they are, which languages they speak, and whether a new patient can come to them. */
export function People({people, language}: {people: readonly LinkedPerson[]; language: Language}) {
  const {people: labels} = labelsFor(language)
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <li key={person._id} className={styles.person}>
          {person.photo && (
            <Picture picture={{...person.photo, alt: ''}} shape="1x1" sizes="5rem" className={styles.face} />
          )}
          <div>
            <h3>
              <a href={pathFor(person)}>{person.title}</a>
              {person.credentials && `, ${person.credentials}`}
            </h3>
            <p>{person.role}</p>
            {person.languagesSpoken.length > 0 && (
              <p className={styles.quiet}>{labels.speaks(listed(person.languagesSpoken, language))}</p>
            )}
            {!person.acceptsNewPatients && <p className={styles.quiet}>{labels.noNewPatients}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
