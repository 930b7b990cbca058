/**
 * What a search looks at: expressions that say the same of a document whatever is around it, so that their words can be
 * gathered before anybody asks.
 * @module
 */
import type {LakeDocument} from './document.ts'
import type {Subject} from './document-words.ts'
import {compile} from './evaluate/compile.ts'
import {bareScope} from './evaluate/evaluate.ts'
import {type GroqNode, isNode} from './groq.ts'

const PLAIN_NODES = new Set([
  'This',
  'Value',
  'Group',
  'AccessAttribute',
  'AccessElement',
  'Slice',
  'ArrayCoerce',
  'Map',
  'FlatMap',
  'Filter',
  'Array',
  'ArrayElement',
  'And',
  'Or',
  'Not',
])
const PLAIN_OPERATORS = new Set(['==', '!=', '+', 'in'])
const PLAIN_FUNCTIONS = new Set(['global::coalesce', 'global::lower', 'global::upper', 'global::defined', 'pt::text'])

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain)
  if (!isNode(value)) return true
  if (value.type === 'OpCall') {
    if (typeof value.op !== 'string' || !PLAIN_OPERATORS.has(value.op)) return false
  } else if (value.type === 'FuncCall') {
    if (!PLAIN_FUNCTIONS.has(`${value.namespace}::${value.name}`)) return false
  } else if (!PLAIN_NODES.has(value.type)) return false
  // What a constant holds is no part of the tree.
  return value.type === 'Value' || Object.values(value).every(isPlain)
}

/** The expression as a subject, or null where it looks at more than the document. */
export function subjectOf(node: GroqNode): Subject | null {
  if (!isPlain(node)) return null
  const compute = compile(node)
  return {key: JSON.stringify(node), read: (document: LakeDocument) => compute(bareScope(document))}
}
