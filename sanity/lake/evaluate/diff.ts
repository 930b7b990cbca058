/**
 * `diff::changedAny()` and `diff::changedOnly()`: whether what a selector names differs between two values. A selector
 * looks like an expression and names places, not values.
 * @module
 */
import {childOf, type GroqNode} from '../groq.ts'
import {isSameJson} from '../json.ts'
import {notHonoured} from '../lake-error.ts'
import {type Compute, compile, compileChild} from './compile.ts'
import {childrenOf, nameOf, requireChild} from './node.ts'
import type {Scope} from './scope.ts'
import {isObject} from './value.ts'

type Path = readonly (string | number)[]

/** The places in a value that a selector names. */
type Selector = (value: unknown, scope: Scope) => Path[]

function valueAt(value: unknown, path: Path): unknown {
  let current = value
  for (const step of path) {
    if (Array.isArray(current) && typeof step === 'number') current = current[step]
    else if (isObject(current) && Object.hasOwn(current, step)) current = current[step]
    else return null
  }
  return current ?? null
}

/** Places below each place that a selector names. */
const below =
  (base: Selector, inner: (value: unknown, scope: Scope) => Path[]): Selector =>
  (value, scope) =>
    base(value, scope).flatMap((path) => {
      scope.run.budget.build(path.length + 1)
      return inner(valueAt(value, path), scope).map((rest) => [...path, ...rest])
    })

const itemsOf = (value: unknown): Path[] => (Array.isArray(value) ? [...value.keys()].map((index) => [index]) : [])

const root: Selector = () => [[]]

const SELECTORS: Record<string, (node: GroqNode) => Selector> = {
  Group: (node) => compileSelector(requireChild(node, 'base')),
  Tuple(node) {
    const members = childrenOf(node, 'members').map(compileSelector)
    return (value, scope) => members.flatMap((member) => member(value, scope))
  },
  AccessAttribute(node) {
    const base = childOf(node, 'base')
    return below(base ? compileSelector(base) : root, () => [[nameOf(node)]])
  },
  ArrayCoerce: (node) => below(compileSelector(requireChild(node, 'base')), itemsOf),
  Filter(node) {
    const condition = compileChild(node, 'expr')
    return below(compileSelector(requireChild(node, 'base')), (list, scope) =>
      itemsOf(list).filter(
        (path) => condition(scope.nested([valueAt(list, path)]).nested(valueAt(list, path))) === true,
      ),
    )
  },
  SelectorFuncCall: (node) => anywhere(compileChild(node, 'arg')),
  SelectorNested: (node) =>
    below(compileSelector(requireChild(node, 'base')), compileSelector(requireChild(node, 'nested'))),
}

function compileSelector(node: GroqNode): Selector {
  const make = SELECTORS[node.type]
  if (!make) throw notHonoured(`A selector of the kind ${node.type}`)
  return make(node)
}

/** Every object, however deep, that meets a condition. */
function anywhere(condition: Compute): Selector {
  const look = (value: unknown, scope: Scope): Path[] => {
    scope.run.budget.spend(1)
    const inner = (step: string | number): Path[] =>
      look(valueAt(value, [step]), scope.hidden(valueAt(value, [step]))).map((path) => [step, ...path])
    if (Array.isArray(value)) return [...value.keys()].flatMap(inner)
    if (!isObject(value)) return []
    const own: Path[] = condition(scope.hidden(value)) === true ? [[]] : []
    return [...own, ...Object.keys(value).flatMap(inner)]
  }
  return look
}

/** The places where two values differ: as deep as both have a place there. */
function differencesOf(before: unknown, after: unknown, scope: Scope): Path[] {
  scope.run.budget.spend(1)
  if (isSameJson(before, after)) return []
  const within = (step: string | number): Path[] =>
    differencesOf(valueAt(before, [step]), valueAt(after, [step]), scope).map((path) => [step, ...path])
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(within)
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return [...before.keys()].flatMap(within)
  }
  return [[]]
}

const isWithin = (path: Path, selected: Path): boolean => selected.every((step, index) => path[index] === step)

/** Whether a list on the way to a place has become longer or shorter. */
const isMoved = (path: Path, before: unknown, after: unknown): boolean =>
  path.some((step, index) => {
    if (typeof step !== 'number') return false
    const lists = [valueAt(before, path.slice(0, index)), valueAt(after, path.slice(0, index))]
    const [one, other] = lists
    return !Array.isArray(one) || !Array.isArray(other) || one.length !== other.length
  })

/** `diff::changedAny` or `diff::changedOnly` with its three arguments, or null for any other call. */
export function compileDiff(node: GroqNode): Compute | null {
  const [first, second, third] = childrenOf(node, 'args')
  if (node.namespace !== 'diff' || !first || !second || !third) return null
  const [left, right, select] = [compile(first), compile(second), compileSelector(third)]
  const isOnly = nameOf(node) === 'changedOnly'
  return (scope) => {
    const [before, after] = [left(scope), right(scope)]
    const selected = select(before, scope.hidden(before))
    if (isOnly) {
      return differencesOf(before, after, scope).every((path) => selected.some((place) => isWithin(path, place)))
    }
    if (selected.length !== select(after, scope.hidden(after)).length) return true
    return selected.some(
      (path) => isMoved(path, before, after) || !isSameJson(valueAt(before, path), valueAt(after, path)),
    )
  }
}
