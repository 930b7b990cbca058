/**
 * Plain JSON values: what they are, when two are equal, and which ones the lake lets in.
 * @module
 */

export type JsonRecord = {[field: string]: unknown}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Equality of two JSON values; the order of an object's fields does not matter. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameJson(item, b[index]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const fields = Object.keys(a)
  if (fields.length !== Object.keys(b).length) return false
  return fields.every((field) => Object.hasOwn(b, field) && isSameJson(a[field], b[field]))
}

/** How deep a document may nest. Sanity stops at 20 levels of attributes; tables in Portable Text need a few more. */
export const MAX_DEPTH = 64

/**
 * Names that are no field of any document, because code that copies or looks up objects by name would be misled by
 * them: the first three reach a prototype, the last shadows the look-up that groq-js does on every document.
 */
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])

export const isUnsafeName = (name: string): boolean => UNSAFE_NAMES.has(name)

/**
 * Says what makes a value unfit to store, or null when nothing does.
 *
 * @returns a phrase that completes "The document …", e.g. `holds the forbidden field name "__proto__"`
 */
export function faultOf(value: unknown, depth = 0): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (depth > MAX_DEPTH) return `is nested deeper than ${MAX_DEPTH} levels`
  for (const name of Object.keys(value)) {
    if (isUnsafeName(name)) return `holds the forbidden field name "${name}"`
  }
  for (const child of Object.values(value)) {
    const fault = faultOf(child, depth + 1)
    if (fault) return fault
  }
  return null
}
