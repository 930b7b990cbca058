/**
 * GROQ on a change, as Sanity's webhooks use it: `before()`, `after()`, `delta::changedAny(…)`, `delta::changedOnly(…)`
 * and `delta::operation()`, with the document as it is, or was before a deletion, for plain attributes.
 * @module
 */
import {budgetFor, evaluateQuery} from '../evaluate/evaluate.ts'
import {type GroqNode, isNode, parseOnChange} from '../groq.ts'
import {refusal} from '../lake-error.ts'
import {HOOK_LIMITS, withinLimits} from '../query-limits.ts'
import type {Change} from '../transaction.ts'

/** An expression as it was written, and parsed. */
export type DeltaExpression = {readonly text: string; readonly tree: GroqNode}

export type DeltaContext = {
  readonly projectId: string
  readonly dataset: string
  dereference(id: string): unknown
}

/** Who asks, as `identity()` answers. */
const WEBHOOK_ID = 'embedded-lake'

const mentionsEverything = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(mentionsEverything)
  if (!isNode(value)) return false
  return value.type === 'Everything' || Object.values(value).some(mentionsEverything)
}

/** @throws LakeError 400 for what cannot be parsed, and for expressions that look through all documents */
export function parseDelta(text: string, what: string): DeltaExpression {
  let tree: GroqNode
  try {
    tree = parseOnChange(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw refusal(400, `The ${what} is not GROQ: ${reason}`, {cause: error})
  }
  if (mentionsEverything(tree)) {
    throw refusal(400, `The ${what} looks through all documents (*), and a webhook sees the one that has changed.`)
  }
  return {text, tree}
}

/** @throws LakeError for a function that the lake lacks, and for an expression that takes too long */
export function evaluateDelta(
  {text, tree}: DeltaExpression,
  {before, after}: Pick<Change, 'before' | 'after'>,
  {projectId, dataset, dereference}: DeltaContext,
): unknown {
  return withinLimits(text, HOOK_LIMITS, () =>
    evaluateQuery(tree, {
      query: text,
      dataset: [],
      params: {},
      root: after ?? before,
      change: {before, after},
      identity: WEBHOOK_ID,
      sanity: {projectId, dataset},
      budget: budgetFor(HOOK_LIMITS),
      dereference,
    }),
  )
}
