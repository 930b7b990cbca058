/**
 * The door to groq-js, which parses: with limits on what it is given, and errors in Sanity's shape.
 * @module
 */
import {parse} from 'groq-js'
import {isRecord, type JsonRecord} from './json.ts'
import {LakeError, queryParseError} from './lake-error.ts'
import type {Audience} from './perspective.ts'

/** A node of groq-js's syntax tree. Its fields depend on `type`; those we know are checked where they are read. */
export type GroqNode = {readonly type: string} & {readonly [field: string]: unknown}

export const isNode = (value: unknown): value is GroqNode => isRecord(value) && typeof value.type === 'string'

/** The child of a node under a name, where there is one. */
export function childOf(node: GroqNode, field: string): GroqNode | null {
  const child = node[field]
  return isNode(child) ? child : null
}

/** The argument of `text::query(…)`, or null for any other node. */
export function textQueryOf(node: GroqNode): GroqNode | null {
  if (node.type === 'Group') {
    const base = childOf(node, 'base')
    return base && textQueryOf(base)
  }
  if (node.type !== 'FuncCall' || node.namespace !== 'text' || node.name !== 'query') return null
  const [argument] = Array.isArray(node.args) ? node.args : []
  return isNode(argument) ? argument : null
}

/**
 * Longer queries, deeper ones and those with more operators only come from somebody who wants to stop the process: the
 * time that groq-js takes to parse grows with the square of the operators, 0.1 s at two thousand.
 */
const MAX_LENGTH = 200_000
const MAX_NESTING = 200
const MAX_OPERATORS: Record<Audience, number> = {public: 2000, member: 10_000}

const OPENING = /^[[({]/
const CLOSING = /^[\])}]/
const OPERATOR = /^[|&+*/%=<>!,-]/

function assertReasonable(query: string, audience: Audience): void {
  if (query.length > MAX_LENGTH) throw queryParseError(`The query is longer than ${MAX_LENGTH} characters`, '', 0)
  let depth = 0
  let operators = 0
  for (const [token] of query.matchAll(/\/\/.*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\w\s]/g)) {
    if (OPENING.test(token)) depth++
    else if (CLOSING.test(token)) depth--
    if (OPENING.test(token) || OPERATOR.test(token)) operators++
    if (depth > MAX_NESTING) throw queryParseError(`The query is nested deeper than ${MAX_NESTING} levels`, '', 0)
    if (operators > MAX_OPERATORS[audience]) {
      throw queryParseError(`The query has more than ${MAX_OPERATORS[audience]} operators`, '', 0)
    }
  }
}

/** groq-js wants the bounds of a slice as constants, so that only queries with `[0...$n]` depend on their numbers. */
const NEEDS_CONSTANTS = /must use constant|must be constant/

function parseWith(query: string, params: JsonRecord): GroqNode {
  const tree: unknown = parse(query, {params})
  if (!isNode(tree)) throw new Error('groq-js returned no syntax tree')
  return tree
}

function parseWithNumbers(query: string, params: JsonRecord): {tree: GroqNode; key: string} {
  const numbers = Object.fromEntries(Object.entries(params).filter(([, value]) => typeof value === 'number'))
  return {tree: parseWith(query, numbers), key: `${query}\u0000${JSON.stringify(numbers)}`}
}

/** `list[$n]` is an element where `$n` is a number, and a filter where it is not. */
function hasBracketedParameter(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasBracketedParameter)
  if (!isRecord(value)) return false
  if (value.type === 'Filter' && isNode(value.expr) && value.expr.type === 'Parameter') return true
  return Object.values(value).some(hasBracketedParameter)
}

const positionOf = (error: Error): number =>
  'position' in error && typeof error.position === 'number' ? error.position : 0

/** Comments, texts, and calls of the two functions whose argument names places in the changed document. */
const CALL_ON_CHANGE = /\/\/.*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\bdelta\s*::\s*(changedAny|changedOnly)\s*\(/g

/**
 * Parses an expression on a change, with `before()`, `after()` and `delta::…`. groq-js reads the argument of
 * `delta::changedAny(…)` as a value; it is the same as `diff::changedAny(before(), after(), …)`, whose last one it reads as
 * the places that it names.
 */
export function parseOnChange(expression: string): GroqNode {
  assertReasonable(expression, 'member')
  const spelled = expression.replace(CALL_ON_CHANGE, (token, name?: string) =>
    name === undefined ? token : `diff::${name}(before(), after(), `,
  )
  const tree: unknown = parse(spelled, {mode: 'delta'})
  if (!isNode(tree)) throw new Error('groq-js returned no syntax tree')
  return tree
}

/**
 * Parses a query. The tree does not depend on parameters, unless the query slices by them; `key` then tells apart the
 * trees of one query.
 */
export function parseQuery(
  query: string,
  params: JsonRecord,
  audience: Audience = 'member',
): {tree: GroqNode; key: string} {
  assertReasonable(query, audience)
  try {
    try {
      const tree = parseWith(query, {})
      return hasBracketedParameter(tree) ? parseWithNumbers(query, params) : {tree, key: query}
    } catch (error) {
      if (!(error instanceof Error) || !NEEDS_CONSTANTS.test(error.message)) throw error
      return parseWithNumbers(query, params)
    }
  } catch (error) {
    if (error instanceof LakeError || !(error instanceof Error)) throw error
    throw queryParseError(
      error instanceof RangeError ? 'The query is nested too deeply' : error.message,
      query,
      positionOf(error),
      {cause: error},
    )
  }
}
