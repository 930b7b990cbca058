/**
 * GROQ on a change, as Sanity's webhooks use it: `before()`, `after()`, `delta::changedAny(…)`, `delta::changedOnly(…)`
 * and `delta::operation()`, with the document as it is, or was before a deletion, for plain attributes.
 * @module
 */
import {evaluate, parse} from 'groq-js'
import {isNode} from '../groq.ts'
import {refusal} from '../lake-error.ts'
import type {Change} from '../transaction.ts'

/** A parsed expression. */
export type DeltaExpression = ReturnType<typeof parse>

export type DeltaContext = {
  readonly projectId: string
  readonly dataset: string
  dereference(id: string): unknown
}

const mentionsEverything = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(mentionsEverything)
  if (!isNode(value)) return false
  return value.type === 'Everything' || Object.values(value).some(mentionsEverything)
}

/** @throws LakeError 400 for what cannot be parsed, and for expressions that look through all documents */
export function parseDelta(text: string, what: string): DeltaExpression {
  let tree: DeltaExpression
  try {
    tree = parse(text, {mode: 'delta'})
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw refusal(400, `The ${what} is not GROQ: ${reason}`, {cause: error})
  }
  if (mentionsEverything(tree)) {
    throw refusal(400, `The ${what} looks through all documents (*), and a webhook sees the one that has changed.`)
  }
  return tree
}

/** @throws for a function that groq-js lacks */
export async function evaluateDelta(
  tree: DeltaExpression,
  {before, after}: Pick<Change, 'before' | 'after'>,
  {projectId, dataset, dereference}: DeltaContext,
): Promise<unknown> {
  const value = await evaluate(tree, {
    root: after ?? before,
    before,
    after,
    dataset: [],
    sanity: {projectId, dataset},
    dereference: async ({_ref}: {_ref: string}) => dereference(_ref) ?? null,
  })
  return value.get()
}
