/**
 * Answering GROQ: plan, narrow by index, evaluate, and note what the answer depends on.
 * @module
 */
import type {Constraint, Operand} from './constraint.ts'
import {type LakeDocument, publishedIdFor} from './document.ts'
import type {DocumentIndex} from './document-index.ts'
import {type Evaluation, evaluateQuery, evaluateTraced} from './evaluate/evaluate.ts'
import {type SourceMap, sourceMapOf} from './evaluate/source-map.ts'
import type {Trace} from './evaluate/trace.ts'
import {type GroqNode, parseQuery} from './groq.ts'
import type {JsonRecord} from './json.ts'
import {refusal} from './lake-error.ts'
import type {Audience} from './perspective.ts'
import {HOST_MARKER, type HostCall, type Plan, planFor, type Scan} from './plan.ts'
import type {ReferenceIndex} from './reference-index.ts'
import {tagForEverything, tagForId, tagForType} from './sync-tag.ts'
import {TextSearch} from './text-search.ts'

export type QueryRequest = {
  readonly query: string
  readonly params: JsonRecord
  readonly identity: string
  /** Whether, and how, to say where each part of the answer comes from. */
  readonly sourceMap?: SourceMapKind
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

const operandValue = (operand: Operand, params: JsonRecord): unknown =>
  'param' in operand ? params[operand.param] : operand.value

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export class Queries {
  readonly #sanity: {projectId: string; dataset: string}
  readonly #references: ReferenceIndex
  readonly #plans = new Map<string, Plan>()

  constructor(sanity: {projectId: string; dataset: string}, references: ReferenceIndex) {
    this.#sanity = sanity
    this.#references = references
  }

  /**
   * Answers a query from the documents of one perspective.
   *
   * @throws LakeError for a query that cannot be answered, and, for the public, one that would keep everybody waiting
   */
  run(request: QueryRequest, documents: DocumentIndex, audience: Audience = 'member'): QueryAnswer {
    const {query, identity, sourceMap} = request
    const plan = this.#planFor(query, request.params, audience)
    if (plan.isQuadratic && audience === 'public') {
      throw refusal(403, 'This query goes through all documents once for each document: only a token may ask so much.')
    }
    const tags = new Set<string>()
    if (plan.readsAll) tags.add(tagForEverything)
    const params: JsonRecord = {...request.params}
    for (const scan of plan.scans) params[scan.name] = this.#candidates(scan, params, documents, tags)
    const calls = plan.calls.map((call) => this.#answerFor(call, params, documents, tags))
    const traces = new Map<string, Trace>()
    const evaluation: Evaluation = {
      query,
      traces,
      dataset: plan.readsAll ? documents.all() : [],
      params,
      identity,
      sanity: this.#sanity,
      dereference: (id) => {
        if (id.startsWith(HOST_MARKER)) return askHost(calls, id)
        tags.add(tagForId(id))
        return documents.get(id)
      },
    }
    const syncTags = (): string[] => (tags.size > MAX_TAGS ? [tagForEverything] : [...tags])
    if (!sourceMap) {
      for (const {name, tree} of plan.hoists) params[name] = evaluateQuery(tree, evaluation)
      return {result: evaluateQuery(plan.tree, evaluation), syncTags: syncTags()}
    }
    for (const {name} of plan.scans) traces.set(name, 'documents')
    for (const {name, tree} of plan.hoists) {
      const {value, trace} = evaluateTraced(tree, evaluation)
      params[name] = value
      traces.set(name, trace)
    }
    const traced = evaluateTraced(plan.tree, evaluation)
    return {
      result: traced.value,
      syncTags: syncTags(),
      resultSourceMap: sourceMapOf(traced, sourceMap === 'byKey'),
    }
  }

  /** Whether a listener's query selects a document. It sees this document alone, as Sanity's listeners do. */
  selects(tree: GroqNode, request: QueryRequest, document: LakeDocument, documents: DocumentIndex): boolean {
    const {query, params, identity} = request
    const value = evaluateQuery(tree, {
      query,
      dataset: [document],
      params,
      identity,
      sanity: this.#sanity,
      dereference: (id) => documents.get(id),
    })
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== false
  }

  #planFor(query: string, params: JsonRecord, audience: Audience): Plan {
    const known = this.#plans.get(query)
    if (known) return known
    const {tree, key} = parseQuery(query, params, audience)
    const plan = this.#plans.get(key) ?? planFor(tree)
    const oldest = this.#plans.keys().next().value
    if (this.#plans.size >= MAX_PLANS && oldest !== undefined) this.#plans.delete(oldest)
    this.#plans.set(key, plan)
    return plan
  }

  #candidates(scan: Scan, params: JsonRecord, documents: DocumentIndex, tags: Set<string>): readonly LakeDocument[] {
    let best: readonly LakeDocument[] | null = null
    let bestConstraint: Constraint | null = null
    for (const constraint of scan.constraints) {
      const found = this.#find(constraint, params, documents)
      if (found && (best === null || found.length < best.length)) [best, bestConstraint] = [found, constraint]
    }
    for (const tag of tagsFor(scan, bestConstraint, params)) tags.add(tag)
    return best ?? documents.all()
  }

  /** The documents that an index says can meet a constraint, or null where no index can say. */
  #find({on, operand}: Constraint, params: JsonRecord, documents: DocumentIndex): readonly LakeDocument[] | null {
    const value = operandValue(operand, params)
    // A document without a slug equals null, and the index knows only those that have one.
    if (on === 'slug.current' && ![value].flat().every((item) => typeof item === 'string')) return null
    const values = [...new Set(textsOf(value))]
    const [only] = values
    if (on === '_type' && values.length === 1 && only !== undefined) return documents.withType(only)
    const found = values.flatMap((value): readonly LakeDocument[] => {
      if (on === '_type') return documents.withType(value)
      if (on === 'slug.current') return documents.withSlug(value)
      if (on === '_id') return [documents.get(value) ?? []].flat()
      return this.#referring(value, documents)
    })
    return values.length === 1 ? found : [...new Set(found)].sort((a, b) => (a._id < b._id ? -1 : 1))
  }

  #referring(target: string, documents: DocumentIndex): readonly LakeDocument[] {
    const sources = this.#references.sourcesOf(target)
    const ids = new Set([...sources].flatMap((id) => [id, publishedIdFor(id)]))
    return [...ids].sort().flatMap((id) => documents.get(id) ?? [])
  }

  /** What a host call answers to each argument. Values that do not change within a query are prepared once, when asked. */
  #answerFor(call: HostCall, params: JsonRecord, documents: DocumentIndex, tags: Set<string>): HostFunction {
    if (call.kind === 'incomingReferences') return (id) => this.#referring(id, documents).length
    if (call.kind === 'candidates') {
      tags.add(tagForEverything)
      return (id) => (call.on === 'references' ? this.#referring(id, documents) : [documents.get(id) ?? []].flat())
    }
    const value = once(() => operandValue(call.operand, params))
    if (call.kind === 'in') {
      const members = once(() => new Set(Array.isArray(value()) ? textsOf(value()) : []))
      return (argument) => members().has(argument)
    }
    const search = once(() => new TextSearch(textsOf(value())[0] ?? ''))
    if (call.kind === 'textOfValue') return (text) => search().matchesText(text)
    return (id) => {
      const document = documents.get(id)
      return document !== null && search().matchesDocument(document)
    }
  }
}

type HostFunction = (argument: string) => unknown

function once<Value>(make: () => Value): () => Value {
  let made: {value: Value} | null = null
  return () => {
    made ??= {value: make()}
    return made.value
  }
}

function askHost(calls: readonly HostFunction[], ref: string): unknown {
  const end = ref.indexOf(':', HOST_MARKER.length)
  const call = calls[Number(ref.slice(HOST_MARKER.length, end))]
  return call ? call(ref.slice(end + 1)) : null
}

/** A set of documents changes when one of its type does, or, where ids are given, when one of those does. */
function tagsFor(scan: Scan, narrowest: Constraint | null, params: JsonRecord): string[] {
  const named = (on: Constraint['on']): string[] | null => {
    const constraint = scan.constraints.find((candidate) => candidate.on === on)
    return constraint ? textsOf(operandValue(constraint.operand, params)) : null
  }
  const ids = narrowest?.on === '_id' ? named('_id') : null
  if (ids) return ids.map(tagForId)
  return named('_type')?.map(tagForType) ?? [tagForEverything]
}
