/**
 * Finds documents for one query: by the indexes of a perspective, as few as the constraints of a scan allow.
 * @module
 */
import type {Constraint, Operand} from './constraint.ts'
import {type LakeDocument, publishedIdFor} from './document.ts'
import type {DocumentIndex} from './document-index.ts'
import {type Matches, matchesKey, WordsPending} from './document-words.ts'
import type {Budget} from './evaluate/budget.ts'
import type {JsonRecord} from './json.ts'
import type {Scan} from './plan.ts'
import type {ReferenceIndex} from './reference-index.ts'

type Found = readonly LakeDocument[]

/** So few documents are looked at one by one as fast as words are looked up. */
export const FEW = 200

export const operandValue = (operand: Operand, params: JsonRecord): unknown =>
  'param' in operand ? (params[operand.param] ?? null) : operand.value

export const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

const byId = (a: LakeDocument, b: LakeDocument): number => (a._id < b._id ? -1 : 1)

/** Whether an index answers a comparison with these values and no more than it. */
const isAnswered = (op: string, value: unknown): boolean =>
  op === '==' ? typeof value === 'string' : Array.isArray(value) && value.every((item) => typeof item === 'string')

export class Finder {
  readonly matches = new Map<string, Matches>()
  readonly exact = new Set<string>()
  readonly #documents: DocumentIndex
  readonly #references: ReferenceIndex
  readonly #budget: Budget
  readonly #waits: boolean

  /** @param waits whether `WordsPending` is understood */
  constructor(documents: DocumentIndex, references: ReferenceIndex, budget: Budget, waits: boolean) {
    this.#waits = waits
    this.#budget = budget
    this.#documents = documents
    this.#references = references
  }

  get(id: string): LakeDocument | null {
    return this.#documents.get(id)
  }

  referring(target: string): Found {
    const ids = new Set<string>()
    for (const id of this.#references.sourcesOf(target)) {
      ids.add(id)
      ids.add(publishedIdFor(id))
    }
    return [...ids].sort().flatMap((id) => this.#documents.get(id) ?? [])
  }

  /** The documents that a scan has to look at, in the order of their ids, and the constraint that found them. */
  candidates({name, constraints, isWhole}: Scan, params: JsonRecord): {found: Found; by: Constraint | null} {
    const {found, by} = this.#fewest(constraints, params) ?? {found: this.#documents.all(), by: null}
    if (isWhole && by && this.#isExact(by, params)) this.exact.add(name)
    return {found, by}
  }

  /** Answers searches for all documents, where many are going to be asked about. */
  search(searches: readonly Constraint[], params: JsonRecord): void {
    for (const each of searches) this.#find(each, params)
  }

  #fewest(constraints: readonly Constraint[], params: JsonRecord): {found: Found; by: Constraint} | null {
    let best: {found: Found; by: Constraint} | null = null
    // Searches come last: where few documents are left, they need no index.
    const inTurn = [...constraints].sort((a, b) => Number(isSearch(a)) - Number(isSearch(b)))
    for (const by of inTurn) {
      if (isSearch(by) && best && best.found.length <= FEW) break
      const found = this.#find(by, params)
      if (found && (best === null || found.length < best.found.length)) best = {found, by}
    }
    return best
  }

  /** The documents that an index says can meet a constraint, or null where no index can say. */
  #find(constraint: Constraint, params: JsonRecord): Found | null {
    if (constraint.on === 'either') return this.#findEither(constraint.sides, params)
    const value = operandValue(constraint.operand, params)
    if (constraint.on === 'match' || constraint.on === 'text') {
      const {on, subject} = constraint
      const {words} = this.#documents
      const matches = this.#unlessPending(() =>
        on === 'match' ? words.matching(subject, value, this.#budget) : words.meeting(subject, value, this.#budget),
      )
      if (!matches) return null
      this.matches.set(matchesKey(on, subject.key, value), matches)
      return [...matches.keys()].sort(byId)
    }
    const {on} = constraint
    // A document without a slug equals null, and the index knows only those that have one.
    if (on === 'slug.current' && ![value].flat().every((item) => typeof item === 'string')) return null
    const values = [...new Set(textsOf(value))]
    const [only] = values
    if (on === '_type' && values.length === 1 && only !== undefined) return this.#documents.withType(only)
    const found = values.flatMap((text): Found => {
      if (on === '_type') return this.#documents.withType(text)
      if (on === 'slug.current') return this.#documents.withSlug(text)
      if (on === '_id') return [this.#documents.get(text) ?? []].flat()
      return this.referring(text)
    })
    return values.length === 1 ? found : [...new Set(found)].sort(byId)
  }

  /** Who cannot wait for the words of all documents looks at the documents one by one. */
  #unlessPending(find: () => Matches | null): Matches | null {
    try {
      return find()
    } catch (error) {
      if (error instanceof WordsPending && !this.#waits) return null
      throw error
    }
  }

  #findEither(sides: readonly (readonly Constraint[])[], params: JsonRecord): Found | null {
    const all = sides.map((side) => this.#fewest(side, params)?.found)
    if (!all.every((found) => found !== undefined)) return null
    return [...new Set(all.flatMap((found) => found ?? []))].sort(byId)
  }

  #isExact(constraint: Constraint, params: JsonRecord): boolean {
    if (constraint.on === 'either' || constraint.on === 'references') return false
    if (isSearch(constraint)) return true
    return 'op' in constraint && isAnswered(constraint.op, operandValue(constraint.operand, params))
  }
}

const isSearch = ({on}: Constraint): boolean => on === 'match' || on === 'text' || on === 'either'
