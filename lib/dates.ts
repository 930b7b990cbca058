/** Dates without a time (`2026-07-01`), as people read them. They belong to no time zone, so none may shift them. */
import {type Language, languageFacts} from './language.ts'

/** "July 1, 2026", "1 de julio de 2026". Text that is no date comes back as it is. */
export function formatDate(date: string, language: Language): string {
  const moment = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(moment.getTime())) return date
  return new Intl.DateTimeFormat(languageFacts[language].locale, {dateStyle: 'long', timeZone: 'UTC'}).format(moment)
}

/** "Thursday, December 24, 2026". */
export function formatDay(date: string, language: Language): string {
  const moment = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(moment.getTime())) return date
  return new Intl.DateTimeFormat(languageFacts[language].locale, {dateStyle: 'full', timeZone: 'UTC'}).format(moment)
}
