import {Icon} from '@/components/ui/icon'
import type {ClinicTime} from '@/lib/clinic-time'
import type {Language} from '@/lib/language'
import {type Openings, openingState} from '@/lib/opening'
import {openingWords} from '@/lib/opening-words'
import styles from './clinic.module.css'

type Props = {
  place: Openings
  /** The time of the render, from the page's frame: the page is made anew when what is said here changes. */
  time: ClinicTime
  language: Language
}

/**
 * Whether a place is open, and until when, in one line; not on paper, which is read later. A page that shows it has to show
 * an answer whose contract goes by `openingClock` (decision 0005). Nothing where no hours are known.
 */
export function TodayHours({place, time, language}: Props) {
  const state = openingState(place, time)
  if (!state) return null
  const words = openingWords(state, time, language)
  return (
    <p className={styles.now} data-screen-only>
      <Icon name="clock" />
      <span>
        <strong className={state.is === 'open' ? styles.isOpen : undefined}>{words.state}</strong>
        {words.next && `. ${words.next}`}
      </span>
    </p>
  )
}
