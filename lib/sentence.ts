/** Pieces of running text, in the ways of each language. */
import {type Language, languageFacts} from './language.ts'

/** The first sentence of a text, on one line. */
export function firstSentence(text: string, language: Language): string {
  const segmenter = new Intl.Segmenter(languageFacts[language].locale, {granularity: 'sentence'})
  const [first] = segmenter.segment(text.replace(/\s+/g, ' ').trim())
  return first?.segment.trim() ?? ''
}

/** "English, Spanish, and Polish"; "inglés, español y polaco". */
export const listed = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(languageFacts[language].locale, {type: 'conjunction'}).format(items)
