/**
 * Words as a search sees them: without accents and capitals, one spelling for American and British, one form for
 * singular and plural. Index and query go through the same function, so a form only has to be the same on both sides; it
 * need not be a word.
 */
import type {Language} from '../language.ts'

/** A word of a text: where it stands, and the term it counts as. */
export type Word = Readonly<{start: number; end: number; term: string}>

/** No longer words are looked at: nobody types them, and nobody finds by them. */
const longest = 40

const letters = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*`
const wordPattern = new RegExp(`${letters}(?:['’]${letters})*`, 'gu')
const ascii = /^[\x20-\x7e]*$/

/** Lower case without accents: `Ciática` → `ciatica`, `Can’t` → `cant`. */
export function fold(text: string): string {
  const plain = ascii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().replace(/['’]/g, '')
}

/** Words so common that they tell nothing. "No" and "not" stay out of it: they turn a sentence around. */
const stopWords: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    `a about after all also am an and any are as at be been but by can could did do does for from get had has have how i
     if im in into is it its ive me more most my of on or our should so some than that the their them then there these
     they this to us was we were what when where which while who why will with would you your`.split(/\s+/),
  ),
  es: new Set(
    `a al algo ante como con cual cuando cuanto de del desde donde e el ella ellos en entre era es esa ese eso esta estan
     este esto estoy fue ha hay la las le les lo los mas me mi mis muy o para pero por porque puede puedo que quien se
     ser si sin sobre son su sus tal tambien te tengo tiene tienen tu tus un una uno unos y ya yo`.split(/\s+/),
  ),
}

const isStopWord = (term: string, language: Language): boolean => stopWords[language].has(term)

/** British spellings, and the American ones that the clinic writes. */
const british: readonly (readonly [RegExp, string])[] = [
  [/^disc(?=$|s$|ect)/, 'disk'],
  [/^(an|par|hyper|hypo|kin)aesth/, '$1esth'],
  [/haem/, 'hem'],
  [/^(orthop|p|encyclop)aed/, '$1ed'],
  [/^gynaec/, 'gynec'],
  [/^leukaem/, 'leukem'],
  [/^oedem/, 'edem'],
  [/^oesoph/, 'esoph'],
  [/rrhoea/, 'rrhea'],
  [/^(tum|col|behavi|fav|neighb|lab|hum|rig)our/, '$1or'],
  [/^(cent|fib|lit|met)re(?=s?$)/, '$1er'],
  [/is(ation|ations|ed|es|e|ing)$/, 'iz$1'],
  [/^programme/, 'program'],
  [/^ageing$/, 'aging'],
  [/^manoeuvr(?:e(?=s?$))?/, 'maneuver'],
]

const irregular = new Map(
  Object.entries({
    vertebrae: 'vertebra',
    feet: 'foot',
    teeth: 'tooth',
    children: 'child',
    women: 'woman',
    men: 'man',
    diagnoses: 'diagnosis',
    prognoses: 'prognosis',
    stenoses: 'stenosis',
    knives: 'knife',
  }),
)

function englishTerm(word: string): string {
  const special = irregular.get(word)
  if (special) return special
  const spelled = british.reduce((text, [pattern, american]) => text.replace(pattern, american), word)
  if (spelled.length <= 3 || /(?:ss|us|is)$/.test(spelled)) return spelled
  if (/[^aeiou]ies$/.test(spelled) && spelled.length > 4) return `${spelled.slice(0, -3)}y`
  if (/(?:x|ch|sh|ss)es$/.test(spelled)) return spelled.slice(0, -2)
  return spelled.endsWith('s') ? spelled.slice(0, -1) : spelled
}

/** `dolores`, `dolor`; `lesiones`, `lesión`; `nervios`, `nervio`; `veces`, `vez`: each pair has one form. */
function spanishTerm(word: string): string {
  if (word.length <= 3) return word
  const singular = /[aeiou]s$/.test(word) ? word.slice(0, -1) : word
  const bare = singular.length > 3 && singular.endsWith('e') ? singular.slice(0, -1) : singular
  return bare === singular ? bare : bare.replace(/c$/, 'z')
}

const termOf: Record<Language, (word: string) => string> = {en: englishTerm, es: spanishTerm}

/** Endings without which related words meet: `numb` and `numbness`, `exercise` and `exercising`. */
const endings: Record<Language, RegExp> = {
  en: /(?:ing|ness|fully|ful|ly|ation|ion|ed|e)$/,
  es: /(?:amiento|imiento|aciones|acion|ando|iendo|mente|ada|ado|ida|ido|ar|er|ir|a|o)$/,
}

/** The beginning that related words share, of at least four letters; the whole term where there is none. */
export function rootOf(term: string, language: Language): string {
  const root = term.replace(endings[language], '')
  return root.length >= 4 ? root : term
}

/** Words met before, so that a text is not taken apart letter by letter each time. Bounded: people type anything. */
const remembered = 50_000
const known: Record<Language, Map<string, string>> = {en: new Map(), es: new Map()}

function knownTermOf(word: string, language: Language): string {
  const terms = known[language]
  const term = terms.get(word)
  if (term !== undefined) return term
  const made = termOf[language](fold(word).slice(0, longest))
  if (terms.size >= remembered) terms.clear()
  terms.set(word, made)
  return made
}

/** Where a text has a hyphen between two words, they also count as one: `X-ray` is found by `xray`. */
const isHyphen = (text: string, {end}: Word, {start}: Word): boolean =>
  start - end === 1 && /[-‐‑]/.test(text[end] ?? '')

/** Every word of a text in order, stop words included; a pair with a hyphen adds the two as one. */
export function wordsOf(text: string, language: Language): Word[] {
  const words: Word[] = []
  let before: Word | undefined
  for (const match of text.matchAll(wordPattern)) {
    const [word] = match
    const here = {start: match.index, end: match.index + word.length, term: knownTermOf(word, language)}
    if (here.term === '') continue
    words.push(here)
    if (before && isHyphen(text, before, here)) {
      const joined = text.slice(before.start, before.end) + word
      words.push({start: before.start, end: here.end, term: knownTermOf(joined, language)})
    }
    before = here
  }
  return words
}

/** The terms of a text that tell something, in order. */
export const termsOf = (text: string, language: Language): string[] =>
  wordsOf(text, language).flatMap(({term}) => (isStopWord(term, language) ? [] : [term]))

/** The words of a text as typed, each with its term, without hyphened pairs and stop words: for what a visitor asks. */
export function askedWords(text: string, language: Language): {word: string; term: string}[] {
  const words = [...text.matchAll(wordPattern)].map(([word]) => ({word, term: knownTermOf(word, language)}))
  const telling = words.filter(({term}) => term !== '' && !isStopWord(term, language))
  return telling.length > 0 ? telling : words.filter(({term}) => term !== '')
}
