/**
 * Where a value comes from: a place in a document, or, for what a query has put together, the traces of its parts.
 * @module
 */
import type {JsonRecord} from '../json.ts'
import {isObject} from './value.ts'

/** The document that a value was read from, under the id that an editor opens. */
export type Origin = {readonly _id: string; readonly _type: string}

/** One step of the way into a document; an item of a list knows its `_key`, where it has one. */
export type Step = string | {readonly index: number; readonly key: string | null}

/** A place in a document; everything below it comes from below that place. */
export class Place {
  readonly origin: Origin
  readonly parent: Place | null
  readonly step: Step

  constructor(origin: Origin, parent: Place | null = null, step: Step = '') {
    this.origin = origin
    this.parent = parent
    this.step = step
  }
}

/**
 * `documents` is a list of whole documents, each its own origin; `literal` is written in the query itself; null is
 * calculated, or nobody knows from what.
 */
export type Trace = Place | readonly Trace[] | ReadonlyMap<string, Trace> | 'documents' | 'literal' | null

/** A document as a query sees it: its own id stands in `_originalId` where a perspective shows it under another. */
export function placeOfDocument(value: unknown): Place | null {
  if (!isObject(value) || typeof value._id !== 'string' || typeof value._type !== 'string') return null
  const {_id, _type, _originalId} = value
  return new Place({_id: typeof _originalId === 'string' ? _originalId : _id, _type})
}

export function traceOfField(trace: Trace, name: string): Trace {
  if (trace instanceof Place) return new Place(trace.origin, trace, name)
  return trace instanceof Map ? (trace.get(name) ?? null) : null
}

const keyOf = (item: unknown): string | null => (isObject(item) && typeof item._key === 'string' ? item._key : null)

export function traceOfItem(trace: Trace, list: readonly unknown[], index: number): Trace {
  if (trace instanceof Place) return new Place(trace.origin, trace, {index, key: keyOf(list[index])})
  if (trace === 'documents') return placeOfDocument(list[index])
  return Array.isArray(trace) ? (trace[index] ?? null) : null
}

export const tracesOfItems = (trace: Trace, list: readonly unknown[]): Trace[] =>
  list.map((_item, index) => traceOfItem(trace, list, index))

/** The traces of the fields of an object. */
export const tracesOfFields = (trace: Trace, value: JsonRecord): [string, Trace][] =>
  Object.keys(value).map((name) => [name, traceOfField(trace, name)])
