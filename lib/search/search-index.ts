/**
 * The index of one language, and how it is asked. Pure: documents and words in, results out, the same for the same.
 *
 * A question becomes a list of parts: words, or phrases that the clinic knows other wordings for. One look into the
 * index (MiniSearch: BM25 over weighted fields, beginnings of words) gives every document that has any of it; what counts
 * then is how much of the question a document answers, and whether the question is the very name of a page.
 */
import MiniSearch from 'minisearch'
import {isExpired} from '../expiry.ts'
import type {Language} from '../language.ts'
import type {AddressedType} from '../paths.ts'
import type {SearchDocument} from './document.ts'
import {type Names, nameFactor, namesOf, wholeQuestion} from './names.ts'
import {coverageOf, type Part, partOf} from './part.ts'
import {mostWords, readQuery} from './query.ts'
import {resultFor, type SearchResult} from './result.ts'
import {segmentsOf, synonymsFrom} from './synonyms.ts'
import {newVocabulary} from './vocabulary.ts'
import {askedWords, termsOf, wordsOf} from './words.ts'

/** A word that no page has, and what was looked for instead. */
export type Correction = Readonly<{typed: string; meant: string}>

export type SearchAnswer = Readonly<{
  /** How many documents answer the question, of which `results` are some. */
  total: number
  /** How many come before these: those of the last page where more were asked for than there are. */
  from: number
  results: readonly SearchResult[]
  corrections: readonly Correction[]
}>

export type Suggestion = Readonly<{title: string; path: string; kind: AddressedType}>

export type SearchIndex = Readonly<{
  language: Language
  /** How many documents it knows. */
  size: number
  /** @param today where the clinic is (`2026-11-23`): what expired is not found. */
  search: (query: string, options: {today: string; from?: number; most?: number}) => SearchAnswer
  /** Pages whose names begin like, mean, or nearly are what was typed so far. */
  suggest: (query: string, options: {today: string; most?: number}) => Suggestion[]
}>

type Options = Readonly<{
  language: Language
  documents: readonly SearchDocument[]
  /** Groups of words that mean the same, as the editors keep them. */
  synonyms: readonly (readonly string[])[]
}>

const weights = {title: 7, alsoKnownAs: 5, keywords: 3, headings: 1.6, summary: 2.2, text: 1}
const fields = Object.keys(weights)
const nameFields = ['title', 'alsoKnownAs']

/** Pages that answer a question as a whole stand before those that answer a part of one. */
const kindWeights: Record<AddressedType, number> = {
  condition: 1.25,
  treatment: 1.15,
  faq: 1,
  person: 1,
  location: 1,
  page: 0.9,
  fact: 0.6,
}

/** Documents taken in without a pause: the process has patients to answer. Each takes some tenths of a millisecond. */
const atOnce = 8

/** Weaker results than this share of the best are noise. */
const noise = 0.04

type Ranked = {document: SearchDocument; score: number; strength: number; match: Readonly<Record<string, unknown>>}

/** Builds the index a few documents at a time, so that nobody waits for it. */
export async function buildIndex({language, documents, synonyms}: Options): Promise<SearchIndex> {
  const vocabulary = newVocabulary(language)
  const known = new Map<string, {document: SearchDocument; names: Names}>()
  const engine = new MiniSearch<SearchDocument>({
    fields,
    idField: 'id',
    // In a name every word counts: "About us" has no other.
    tokenize: (text, field = '') =>
      nameFields.includes(field) ? wordsOf(text, language).map(({term}) => term) : termsOf(text, language),
    processTerm: (term) => term,
    extractField(document, field) {
      if (field === 'id') known.set(document.id, {document, names: namesOf(document, language)})
      const [text, weight] = textOf(document, field)
      if (weight > 0) vocabulary.learn(text, weight)
      return text
    },
  })
  await engine.addAllAsync(documents, {chunkSize: atOnce})
  const inDocuments = vocabulary.terms()
  for (const phrase of synonyms.flat()) vocabulary.learn(phrase, 1)
  const otherNames = documents.filter(({alsoKnownAs}) => alsoKnownAs.length > 0)
  const table = synonymsFrom(
    {editors: synonyms, names: otherNames.map(({title, alsoKnownAs}) => [title, ...alsoKnownAs])},
    language,
  )

  /** The words of a question as the index knows them: as typed, or, where nothing even begins so, as they may be meant. */
  function understand(query: string): {terms: string[]; corrections: Correction[]} {
    const corrections: Correction[] = []
    const terms = askedWords(readQuery(query), language)
      .slice(0, mostWords)
      .map(({word, term}) => {
        if (vocabulary.has(term) || vocabulary.hasBeginning(term)) return term
        const meant = vocabulary.meant(term)
        if (!meant) return term
        corrections.push({typed: word, meant: meant.word})
        return meant.term
      })
    return {terms: [...new Set(terms)], corrections}
  }

  function rank(terms: readonly string[], today: string, searched: string[]): {ranked: Ranked[]; parts: Part[]} {
    const parts = segmentsOf(terms, table).map((segment) => partOf(segment, language, (term) => inDocuments.has(term)))
    if (parts.length === 0) return {ranked: [], parts}
    const question = wholeQuestion(parts)
    const covers = coverageOf(parts)
    const options = {fields: searched, boost: weights, tokenize: (text: string) => [text]}
    const ranked = engine
      .search({combineWith: 'OR', queries: parts.map(({query}) => query)}, {...options, processTerm: (term) => term})
      .flatMap(({id, score, match}): Ranked[] => {
        const {document, names} = known.get(id) ?? {}
        if (!document || !names || isExpired(document, today)) return []
        const strength = score * (0.2 + 0.8 * covers(match) ** 1.5)
        const factor = kindWeights[document.kind] * nameFactor(names, parts, question)
        return [{document, score: strength * factor, strength, match}]
      })
      .sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1))
    const enough = ranked.reduce((most, {strength}) => Math.max(most, strength), 0) * noise
    return {ranked: ranked.filter(({strength}) => strength >= enough), parts}
  }

  return {
    language,
    size: documents.length,
    search(query, {today, from = 0, most = 20}) {
      const {terms, corrections} = understand(query)
      const {ranked, parts} = rank(terms, today, fields)
      const first = from < ranked.length ? from : Math.max(0, Math.floor((ranked.length - 1) / most) * most)
      return {
        total: ranked.length,
        from: first,
        results: ranked
          .slice(first, first + most)
          .map(({document, match}) => resultFor(document, new Set(Object.keys(match)), parts, language)),
        corrections: ranked.length > 0 ? corrections : [],
      }
    },
    suggest(query, {today, most = 8}) {
      const {terms} = understand(query)
      const byName = rank(terms, today, nameFields).ranked
      const ranked = byName.length > 0 ? byName : rank(terms, today, fields).ranked
      return ranked.slice(0, most).map(({document: {title, path, kind}}) => ({title, path, kind}))
    },
  }
}

/** The text of a field, and how much its words count when a misspelt one is guessed at. */
function textOf(
  {id, title, alsoKnownAs, keywords, summary, passages}: SearchDocument,
  field: string,
): [string, number] {
  switch (field) {
    case 'id':
      return [id, 0]
    case 'title':
      return [title, 20]
    case 'alsoKnownAs':
      return [alsoKnownAs.join('\n'), 20]
    case 'keywords':
      return [keywords.join('\n'), 1]
    case 'headings':
      return [passages.flatMap(({heading}) => heading ?? []).join('\n'), 2]
    case 'summary':
      return [summary, 3]
    default:
      return [passages.map(({text}) => text).join('\n'), 1]
  }
}
