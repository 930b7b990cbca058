/** The state of a place's doors in a sentence or two: "Closed now (Christmas Eve). Opens Monday at 8 am." */
import {addDays, type ClinicTime, todayAt} from './clinic-time.ts'
import {formatDay} from './dates.ts'
import {formatTime, weekdayOf} from './hours.ts'
import {labelsFor} from './labels.ts'
import type {Language} from './language.ts'
import type {OpeningState, WallTime} from './opening.ts'

export type OpeningWords = Readonly<{
  /** "Open now until 5 pm", "Closed today (Thanksgiving)". */
  state: string
  /** "Opens tomorrow at 8 am"; null where it is open, or no opening is in sight. */
  next: string | null
}>

export function openingWords(state: OpeningState, clock: ClinicTime, language: Language): OpeningWords {
  const {opening} = labelsFor(language)
  const today = todayAt(clock)
  const noted = (words: string) => (state.note ? `${words} (${state.note})` : words)
  if (state.is === 'open') {
    return {state: noted(state.until ? openUntil(state.until, today, language) : opening.openAlways), next: null}
  }
  return {
    state: noted(state.allDay ? opening.closedToday : opening.closedNow),
    next: state.opens && opening.opens(whenOpens(state.opens, today, language)),
  }
}

/** A closing at midnight is the end of the day before. */
const endOfDay = ({date, time}: WallTime): WallTime =>
  time === '00:00' ? {date: addDays(date, -1), time: '24:00'} : {date, time}

function openUntil(until: WallTime, today: string, language: Language): string {
  const {opening, weekdays} = labelsFor(language)
  const {date, time} = endOfDay(until)
  // Closing in the small hours still belongs to this evening; anything later needs its day.
  const day = date > addDays(today, 1) ? weekdays[weekdayOf(date)] : null
  return opening.openUntil(formatTime(time, language), day)
}

function whenOpens({date, time}: WallTime, today: string, language: Language): string {
  const {opening, weekdays} = labelsFor(language)
  const at = opening.at(formatTime(time, language))
  if (date === today) return at
  if (date === addDays(today, 1)) return `${opening.tomorrow} ${at}`
  if (date < addDays(today, 7)) return `${opening.onWeekday(weekdays[weekdayOf(date)])} ${at}`
  return `${opening.onDate(formatDay(date, language))} ${at}`
}
