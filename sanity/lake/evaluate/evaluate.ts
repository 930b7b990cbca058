/**
 * The door to the evaluation: a syntax tree, what it is asked about, and what it may cost.
 * @module
 */
import type {GroqNode} from '../groq.ts'
import type {JsonRecord} from '../json.ts'
import {LakeError, queryExecutionError} from '../lake-error.ts'
import {Budget, type Limits, OverBudgetError, UNLIMITED} from './budget.ts'
import {type Compute, compile} from './compile.ts'
import {type ComputeTraced, compileTraced, type Traced} from './compile-traced.ts'
import {type Run, Scope} from './scope.ts'
import type {Trace} from './trace.ts'

export type Evaluation = {
  readonly query: string
  readonly dataset: readonly unknown[]
  readonly params: JsonRecord
  readonly traces?: ReadonlyMap<string, Trace>
  /** What `@` is outside of everything. */
  readonly root?: unknown
  readonly identity: string
  readonly sanity: {readonly projectId: string; readonly dataset: string}
  /** One for all evaluations that answer a query together. */
  readonly budget?: Budget
  readonly lake?: Run['lake']
  readonly change?: Run['change']
  dereference(id: string): unknown
}

const NO_TRACES: ReadonlyMap<string, Trace> = new Map()

/** A tree is compiled once, when it is first evaluated. */
const compiled = new WeakMap<GroqNode, Compute>()
const compiledTraced = new WeakMap<GroqNode, ComputeTraced>()

function memoized<Compiled>(known: WeakMap<GroqNode, Compiled>, make: (tree: GroqNode) => Compiled, tree: GroqNode) {
  const ready = known.get(tree) ?? make(tree)
  known.set(tree, ready)
  return ready
}

export const budgetFor = (limits: Limits): Budget => new Budget(limits)

function scopeFor({dataset, root = null, budget, traces, lake = null, change = null, ...rest}: Evaluation): Scope {
  const run = {
    ...rest,
    lake,
    change,
    traces: traces ?? NO_TRACES,
    everything: dataset,
    now: new Date(),
    budget: budget ?? budgetFor(UNLIMITED),
  }
  return new Scope(run, root, null, null, false)
}

/** A scope for an expression that looks at nothing but one value. */
export const bareScope = (value: unknown): Scope =>
  scopeFor({
    query: '',
    dataset: [],
    params: {},
    root: value,
    identity: '',
    sanity: {projectId: '', dataset: ''},
    dereference: () => null,
  })

/** Errors of the evaluation in Sanity's shape; one of the budget passes, for whoever gave it to decide. */
function guarded<Value>(query: string, evaluate: () => Value): Value {
  try {
    return evaluate()
  } catch (error) {
    if (error instanceof LakeError || error instanceof OverBudgetError || !(error instanceof Error)) throw error
    const description = error instanceof RangeError ? 'The query is nested too deeply' : error.message
    throw queryExecutionError(description, query, {cause: error})
  }
}

/** Evaluates a tree to JSON; moments and patterns of ids become text when JSON is made of it. */
export const evaluateQuery = (tree: GroqNode, evaluation: Evaluation): unknown =>
  guarded(evaluation.query, () => memoized(compiled, compile, tree)(scopeFor(evaluation)))

/** The same with a trace of where each part of the answer comes from. */
export const evaluateTraced = (tree: GroqNode, evaluation: Evaluation): Traced =>
  guarded(evaluation.query, () => memoized(compiledTraced, compileTraced, tree)(scopeFor(evaluation)))
