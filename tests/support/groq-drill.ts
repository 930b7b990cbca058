/**
 * Holds the lake's answers against those of groq-js, which goes through all documents one by one: random queries on
 * random documents, each with and without a source map.
 */
import {isDeepStrictEqual} from 'node:util'
import {evaluateSync, parse} from 'groq-js'
import type {LakeDocument} from '../../sanity/lake/document.ts'
import {LakeError} from '../../sanity/lake/lake-error.ts'
import {indexed} from './indexed'
import {chanceFrom} from './random'
import {documentsBy, paramsBy, queryBy, type RandomDocument} from './random-groq'

type Params = Record<string, unknown>

type Case = {query: string; params: Params; documents: readonly RandomDocument[]}

export type Difference = Case & {seed: number; expected: unknown; actual: unknown; how: string}

export type GroqDrillReport = {
  queries: number
  /** Queries that groq-js itself cannot parse or answer. */
  unanswered: number
  /** Answers that are neither empty nor null. */
  full: number
  differences: Difference[]
}

const sanity = {projectId: 'clinic', dataset: 'production'}

/** What JSON makes of a value: what a client would see. */
const seen = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

function naiveAnswer({query, params, documents}: Case): {answer: unknown} | null {
  try {
    const value = evaluateSync(parse(query, {params}), {dataset: [...documents], params, identity: 'me', sanity})
    return {answer: seen(value.data)}
  } catch {
    return null
  }
}

const systemFields = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}

/** The fields that every document of a lake has are the same in both. */
const complete = (document: RandomDocument): LakeDocument => ({...systemFields, ...document})

function ourAnswer({query, params, documents}: Case, sourceMap?: 'byKey'): unknown {
  const {index, queries} = indexed(documents.map(complete))
  try {
    return seen(queries.run({query, params, identity: 'me', sourceMap}, index).result)
  } catch (error) {
    return `refused: ${error instanceof LakeError ? error.message : String(error)}`
  }
}

function differenceIn(given: Case): Omit<Difference, 'seed'> | null {
  const documents = given.documents.map(complete)
  const naive = naiveAnswer({...given, documents})
  if (!naive) return null
  const plain = ourAnswer(given)
  if (!isDeepStrictEqual(plain, naive.answer)) {
    return {...given, expected: naive.answer, actual: plain, how: 'the answer'}
  }
  const traced = ourAnswer(given, 'byKey')
  if (isDeepStrictEqual(traced, naive.answer)) return null
  return {...given, expected: naive.answer, actual: traced, how: 'the answer with a source map'}
}

/** Leaves out documents and fields as long as the difference stays. */
function shrunk(difference: Omit<Difference, 'seed'>): Omit<Difference, 'seed'> {
  let smallest = difference
  for (let goesOn = true; goesOn; ) {
    goesOn = false
    for (const documents of smallerThan(smallest.documents)) {
      const found = differenceIn({query: smallest.query, params: smallest.params, documents})
      if (!found) continue
      smallest = found
      goesOn = true
      break
    }
  }
  return smallest
}

function* smallerThan(documents: readonly RandomDocument[]): Generator<readonly RandomDocument[]> {
  for (const document of documents) yield documents.filter((other) => other !== document)
  for (const [index, document] of documents.entries()) {
    for (const field of Object.keys(document)) {
      if (field === '_id' || field === '_type') continue
      const {[field]: _left, ...rest} = document
      yield documents.with(index, {...rest, _id: document._id, _type: document._type})
    }
  }
}

/** The case of one seed alone, as a report of a difference names it. */
export function caseOf(seed: number): Case {
  const chance = chanceFrom(seed)
  return {documents: documentsBy(chance), params: paramsBy(chance), query: queryBy(chance)}
}

export function groqDrill(options: {
  queries: number
  seed: number
  onProgress?: (line: string) => void
}): GroqDrillReport {
  const report: GroqDrillReport = {queries: options.queries, unanswered: 0, full: 0, differences: []}
  for (let number = 0; number < options.queries; number++) {
    const seed = options.seed + number
    const given = caseOf(seed)
    const naive = naiveAnswer({...given, documents: given.documents.map(complete)})
    if (!naive) report.unanswered++
    else if (naive.answer !== null && !isDeepStrictEqual(naive.answer, [])) report.full++
    const difference = naive && differenceIn(given)
    if (difference) report.differences.push({seed, ...shrunk(difference)})
    if (number % 1000 === 999) options.onProgress?.(`${number + 1} queries, ${report.differences.length} differences`)
  }
  return report
}

export const textOfDifference = ({seed, query, params, documents, expected, actual, how}: Difference): string =>
  [
    `${how} differs from groq-js (seed ${seed}):`,
    `  query     ${query}`,
    `  params    ${JSON.stringify(params)}`,
    `  documents ${JSON.stringify(documents)}`,
    `  groq-js   ${JSON.stringify(expected)}`,
    `  ours      ${JSON.stringify(actual)}`,
  ].join('\n')
