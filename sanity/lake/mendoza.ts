/**
 * Writes the difference of two documents in Mendoza, the patch language in which Sanity's clients expect the effects of
 * a transaction: https://github.com/sanity-io/mendoza. A patch is a flat list of operation codes and their operands.
 *
 * The reader walks two stacks, the old value and the new one being built. Three traps of the format, each held by a
 * test: fields of the old object are named by their index among its *sorted* names; strings are sliced by UTF-8 bytes;
 * and a value begun blank that never receives anything ends as null, so that `[]` and `''` are written whole.
 * @module
 */
import {isRecord, isSameJson, type JsonRecord} from './json.ts'

export type MendozaPatch = readonly unknown[]

const OP = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
  stringAppendString: 22,
  stringAppendSlice: 23,
} as const

/** The patch that turns `before` into `after`; null stands for a document that does not exist. */
export function encodeMendoza(before: JsonRecord | null, after: JsonRecord | null): MendozaPatch {
  if (before === null || after === null) return [OP.value, after]
  const patch: unknown[] = []
  writeObject(before, after, patch)
  return patch
}

function writeObject(before: JsonRecord, after: JsonRecord, patch: unknown[]): void {
  const names = Object.keys(before).sort()
  for (const [index, name] of names.entries()) {
    if (!Object.hasOwn(after, name)) patch.push(OP.objectDeleteField, index)
  }
  for (const [name, value] of Object.entries(after)) {
    const index = names.indexOf(name)
    if (index < 0) patch.push(OP.objectSetFieldValue, value, name)
    else if (!isSameJson(before[name], value)) writeField(before[name], value, name, index, patch)
  }
}

function writeField(before: unknown, after: unknown, name: string, index: number, patch: unknown[]): void {
  if (isRecord(before) && isRecord(after)) {
    patch.push(OP.pushFieldCopy, index)
    writeObject(before, after, patch)
    patch.push(OP.returnIntoObjectSameKeyPop)
    return
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) {
    patch.push(OP.pushFieldBlank, index)
    writeArray(before, after, patch)
    patch.push(OP.returnIntoObjectSameKeyPop)
    return
  }
  const edits = typeof before === 'string' && typeof after === 'string' ? stringEdits(before, after) : null
  if (edits) patch.push(OP.pushFieldBlank, index, ...edits, OP.returnIntoObjectSameKeyPop)
  else patch.push(OP.objectSetFieldValue, after, name)
}

/** Where the items of the old list stand: by `_key` where they have one, by value otherwise. */
function locatorFor(before: readonly unknown[]): (item: unknown) => number {
  const byKey = new Map<unknown, number>()
  for (const [index, item] of before.entries()) {
    if (isRecord(item) && typeof item._key === 'string' && !byKey.has(item._key)) byKey.set(item._key, index)
  }
  return (item) => {
    if (isRecord(item) && typeof item._key === 'string') return byKey.get(item._key) ?? -1
    return before.findIndex((candidate) => isSameJson(candidate, item))
  }
}

function writeArray(before: readonly unknown[], after: readonly unknown[], patch: unknown[]): void {
  const locate = locatorFor(before)
  // Items kept in a row are copied as one slice, from..to of the old list; an empty one is not written.
  let [from, to] = [0, 0]
  const copyKept = (): void => {
    if (to > from) patch.push(OP.arrayAppendSlice, from, to)
  }
  for (const item of after) {
    const index = locate(item)
    const old = index < 0 ? undefined : before[index]
    if (index >= 0 && isSameJson(old, item)) {
      if (to !== index || to === from) {
        copyKept()
        from = index
      }
      to = index + 1
      continue
    }
    copyKept()
    from = to
    if (isRecord(old) && isRecord(item)) {
      patch.push(OP.pushElementCopy, index)
      writeObject(old, item, patch)
      patch.push(OP.returnIntoArrayPop)
    } else patch.push(OP.arrayAppendValue, item)
  }
  copyKept()
}

const isLowSurrogate = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff
}

/** Lone surrogates have no UTF-8 form, so their bytes cannot be counted: such strings are written whole. */
const canSlice = (text: string): boolean => text.isWellFormed()

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** Below this, naming the kept parts costs more than repeating them. */
const WORTH_KEEPING = 8

/** Keeps the common beginning and end of two strings; null when writing the new one whole is as short. */
function stringEdits(before: string, after: string): unknown[] | null {
  if (after === '' || !canSlice(before) || !canSlice(after)) return null
  const shorter = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix < shorter && before[prefix] === after[prefix]) prefix++
  if (isLowSurrogate(before, prefix) || isLowSurrogate(after, prefix)) prefix--
  let suffix = 0
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++
  if (suffix > 0 && isLowSurrogate(before, before.length - suffix)) suffix--
  if (prefix + suffix < WORTH_KEEPING) return null
  const edits: unknown[] = []
  if (prefix > 0) edits.push(OP.stringAppendSlice, 0, bytes(before.slice(0, prefix)))
  const middle = after.slice(prefix, after.length - suffix)
  if (middle !== '') edits.push(OP.stringAppendString, middle)
  if (suffix > 0) {
    const total = bytes(before)
    edits.push(OP.stringAppendSlice, total - bytes(before.slice(before.length - suffix)), total)
  }
  return edits
}
