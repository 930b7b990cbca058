/** Objects and lists that a query writes out, with the traces of their parts. */
import type {GroqNode} from '../groq.ts'
import type {JsonRecord} from '../json.ts'
import {compileChild, setField} from './compile.ts'
import {type ComputeTraced, compileTracedChild, type Traced} from './compile-traced.ts'
import {childrenOf, nameOf} from './node.ts'
import type {Scope} from './scope.ts'
import {type Trace, tracesOfFields, tracesOfItems} from './trace.ts'
import {isObject} from './value.ts'

/** Adds a value to a list, or, with `isSpread`, the items of one that is a list itself. */
export function append(
  {run: {budget}}: Scope,
  to: {readonly list: unknown[]; readonly traces: Trace[]},
  {value, trace}: Traced,
  isSpread: boolean,
): void {
  if (isSpread && Array.isArray(value)) {
    budget.build(2 * value.length)
    for (const item of value) to.list.push(item)
    for (const inner of tracesOfItems(trace, value)) to.traces.push(inner)
  } else {
    budget.build(2)
    to.list.push(value)
    to.traces.push(trace)
  }
}

type Fields = {readonly target: JsonRecord; readonly traces: Map<string, Trace>}

function compileAttribute(node: GroqNode): (scope: Scope, fields: Fields) => void {
  const compute = compileTracedChild(node, 'value')
  const name = nameOf(node)
  const condition = node.type === 'ObjectConditionalSplat' ? compileChild(node, 'condition') : null
  const isSplat = node.type !== 'ObjectAttributeValue'
  return (scope, {target, traces}) => {
    if (condition && condition(scope) !== true) return
    const {value, trace} = compute(scope)
    if (!isSplat) {
      scope.run.budget.build(2)
      setField(target, name, value)
      traces.set(name, trace)
    } else if (isObject(value)) {
      for (const [field, inner] of tracesOfFields(trace, value)) {
        scope.run.budget.build(2)
        setField(target, field, value[field] ?? null)
        traces.set(field, inner)
      }
    }
  }
}

export function compileObject(node: GroqNode): ComputeTraced {
  const attributes = childrenOf(node, 'attributes').map(compileAttribute)
  return (scope) => {
    const fields: Fields = {target: {}, traces: new Map()}
    for (const attribute of attributes) attribute(scope, fields)
    return {value: fields.target, trace: fields.traces}
  }
}

export function compileArray(node: GroqNode): ComputeTraced {
  const elements = childrenOf(node, 'elements').map((element) => ({
    compute: compileTracedChild(element, 'value'),
    isSplat: element.isSplat === true,
  }))
  return (scope) => {
    const [list, traces]: [unknown[], Trace[]] = [[], []]
    for (const {compute, isSplat} of elements) {
      const {value, trace} = compute(scope)
      if (isSplat && !Array.isArray(value)) continue
      append(scope, {list, traces}, {value, trace}, isSplat)
    }
    return {value: list, trace: traces}
  }
}
