/**
 * Turns a syntax tree into a function from scope to value: what groq-js does on each visit of a node is done once.
 * @module
 */
import {childOf, type GroqNode} from '../groq.ts'
import type {JsonRecord} from '../json.ts'
import {notHonoured} from '../lake-error.ts'
import {compileCall} from './functions.ts'
import {boundsOf, childrenOf, limitOf, nameOf, numberOf, requireChild, scanOf} from './node.ts'
import {compileOperator} from './operators.ts'
import {compilePipe} from './pipe.ts'
import type {Scope} from './scope.ts'
import {comparePartly, finite, isObject} from './value.ts'

/** An expression, ready to be evaluated. It never answers undefined. */
export type Compute = (scope: Scope) => unknown

const here: Compute = (scope) => scope.value

export const compileChild = (node: GroqNode, field: string): Compute => compile(requireChild(node, field))

/** The attribute of an object, or null. */
export const attributeOf = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null

/** A field under any name, `__proto__` too, is only a field. */
export function setField(target: JsonRecord, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(target, name, {value, enumerable: true, configurable: true})
  else target[name] = value
}

/** The parts of an object literal; `take` hears each field or object that belongs into it. */
type Attribute = (scope: Scope, target: JsonRecord) => void

function compileAttribute(node: GroqNode): Attribute {
  const value = compileChild(node, 'value')
  if (node.type === 'ObjectAttributeValue') {
    const name = nameOf(node)
    return (scope, target) => {
      scope.run.budget.build(1)
      setField(target, name, value(scope))
    }
  }
  const condition = node.type === 'ObjectConditionalSplat' ? compileChild(node, 'condition') : null
  return (scope, target) => {
    if (condition && condition(scope) !== true) return
    const fields = value(scope)
    if (!isObject(fields)) return
    for (const name of Object.keys(fields)) {
      scope.run.budget.build(1)
      setField(target, name, fields[name] ?? null)
    }
  }
}

function compileObject(node: GroqNode): Compute {
  const attributes = childrenOf(node, 'attributes').map(compileAttribute)
  return (scope) => {
    const target: JsonRecord = {}
    for (const attribute of attributes) attribute(scope, target)
    return target
  }
}

function compileArray(node: GroqNode): Compute {
  const elements = childrenOf(node, 'elements').map((element) => ({
    value: compileChild(element, 'value'),
    isSplat: element.isSplat === true,
  }))
  return (scope) => {
    const list: unknown[] = []
    for (const {value, isSplat} of elements) {
      const item = value(scope)
      if (isSplat && !Array.isArray(item)) continue
      scope.run.budget.build(isSplat && Array.isArray(item) ? item.length : 1)
      if (isSplat && Array.isArray(item)) for (const inner of item) list.push(inner)
      else list.push(item)
    }
    return list
  }
}

function compileFilter(node: GroqNode): Compute {
  const [base, condition] = [compileChild(node, 'base'), compileChild(node, 'expr')]
  const scan = scanOf(node)
  return (scope) => {
    const list = base(scope)
    if (!Array.isArray(list)) return null
    const {budget, lake} = scope.run
    if (lake?.exact.has(scan)) return list
    const kept: unknown[] = []
    for (const item of list) {
      budget.spend(1)
      if (condition(scope.nested(item)) !== true) continue
      budget.build(1)
      kept.push(item)
    }
    return kept
  }
}

function compileMap(node: GroqNode): Compute {
  const [base, expression] = [compileChild(node, 'base'), compileChild(node, 'expr')]
  const isFlat = node.type === 'FlatMap'
  return (scope) => {
    const list = base(scope)
    if (!Array.isArray(list)) return null
    const {budget} = scope.run
    const mapped: unknown[] = []
    for (const item of list) {
      const value = expression(scope.hidden(item))
      if (isFlat && Array.isArray(value)) {
        budget.build(value.length)
        for (const inner of value) mapped.push(inner)
      } else {
        budget.build(1)
        mapped.push(value)
      }
    }
    return mapped
  }
}

function compileSelect(node: GroqNode): Compute {
  const alternatives = childrenOf(node, 'alternatives').map((alternative) => ({
    condition: compileChild(alternative, 'condition'),
    value: compileChild(alternative, 'value'),
  }))
  const fallback = childOf(node, 'fallback')
  const otherwise = fallback ? compile(fallback) : () => null
  return (scope) => {
    for (const {condition, value} of alternatives) if (condition(scope) === true) return value(scope)
    return otherwise(scope)
  }
}

function compileRange(node: GroqNode): Compute {
  const [base, left, right] = [compileChild(node, 'base'), compileChild(node, 'left'), compileChild(node, 'right')]
  const isInclusive = node.isInclusive === true
  return (scope) => {
    const value = base(scope)
    const [toLeft, toRight] = [comparePartly(value, left(scope)), comparePartly(value, right(scope))]
    if (toLeft === null || toRight === null) return null
    return toLeft >= 0 && (isInclusive ? toRight <= 0 : toRight < 0)
  }
}

/** The document that an object refers to, or null. */
export function dereferenced(scope: Scope, value: unknown): unknown {
  if (!isObject(value) || typeof value._ref !== 'string') return null
  scope.run.budget.spend(1)
  return scope.run.dereference(value._ref) ?? null
}

/** A value of three truths: everything but true and false is neither. */
function compileLogic(node: GroqNode): Compute {
  const [left, right] = [compileChild(node, 'left'), compileChild(node, 'right')]
  const deciding = node.type === 'Or'
  return (scope) => {
    const first = left(scope)
    if (first === deciding) return deciding
    const second = right(scope)
    if (second === deciding) return deciding
    return typeof first === 'boolean' && typeof second === 'boolean' ? !deciding : null
  }
}

function compileSign(node: GroqNode): Compute {
  const base = compileChild(node, 'base')
  const sign = node.type === 'Neg' ? -1 : 1
  return (scope) => {
    const value = base(scope)
    return typeof value === 'number' ? finite(sign * value) : null
  }
}

/** The base of what takes items of a list from its beginning: of an ordered one, no more is put in order. */
function compileTaken(node: GroqNode, limit: number | undefined): Compute {
  const base = requireChild(node, 'base')
  return base.type === 'PipeFuncCall' ? compilePipe(base, limit) : compile(base)
}

/** The documents that an index knows by a value of the scope around a filter. */
function compileLookup(node: GroqNode): Compute {
  const value = compileChild(node, 'value')
  const isByReference = node.on === 'references'
  return (scope) => {
    const id = value(scope)
    const {lake, budget} = scope.run
    if (typeof id !== 'string' || !lake) return []
    const found = isByReference ? lake.referring(id) : [lake.get(id) ?? []].flat()
    budget.spend(found.length)
    return found
  }
}

const NODES: Record<string, (node: GroqNode) => Compute> = {
  This: () => here,
  Everything: () => (scope) => scope.run.everything,
  Parameter(node) {
    const name = nameOf(node)
    return (scope) => (Object.hasOwn(scope.run.params, name) ? (scope.run.params[name] ?? null) : null)
  },
  Context({key}) {
    const which = key === 'before' ? 'before' : 'after'
    return (scope) => scope.run.change?.[which] ?? null
  },
  Parent(node) {
    const levels = numberOf(node, 'n')
    return (scope) => scope.outer(levels)?.value ?? null
  },
  Value({value = null}) {
    return () => value
  },
  Group: (node) => compileChild(node, 'base'),
  AccessAttribute(node) {
    const name = nameOf(node)
    const base = childOf(node, 'base')
    if (!base || base.type === 'This') return (scope) => attributeOf(scope.value, name)
    const value = compile(base)
    return (scope) => attributeOf(value(scope), name)
  },
  AccessElement(node) {
    const index = numberOf(node, 'index')
    const base = compileTaken(node, index < 0 ? undefined : index + 1)
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? (list.at(index) ?? null) : null
    }
  },
  Slice(node) {
    const base = compileTaken(node, limitOf(node))
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? list.slice(...boundsOf(node, list.length)) : null
    }
  },
  Filter: compileFilter,
  Map: compileMap,
  FlatMap: compileMap,
  ArrayCoerce(node) {
    const base = compileChild(node, 'base')
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? list : null
    }
  },
  Projection(node) {
    const [base, expression] = [compileChild(node, 'base'), compileChild(node, 'expr')]
    return (scope) => {
      const value = base(scope)
      return isObject(value) ? expression(scope.nested(value)) : null
    }
  },
  Object: compileObject,
  Array: compileArray,
  Deref(node) {
    const base = compileChild(node, 'base')
    return (scope) => dereferenced(scope, base(scope))
  },
  Select: compileSelect,
  InRange: compileRange,
  And: compileLogic,
  Or: compileLogic,
  Not(node) {
    const base = compileChild(node, 'base')
    return (scope) => {
      const value = base(scope)
      return typeof value === 'boolean' ? !value : null
    }
  },
  Neg: compileSign,
  Pos: compileSign,
  OpCall: compileOperator,
  FuncCall: compileCall,
  PipeFuncCall: (node) => compilePipe(node),
  Lookup: compileLookup,
  Asc: () => () => null,
  Desc: () => () => null,
}

/** @throws LakeError 501 for a node that no query of a data set has */
export function compile(node: GroqNode): Compute {
  const compileNode = NODES[node.type]
  if (!compileNode) throw notHonoured('A function or operator in this query')
  return compileNode(node)
}
