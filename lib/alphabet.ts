/** Lists from A to Z as people look things up: accents and case do not matter, figures come under "0–9". */
import {type Language, languageFacts} from './language.ts'

export type LetterGroup<Entry> = Readonly<{letter: string; entries: readonly Entry[]}>

/** "É" → "E", "3-day" → "0–9". Ñ keeps its place of its own in Spanish. */
function letterOf(label: string, language: Language): string {
  const first = label.trim().charAt(0).toLocaleUpperCase(languageFacts[language].locale)
  if (language === 'es' && first === 'Ñ') return 'Ñ'
  const plain = first.normalize('NFD').replace(/\p{M}/gu, '')
  return /\p{L}/u.test(plain) ? plain : '0–9'
}

/** Groups entries by the first letter of their `label`, in the order of the language. */
export function byLetter<Entry extends {readonly label: string}>(
  entries: readonly Entry[],
  language: Language,
): LetterGroup<Entry>[] {
  const {compare} = new Intl.Collator(languageFacts[language].locale, {numeric: true})
  const sorted = entries.toSorted((a, b) => compare(a.label, b.label))
  const groups = Map.groupBy(sorted, ({label}) => letterOf(label, language))
  return [...groups].map(([letter, within]) => ({letter, entries: within}))
}
