/** Whether two documents say the same, whatever the lake noted about them. */

/** What the lake writes itself. `_type`, `_id`, `_key`, `_ref` belong to the content. */
const notedByTheLake = new Set(['_rev', '_createdAt', '_updatedAt', '_system'])

/** Compares by content: the order of fields and the lake's own notes do not matter, the order of lists does. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => (isPlainObject(part) ? sorted(part) : part)) ?? ''
}

const sorted = (object: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(object)
      .filter(([name]) => !notedByTheLake.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
