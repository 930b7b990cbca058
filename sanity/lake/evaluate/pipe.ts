/** What stands behind `|`: order() and score(). */
import {childOf, type GroqNode} from '../groq.ts'
import type {JsonRecord} from '../json.ts'
import {notHonoured} from '../lake-error.ts'
import {type Compute, childrenOf, compile, compileChild, nameOf, requireChild} from './compile.ts'
import {compileMatch} from './operators.ts'
import type {Scope} from './scope.ts'
import {smallest} from './smallest.ts'
import {compareTotally, isObject} from './value.ts'

/** The order of a list as places in it, e.g. `[2, 0, 1]`. */
export type Ordering = (scope: Scope, list: readonly unknown[]) => number[]

type Key = {readonly value: Compute; readonly sign: 1 | -1}

function keyOf(node: GroqNode): Key {
  if (node.type === 'Desc') return {value: compileChild(node, 'base'), sign: -1}
  return {value: compile(node.type === 'Asc' ? requireChild(node, 'base') : node), sign: 1}
}

/**
 * The order of a list, or, with a limit, the first places of it. Items that are equal stay in the order in which they
 * came.
 */
export function orderingFor(node: GroqNode, limit = Number.POSITIVE_INFINITY): Ordering {
  const keys = childrenOf(node, 'args').map(keyOf)
  return (scope, list) => {
    const {budget} = scope.run
    budget.build(list.length * (1 + keys.length))
    const columns = keys.map(({value, sign}) => ({
      sign,
      values: list.map((item) => {
        budget.spend(1)
        return value(scope.nested(item))
      }),
    }))
    const compare = (a: number, b: number): number => {
      budget.spend(1)
      for (const {values, sign} of columns) {
        const order = sign * compareTotally(values[a], values[b])
        if (order !== 0) return order
      }
      return a - b
    }
    const places = [...list.keys()]
    return limit * 4 < list.length ? smallest(places, limit, compare) : places.sort(compare)
  }
}

type Score = (scope: Scope) => number

/** How well an item meets a condition: by how often words match, and by 1 for everything else that is true. */
function compileScore(node: GroqNode): Score {
  const [left, right] = [childOf(node, 'left'), childOf(node, 'right')]
  if (node.type === 'OpCall' && node.op === 'match') return compileMatch(node).score
  const [first, second] = childrenOf(node, 'args')
  if (node.type === 'FuncCall' && node.name === 'boost' && first && second) {
    const [score, boost] = [compileScore(first), compile(second)]
    return (scope) => {
      const [found, more] = [score(scope), boost(scope)]
      return typeof more === 'number' && found > 0 ? found + more : 0
    }
  }
  if ((node.type === 'Or' || node.type === 'And') && left && right) {
    const [one, other] = [compileScore(left), compileScore(right)]
    const isAnd = node.type === 'And'
    return (scope) => {
      const [a, b] = [one(scope), other(scope)]
      return isAnd && (a === 0 || b === 0) ? 0 : a + b
    }
  }
  const condition = compile(node)
  return (scope) => (condition(scope) === true ? 1 : 0)
}

/** The objects of a list with their `_score`, the best first, and the place in the list that each comes from. */
export type Scoring = (scope: Scope, list: readonly unknown[]) => {item: JsonRecord & {_score: number}; from: number}[]

export function scoringFor(node: GroqNode): Scoring {
  const scores = childrenOf(node, 'args').map(compileScore)
  return (scope, list) => {
    const {budget} = scope.run
    const scored = list.flatMap((value, from) => {
      if (!isObject(value)) return []
      budget.build(Object.keys(value).length + 1)
      const before = typeof value._score === 'number' ? value._score : 0
      const inner = scope.nested(value)
      return [{item: {...value, _score: scores.reduce((sum, score) => sum + score(inner), before)}, from}]
    })
    return scored.sort((a, b) => b.item._score - a.item._score)
  }
}

/** With a limit, an ordered list ends after as many items. */
export function compilePipe(node: GroqNode, limit?: number): Compute {
  const base = compileChild(node, 'base')
  if (nameOf(node) === 'order') {
    const ordering = orderingFor(node, limit)
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? ordering(scope, list).map((place) => list[place]) : null
    }
  }
  if (nameOf(node) === 'score') {
    const scoring = scoringFor(node)
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? scoring(scope, list).map(({item}) => item) : null
    }
  }
  throw notHonoured(`The function ${nameOf(node)}() behind "|"`)
}
