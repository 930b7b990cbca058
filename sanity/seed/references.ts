/** Where documents point to. */
import {isPlainObject} from './same.ts'

export type FoundReference = {
  /** The id it points to. */
  to: string
  weak: boolean
  /** The top-level field that holds it, the part an editor can find: `faqs`, `sections`. */
  field: string
}

/** Every reference in a document, at any depth. */
export function referencesIn(document: Record<string, unknown>): FoundReference[] {
  return Object.entries(document).flatMap(([field, value]) => referencesOf(value, field))
}

function referencesOf(value: unknown, field: string): FoundReference[] {
  if (Array.isArray(value)) return value.flatMap((entry) => referencesOf(entry, field))
  if (!isPlainObject(value)) return []
  const found: FoundReference[] =
    typeof value._ref === 'string' ? [{to: value._ref, weak: value._weak === true, field}] : []
  return [...found, ...Object.values(value).flatMap((part) => referencesOf(part, field))]
}
