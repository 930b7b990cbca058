/** The operators between two values. */
import type {GroqNode} from '../groq.ts'
import {notHonoured} from '../lake-error.ts'
import {type Compute, compileChild} from './compile.ts'
import {matches, patternsOfValue, wordsOfValue} from './match.ts'
import type {Scope} from './scope.ts'
import {comparePartly, finite, IdPattern, isEqual, isObject, Moment} from './value.ts'

type Operator = (left: unknown, right: unknown, scope: Scope) => unknown

const compared =
  (is: (order: number) => boolean): Operator =>
  (left, right) => {
    const order = comparePartly(left, right)
    return order === null ? null : is(order)
  }

const calculated =
  (calculate: (left: number, right: number) => number): Operator =>
  (left, right) =>
    typeof left === 'number' && typeof right === 'number' ? finite(calculate(left, right)) : null

const add: Operator = (left, right, {run: {budget}}) => {
  if (typeof left === 'number' && typeof right === 'number') return finite(left + right)
  if (typeof left === 'string' && typeof right === 'string') {
    budget.build((left.length + right.length) >> 3)
    return left + right
  }
  if (left instanceof Moment && typeof right === 'number') return left.plus(right)
  if (typeof left === 'number' && right instanceof Moment) return right.plus(left)
  if (Array.isArray(left) && Array.isArray(right)) {
    budget.build(left.length + right.length)
    return [...left, ...right]
  }
  if (!isObject(left) || !isObject(right)) return null
  budget.build(Object.keys(left).length + Object.keys(right).length)
  return {...left, ...right}
}

const subtract: Operator = (left, right) => {
  if (typeof left === 'number' && typeof right === 'number') return finite(left - right)
  if (!(left instanceof Moment)) return null
  if (typeof right === 'number') return left.plus(-right)
  return right instanceof Moment ? finite((left.milliseconds - right.milliseconds) / 1000) : null
}

const isIn: Operator = (value, list, {run: {budget}}) => {
  if (list instanceof IdPattern) {
    budget.spend(list.pattern.length >> 3)
    return typeof value === 'string' ? list.matches(value) : null
  }
  if (!Array.isArray(list)) return null
  budget.spend(list.length >> 3)
  return list.some((item) => isEqual(value, item))
}

const OPERATORS: Record<string, Operator> = {
  '==': isEqual,
  '!=': (left, right) => !isEqual(left, right),
  '<': compared((order) => order < 0),
  '<=': compared((order) => order <= 0),
  '>': compared((order) => order > 0),
  '>=': compared((order) => order >= 0),
  '+': add,
  '-': subtract,
  '*': calculated((left, right) => left * right),
  '/': calculated((left, right) => left / right),
  '%': calculated((left, right) => left % right),
  '**': calculated((left, right) => left ** right),
  in: isIn,
}

/** A text costs what its letters cost, whoever looks at them. */
export function payForTexts(value: unknown, {run: {budget}}: Scope): void {
  if (typeof value === 'string') budget.spend(1 + (value.length >> 3))
  else if (Array.isArray(value)) {
    for (const item of value) budget.spend(1 + (typeof item === 'string' ? item.length >> 3 : 0))
  }
}

/** The patterns of a text, read again only where the text is another. */
export function patternReader(): (value: unknown) => ReturnType<typeof patternsOfValue> {
  let known: {value: unknown; patterns: ReturnType<typeof patternsOfValue>} | null = null
  return (value) => {
    if (known === null || known.value !== value || typeof value !== 'string') {
      known = {value, patterns: patternsOfValue(value)}
    }
    return known.patterns
  }
}

function compileMatch(node: GroqNode): Compute {
  const [left, right] = [compileChild(node, 'left'), compileChild(node, 'right')]
  const patternsOf = patternReader()
  return (scope) => {
    const [texts, pattern] = [left(scope), right(scope)]
    payForTexts(texts, scope)
    payForTexts(pattern, scope)
    const [words, patterns] = [wordsOfValue(texts), patternsOf(pattern)]
    scope.run.budget.spend((words.length * (patterns?.length ?? 0)) >> 2)
    return matches(words, patterns)
  }
}

export function compileOperator(node: GroqNode): Compute {
  if (node.op === 'match') return compileMatch(node)
  const operator = typeof node.op === 'string' ? OPERATORS[node.op] : undefined
  if (!operator) throw notHonoured(`The operator "${node.op}"`)
  const [left, right] = [compileChild(node, 'left'), compileChild(node, 'right')]
  return (scope) => operator(left(scope), right(scope), scope)
}
