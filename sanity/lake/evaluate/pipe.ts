/** What stands behind `|`: order() and score(). */
import {childOf, type GroqNode} from '../groq.ts'
import type {JsonRecord} from '../json.ts'
import {notHonoured} from '../lake-error.ts'
import {type Compute, compile, compileChild} from './compile.ts'
import {childrenOf, nameOf, requireChild} from './node.ts'
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

/** With a limit, the best few alone. */
export function scoringFor(node: GroqNode, limit = Number.POSITIVE_INFINITY): Scoring {
  const scores = childrenOf(node, 'args').map(compileScore)
  return (scope, list) => {
    const {budget} = scope.run
    budget.build(list.length)
    const scored = list.flatMap((value, from) => {
      if (!isObject(value)) return []
      const before = typeof value._score === 'number' ? value._score : 0
      const inner = scope.nested(value)
      return [{value, from, score: scores.reduce((sum, score) => sum + score(inner), before)}]
    })
    // A copy of each object is made only of those that are wanted.
    return best(scored, limit).map(({value, from, score}) => {
      budget.build(Object.keys(value).length + 1)
      return {item: {...value, _score: score}, from}
    })
  }
}

type Scored = {readonly value: JsonRecord; readonly from: number; readonly score: number}

function best(scored: readonly Scored[], limit: number): readonly Scored[] {
  const compare = (a: Scored, b: Scored): number => b.score - a.score || a.from - b.from
  if (limit * 4 >= scored.length) return [...scored].sort(compare)
  const scoreAt = (place: number): Scored => scored[place] ?? NOTHING_SCORED
  return smallest([...scored.keys()], limit, (a, b) => compare(scoreAt(a), scoreAt(b))).map(scoreAt)
}

const NOTHING_SCORED: Scored = {value: {}, from: 0, score: 0}

/** Whether a node puts scored items in the order that they have already. */
function isOrderOfScores(node: GroqNode): boolean {
  const [key, ...others] = childrenOf(node, 'args')
  const attribute = key?.type === 'Desc' ? childOf(key, 'base') : null
  return (
    others.length === 0 &&
    attribute?.type === 'AccessAttribute' &&
    nameOf(attribute) === '_score' &&
    !childOf(attribute, 'base') &&
    isScore(requireChild(node, 'base'))
  )
}

const isScore = (node: GroqNode): boolean => node.type === 'PipeFuncCall' && nameOf(node) === 'score'

/** An order that changes nothing is left out. */
export const orderedAlready = (node: GroqNode): GroqNode =>
  nameOf(node) === 'order' && isOrderOfScores(node) ? requireChild(node, 'base') : node

/** With a limit, an ordered list ends after as many items. */
export function compilePipe(given: GroqNode, limit?: number): Compute {
  const node = orderedAlready(given)
  const base = compileChild(node, 'base')
  if (nameOf(node) === 'order') {
    const ordering = orderingFor(node, limit)
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? ordering(scope, list).map((place) => list[place]) : null
    }
  }
  if (isScore(node)) {
    const scoring = scoringFor(node, limit)
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? scoring(scope, list).map(({item}) => item) : null
    }
  }
  throw notHonoured(`The function ${nameOf(node)}() behind "|"`)
}
