import {formatDay} from '@/lib/dates'
import {formatSpan, type Hours, type SpecialHours, upcoming, weekFor} from '@/lib/hours'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import styles from './clinic.module.css'

type Props = {
  place: {readonly title: string; readonly hours: readonly Hours[]; readonly specialHours: readonly SpecialHours[]}
  language: Language
  /** Today's date at the clinic: earlier special days are over. */
  today: string
  /** Does a heading of the page say already whose hours these are? */
  titled?: boolean
}

/** The usual week as a table, then the days that differ. */
export function OpeningHours({place, language, today, titled = false}: Props) {
  const {locations, weekdays} = labelsFor(language)
  const coming = upcoming(place.specialHours, today)
  return (
    <div className={styles.hours}>
      <table>
        <caption className={titled ? styles.unseen : undefined}>{locations.hoursFor(place.title)}</caption>
        <tbody>
          {weekFor(place.hours).map(({day, spans}) => (
            <tr key={day}>
              <th scope="row">{weekdays[day]}</th>
              <td>
                {spans.length === 0
                  ? locations.closed
                  : spans.map((span) => <div key={span.opens}>{formatSpan(span, language)}</div>)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {coming.length > 0 && (
        <>
          <p className={styles.special}>{locations.special}</p>
          <ul>
            {coming.map(({date, closed, opens, closes, note}) => (
              <li key={date}>
                <strong>{formatDay(date, language)}:</strong>{' '}
                {closed || opens === null || closes === null ? locations.closed : formatSpan({opens, closes}, language)}
                {note && ` (${note})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
