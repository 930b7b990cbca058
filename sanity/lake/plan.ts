/**
 * Turns a syntax tree into a plan that an index can answer.
 *
 * - A `*` under a filter becomes a parameter that holds only the documents which an index says can match; the whole
 *   filter still runs over them, so that an index can cost time and never correctness. Sub-queries too.
 * - A sub-query inside a loop that looks at nothing around it is evaluated once, and its value becomes a parameter.
 * - A sub-query inside a loop that asks for an id or a reference of what is around it becomes a look-up.
 * - A slice of a list that is mapped becomes the map of a slice.
 * @module
 */
import {type Constraint, constraintOf, correlationOf, isIndependent, termsOf} from './constraint.ts'
import {childOf, type GroqNode, isNode} from './groq.ts'
import type {JsonRecord} from './json.ts'

/** One narrowed `*`: the parameter that takes its place, and what its documents have in common. */
export type Scan = {
  readonly name: string
  readonly constraints: readonly Constraint[]
  /** Whether the constraint is all that the filter says. */
  readonly isWhole: boolean
}

/** A sub-query evaluated once, before what uses it. */
export type Hoist = {readonly name: string; readonly tree: GroqNode}

export type Plan = {
  readonly tree: GroqNode
  readonly scans: readonly Scan[]
  readonly hoists: readonly Hoist[]
  /** The parameters that the query needs. */
  readonly params: readonly string[]
  /** Searches by which documents are scored: their words are looked up once for all. */
  readonly searches: readonly Constraint[]
  /** What makes the query one that nobody can answer, or null. */
  readonly fault: string | null
  /** Whether a `*` is left that needs the whole dataset. */
  readonly readsAll: boolean
  /** Whether the answer depends on documents that nobody can name before. */
  readonly looksUp: boolean
}

/** No parameter of a query is named so: names have no control characters. */
const MARKER = '\u0000'

/** Where a node stands: inside a loop over documents or values, and whether `^` skips its scope, as that of a map. */
type Place = {readonly isInLoop: boolean; readonly isHidden: boolean}

const OUTSIDE: Place = {isInLoop: false, isHidden: false}
const IN_LOOP: Place = {isInLoop: true, isHidden: false}
const IN_MAP: Place = {isInLoop: true, isHidden: true}

/** The place of a node's children under each field that opens a scope of its own. */
const PLACES: Record<string, Record<string, (around: Place) => Place>> = {
  Filter: {expr: () => IN_LOOP},
  Map: {expr: () => IN_MAP},
  FlatMap: {expr: () => IN_MAP},
  PipeFuncCall: {args: () => IN_LOOP},
  Projection: {expr: ({isInLoop}) => ({isInLoop, isHidden: false})},
}

/** An index finds few documents by everything but their type. */
const isSmall = ({on}: Constraint): boolean => on === '_id' || on === 'slug.current' || on === 'references'

/** A slice, or one item, of a list that is mapped needs no more than that mapped. */
function takenFirst(node: GroqNode): GroqNode {
  const map = childOf(node, 'base')
  const list = map && childOf(map, 'base')
  if (!list || map.type !== 'Map') return node
  if (node.type === 'Slice') return {...map, base: takenFirst({...node, base: list})}
  if (node.type !== 'AccessElement') return node
  const slice: GroqNode = {type: 'Slice', base: list, left: node.index, right: node.index, isInclusive: true}
  return {type: 'AccessElement', index: 0, base: {...map, base: takenFirst(slice)}}
}

class Planner {
  readonly scans: Scan[] = []
  readonly hoists: Hoist[] = []
  readonly searches: Constraint[] = []
  readsAll = false
  looksUp = false
  fault: string | null = null

  rewrite(node: GroqNode, place: Place): GroqNode {
    if (place.isInLoop && node.type !== 'Everything' && isIndependent(node)) return this.#hoist(node)
    return this.#scan(node, place) ?? this.#children(takenFirst(node), place)
  }

  #hoist(node: GroqNode): GroqNode {
    const tree = this.rewrite(node, OUTSIDE)
    const name = `${MARKER}hoist${this.hoists.length}`
    this.hoists.push({name, tree})
    return {type: 'Parameter', name}
  }

  #scan(node: GroqNode, {isInLoop, isHidden}: Place): GroqNode | null {
    if (node.type === 'FuncCall' && node.namespace === 'releases') this.readsAll = true
    if (node.type === 'FuncCall' && node.namespace === 'documents') this.looksUp = true
    if (node.type === 'Everything') {
      this.readsAll = true
      return node
    }
    if (node.type === 'PipeFuncCall' && node.name === 'score') {
      this.searches.push(...searchesIn(node.args))
      if (!isOfDocuments(node)) this.fault = 'score() stands behind documents, before any projection'
    }
    const expr = childOf(node, 'expr')
    if (node.type !== 'Filter' || childOf(node, 'base')?.type !== 'Everything' || !expr) return null
    const terms = termsOf(expr)
    const constraints = terms.flatMap((term) => constraintOf(term) ?? [])
    const correlation = isInLoop && !isHidden && !constraints.some(isSmall) ? firstOf(terms, correlationOf) : null
    if (correlation) {
      this.looksUp = true
      const lookup: GroqNode = {type: 'Lookup', on: correlation.on, value: correlation.expression}
      return {...node, base: lookup, expr: this.rewrite(expr, IN_LOOP)}
    }
    if (constraints.length === 0) return null
    const name = `${MARKER}scan${this.scans.length}`
    this.scans.push({name, constraints, isWhole: terms.length === 1})
    return {...node, base: {type: 'Parameter', name}, scan: name, expr: this.rewrite(expr, IN_LOOP)}
  }

  #children(node: GroqNode, around: Place): GroqNode {
    const copy: JsonRecord & {type: string} = {...node}
    for (const [field, child] of Object.entries(node)) {
      const place = PLACES[node.type]?.[field]?.(around) ?? around
      if (isNode(child) && node.type !== 'Value') copy[field] = this.rewrite(child, place)
      else if (Array.isArray(child)) {
        copy[field] = child.map((item) => (isNode(item) ? this.rewrite(item, place) : item))
      }
    }
    return copy
  }
}

/** Whether a list still holds whole documents, as far as its syntax says. */
function isOfDocuments(list: GroqNode): boolean {
  const base = childOf(list, 'base')
  if (!base) return true
  return !['Map', 'FlatMap', 'AccessElement', 'Projection'].includes(base.type) && isOfDocuments(base)
}

/** The calls of `match text::query()` within the arguments of a score. */
function searchesIn(value: unknown): Constraint[] {
  if (Array.isArray(value)) return value.flatMap(searchesIn)
  if (!isNode(value)) return []
  const constraint = constraintOf(value)
  return constraint?.on === 'text' ? [constraint] : Object.values(value).flatMap(searchesIn)
}

function* paramsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* paramsIn(item)
  else if (isNode(value) && value.type === 'Parameter' && typeof value.name === 'string') yield value.name
  else if (isNode(value) && value.type !== 'Value') yield* paramsIn(Object.values(value))
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}

export function planFor(tree: GroqNode): Plan {
  const planner = new Planner()
  const rewritten = planner.rewrite(tree, OUTSIDE)
  const {scans, hoists, searches, readsAll, looksUp, fault} = planner
  return {tree: rewritten, params: [...new Set(paramsIn(tree))], scans, hoists, searches, readsAll, looksUp, fault}
}
