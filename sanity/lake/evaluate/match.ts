/**
 * `match`: words against patterns. A pattern is written like a word; `*` in it stands for any letters. Case does not
 * matter, accents do. Everything here takes time in proportion to the texts, whatever the pattern.
 * @module
 */

/** Characters between words; everything else belongs to a word. */
const BETWEEN = String.raw`!@#$%^&(),\\/?";:{}|[\]+<>\s-`
const WORDS = new RegExp(`[^*${BETWEEN}]+`, 'g')
const WORDS_WITH_STARS = new RegExp(`[^${BETWEEN}]+`, 'g')
const DOTS = /\.+/g
const WORD_CHARACTER = /\w/

/** Dots at the edge of a word are no part of it, nor of anything. */
const withoutDots = (text: string): string =>
  text.includes('.')
    ? text.replace(DOTS, (dots: string, at: number) =>
        WORD_CHARACTER.test(text[at - 1] ?? '') || WORD_CHARACTER.test(text[at + dots.length] ?? '') ? '' : dots,
      )
    : text

/** One case for all letters; a letter whose other case is several letters, or an ASCII one, stays. */
function foldCharacter(character: string): string {
  const upper = character.toUpperCase()
  if (upper.length !== 1) return character
  return character.charCodeAt(0) > 127 && upper.charCodeAt(0) < 128 ? character : upper
}

const NOT_ASCII = /[^\0-\x7f]/

function fold(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toUpperCase()
  let folded = ''
  for (let index = 0; index < text.length; index++) folded += foldCharacter(text.charAt(index))
  return folded
}

/** The words of a text, in one case. */
function wordsToMatch(text: string): readonly string[] {
  return withoutDots(fold(text)).match(WORDS) ?? []
}

/** One word of a pattern: the texts around its stars. A single one without stars must be the whole word. */
export type WordPattern = {readonly parts: readonly string[]}

/** Longer words of a pattern are cut off. */
const MAX_PATTERN = 1024

function patternsIn(text: string): readonly WordPattern[] {
  const words = withoutDots(fold(text)).match(WORDS_WITH_STARS) ?? []
  return words.map((word) => ({parts: word.slice(0, MAX_PATTERN).split('*')}))
}

/** Where a part begins in a word, at `from` or later; a dot that is left in it stands for any character. */
function placeOf(part: string, word: string, from: number): number {
  if (!part.includes('.')) return word.indexOf(part, from)
  for (let at = from; at + part.length <= word.length; at++) if (isAt(part, word, at)) return at
  return -1
}

function isAt(part: string, word: string, at: number): boolean {
  if (!part.includes('.')) return word.startsWith(part, at)
  if (at + part.length > word.length) return false
  for (let index = 0; index < part.length; index++) {
    if (part[index] !== '.' && part[index] !== word[at + index]) return false
  }
  return true
}

/** The first of the parts begins the word, the last one ends it, and the others come in between, as early as they can. */
export function fits({parts}: WordPattern, word: string): boolean {
  const first = parts[0] ?? ''
  if (parts.length === 1) return word.length === first.length && isAt(first, word, 0)
  const last = parts.at(-1) ?? ''
  if (first.length + last.length > word.length) return false
  if (!isAt(first, word, 0) || !isAt(last, word, word.length - last.length)) return false
  let from = first.length
  for (const part of parts.slice(1, -1)) {
    const at = placeOf(part, word, from)
    if (at < 0) return false
    from = at + part.length
  }
  return from + last.length <= word.length
}

const textsIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** The words of a text or of a list of texts; whatever else is in the list is passed over. */
export function wordsOfValue(value: unknown): readonly string[] {
  if (typeof value === 'string') return wordsToMatch(value)
  return textsIn(value).flatMap((item) => (typeof item === 'string' ? wordsToMatch(item) : []))
}

/** The patterns of a text or of a list of texts, or null where something else is among them. */
export function patternsOfValue(value: unknown): readonly WordPattern[] | null {
  const texts = textsIn(value)
  if (!texts.every((text) => typeof text === 'string')) return null
  return texts.flatMap((text) => patternsIn(String(text)))
}

/** Every pattern must fit a word. No words and no patterns match nothing. */
export function matches(words: readonly string[], patterns: readonly WordPattern[] | null): boolean {
  if (!patterns || patterns.length === 0 || words.length === 0) return false
  return patterns.every((pattern) => words.some((word) => fits(pattern, word)))
}

/** How well words match: each pattern counts the words that it fits, each further one less (the saturation of BM25). */
export function scoreOf(words: readonly string[], patterns: readonly WordPattern[] | null): number {
  let score = 0
  for (const pattern of patterns ?? []) {
    let frequency = 0
    for (const word of words) if (fits(pattern, word)) frequency++
    score += (frequency * 2.2) / (frequency + 1.2)
  }
  return score
}
