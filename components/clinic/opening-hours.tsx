import {type ClinicTime, todayAt} from '@/lib/clinic-time'
import {formatDay} from '@/lib/dates'
import {formatSpan, upcoming, weekdayOf, weekFor} from '@/lib/hours'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {isSpecial, noteOn, type Openings, openingsOn} from '@/lib/opening'
import styles from './clinic.module.css'

type Props = {
  place: Openings & {readonly title: string}
  language: Language
  /** The time of the render: it tells which row is today's, and which special days are over. */
  time: ClinicTime
  /** Does a heading of the page say already whose hours these are? */
  titled?: boolean
}

/** The usual week as a table in which today is marked, with its hours of today; then the days that differ. */
export function OpeningHours({place, language, time, titled = false}: Props) {
  const {locations, weekdays, opening} = labelsFor(language)
  const today = todayAt(time)
  const coming = upcoming(place.specialHours, today)
  if (place.hours.length === 0 && coming.length === 0) return <p>{opening.unknown}</p>
  return (
    <div className={styles.hours}>
      <table>
        <caption className={titled ? styles.unseen : undefined}>{locations.hoursFor(place.title)}</caption>
        <tbody>
          {weekFor(place.hours).map(({day, spans}) => {
            const isToday = day === weekdayOf(today)
            return (
              <tr key={day} {...(isToday && {'aria-current': 'date', className: styles.today})}>
                <th scope="row">
                  {weekdays[day]}{' '}
                  {isToday && (
                    <span className={styles.todayMark} data-screen-only>
                      {opening.today}
                    </span>
                  )}
                </th>
                <td>
                  {isToday && isSpecial(place, today) && <ThisDay place={place} date={today} language={language} />}
                  <Spans spans={spans} language={language} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {coming.length > 0 && (
        <>
          <p className={styles.special}>{locations.special}</p>
          <ul>
            {coming.map(({date, closed, opens, closes, note}) => (
              <li key={`${date} ${opens}`}>
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

/** Today is a special day: its own hours, ahead of the usual ones. Paper is read on another day and has these alone. */
function ThisDay({place, date, language}: {place: Openings; date: string; language: Language}) {
  const {opening} = labelsFor(language)
  const note = noteOn(place, date)
  return (
    <div data-screen-only>
      <Spans spans={openingsOn(place, date)} language={language} />
      {note && <div>({note})</div>}
      <div className={styles.quiet}>{opening.usually}</div>
    </div>
  )
}

type SpansProps = {spans: readonly Readonly<{opens: string; closes: string}>[]; language: Language}

const Spans = ({spans, language}: SpansProps) =>
  spans.length === 0
    ? labelsFor(language).locations.closed
    : spans.map((span) => <div key={span.opens}>{formatSpan(span, language)}</div>)
