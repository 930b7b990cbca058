/** A part of a question: a word or a phrase, how the index is asked for it, and how much of it a document has. */
import type {Query} from 'minisearch'
import type {Language} from '../language.ts'
import type {Segment, Strength} from './synonyms.ts'
import {rootOf} from './words.ts'

export type Part = Readonly<{
  segment: Segment
  /** The beginning of each of its words that related words share. */
  roots: readonly string[]
  query: Query
}>

/** How well another wording stands for what was typed: for the score, and for how much of the question it answers. */
const strengths: Record<Strength, {score: number; coverage: number}> = {
  editors: {score: 0.9, coverage: 0.95},
  names: {score: 0.55, coverage: 0.85},
}

/** A word that only begins like the one that was typed counts less than the word itself. */
const beginning = 0.45

/** Fewer letters begin too many words. */
const isTelling = (root: string): boolean => root.length > 2

/** @param isKnown does the index have this term? A wording with any other finds nothing, and only costs time. */
export function partOf(segment: Segment, language: Language, isKnown: (term: string) => boolean): Part {
  const roots = segment.terms.map((term) => rootOf(term, language))
  const others = segment.others.filter(({terms}) => terms.every(isKnown))
  const exact = segment.terms.map((term): Query => ({queries: [term]}))
  const begun = roots
    .filter(isTelling)
    .map((root): Query => ({queries: [root], prefix: true, boostTerm: () => beginning}))
  const reworded = others.map(
    ({terms, strength}): Query => ({
      combineWith: 'AND',
      queries: [...terms],
      // The engine adds up what every wording finds: many ways to say one thing must not outweigh the thing.
      boostTerm: () => strengths[strength].score / (others.length * terms.length) ** 0.6,
    }),
  )
  return {
    segment: {terms: segment.terms, others},
    roots,
    query: {combineWith: 'OR', queries: [...exact, ...begun, ...reworded]},
  }
}

const isOwn = (own: string, root: string, term: string): boolean =>
  term === own || (isTelling(root) && term.startsWith(root))

/** Is this term of the index one that the part asks for? */
export const answers = ({segment: {terms, others}, roots}: Part, term: string): boolean =>
  terms.some((own, index) => isOwn(own, roots[index] ?? own, term)) ||
  others.some((other) => other.terms.includes(term))

/** The terms by which a document was found, as the engine tells them. */
type Match = Readonly<Record<string, unknown>>

/**
 * How much of a question a document answers, from 0 to 1: each word counts, and a phrase said in other words nearly as
 * much as the phrase. Documents share their terms, so what a term answers is worked out once.
 */
export function coverageOf(parts: readonly Part[]): (match: Match) => number {
  const size = parts.reduce((sum, {segment}) => sum + segment.terms.length, 0)
  const known = new Map<string, readonly number[]>()
  /** For each part, which of its words a term is: a bit each. */
  const wordsIn = (term: string): readonly number[] => {
    const before = known.get(term)
    if (before) return before
    const made = parts.map(({segment, roots}) =>
      segment.terms.reduce(
        (bits, own, index) => (isOwn(own, roots[index] ?? own, term) ? bits | (1 << index) : bits),
        0,
      ),
    )
    known.set(term, made)
    return made
  }
  return (match) => {
    const bits = parts.map(() => 0)
    for (const term of Object.keys(match)) {
      wordsIn(term).forEach((some, index) => {
        bits[index] = (bits[index] ?? 0) | some
      })
    }
    const answered = parts.map(({segment: {terms, others}}, index) => {
      const own = ones(bits[index] ?? 0)
      if (own === terms.length) return own
      const said = others.find((wording) => wording.terms.every((term) => Object.hasOwn(match, term)))
      return said ? Math.max(own, terms.length * strengths[said.strength].coverage) : own
    })
    return answered.reduce((sum, part) => sum + part, 0) / size
  }
}

function ones(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
