/**
 * Where an expression is evaluated: the value at hand (`@`), those around it (`^`), and what the whole run shares.
 * @module
 */
import type {LakeDocument} from '../document.ts'
import type {Matches} from '../document-words.ts'
import type {Budget} from './budget.ts'
import type {Trace} from './trace.ts'

/** What one evaluation of a query has at hand. */
export type Run = {
  readonly params: {readonly [name: string]: unknown}
  /** Where the values of parameters come from that the plan has put in the place of a part of the query. */
  readonly traces: ReadonlyMap<string, Trace>
  /** What `*` stands for. */
  readonly everything: readonly unknown[]
  /** The document with an id, or null. */
  dereference(id: string): unknown
  /** What the indexes of a lake know; null for an evaluation beside one. */
  readonly lake: {
    get(id: string): LakeDocument | null
    /** The documents that refer to an id, and perhaps some of which only another version does. */
    referring(id: string): readonly LakeDocument[]
    /** Searches that are answered already, by `matchesKey`. */
    readonly matches: ReadonlyMap<string, Matches>
    /** Names of the filters whose base holds nothing that they would leave out. */
    readonly exact: ReadonlySet<string>
  } | null
  /** The document that `before()` and `after()` stand for; null where nothing has changed. */
  readonly change: {readonly before: unknown; readonly after: unknown} | null
  readonly identity: string
  readonly sanity: {readonly projectId: string; readonly dataset: string}
  readonly now: Date
  readonly budget: Budget
}

export class Scope {
  readonly run: Run
  readonly value: unknown
  readonly trace: Trace
  readonly parent: Scope | null
  readonly #isHidden: boolean

  constructor(run: Run, value: unknown, trace: Trace, parent: Scope | null, isHidden: boolean) {
    this.run = run
    this.value = value
    this.trace = trace
    this.parent = parent
    this.#isHidden = isHidden
  }

  /** The scope of a value inside this one; `^` leads back here. */
  nested(value: unknown, trace: Trace = null): Scope {
    return new Scope(this.run, value, trace, this.#isHidden ? this.parent : this, false)
  }

  /** The scope of one value of a list that is mapped: `^` of what is nested in it does not stop here. */
  hidden(value: unknown, trace: Trace = null): Scope {
    return new Scope(this.run, value, trace, this.#isHidden ? this.parent : this, true)
  }

  /** The scope `levels` out, or null where there is none. */
  outer(levels: number): Scope | null {
    let scope: Scope | null = this
    for (let level = 0; level < levels && scope; level++) scope = scope.parent
    return scope
  }
}
