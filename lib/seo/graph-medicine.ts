/** What pages about health are about: conditions, treatments, questions with answers, and statements with a source. */
import type {
  ClaimLeaf,
  FAQPageLeaf,
  MedicalConditionLeaf,
  MedicalProcedureLeaf,
  MedicalProcedureType,
  MedicalTherapyLeaf,
  QuestionLeaf,
} from 'schema-dts'
import {absoluteUrl} from '../site'
import {citationNode, clinic, idOf, refTo, type Source, some} from './graph.ts'

export type LinkedTreatment = Readonly<{title: string; path: string; kind: string | null}>

/** Kinds of treatment that are done to the body in one session; each of these goes through the skin with a needle. */
const procedures: Readonly<Record<string, MedicalProcedureType>> = {
  injection: 'https://schema.org/PercutaneousProcedure',
  nerveProcedure: 'https://schema.org/PercutaneousProcedure',
}

const isProcedure = (kind: string | null): boolean => kind !== null && Object.hasOwn(procedures, kind)

export type Condition = Readonly<{
  path: string
  title: string
  summary: string
  alsoKnownAs: readonly string[]
  icd10: readonly string[]
  /** Statements with a source; those being checked are left out. */
  sourcedFacts: readonly string[]
  treatments: readonly LinkedTreatment[]
}>

/**
 * Who reviewed the text is said of the page: a condition has no reviewer. `possibleTreatment` takes therapies only; the
 * page mentions the procedures (`proceduresOf`).
 */
export const conditionNode = (condition: Condition): MedicalConditionLeaf => ({
  '@type': 'MedicalCondition',
  '@id': idOf(condition.path, 'condition'),
  name: condition.title,
  alternateName: some(condition.alsoKnownAs),
  description: condition.summary,
  code: some(
    condition.icd10.map((codeValue) => ({'@type': 'MedicalCode' as const, codeValue, codingSystem: 'ICD-10-CM'})),
  ),
  epidemiology: condition.sourcedFacts.length > 0 ? condition.sourcedFacts.join(' ') : undefined,
  possibleTreatment: some(
    condition.treatments
      .filter(({kind}) => !isProcedure(kind))
      .map(({title, path}) => ({
        '@type': 'MedicalTherapy' as const,
        '@id': idOf(path, 'treatment'),
        name: title,
        url: absoluteUrl(path),
      })),
  ),
})

/** The procedures among a condition's treatments. */
export const proceduresOf = (treatments: readonly LinkedTreatment[]): MedicalProcedureLeaf[] =>
  treatments
    .filter(({kind}) => isProcedure(kind))
    .map(({title, path}) => ({
      '@type': 'MedicalProcedure',
      '@id': idOf(path, 'treatment'),
      name: title,
      url: absoluteUrl(path),
    }))

type Treatment = Readonly<{
  path: string
  title: string
  summary: string
  alsoKnownAs: readonly string[]
  kind: string | null
}>

export function treatmentNode({
  path,
  title,
  summary,
  alsoKnownAs,
  kind,
}: Treatment): MedicalTherapyLeaf | MedicalProcedureLeaf {
  const facts: Omit<MedicalTherapyLeaf, '@type'> = {
    '@id': idOf(path, 'treatment'),
    name: title,
    alternateName: some(alsoKnownAs),
    description: summary,
    url: absoluteUrl(path),
  }
  const procedureType = kind === null ? undefined : procedures[kind]
  return procedureType ? {'@type': 'MedicalProcedure', ...facts, procedureType} : {'@type': 'MedicalTherapy', ...facts}
}

export type AnsweredQuestion = Readonly<{
  /** Where the question has a page of its own. */
  path: string
  question: string
  /** In plain words, as the page shows it. */
  answer: string
  sources: readonly Source[]
}>

const questionNode = ({path, question, answer, sources}: AnsweredQuestion): QuestionLeaf => ({
  '@type': 'Question',
  '@id': idOf(path, 'question'),
  name: question,
  acceptedAnswer: {'@type': 'Answer', text: answer, citation: some(sources.map(citationNode))},
})

/** The questions that a page answers, as a part of that page; null where it answers none. */
export const faqNode = (path: string, questions: readonly AnsweredQuestion[]): FAQPageLeaf | null =>
  questions.length === 0
    ? null
    : {
        '@type': 'FAQPage',
        '@id': idOf(path, 'faq'),
        url: absoluteUrl(`${path}#questions`),
        isPartOf: refTo(path, 'page'),
        mainEntity: questions.map(questionNode),
      }

export type Statement = Readonly<{
  path: string
  statement: string
  /** The year the figure describes. */
  year: number | null
  sources: readonly Source[]
}>

/**
 * A fact with its sources: a claim that the clinic repeats and others made. (A `Quotation` would be somebody's words.)
 * Only for statements whose source was found: one that is still being checked is shown to readers, who are told so.
 */
export const claimNode = ({path, statement, year, sources}: Statement): ClaimLeaf => ({
  '@type': 'Claim',
  '@id': idOf(path, 'fact'),
  text: statement,
  url: absoluteUrl(path),
  temporalCoverage: year === null ? undefined : String(year),
  publisher: clinic(),
  citation: some(sources.map(citationNode)),
})
