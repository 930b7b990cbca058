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
const MAX_DEPTH = 64

/**
 * Names that are no field of any document, because code that copies or looks up objects by name would be misled by
 * them: the first three reach a prototype, the last shadows the look-up that groq-js does on every document.
 */
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])

export const isUnsafeName = (name: string): boolean => UNSAFE_NAMES.has(name)

/** What is said to the lake may nest a little deeper than a document, which it wraps. */
const MAX_DEPTH_OF_SPEECH = MAX_DEPTH + 16

/** Whether a value is so deep that walking through it would end in a stack overflow somewhere. */
export function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth > MAX_DEPTH_OF_SPEECH) return true
  return Object.values(value).some((child) => isTooDeep(child, depth + 1))
}

/**
 * Says what makes a value unfit to store, or null when nothing does.
 *
 * @returns a phrase that completes "The document …", e.g. `holds the forbidden field name "__proto__"`
 */
export function faultOf(value: unknown, depth = 0): string | null {
  // JSON knows no infinity: `1e400` would be one thing in memory and another on disk.
  if (typeof value === 'number' && !Number.isFinite(value)) return 'holds a number too large to be kept'
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
