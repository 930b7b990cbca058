/** The sample is an example of how to write: short sentences and plain words. The customer's own words are exempt. */
import {expect, test} from '@jest/globals'
import type {SeedDocument} from '../../../sanity/seed/build.ts'
import {backPainPage} from '../../../sanity/seed/conditions/back-pain.ts'
import {sampleDocuments} from '../../../sanity/seed/documents.ts'
import {isPlainObject} from '../../../sanity/seed/same.ts'

const proseFields = ['summary', 'detail', 'statement', 'question', 'note', 'intro', 'directions', 'parking', 'access']
const own = sampleDocuments.filter((document) => document._type !== 'source' && !backPainPage.includes(document))

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

const sentencesIn = (document: SeedDocument) =>
  textsIn(document)
    .flatMap((text) => text.split(/(?<=[.?!:;])\s+/))
    .map((sentence) => sentence.replace(/^(?:U\.S\.|vs\.) /, ''))
    .filter((sentence) => /[a-z]/i.test(sentence))

const wordsIn = (sentence: string) => sentence.match(/[\p{L}’'-]+|\d[\d.,]*/gu) ?? []

function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const stem = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return stem.match(/[aeiouy]{1,2}/g)?.length ?? 1
}

/** Flesch-Kincaid grade level. */
function gradeOf(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsIn)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

test('no sentence has more than 20 words', () => {
  const long = own.flatMap((document) =>
    sentencesIn(document).flatMap((text) => (wordsIn(text).length > 20 ? [`${document._id}: ${text}`] : [])),
  )
  expect(long).toEqual([])
})

test('no text needs more than eight years of school', () => {
  const hard = own.filter((document) => sentencesIn(document).flatMap(wordsIn).length >= 100)
  expect(hard.length).toBeGreaterThan(20)
  expect(hard.filter((document) => gradeOf(sentencesIn(document)) > 8).map(({_id}) => _id)).toEqual([])
})

test('“chronic” and “acute” never stand alone: the plain word is there too', () => {
  for (const document of own) {
    for (const sentence of sentencesIn(document)) {
      if (/\b(?:chronic|acute)\b/i.test(sentence)) expect(sentence).toMatch(/long-lasting \(chronic\)/)
    }
  }
})

test('conditions and treatments are summed up in 40 to 60 words', () => {
  const pages = own.filter(({_type}) => _type === 'condition' || _type === 'treatment')
  const lengths = pages.map(({_id, summary}) => ({_id, words: String(summary).split(/\s+/).length}))
  expect(lengths.filter(({words}) => words < 40 || words > 60)).toEqual([])
})
