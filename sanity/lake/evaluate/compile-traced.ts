/**
 * The same evaluation, with a trace of each value. What passes values on keeps their traces; conditions and whatever
 * makes new values are evaluated plainly, and such a value has no trace.
 * @module
 */
import {childOf, type GroqNode} from '../groq.ts'
import {attributeOf, compile, compileChild, dereferenced} from './compile.ts'
import {boundsOf, childrenOf, limitOf, nameOf, numberOf, requireChild, scanOf} from './node.ts'
import {orderedAlready, orderingFor, scoringFor} from './pipe.ts'
import type {Scope} from './scope.ts'
import {placeOfDocument, type Trace, traceOfField, traceOfItem, tracesOfFields, tracesOfItems} from './trace.ts'
import {append, compileArray, compileObject} from './traced-parts.ts'
import {isObject} from './value.ts'

export type Traced = {readonly value: unknown; readonly trace: Trace}

export type ComputeTraced = (scope: Scope) => Traced

const NOTHING: Traced = {value: null, trace: null}

export const compileTracedChild = (node: GroqNode, field: string): ComputeTraced =>
  compileTraced(requireChild(node, field))

/** The items at some places of a list, in the order of the places. */
function chosen(value: readonly unknown[], trace: Trace, places: readonly number[]): Traced {
  return {value: places.map((place) => value[place]), trace: places.map((place) => traceOfItem(trace, value, place))}
}

/** What chooses items of a list, and orders them; what is no list is null. */
function compileChoice(
  base: ComputeTraced,
  choose: (scope: Scope, list: readonly unknown[]) => readonly number[],
): ComputeTraced {
  return (scope) => {
    const {value, trace} = base(scope)
    if (!Array.isArray(value)) return NOTHING
    const places = choose(scope, value)
    scope.run.budget.build(2 * places.length)
    return chosen(value, trace, places)
  }
}

const placesOf = (list: readonly unknown[]): number[] => [...list.keys()]

function compileFilter(node: GroqNode): ComputeTraced {
  const [base, condition] = [compileTracedChild(node, 'base'), compileChild(node, 'expr')]
  const scan = scanOf(node)
  const filtered = compileChoice(base, (scope, list) =>
    placesOf(list).filter((place) => {
      scope.run.budget.spend(1)
      return condition(scope.nested(list[place])) === true
    }),
  )
  return (scope) => (scope.run.lake?.exact.has(scan) ? base(scope) : filtered(scope))
}

function compileMap(node: GroqNode): ComputeTraced {
  const [base, expression] = [compileTracedChild(node, 'base'), compileTracedChild(node, 'expr')]
  const isFlat = node.type === 'FlatMap'
  return (scope) => {
    const {value, trace} = base(scope)
    if (!Array.isArray(value)) return NOTHING
    const [list, traces]: [unknown[], Trace[]] = [[], []]
    for (const [place, item] of value.entries()) {
      append(scope, {list, traces}, expression(scope.hidden(item, traceOfItem(trace, value, place))), isFlat)
    }
    return {value: list, trace: traces}
  }
}

function compilePipe(given: GroqNode, limit?: number): ComputeTraced {
  const node = orderedAlready(given)
  const base = compileTracedChild(node, 'base')
  if (nameOf(node) === 'order') return compileChoice(base, orderingFor(node, limit))
  if (nameOf(node) !== 'score') return untraced(node)
  const scoring = scoringFor(node, limit)
  return (scope) => {
    const {value, trace} = base(scope)
    if (!Array.isArray(value)) return NOTHING
    const scored = scoring(scope, value)
    return {
      value: scored.map(({item}) => item),
      trace: scored.map(
        ({item, from}) => new Map([...tracesOfFields(traceOfItem(trace, value, from), item), ['_score', null]]),
      ),
    }
  }
}

/** The base of what takes items of a list from its beginning, as in `compile`. */
function compileTaken(node: GroqNode, limit: number | undefined): ComputeTraced {
  const base = requireChild(node, 'base')
  return base.type === 'PipeFuncCall' ? compilePipe(base, limit) : compileTraced(base)
}

function compileSelect(node: GroqNode): ComputeTraced {
  const alternatives = childrenOf(node, 'alternatives').map((alternative) => ({
    condition: compileChild(alternative, 'condition'),
    value: compileTracedChild(alternative, 'value'),
  }))
  const fallback = childOf(node, 'fallback')
  const otherwise = fallback ? compileTraced(fallback) : () => NOTHING
  return (scope) => {
    for (const {condition, value} of alternatives) if (condition(scope) === true) return value(scope)
    return otherwise(scope)
  }
}

/** `+` joins lists and objects, whose parts stay where they come from. */
function compileOperator(node: GroqNode): ComputeTraced {
  if (node.op !== '+') return untraced(node)
  const [left, right] = [compileTracedChild(node, 'left'), compileTracedChild(node, 'right')]
  const sum = compile({
    ...node,
    left: {type: 'Parent', n: 1},
    right: {type: 'This'},
  })
  return (scope) => {
    const [one, other] = [left(scope), right(scope)]
    const value = sum(scope.nested(one.value).nested(other.value))
    if (Array.isArray(value) && Array.isArray(one.value) && Array.isArray(other.value)) {
      return {value, trace: [...tracesOfItems(one.trace, one.value), ...tracesOfItems(other.trace, other.value)]}
    }
    if (!isObject(one.value) || !isObject(other.value)) return {value, trace: null}
    const fields = [...tracesOfFields(one.trace, one.value), ...tracesOfFields(other.trace, other.value)]
    return {value, trace: new Map(fields)}
  }
}

function compileCall(node: GroqNode): ComputeTraced {
  const args = childrenOf(node, 'args')
  const call = `${node.namespace}::${nameOf(node)}`
  if (call === 'global::coalesce') {
    const values = args.map(compileTraced)
    return (scope) => {
      for (const compute of values) {
        const found = compute(scope)
        if (found.value !== null) return found
      }
      return NOTHING
    }
  }
  const [list] = args
  if (call !== 'array::compact' || !list) return untraced(node)
  return compileChoice(compileTraced(list), (_scope, items) => placesOf(items).filter((place) => items[place] !== null))
}

/** A value is calculated, or comes out of the documents by a way that nobody follows. */
function untraced(node: GroqNode): ComputeTraced {
  const compute = compile(node)
  return (scope) => ({value: compute(scope), trace: null})
}

/** A document, or a list of documents that the plan has found. */
function tracedDocuments(value: unknown): Traced {
  return {value, trace: Array.isArray(value) ? 'documents' : placeOfDocument(value)}
}

const NODES: Record<string, (node: GroqNode) => ComputeTraced> = {
  This: () => (scope) => scope,
  Everything: () => (scope) => tracedDocuments(scope.run.everything),
  Parameter(node) {
    const compute = compile(node)
    const name = nameOf(node)
    return (scope) => ({value: compute(scope), trace: scope.run.traces.get(name) ?? 'literal'})
  },
  Parent(node) {
    const levels = numberOf(node, 'n')
    return (scope) => scope.outer(levels) ?? NOTHING
  },
  Value({value = null}) {
    return () => ({value, trace: 'literal'})
  },
  Group: (node) => compileTracedChild(node, 'base'),
  AccessAttribute(node) {
    const name = nameOf(node)
    const base = childOf(node, 'base')
    const compute: ComputeTraced = base ? compileTraced(base) : (scope) => scope
    return (scope) => {
      const {value, trace} = compute(scope)
      return isObject(value) ? {value: attributeOf(value, name), trace: traceOfField(trace, name)} : NOTHING
    }
  },
  AccessElement(node) {
    const index = numberOf(node, 'index')
    const base = compileTaken(node, index < 0 ? undefined : index + 1)
    return (scope) => {
      const {value, trace} = base(scope)
      if (!Array.isArray(value)) return NOTHING
      const place = index < 0 ? index + value.length : index
      return {value: value[place] ?? null, trace: traceOfItem(trace, value, place)}
    }
  },
  Slice(node) {
    return compileChoice(compileTaken(node, limitOf(node)), (_scope, list) =>
      placesOf(list).slice(...boundsOf(node, list.length)),
    )
  },
  Filter: compileFilter,
  Map: compileMap,
  FlatMap: compileMap,
  ArrayCoerce(node) {
    const base = compileTracedChild(node, 'base')
    return (scope) => {
      const found = base(scope)
      return Array.isArray(found.value) ? found : NOTHING
    }
  },
  Projection(node) {
    const [base, expression] = [compileTracedChild(node, 'base'), compileTracedChild(node, 'expr')]
    return (scope) => {
      const {value, trace} = base(scope)
      return isObject(value) ? expression(scope.nested(value, trace)) : NOTHING
    }
  },
  Object: compileObject,
  Array: compileArray,
  Deref(node) {
    const base = compileChild(node, 'base')
    return (scope) => tracedDocuments(dereferenced(scope, base(scope)))
  },
  Select: compileSelect,
  OpCall: compileOperator,
  FuncCall: compileCall,
  PipeFuncCall: (node) => compilePipe(node),
  Lookup(node) {
    const compute = compile(node)
    return (scope) => tracedDocuments(compute(scope))
  },
}

export function compileTraced(node: GroqNode): ComputeTraced {
  return (NODES[node.type] ?? untraced)(node)
}
