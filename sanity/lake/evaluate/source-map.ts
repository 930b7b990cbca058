/**
 * Content source maps: what of an answer stands where, in the form that @sanity/client types as ContentSourceMap.
 * A mapping holds for everything below it that has none of its own.
 * @module
 */
import {isRecord} from '../json.ts'
import type {Budget} from './budget.ts'
import type {Traced} from './compile-traced.ts'
import {type Origin, Place, type Step, type Trace} from './trace.ts'

type Source =
  | {readonly type: 'documentValue'; readonly document: number; readonly path: number}
  | {readonly type: 'literal' | 'unknown'}

export type SourceMap = {
  readonly documents: readonly Origin[]
  readonly paths: readonly string[]
  readonly mappings: {readonly [path: string]: {readonly type: 'value'; readonly source: Source}}
}

const ESCAPES: Record<string, string> = {'\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', "'": "\\'", '\\': '\\\\'}

const SPECIAL = /[\f\n\r\t'\\]/g

const escaped = (text: string): string => text.replace(SPECIAL, (character) => ESCAPES[character] ?? character)

const fieldStep = (name: string): string => `['${escaped(name)}']`

/** Numbers things in the order in which they come up. */
class Numbered<Item> {
  readonly items: Item[] = []
  readonly #known = new Map<string, number>()

  numberOf(name: string, item: Item): number {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const number = this.items.push(item) - 1
    this.#known.set(name, number)
    return number
  }
}

class SourceMapWriter {
  readonly documents = new Numbered<Origin>()
  readonly paths = new Numbered<string>()
  readonly mappings: Record<string, {type: 'value'; source: Source}> = {}
  readonly #byKey: boolean
  readonly #budget: Budget
  readonly #known = new Map<Place, string>()

  constructor(byKey: boolean, budget: Budget) {
    this.#byKey = byKey
    this.#budget = budget
  }

  write(value: unknown, trace: Trace, path: string): void {
    if (Array.isArray(trace) && Array.isArray(value)) {
      for (const [index, item] of value.entries()) this.write(item, trace[index] ?? null, `${path}[${index}]`)
    } else if (trace instanceof Map && isRecord(value)) {
      for (const [name, field] of Object.entries(value)) {
        this.write(field, trace.get(name) ?? null, path + fieldStep(name))
      }
    } else {
      this.#budget.build(16)
      this.mappings[path] = {type: 'value', source: this.#sourceOf(trace)}
    }
  }

  #sourceOf(trace: Trace): Source {
    if (!(trace instanceof Place)) return {type: trace === 'literal' ? 'literal' : 'unknown'}
    const {_id, _type} = trace.origin
    const path = this.#pathOf(trace)
    return {
      type: 'documentValue',
      document: this.documents.numberOf(_id, {_id, _type}),
      path: this.paths.numberOf(path, path),
    }
  }

  #pathOf(place: Place): string {
    if (!place.parent) return '$'
    const known = this.#known.get(place)
    if (known !== undefined) return known
    const path = this.#pathOf(place.parent) + this.#stepOf(place.step)
    this.#known.set(place, path)
    return path
  }

  #stepOf(step: Step): string {
    if (typeof step === 'string') return fieldStep(step)
    return this.#byKey && step.key !== null ? `[?(@._key=='${escaped(step.key)}')]` : `[${step.index}]`
  }
}

/** The map of an answer. With `byKey`, items of lists are named by their `_key` and not by their place. */
export function sourceMapOf({value, trace}: Traced, byKey: boolean, budget: Budget): SourceMap {
  const writer = new SourceMapWriter(byKey, budget)
  writer.write(value, trace, '$')
  const {documents, paths, mappings} = writer
  return {documents: documents.items, paths: paths.items, mappings}
}
