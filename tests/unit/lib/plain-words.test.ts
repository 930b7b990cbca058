/** The website's own words, held against docs/plain-language.md: short sentences, everyday words, one form of address. */
import {expect, test} from '@jest/globals'
import {labelsFor} from '@/lib/labels'
import {errorWords, failureWords} from '@/lib/labels/error'
import {type Language, languages} from '@/lib/language'
import {englishGrade, sentencesOf, spanishEase, wordsOf} from '../../support/reading-level'

/** What a text that takes something is tried with: names and dates as they really come. */
const examples: Record<Language, readonly unknown[]> = {
  en: ['back pain', 'July 1, 2026', '8 am'],
  es: ['dolor de espalda', '1 de julio de 2026', '8:00 a. m.'],
}

function textsIn(value: unknown, language: Language): string[] {
  // An address is no word.
  if (typeof value === 'string') return /^(?:sms|tel|mailto|https?):/.test(value) ? [] : [value]
  if (typeof value === 'function') return [String(value(...examples[language]))]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((part) => textsIn(part, language))
}

const groupsIn = (language: Language): [string, string[]][] => {
  const labels = {...labelsFor(language), error: errorWords[language], failure: failureWords[language]}
  return Object.entries(labels).map(([name, group]) => [name, textsIn(group, language)])
}

const all = languages.flatMap((language) =>
  groupsIn(language).flatMap(([group, texts]) => texts.map((text) => ({language, group, text}))),
)

/** A word or two are a label, which no formula measures; a group with less text than this says nothing about reading. */
const [fewestWords, shortestGroup] = [4, 25]

/** The sentences of each group that has enough of them, and of all the others together. */
function sentencesByGroup(language: Language): [string, string[]][] {
  const groups = groupsIn(language).map(([name, texts]): [string, string[]] => [
    name,
    texts.flatMap(sentencesOf).filter((sentence) => wordsOf(sentence).length >= fewestWords),
  ])
  const isLong = ([, sentences]: [string, string[]]) => sentences.flatMap(wordsOf).length >= shortestGroup
  const rest = groups.filter((group) => !isLong(group)).flatMap(([, sentences]) => sentences)
  return [...groups.filter(isLong), ['all others', rest]]
}

const longest: Record<Language, number> = {en: 20, es: 24}

test.each(languages)('no sentence is longer than one breath in %s', (language) => {
  const long = all.filter(
    (one) => one.language === language && sentencesOf(one.text).some((it) => wordsOf(it).length > longest[language]),
  )
  expect(long).toEqual([])
})

test('no group of English texts needs more than eight years of school', () => {
  const groups = sentencesByGroup('en')
  expect(groups.length).toBeGreaterThan(5)
  const graded = groups.map(([group, sentences]) => ({group, grade: Math.round(englishGrade(sentences) * 10) / 10}))
  expect(graded.filter(({grade}) => grade > 8)).toEqual([])
})

test('no group of Spanish texts is harder than “rather easy”', () => {
  const groups = sentencesByGroup('es')
  expect(groups.length).toBeGreaterThan(5)
  const measured = groups.map(([group, sentences]) => ({group, ease: Math.round(spanishEase(sentences))}))
  expect(measured.filter(({ease}) => ease < 60)).toEqual([])
})

/** Each with the plain word for it. */
const banned: Record<Language, readonly RegExp[]> = {
  en: [
    /\b(?:chronic|acute|analgesic|etiology|prognosis)\b/i, // long-lasting, sudden, painkiller, cause, what to expect
    /\b(?:utili[sz]e|leverage|facilitate|commence|terminate)\b/i, // use, help, begin, end
    /\b(?:prior to|in order to|regarding|pursuant|herein)\b/i, // before, to, about
    /\b(?:assistance|purchase|obtain|sufficient)\b/i, // help, buy, get, enough
    /\b(?:click here|read more)\b/i, // where the link leads
    /\b(?:invalid|illegal|fatal|abort(?:ed)?)\b/i, // frightening; say what to do
    /\b(?:user|URL|webpage|browser error)\b/, // reader, address, page
  ],
  es: [
    /\b(?:crónic[oa]|agud[oa]|analgésic[oa]|etiología|pronóstico)\b/i, // de mucho tiempo, de repente, medicina para el dolor
    /\b(?:utilice|proporcionar|asimismo|mediante|dich[oa]s?)\b/i, // use, dar, también, con
    /\b(?:clic|click|clickear|haga clic)\b/i, // elija; el enlace dice adónde lleva
    /\b(?:usuario|URL|navegador web)\b/i, // usted, dirección
    /\b(?:fisioterapia|ordenador|móvil|coche|vosotros)\b/i, // words of Spain
  ],
}

test.each(languages)('no word stands there that a plain one could replace, in %s', (language) => {
  const found = all.filter((one) => one.language === language && banned[language].some((word) => word.test(one.text)))
  expect(found).toEqual([])
})

test('Spanish says “usted” throughout, opens its questions, and keeps its accents', () => {
  const spanish = all.filter(({language}) => language === 'es')
  const familiar = /(?<!\p{L})(?:tú|tu|tus|ti|te|contigo|puedes|tienes|quieres|haz|mira)(?!\p{L})/iu
  expect(spanish.filter(({text}) => familiar.test(text))).toEqual([])
  const count = (text: string, sign: string) => text.split(sign).length
  const unopened = ({text}: {text: string}) =>
    count(text, '?') !== count(text, '¿') || count(text, '!') !== count(text, '¡')
  expect(spanish.filter(unopened)).toEqual([])
  const bare = /(?<!\p{L})(?:pagina|telefono|informacion|aqui|tambien|segun|articulo|clinica|numero|dia)(?!\p{L})/iu
  expect(spanish.filter(({text}) => bare.test(text))).toEqual([])
})

test('no Spanish text is the English one, but for names and words that are the same', () => {
  const same = new Set([
    'Error: ',
    'Fax',
    'X',
    'Facebook',
    'LinkedIn',
    'WhatsApp',
    'Bluesky',
    'Threads',
    'Reddit',
    'Nextdoor',
    'Pinterest',
    'Telegram',
  ])
  const english = new Set(
    all.filter(({language, text}) => language === 'en' && /\p{L}{3}/u.test(text)).map(({text}) => text),
  )
  expect(all.filter(({language, text}) => language === 'es' && english.has(text) && !same.has(text))).toEqual([])
})
