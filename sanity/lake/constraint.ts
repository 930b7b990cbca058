/**
 * What a filter says about the documents it can select, read from its syntax tree.
 * @module
 */
import type {Subject} from './document-words.ts'
import {childOf, type GroqNode, isNode, textQueryOf} from './groq.ts'
import {subjectOf} from './subject.ts'

/** A constant, or the name of a parameter. */
export type Operand = {readonly value: unknown} | {readonly param: string}

export type Indexed = '_id' | '_type' | 'slug.current' | 'references'

export type Constraint =
  | {readonly on: Indexed; readonly op: '==' | 'in' | 'references'; readonly operand: Operand}
  | {readonly on: 'match' | 'text'; readonly subject: Subject; readonly operand: Operand}
  /** What is selected meets the constraints of one side at least. */
  | {readonly on: 'either'; readonly sides: readonly (readonly Constraint[])[]}

/** A constraint whose other side is an expression of the scope around the filter, e.g. `references(^._id)`. */
export type Correlation = {readonly on: '_id' | 'references'; readonly expression: GroqNode}

const PATHS = ['_id', '_type', 'slug.current'] as const
type Path = (typeof PATHS)[number]

/** The dotted path of an attribute of the document itself, or null for anything else. */
function pathOf(node: GroqNode): string | null {
  if (node.type !== 'AccessAttribute' || typeof node.name !== 'string') return null
  const base = childOf(node, 'base')
  if (!base) return node.name
  const path = pathOf(base)
  return path === null ? null : `${path}.${node.name}`
}

/** The path of a node where documents are indexed by it. */
function indexedPathOf(node: GroqNode): Path | null {
  const path = pathOf(node)
  return PATHS.find((known) => known === path) ?? null
}

function operandOf(node: GroqNode | null): Operand | null {
  if (!node) return null
  if (node.type === 'Group') return operandOf(childOf(node, 'base'))
  if (node.type === 'Value') return {value: node.value}
  if (node.type === 'Parameter' && typeof node.name === 'string') return {param: node.name}
  if (node.type !== 'Array' || !Array.isArray(node.elements)) return null
  const values: unknown[] = []
  for (const element of node.elements) {
    const value = isNode(element) && element.isSplat !== true ? childOf(element, 'value') : null
    if (value?.type !== 'Value') return null
    values.push(value.value)
  }
  return {value: values}
}

/** The terms of a conjunction: whatever is selected meets each of them. */
export function termsOf(node: GroqNode | null): GroqNode[] {
  if (!node) return []
  if (node.type === 'And') return [...termsOf(childOf(node, 'left')), ...termsOf(childOf(node, 'right'))]
  return node.type === 'Group' ? termsOf(childOf(node, 'base')) : [node]
}

/** The only argument of `references(…)`, or null for any other term. */
function referredBy(term: GroqNode): GroqNode | null {
  if (term.type !== 'FuncCall' || term.namespace !== 'global' || term.name !== 'references') return null
  const [argument, ...others] = Array.isArray(term.args) ? term.args : []
  return isNode(argument) && others.length === 0 ? argument : null
}

/** The indexed side of a comparison and its other side, whichever way round it is written. */
function comparisonOf(term: GroqNode): {on: Path; op: '==' | 'in'; other: GroqNode} | null {
  if (term.type !== 'OpCall' || (term.op !== '==' && term.op !== 'in')) return null
  const [left, right] = [childOf(term, 'left'), childOf(term, 'right')]
  if (!left || !right) return null
  const on = indexedPathOf(left)
  if (on) return {on, op: term.op, other: right}
  const mirrored = term.op === '==' ? indexedPathOf(right) : null
  return mirrored && {on: mirrored, op: term.op, other: left}
}

/** A search in what a document says by itself. */
function searchOf(term: GroqNode): Constraint | null {
  if (term.type !== 'OpCall' || term.op !== 'match') return null
  const [left, right] = [childOf(term, 'left'), childOf(term, 'right')]
  const query = right && textQueryOf(right)
  const operand = operandOf(query ?? right)
  const subject = left && operand ? subjectOf(left) : null
  return subject && operand && {on: query ? 'text' : 'match', subject, operand}
}

function eitherOf(term: GroqNode): Constraint | null {
  if (term.type !== 'Or') return null
  const sides = [childOf(term, 'left'), childOf(term, 'right')].map((side) =>
    termsOf(side).flatMap((each) => constraintOf(each) ?? []),
  )
  return sides.every((side) => side.length > 0) ? {on: 'either', sides} : null
}

export function constraintOf(term: GroqNode): Constraint | null {
  const argument = referredBy(term)
  const comparison = argument ? ({on: 'references', op: 'references', other: argument} as const) : comparisonOf(term)
  if (!comparison) return searchOf(term) ?? eitherOf(term)
  const operand = operandOf(comparison.other)
  return operand && {on: comparison.on, op: comparison.op, operand}
}

export function correlationOf(term: GroqNode): Correlation | null {
  const argument = referredBy(term)
  const comparison = argument || term.op === 'in' ? null : comparisonOf(term)
  const other = argument ?? (comparison?.on === '_id' ? comparison.other : null)
  const expression = other && seenFromOutside(other)
  return expression && {on: argument ? 'references' : '_id', expression}
}

/** An attribute of the scope around a filter (`^.a.b`), as that scope itself would write it (`a.b`); null otherwise. */
function seenFromOutside(node: GroqNode): GroqNode | null {
  if (node.type === 'Parent' && typeof node.n === 'number') {
    return node.n === 1 ? {type: 'This'} : {...node, n: node.n - 1}
  }
  const base = childOf(node, 'base')
  const seen = base && (node.type === 'AccessAttribute' || node.type === 'Group') ? seenFromOutside(base) : null
  return seen && {...node, base: seen}
}

const mentionsParent = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(mentionsParent)
  if (!isNode(value)) return false
  return value.type === 'Parent' || Object.values(value).some(mentionsParent)
}

const AGGREGATES = new Set(['count', 'math', 'array'])

/** Whether an expression starts from `*` and looks at nothing around it, so that it has one value for a whole query. */
export function isIndependent(node: GroqNode): boolean {
  if (node.type === 'Everything') return true
  if (node.type === 'FuncCall') {
    const [first, ...others] = Array.isArray(node.args) ? node.args : []
    const isAggregate = AGGREGATES.has(String(node.namespace === 'global' ? node.name : node.namespace))
    return (
      isAggregate && isNode(first) && isIndependent(first) && others.every((arg) => isNode(arg) && arg.type === 'Value')
    )
  }
  const base = childOf(node, 'base')
  if (!base || !isIndependent(base)) return false
  return Object.entries(node).every(([field, child]) => field === 'base' || !mentionsParent(child))
}
