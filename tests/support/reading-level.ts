/** How hard a text is to read, by the measures in use for each language. Figures, not verdicts: tests set the limits. */

/** Sentences as a reader meets them; a colon or a semicolon ends one too. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.?!:;…])\s+/)
    .map((sentence) => sentence.replace(/^(?:U\.S\.|vs\.) /, ''))
    .filter((sentence) => /\p{L}/u.test(sentence))

export const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}’'-]+|\d[\d.,]*/gu) ?? []

function englishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const stem = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return stem.match(/[aeiouy]{1,2}/g)?.length ?? 1
}

/** A strong vowel, or a weak one with an accent, makes a syllable; weak ones beside it belong to it. */
function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/qu(?=[eiéí])/g, 'k')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/y$/, 'i')
  const cores = letters.match(/[aeoáéóíú]|[iuü]+(?![aeoáéó])(?<![aeoáéó][iuü]+)/g)
  return Math.max(1, cores?.length ?? 1)
}

const average = (sentences: readonly string[], syllablesIn: (word: string) => number) => {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return {sentence: words.length / sentences.length, word: syllables / words.length}
}

/** Flesch-Kincaid: years of school in the United States. */
export function englishGrade(sentences: readonly string[]): number {
  const {sentence, word} = average(sentences, englishSyllables)
  return 0.39 * sentence + 11.8 * word - 15.59
}

/** Fernández-Huerta: 0 to 100, the higher the easier; from 60 on, seven or eight years of school suffice. */
export function spanishEase(sentences: readonly string[]): number {
  const {sentence, word} = average(sentences, spanishSyllables)
  return 206.84 - 60 * word - 1.02 * sentence
}

export const syllables = {en: englishSyllables, es: spanishSyllables}
