/** Words that mean the same: "slipped disc", "herniated disk". */
import type {Language} from '../language.ts'
import {termsOf} from './words.ts'

/** How well another wording stands for what was typed: as the editors say, or because a page has both names. */
export type Strength = 'editors' | 'names'

/** A way to say the same: its terms in order. */
export type Wording = Readonly<{terms: readonly string[]; strength: Strength}>

/** A stretch of a question: a word, or several that belong together, with other ways to say it. */
export type Segment = Readonly<{terms: readonly string[]; others: readonly Wording[]}>

export type Synonyms = Readonly<{
  /** Other wordings by the terms they stand for, joined by a space. */
  byPhrase: ReadonlyMap<string, readonly Wording[]>
  /** The most terms that a phrase has. */
  longest: number
}>

/** More ways to say one thing only cost time. */
const mostOthers = 8

type Groups = Readonly<Record<Strength, readonly (readonly string[])[]>>

/** Builds the table from groups of phrases; in each group every phrase stands for every other. */
export function synonymsFrom(groups: Groups, language: Language): Synonyms {
  const byPhrase = new Map<string, Wording[]>()
  let longest = 1
  // What editors wrote comes first, and counts more where both say so.
  for (const strength of ['editors', 'names'] as const) {
    for (const group of groups[strength]) {
      const phrases = [...new Set(group.map((phrase) => termsOf(phrase, language).join(' ')))].filter(Boolean)
      for (const phrase of phrases) {
        longest = Math.max(longest, phrase.split(' ').length)
        const others = byPhrase.get(phrase) ?? []
        byPhrase.set(phrase, others)
        for (const other of phrases) {
          const isNew = other !== phrase && others.every(({terms}) => terms.join(' ') !== other)
          if (isNew && others.length < mostOthers) others.push({terms: other.split(' '), strength})
        }
      }
    }
  }
  return {byPhrase, longest}
}

/** Takes a question apart: the longest known phrases first, from left to right. */
export function segmentsOf(terms: readonly string[], {byPhrase, longest}: Synonyms): Segment[] {
  const segments: Segment[] = []
  for (let at = 0; at < terms.length; ) {
    let length = Math.min(longest, terms.length - at)
    while (length > 1 && !byPhrase.has(terms.slice(at, at + length).join(' '))) length--
    const own = terms.slice(at, at + length)
    segments.push({terms: own, others: byPhrase.get(own.join(' ')) ?? []})
    at += length
  }
  return segments
}
