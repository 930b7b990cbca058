/** The operators between two values. */
import {type Matches, matchesKey} from '../document-words.ts'
import {type GroqNode, textQueryOf} from '../groq.ts'
import {notHonoured} from '../lake-error.ts'
import {isMetByAll, textScoreOf, textsWithin, textTermsOf} from '../text-query.ts'
import {type Compute, compile, compileChild} from './compile.ts'
import {matches, patternsOfValue, scoreOf, wordsOfValue} from './match.ts'
import {requireChild} from './node.ts'
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

/** Lists shorter than this are gone through at least as fast as a set is made of them. */
const LONG_LIST = 16

/** Membership in a list; one that is asked about again and again is made a set of. */
function membership(): Operator {
  let known: {list: unknown; members: Set<unknown>} | null = null
  return (value, list, {run: {budget}}) => {
    if (list instanceof IdPattern) {
      budget.spend(list.pattern.length >> 3)
      const id = value instanceof IdPattern ? value.pattern : value
      return typeof id === 'string' ? list.matches(id) : null
    }
    if (!Array.isArray(list)) return null
    if (list.length < LONG_LIST || value instanceof Moment) {
      budget.spend(list.length >> 3)
      return list.some((item) => isEqual(value, item))
    }
    if (known?.list !== list) {
      budget.build(list.length)
      known = {list, members: new Set(list)}
    }
    return (value === null || typeof value !== 'object') && known.members.has(value)
  }
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
}

/** A text costs what its letters cost, whoever looks at them. */
function payForTexts(value: unknown, {run: {budget}}: Scope): void {
  if (typeof value === 'string') budget.spend(1 + (value.length >> 3))
  else if (Array.isArray(value)) {
    for (const item of value) budget.spend(1 + (typeof item === 'string' ? item.length >> 3 : 0))
  }
}

/** The patterns of a text, read again only where the text is another. */
function patternReader(): (value: unknown) => ReturnType<typeof patternsOfValue> {
  let known: {value: unknown; patterns: ReturnType<typeof patternsOfValue>} | null = null
  return (value) => {
    if (known === null || known.value !== value || typeof value !== 'string') {
      known = {value, patterns: patternsOfValue(value)}
    }
    return known.patterns
  }
}

type Known = (scope: Scope, pattern: unknown) => number | null

/** What the lake knows beforehand of a search: the score of the document at hand, or null where it knows nothing. */
function knownScores(kind: 'match' | 'text', subject: string): Known {
  // One pattern is asked about many documents: its matches are looked up once.
  let last: {lake: unknown; pattern: unknown; matches: Matches | undefined} = {
    lake: null,
    pattern: null,
    matches: undefined,
  }
  return ({run: {lake}, value}, pattern) => {
    if (!lake || lake.matches.size === 0 || !isObject(value) || typeof value._id !== 'string') return null
    if (last.lake !== lake || last.pattern !== pattern) {
      last = {lake, pattern, matches: lake.matches.get(matchesKey(kind, subject, pattern))}
    }
    const document = last.matches ? lake.get(value._id) : null
    return document !== null && document === value ? (last.matches?.get(document) ?? 0) : null
  }
}

/** How well a text matches, and whether at all: two ways to ask the same. */
export type Match = {readonly is: Compute; readonly score: (scope: Scope) => number}

function compileWordMatch(left: GroqNode, right: GroqNode): Match {
  const [texts, pattern, patternsOf] = [compile(left), compile(right), patternReader()]
  const knownScore = knownScores('match', JSON.stringify(left))
  const look = (scope: Scope) => {
    const [text, wanted] = [texts(scope), pattern(scope)]
    payForTexts(text, scope)
    payForTexts(wanted, scope)
    const [words, patterns] = [wordsOfValue(text), patternsOf(wanted)]
    scope.run.budget.spend((words.length * (patterns?.length ?? 0)) >> 2)
    return {words, patterns}
  }
  return {
    is(scope) {
      const known = scope.run.lake?.matches.size ? knownScore(scope, pattern(scope)) : null
      if (known !== null) return known > 0
      const {words, patterns} = look(scope)
      return matches(words, patterns)
    },
    score(scope) {
      const {words, patterns} = look(scope)
      return scoreOf(words, patterns)
    },
  }
}

/** `match text::query(…)`; a query that is no text is met by nothing. */
function compileTextMatch(left: GroqNode, argument: GroqNode): Match {
  const [value, query] = [compile(left), compile(argument)]
  const knownScore = knownScores('text', JSON.stringify(left))
  let known: {query: string; terms: ReturnType<typeof textTermsOf>} | null = null
  const score = (scope: Scope): number => {
    const wanted = query(scope)
    if (typeof wanted !== 'string') return 0
    if (isMetByAll(wanted)) return 1
    const found = knownScore(scope, wanted)
    if (found !== null) return found
    if (known?.query !== wanted) known = {query: wanted, terms: textTermsOf(wanted)}
    const texts = textsWithin(value(scope))
    for (const text of texts) scope.run.budget.spend(1 + text.length * known.terms.length)
    return textScoreOf(known.terms, texts)
  }
  return {is: (scope) => score(scope) > 0, score}
}

/** @throws LakeError where the node has no two sides */
export function compileMatch(node: GroqNode): Match {
  const [left, right] = [requireChild(node, 'left'), requireChild(node, 'right')]
  const argument = textQueryOf(right)
  return argument ? compileTextMatch(left, argument) : compileWordMatch(left, right)
}

export function compileOperator(node: GroqNode): Compute {
  if (node.op === 'match') return compileMatch(node).is
  const operator = node.op === 'in' ? membership() : typeof node.op === 'string' ? OPERATORS[node.op] : undefined
  if (!operator) throw notHonoured(`The operator "${node.op}"`)
  const [left, right] = [compileChild(node, 'left'), compileChild(node, 'right')]
  return (scope) => operator(left(scope), right(scope), scope)
}
