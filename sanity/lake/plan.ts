/**
 * Turns a syntax tree into a plan that an index can answer.
 *
 * - A `*` under a filter becomes a parameter that holds only the documents which an index says can match; the whole
 *   filter still runs over them, so that an index can cost time and never correctness. Sub-queries too.
 * - A sub-query inside a loop that looks at nothing around it is evaluated once, and its value becomes a parameter.
 * - What groq-js lacks, or does by scanning, becomes a *host call*: groq-js has one door into our code, the look-up of
 *   a dereferenced id, and the plan writes `{"_ref": "<marker><n>:" + value}->` where it wants to be asked. Membership
 *   in a list of ids, text search, reference counts and correlated sub-queries are done so.
 * @module
 */
import {
  type Constraint,
  type Correlation,
  constraintOf,
  correlationOf,
  indexedPathOf,
  isIndependent,
  type Operand,
  operandOf,
  termsOf,
} from './constraint.ts'
import {childOf, type GroqNode, isNode} from './groq.ts'
import type {JsonRecord} from './json.ts'

/** One narrowed `*`: the parameter that takes its place, and what its documents have in common. */
export type Scan = {readonly name: string; readonly constraints: readonly Constraint[]}

/** A sub-query evaluated once, before what uses it. */
export type Hoist = {readonly name: string; readonly tree: GroqNode}

export type HostCall =
  | {readonly kind: 'in'; readonly operand: Operand}
  | {readonly kind: 'textOfDocument' | 'textOfValue'; readonly operand: Operand}
  | {readonly kind: 'incomingReferences'}
  | {readonly kind: 'candidates'; readonly on: Correlation['on']}

export type Plan = {
  readonly tree: GroqNode
  readonly scans: readonly Scan[]
  readonly hoists: readonly Hoist[]
  readonly calls: readonly HostCall[]
  /** Whether a `*` is left that needs the whole dataset. */
  readonly readsAll: boolean
  /** Whether documents are gone through once for each document: minutes at ten thousand, and no index can help. */
  readonly isQuadratic: boolean
}

/** No id of a document begins so: ids have no control characters. */
export const HOST_MARKER = '\u0000host:'

/** Where a node stands: inside a loop over documents or values, and whether `^` skips its scope, as in groq-js's Map. */
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

const ATTRIBUTE_ID: GroqNode = {type: 'AccessAttribute', name: '_id'}
const FALSE: GroqNode = {type: 'Value', value: false}
const EMPTY_LIST: GroqNode = {type: 'Array', elements: []}
const EMPTY_TEXT: GroqNode = {type: 'Value', value: ''}

const coalesce = (...args: GroqNode[]): GroqNode => ({type: 'FuncCall', namespace: 'global', name: 'coalesce', args})
const plus = (left: GroqNode, right: GroqNode): GroqNode => ({type: 'OpCall', op: '+', left, right})

/** Asks host call `index` about an argument; where that is no text, the answer is `otherwise`, as it is in GROQ. */
function hostCallNode(index: number, argument: GroqNode, otherwise: GroqNode): GroqNode {
  const value = plus({type: 'Value', value: `${HOST_MARKER}${index}:`}, argument)
  const attributes = [{type: 'ObjectAttributeValue', name: '_ref', value}]
  return coalesce({type: 'Deref', base: {type: 'Object', attributes}}, otherwise)
}

const isTextQuery = (node: GroqNode | null): node is GroqNode =>
  node?.type === 'FuncCall' && node.namespace === 'text' && node.name === 'query'

const elementsOf = (node: GroqNode): GroqNode[] =>
  node.type === 'Array' && Array.isArray(node.elements)
    ? node.elements.flatMap((element) => [isNode(element) ? (childOf(element, 'value') ?? []) : []].flat())
    : [node]

/** The text of one value, or of a list of values joined by line ends. */
const textNodeFor = (node: GroqNode): GroqNode =>
  elementsOf(node)
    .map((part) => coalesce(part, EMPTY_TEXT))
    .reduce((left, right) => plus(plus(left, {type: 'Value', value: '\n'}), right))

/** An index finds few documents by everything but their type. */
const isSmall = ({on}: Constraint): boolean => on !== '_type'

const LOOPS = new Set(['Filter', 'Map', 'FlatMap', 'PipeFuncCall'])

/** Whether a node goes through a sub-query that has one value for the whole query, and a long one. */
function isLoopOverMany(node: GroqNode): boolean {
  const base = childOf(node, 'base')
  if (!LOOPS.has(node.type) || !base || base.type === 'Everything' || !isIndependent(base)) return false
  for (let inner: GroqNode | null = base; inner; inner = childOf(inner, 'base')) {
    if (inner.type === 'AccessElement' || inner.type === 'Slice') return false
    const isFilter = inner.type === 'Filter'
    if (
      isFilter &&
      termsOf(childOf(inner, 'expr'))
        .flatMap((term) => constraintOf(term) ?? [])
        .some(isSmall)
    )
      return false
  }
  return true
}

class Planner {
  readonly scans: Scan[] = []
  readonly hoists: Hoist[] = []
  readonly calls: HostCall[] = []
  readsAll = false
  isQuadratic = false

  rewrite(node: GroqNode, place: Place): GroqNode {
    if (place.isInLoop) {
      if (node.type !== 'Everything' && isIndependent(node)) return this.#hoist(node)
      if (isLoopOverMany(node)) this.isQuadratic = true
    }
    return this.#scan(node, place) ?? this.#hostCall(node, place) ?? this.#children(node, place)
  }

  #hoist(node: GroqNode): GroqNode {
    const tree = this.rewrite(node, OUTSIDE)
    const name = `${HOST_MARKER}hoist${this.hoists.length}`
    this.hoists.push({name, tree})
    return {type: 'Parameter', name}
  }

  #scan(node: GroqNode, {isInLoop, isHidden}: Place): GroqNode | null {
    if (node.type === 'FuncCall' && node.namespace === 'releases') this.readsAll = true
    if (node.type === 'Everything') {
      this.readsAll = true
      if (isInLoop) this.isQuadratic = true
      return node
    }
    const expr = childOf(node, 'expr')
    if (node.type !== 'Filter' || childOf(node, 'base')?.type !== 'Everything' || !expr) return null
    const terms = termsOf(expr)
    const constraints = terms.flatMap((term) => constraintOf(term) ?? [])
    const correlation = isInLoop && !isHidden && !constraints.some(isSmall) ? firstOf(terms, correlationOf) : null
    if (correlation) {
      const index = this.calls.push({kind: 'candidates', on: correlation.on}) - 1
      return {...node, base: hostCallNode(index, correlation.expression, EMPTY_LIST), expr: this.rewrite(expr, IN_LOOP)}
    }
    if (constraints.length === 0) return null
    if (isInLoop && !constraints.some(isSmall)) this.isQuadratic = true
    const name = `${HOST_MARKER}scan${this.scans.length}`
    this.scans.push({name, constraints})
    return {...node, base: {type: 'Parameter', name}, expr: this.rewrite(expr, IN_LOOP)}
  }

  #hostCall(node: GroqNode, place: Place): GroqNode | null {
    if (node.type === 'FuncCall' && node.namespace === 'documents' && node.name === 'incomingRefCount') {
      return hostCallNode(this.calls.push({kind: 'incomingReferences'}) - 1, ATTRIBUTE_ID, {type: 'Value', value: 0})
    }
    const [left, right] = [childOf(node, 'left'), childOf(node, 'right')]
    if (node.type !== 'OpCall' || !left || !right) return null
    if (node.op === 'match' && isTextQuery(right)) return this.#textSearch(left, right, place)
    if (node.op !== 'in' || !indexedPathOf(left)) return null
    const list = this.rewrite(right, place)
    if (list.type !== 'Parameter' || typeof list.name !== 'string') return {...node, right: list}
    return hostCallNode(this.calls.push({kind: 'in', operand: {param: list.name}}) - 1, left, FALSE)
  }

  /** `@ match text::query(…)`, alone or in a list, asks about the whole document. */
  #textSearch(left: GroqNode, right: GroqNode, place: Place): GroqNode | null {
    const [argument] = Array.isArray(right.args) ? right.args : []
    const operand = isNode(argument) ? operandOf(argument) : null
    if (!operand) return null
    const isWhole = elementsOf(left).some(({type}) => type === 'This')
    const index = this.calls.push({kind: isWhole ? 'textOfDocument' : 'textOfValue', operand}) - 1
    return hostCallNode(index, isWhole ? ATTRIBUTE_ID : this.rewrite(textNodeFor(left), place), FALSE)
  }

  #children(node: GroqNode, around: Place): GroqNode {
    const copy: JsonRecord & {type: string} = {...node}
    for (const [field, child] of Object.entries(node)) {
      const place = PLACES[node.type]?.[field]?.(around) ?? around
      if (isNode(child)) copy[field] = this.rewrite(child, place)
      else if (Array.isArray(child)) {
        copy[field] = child.map((item) => (isNode(item) ? this.rewrite(item, place) : item))
      }
    }
    return copy
  }
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
  const {scans, hoists, calls, readsAll, isQuadratic} = planner
  return {tree: rewritten, scans, hoists, calls, readsAll, isQuadratic}
}
