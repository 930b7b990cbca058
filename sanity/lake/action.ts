/**
 * What the actions have in common: what each is given, and how it reads and refuses.
 * @module
 */
import {draftIdFor, type LakeDocument, publishedIdFor} from './document.ts'
import {isRecord, type JsonRecord} from './json.ts'
import {actionError, refusal} from './lake-error.ts'
import type {HistoryEvent} from './store.ts'
import type {Transaction} from './transaction.ts'

/** What an action may look up beyond the documents that it names. */
export type World = {
  /** The ids of all documents that begin in a certain way, as they are stored. */
  idsWith(prefix: string): readonly string[]
  /** A document as it was at a revision, or null. */
  past(id: string, revision: string): LakeDocument | null
}

export type Scope = {
  readonly transaction: Transaction
  readonly index: number
  readonly world: World
  record(event: HistoryEvent): void
}

export type Action = (action: JsonRecord, scope: Scope) => void

export function textIn(action: JsonRecord, field: string): string {
  const value = action[field]
  if (typeof value === 'string' && value !== '') return value
  throw refusal(400, `The action "${String(action.actionType)}" needs "${field}".`)
}

export function recordIn(action: JsonRecord, field: string): JsonRecord {
  const value = action[field]
  if (isRecord(value)) return value
  throw refusal(400, `The action "${String(action.actionType)}" needs an object "${field}".`)
}

/** The ids of the draft and of the published document that an action is about. */
export function pairIn(action: JsonRecord): {draftId: string; publishedId: string} {
  const publishedId = textIn(action, 'publishedId')
  const draftId = typeof action.draftId === 'string' ? action.draftId : draftIdFor(publishedId)
  if (publishedIdFor(draftId) !== publishedId || draftId === publishedId) {
    throw refusal(400, `"${draftId}" is not a draft or version of "${publishedId}".`)
  }
  return {draftId, publishedId}
}

export function requireDocument(id: string, what: string, {transaction, index}: Scope): LakeDocument {
  const document = transaction.get(id)
  if (document) return document
  throw actionError(409, {type: 'documentDoesNotExistError', id, description: `${what} "${id}" does not exist`}, index)
}

export function assertRevision(document: LakeDocument | null, expected: unknown, {index}: Scope): void {
  if (expected === undefined || expected === document?._rev) return
  throw actionError(
    409,
    {
      type: 'documentRevisionIDDoesNotMatchError',
      id: document?._id,
      currentRevisionID: document?._rev,
      expectedRevisionID: expected,
      description: `"${document?._id ?? 'The published document'}" has unexpected revision ID ("${document?._rev}"), expected "${String(expected)}"`,
    },
    index,
  )
}

/** A document's own content: without what the lake stamps on every version. */
export function contentOf(document: JsonRecord): JsonRecord {
  const {_rev, _updatedAt, _system, ...content} = document
  return content
}

/** References to drafts are weak and marked; publishing makes them as strong as the schema wants them. */
export function strengthen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthen)
  if (!isRecord(value)) return value
  if (isRecord(value._strengthenOnPublish)) {
    const {_strengthenOnPublish, _weak, ...reference} = value
    return isRecord(_strengthenOnPublish) && _strengthenOnPublish.weak === true
      ? {...reference, _weak: true}
      : reference
  }
  return Object.fromEntries(Object.entries(value).map(([field, child]) => [field, strengthen(child)]))
}
