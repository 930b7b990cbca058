/**
 * Applies one patch to one document through @sanity/mutator, the implementation that the Studio itself uses, and keeps
 * out what it would let through.
 * @module
 */
import {randomBytes} from 'node:crypto'
import {extractWithPath, Mutation} from '@sanity/mutator'
import {isTime, type LakeDocument} from './document.ts'
import {faultOf, isRecord, isUnsafeName, type JsonRecord} from './json.ts'

/** The operations that a patch may hold, in the order in which they take effect. */
const OPERATIONS = ['setIfMissing', 'set', 'unset', 'diffMatchPatch', 'inc', 'dec', 'insert'] as const
type Operation = (typeof OPERATIONS)[number]

/** The fields of a patch that say which documents it is for, and on what condition. */
const ADDRESSES = ['id', 'query', 'params', 'ifRevisionID', 'ifRevisionId']

/** A patch that cannot be applied. The message completes the sentence "The mutation(s) failed: …". */
export class PatchError extends Error {
  override readonly name = 'PatchError'
}

const isOperation = (name: string): name is Operation => OPERATIONS.some((operation) => operation === name)

function pathsOf(operation: Operation, value: unknown): string[] {
  if (operation === 'unset') {
    if (!Array.isArray(value) || !value.every((path) => typeof path === 'string')) {
      throw new PatchError('"unset" takes a list of paths')
    }
    return value
  }
  if (!isRecord(value)) throw new PatchError(`"${operation}" takes an object`)
  if (operation !== 'insert') return Object.keys(value)
  const path = value.before ?? value.after ?? value.replace
  if (typeof path !== 'string' || !Array.isArray(value.items)) {
    throw new PatchError('"insert" takes one of "before", "after" or "replace", and a list "items"')
  }
  return [path]
}

/** Names inside a path, quoted or plain: `a.b['c'][_key=="x"]` → a, b, c, _key, x. */
const namesIn = (path: string): string[] => path.match(/[A-Za-z_$][\w$]*/g) ?? []

const KEYED_BY_SYSTEM = new Set(['_id', '_type'])

/** A path of a single name, without brackets and quotes around it: `['_id']` is `_id`. */
const plainPath = (path: string): string => path.replace(/^[\s['"]+|[\s\]'"]+$/g, '')

/** How many places a slice may name: @sanity/mutator counts through each of them, several times where it sets. */
const MAX_SLICE = 500

/** What stands in brackets and is no text in quotes: places, slices, and the filters between them. */
const placesIn = (path: string): string[] =>
  [...path.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/\[([^[\]]*)\]/g)].map(([, inside = '']) => inside)

/** @returns what makes a path unfit to follow, as a phrase behind the path, or null */
function faultOfPath(path: string): string | null {
  const unsafe = namesIn(path).find(isUnsafeName)
  if (unsafe) return `holds the forbidden name "${unsafe}"`
  if (path.length > MAX_PATH) return `is longer than ${MAX_PATH} letters`
  for (const slice of placesIn(path).flatMap((inside) => inside.match(/-?\d+\s*:\s*-?\d+/g) ?? [])) {
    const [from = 0, to = 0] = slice.split(':').map(Number)
    if (Math.abs(to - from) > MAX_SLICE)
      return `names more than ${MAX_SLICE} places at once: leave the end of the slice open`
  }
  const [open, closed] = ['[', ']'].map((bracket) => path.split(bracket).length)
  if (open !== closed && !/['"]/.test(path)) return 'has a bracket without its other one'
  return null
}

const MAX_PATH = 4000

/** @sanity/mutator would put a text behind the number. */
function assertNumbers(operation: string, steps: JsonRecord): void {
  const other = Object.keys(steps).find((path) => typeof steps[path] !== 'number')
  if (other !== undefined) throw new PatchError(`"${operation}" takes a number for "${other.slice(0, 100)}"`)
}

function assertTexts(steps: JsonRecord): void {
  const other = Object.keys(steps).find((path) => typeof steps[path] !== 'string')
  if (other !== undefined) throw new PatchError(`"diffMatchPatch" takes a text for "${other.slice(0, 100)}"`)
}

/** Reads the operations of a patch and refuses what is malformed or dangerous. */
export function operationsOf(patch: JsonRecord): JsonRecord {
  const operations: JsonRecord = {}
  for (const [name, value] of Object.entries(patch)) {
    if (ADDRESSES.includes(name)) continue
    if (!isOperation(name)) throw new PatchError(`"${name}" is not an operation of a patch`)
    for (const path of pathsOf(name, value)) {
      const fault = faultOfPath(path)
      if (fault) throw new PatchError(`The path "${path.slice(0, 100)}" ${fault}`)
      const plain = plainPath(path)
      if (KEYED_BY_SYSTEM.has(plain)) throw new PatchError(`Cannot modify immutable attribute "${plain}"`)
    }
    if ((name === 'inc' || name === 'dec') && isRecord(value)) assertNumbers(name, value)
    if (name === 'diffMatchPatch' && isRecord(value)) assertTexts(value)
    const fault = isRecord(value) ? faultOf(Object.values(value)) : null
    if (fault) throw new PatchError(`The patch ${fault}`)
    operations[name] = value
  }
  return operations
}

/**
 * `insert: {replace}` of something that is not there: @sanity/mutator would insert the whole list a second time.
 */
function assertReplaces(operations: JsonRecord, document: LakeDocument): void {
  const {insert} = operations
  if (!isRecord(insert) || typeof insert.replace !== 'string') return
  if (extractWithPath(insert.replace, document).length === 0) {
    throw new PatchError(`Nothing stands at "${insert.replace}" that could be replaced`)
  }
}

/** @returns the patched document, a new object; the old one is never changed */
export function applyPatch(document: LakeDocument, operations: JsonRecord): LakeDocument {
  let patched: JsonRecord | null
  try {
    assertReplaces(operations, document)
    patched = new Mutation({mutations: [{patch: {id: document._id, ...operations}}]}).apply(document)
  } catch (error) {
    if (error instanceof PatchError) throw error
    throw new PatchError(error instanceof Error ? error.message : String(error), {cause: error})
  }
  const fault = faultOf(patched)
  if (!patched || fault) throw new PatchError(`The document ${fault ?? 'would vanish'}`)
  const {_id, _type, _rev, _createdAt, _updatedAt} = document
  if (patched._createdAt !== undefined && !isTime(patched._createdAt)) throw new PatchError('_createdAt is a time')
  if (patched._type !== _type) throw new PatchError('Cannot modify immutable attribute "_type"')
  // Fields stay where they stand, so that a document that is moved away and back reads the same.
  return {
    ...patched,
    _createdAt: isText(patched._createdAt) ? patched._createdAt : _createdAt,
    _id,
    _type,
    _rev,
    _updatedAt,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const newKey = (): string => randomBytes(6).toString('hex')

/** Gives a `_key` to every object in a list that has none (the option `autoGenerateArrayKeys`). */
export function withArrayKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => {
      const keyed = withArrayKeys(item)
      return isRecord(keyed) && keyed._key === undefined ? {_key: newKey(), ...keyed} : keyed
    })
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, child]) => [field, withArrayKeys(child)]))
}
