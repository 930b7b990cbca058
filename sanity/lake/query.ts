/**
 * Answering GROQ: plan, narrow by index, evaluate, and note what the answer depends on.
 * @module
 */
import type {Constraint} from './constraint.ts'
import type {LakeDocument} from './document.ts'
import type {DocumentIndex} from './document-index.ts'
import {payForAnswer} from './evaluate/answer-size.ts'
import {type Limits, OverBudgetError, UNLIMITED} from './evaluate/budget.ts'
import {budgetFor, type Evaluation, evaluateQuery, evaluateTraced} from './evaluate/evaluate.ts'
import {type SourceMap, sourceMapOf} from './evaluate/source-map.ts'
import type {Trace} from './evaluate/trace.ts'
import {FEW, Finder, operandValue, textsOf} from './finder.ts'
import {type GroqNode, parseQuery} from './groq.ts'
import type {JsonRecord} from './json.ts'
import {queryParseError} from './lake-error.ts'
import type {Audience} from './perspective.ts'
import {type Plan, planFor, type Scan} from './plan.ts'
import {LISTENING_LIMITS, stoppedQuery} from './query-limits.ts'
import type {ReferenceIndex} from './reference-index.ts'
import {tagForEverything, tagForId, tagForType} from './sync-tag.ts'

export type QueryRequest = {
  readonly query: string
  readonly params: JsonRecord
  readonly identity: string
  /** Whether, and how, to say where each part of the answer comes from. */
  readonly sourceMap?: SourceMapKind
  /** Who asks: strangers may write shorter queries. */
  readonly audience?: Audience
  /** Whether to throw WordsPending rather than do without an index that will be there soon. */
  readonly waits?: boolean
}

/** `byKey` names items of lists by their `_key`, `byIndex` by their place. */
export type SourceMapKind = 'byIndex' | 'byKey'

export type QueryAnswer = {
  readonly result: unknown
  readonly syncTags: readonly string[]
  readonly resultSourceMap?: SourceMap
}

/** A parsed query, whatever its parameters are, can be planned once. */
const MAX_PLANS = 500

/** An answer that depends on more single documents than this depends on "everything": the list of tags stays short. */
const MAX_TAGS = 200

export class Queries {
  readonly #sanity: {projectId: string; dataset: string}
  readonly #references: ReferenceIndex
  readonly #plans = new Map<string, Plan>()
  /** Queries of listeners that took too long once. */
  readonly #tooLong = new WeakSet<GroqNode>()

  constructor(sanity: {projectId: string; dataset: string}, references: ReferenceIndex) {
    this.#sanity = sanity
    this.#references = references
  }

  /**
   * Answers a query from the documents of one perspective.
   *
   * @throws LakeError for a query that cannot be answered, OverBudgetError for one that takes more than its limits
   */
  run(request: QueryRequest, documents: DocumentIndex, limits: Limits = UNLIMITED): QueryAnswer {
    const {query, identity, sourceMap} = request
    const plan = this.#planFor(request)
    assertGiven(plan, request)
    const tags = new Set<string>()
    if (plan.readsAll || plan.looksUp) tags.add(tagForEverything)
    const budget = budgetFor(limits)
    const finder = new Finder(documents, this.#references, budget, request.waits === true)
    const params: JsonRecord = {...request.params}
    for (const scan of plan.scans) {
      const {found, by} = finder.candidates(scan, request.params)
      params[scan.name] = found
      for (const tag of tagsFor(scan, by, params)) tags.add(tag)
    }
    if (plan.scans.some(({name}) => Array.isArray(params[name]) && params[name].length > FEW)) {
      finder.search(plan.searches, request.params)
    }
    const traces = new Map<string, Trace>()
    const evaluation: Evaluation = {
      query,
      dataset: plan.readsAll ? documents.all() : [],
      params,
      traces,
      identity,
      sanity: this.#sanity,
      budget,
      lake: finder,
      dereference: (id) => {
        tags.add(tagForId(id))
        return documents.get(id)
      },
    }
    const syncTags = (): string[] => (tags.size > MAX_TAGS ? [tagForEverything] : [...tags])
    if (!sourceMap) {
      for (const {name, tree} of plan.hoists) params[name] = evaluateQuery(tree, evaluation)
      const result = evaluateQuery(plan.tree, evaluation)
      payForAnswer(result, budget)
      return {result, syncTags: syncTags()}
    }
    for (const {name} of plan.scans) traces.set(name, 'documents')
    for (const {name, tree} of plan.hoists) {
      const {value, trace} = evaluateTraced(tree, evaluation)
      params[name] = value
      traces.set(name, trace)
    }
    const traced = evaluateTraced(plan.tree, evaluation)
    payForAnswer(traced.value, budget)
    return {
      result: traced.value,
      syncTags: syncTags(),
      resultSourceMap: sourceMapOf(traced, sourceMap === 'byKey', budget),
    }
  }

  /**
   * Whether a listener's query selects a document. It sees this document alone, as Sanity's listeners do.
   *
   * @throws LakeError for a query that cannot be answered, or takes too long; such a one is not tried again
   */
  selects(tree: GroqNode, request: QueryRequest, document: LakeDocument, documents: DocumentIndex): boolean {
    const {query, params, identity} = request
    if (this.#tooLong.has(tree)) throw stoppedQuery(query, 'time', 'member', LISTENING_LIMITS.milliseconds)
    const evaluation: Evaluation = {
      query,
      dataset: [document],
      params,
      identity,
      sanity: this.#sanity,
      budget: budgetFor(LISTENING_LIMITS),
      dereference: (id) => documents.get(id),
    }
    try {
      const value = evaluateQuery(tree, evaluation)
      return Array.isArray(value) ? value.length > 0 : value !== null && value !== false
    } catch (error) {
      if (!(error instanceof OverBudgetError)) throw error
      this.#tooLong.add(tree)
      throw stoppedQuery(query, error.what, 'member', LISTENING_LIMITS.milliseconds)
    }
  }

  #planFor({query, params, audience}: QueryRequest): Plan {
    const known = this.#plans.get(query)
    if (known) return known
    const {tree, key} = parseQuery(query, params, audience)
    const plan = this.#plans.get(key) ?? planFor(tree)
    const oldest = this.#plans.keys().next().value
    if (this.#plans.size >= MAX_PLANS && oldest !== undefined) this.#plans.delete(oldest)
    this.#plans.set(key, plan)
    return plan
  }
}

/** @throws LakeError 400 where the query cannot be answered, or names a parameter that did not come with it */
function assertGiven({params: names, fault}: Plan, {query, params}: QueryRequest): void {
  if (fault !== null) throw queryParseError(fault, query, Math.max(0, query.indexOf('score')))
  const missing = names.find((name) => !Object.hasOwn(params, name))
  if (missing === undefined) return
  throw queryParseError(
    `param $${missing} referenced, but not provided`,
    query,
    Math.max(0, query.indexOf(`$${missing}`)),
  )
}

/** A set of documents changes when one of its type does, or, where ids are given, when one of those does. */
function tagsFor(scan: Scan, narrowest: Constraint | null, params: JsonRecord): string[] {
  const named = (on: '_id' | '_type'): string[] | null => {
    const constraint = scan.constraints.find((candidate) => candidate.on === on)
    return constraint && 'operand' in constraint ? textsOf(operandValue(constraint.operand, params)) : null
  }
  const ids = narrowest?.on === '_id' ? named('_id') : null
  if (ids) return ids.map(tagForId)
  return named('_type')?.map(tagForType) ?? [tagForEverything]
}

/** The answer as the text of a JSON object. @throws as `run` does */
export const answerText = (queries: Queries, request: QueryRequest, documents: DocumentIndex, limits: Limits): string =>
  JSON.stringify(queries.run(request, documents, limits))
