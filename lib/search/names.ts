/** The names of a document, prepared so that a question can be held against those of thousands at once. */
import type {Language} from '../language.ts'
import type {SearchDocument} from './document.ts'
import type {Part} from './part.ts'
import {termsOf} from './words.ts'

/** Terms joined by spaces, with one at each end: a phrase is in a text where its padded form is. */
type Padded = string

export type Names = Readonly<{
  title: Padded
  aliases: readonly Padded[]
  /** All of them. */
  all: Padded
  /** Names and summary: where words stand side by side, they belong together. */
  lead: Padded
}>

export const padded = (terms: readonly string[]): Padded => ` ${terms.join(' ')} `

export function namesOf({title, alsoKnownAs, summary}: SearchDocument, language: Language): Names {
  const [titleTerms, summaryTerms] = [termsOf(title, language), termsOf(summary, language)]
  const aliases = alsoKnownAs.map((name) => padded(termsOf(name, language)))
  const all = padded(titleTerms) + aliases.join('')
  return {title: padded(titleTerms), aliases, all, lead: all + padded(summaryTerms)}
}

const empty: Padded = padded([])

/** Are all of a part's words in a name, or at least begun there? */
export const isInName = ({segment: {terms}, roots}: Part, name: Padded): boolean =>
  terms.every(
    (term, index) => name.includes(` ${term} `) || (term.length > 2 && name.includes(` ${roots[index] ?? term}`)),
  )

/** A question as a whole, for comparing it with names. */
export type WholeQuestion = Readonly<{
  own: Padded
  /** The question in other words, where it is nothing but one phrase. */
  others: readonly Padded[]
  /** Its phrases of several words. */
  phrases: readonly Padded[]
  /** How many words it has. */
  size: number
}>

export function wholeQuestion(parts: readonly Part[]): WholeQuestion {
  const terms = parts.flatMap(({segment}) => segment.terms)
  const [only] = parts
  return {
    own: padded(terms),
    others: parts.length === 1 && only ? only.segment.others.map((wording) => padded(wording.terms)) : [],
    phrases: parts.filter(({segment}) => segment.terms.length > 1).map(({segment}) => padded(segment.terms)),
    size: terms.length,
  }
}

/** How much more a document counts for its names: because one is the question, or holds its words, or its phrases whole. */
export function nameFactor(names: Names, parts: readonly Part[], question: WholeQuestion): number {
  let inName = 0
  for (const part of parts) if (isInName(part, names.all)) inName += part.segment.terms.length
  const held = question.phrases.filter((phrase) => names.lead.includes(phrase)).length
  const together = held === 0 ? 0 : held / question.phrases.length
  return isName(names, question) * (1 + 0.8 * (inName / question.size) ** 2) * (1 + 0.6 * together)
}

/** Is the question a name, does it hold one, or does a name hold it? */
function isName({title, aliases}: Names, {own, others}: WholeQuestion): number {
  if (title === own) return 4
  if (aliases.includes(own)) return 3
  if (others.includes(title)) return 2.5
  if (others.some((other) => aliases.includes(other))) return 2
  if (title !== empty && own.includes(title)) return 1.6
  if (aliases.some((alias) => alias !== empty && own.includes(alias))) return 1.4
  return title.includes(own) ? 1.25 : 1
}
