/** The sample is an example of how to write: short sentences and plain words. The customer's own words are exempt. */
import {expect, test} from '@jest/globals'
import type {SeedDocument} from '../../../sanity/seed/build.ts'
import {backPainPage} from '../../../sanity/seed/conditions/back-pain.ts'
import {sampleDocuments} from '../../../sanity/seed/documents.ts'
import {isPlainObject} from '../../../sanity/seed/same.ts'
import {englishGrade, sentencesOf, spanishEase, wordsOf} from '../../support/reading-level'

const proseFields = ['summary', 'detail', 'statement', 'question', 'note', 'intro', 'directions', 'parking', 'access']
const all = sampleDocuments.filter((document) => document._type !== 'source' && !backPainPage.includes(document))
const own = all.filter(({language}) => language !== 'es')
const spanish = all.filter(({language}) => language === 'es')

/** Texts as a reader meets them: each paragraph, list entry and field ends a sentence. */
function textsIn(value: unknown, field = ''): string[] {
  if (Array.isArray(value)) {
    if (field === 'children') {
      return [value.map((span) => (isPlainObject(span) ? span.text : '')).join('')]
    }
    return value.flatMap((entry) => textsIn(entry, field))
  }
  if (isPlainObject(value)) {
    const isCallout = value._type === 'callout'
    return Object.entries(value).flatMap(([name, part]) => textsIn(part, isCallout && name === 'text' ? 'note' : name))
  }
  return typeof value === 'string' && (proseFields.includes(field) || field === 'items') ? [value] : []
}

const sentencesIn = (document: SeedDocument) => textsIn(document).flatMap(sentencesOf)

test('no sentence has more than 20 words', () => {
  const long = own.flatMap((document) =>
    sentencesIn(document).flatMap((text) => (wordsOf(text).length > 20 ? [`${document._id}: ${text}`] : [])),
  )
  expect(long).toEqual([])
})

test('no text needs more than eight years of school', () => {
  const hard = own.filter((document) => sentencesIn(document).flatMap(wordsOf).length >= 100)
  expect(hard.length).toBeGreaterThan(20)
  expect(hard.filter((document) => englishGrade(sentencesIn(document)) > 8).map(({_id}) => _id)).toEqual([])
})

test('“chronic” and “acute” never stand alone: the plain word is there too', () => {
  for (const document of own) {
    for (const sentence of sentencesIn(document)) {
      if (/\b(?:chronic|acute)\b/i.test(sentence)) expect(sentence).toMatch(/long-lasting \(chronic\)/)
    }
  }
})

test('conditions and treatments are summed up in 40 to 60 words', () => {
  const pages = all.filter(({_type}) => _type === 'condition' || _type === 'treatment')
  const lengths = pages.map(({_id, summary}) => ({_id, words: String(summary).split(/\s+/).length}))
  expect(lengths.filter(({words}) => words < 40 || words > 60)).toEqual([])
})

test('in Spanish, which needs more words, no sentence has more than 24', () => {
  const long = spanish.flatMap((document) =>
    sentencesIn(document).flatMap((text) => (wordsOf(text).length > 24 ? [`${document._id}: ${text}`] : [])),
  )
  expect(long).toEqual([])
})

test('no Spanish text needs more than eight years of school', () => {
  const whole = spanish.filter((document) => sentencesIn(document).flatMap(wordsOf).length >= 100)
  expect(whole.length).toBeGreaterThan(7)
  const hard = whole.map((document) => ({id: document._id, ease: Math.round(spanishEase(sentencesIn(document)))}))
  expect(hard.filter(({ease}) => ease < 60)).toEqual([])
})

test('Spanish texts address the reader as “usted”, and questions and exclamations open as they close', () => {
  const texts = spanish.flatMap((document) => textsIn(document).map((text) => ({id: document._id, text})))
  expect(texts.filter(({text}) => /\b(?:tú|tu|tus|ti|te|contigo|vosotros|vuestr[oa]s?)\b/i.test(text))).toEqual([])
  const count = (text: string, sign: string) => text.split(sign).length
  expect(
    texts.filter(({text}) => count(text, '?') !== count(text, '¿') || count(text, '!') !== count(text, '¡')),
  ).toEqual([])
})
