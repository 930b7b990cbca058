/**
 * The actions of `POST /data/actions`, in which the Studio writes: each says what an editor did, and becomes mutations
 * of the document's versions and entries of its history.
 * @module
 */
import {draftIdFor, isPublishedId, isVersionId, type LakeDocument, publishedIdFor, releaseOf} from './document.ts'
import {isRecord, type JsonRecord} from './json.ts'
import {actionError, notHonoured, refusal} from './lake-error.ts'
import type {HistoryEvent} from './store.ts'
import type {Transaction} from './transaction.ts'

type Scope = {
  readonly transaction: Transaction
  readonly index: number
  record(event: HistoryEvent): void
}

type Action = (action: JsonRecord, scope: Scope) => void

function textIn(action: JsonRecord, field: string): string {
  const value = action[field]
  if (typeof value === 'string' && value !== '') return value
  throw refusal(400, `The action "${String(action.actionType)}" needs "${field}".`)
}

function recordIn(action: JsonRecord, field: string): JsonRecord {
  const value = action[field]
  if (isRecord(value)) return value
  throw refusal(400, `The action "${String(action.actionType)}" needs an object "${field}".`)
}

/** The ids of the draft and of the published document that an action is about. */
function pairIn(action: JsonRecord): {draftId: string; publishedId: string} {
  const publishedId = textIn(action, 'publishedId')
  const draftId = typeof action.draftId === 'string' ? action.draftId : draftIdFor(publishedId)
  if (publishedIdFor(draftId) !== publishedId || draftId === publishedId) {
    throw refusal(400, `"${draftId}" is not a draft or version of "${publishedId}".`)
  }
  return {draftId, publishedId}
}

function requireDocument(id: string, what: string, {transaction, index}: Scope): LakeDocument {
  const document = transaction.get(id)
  if (document) return document
  throw actionError(409, {type: 'documentDoesNotExistError', id, description: `${what} "${id}" does not exist`}, index)
}

function assertRevision(document: LakeDocument | null, expected: unknown, {index}: Scope): void {
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
function contentOf(document: JsonRecord): JsonRecord {
  const {_rev, _updatedAt, _system, ...content} = document
  return content
}

/** References to drafts are weak and marked; publishing makes them as strong as the schema wants them. */
function strengthen(value: unknown): unknown {
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

function recordVersion(id: string, {transaction, record}: Scope): void {
  const release = releaseOf(id)
  record({
    documentId: publishedIdFor(id),
    type: 'createDocumentVersion',
    versionId: id,
    versionRevisionId: transaction.id,
    ...(release === null ? {} : {releaseId: release}),
  })
}

function createVersion(attributes: JsonRecord, scope: Scope): void {
  const {id} = scope.transaction.create('create', contentOf(attributes))
  recordVersion(id, scope)
}

function discardVersion(id: string, scope: Scope): void {
  if (isPublishedId(id)) throw refusal(400, `"${id}" is neither a draft nor a version: "document.delete" deletes it.`)
  const version = requireDocument(id, 'The version', scope)
  const release = releaseOf(id)
  const publishedId = publishedIdFor(id)
  scope.transaction.delete(id)
  scope.record({
    documentId: publishedId,
    type: scope.transaction.get(publishedId) ? 'deleteDocumentVersion' : 'deleteDocumentGroup',
    versionId: id,
    versionRevisionId: version._rev,
    ...(release === null ? {} : {releaseId: release}),
  })
}

/** Replaces a draft or version that exists, or a draft whose published document does. */
function replaceVersion(attributes: JsonRecord, scope: Scope): void {
  const id = textIn(attributes, '_id')
  const isNew = scope.transaction.get(id) === null
  if (isNew && isVersionId(id)) requireDocument(id, 'The version', scope)
  if (isNew) requireDocument(publishedIdFor(id), 'The document', scope)
  scope.transaction.create('createOrReplace', contentOf(attributes))
  if (isNew) recordVersion(id, scope)
}

const ACTIONS: Record<string, Action> = {
  'document.create': (action, scope) => {
    const attributes = recordIn(action, 'attributes')
    // The attributes may leave their id to the action, which is about a draft.
    const id = typeof attributes._id === 'string' ? attributes._id : draftIdFor(textIn(action, 'publishedId'))
    if (typeof action.publishedId === 'string') pairIn({...action, draftId: id})
    if (action.ifExists === 'ignore' && scope.transaction.get(id)) return
    createVersion({...attributes, _id: id}, scope)
  },
  'document.version.create': (action, scope) => {
    if (isRecord(action.document)) {
      createVersion(action.document, scope)
      return
    }
    const base = requireDocument(textIn(action, 'baseId'), 'The document', scope)
    assertRevision(base, action.ifBaseRevisionId, scope)
    createVersion({...base, _id: textIn(action, 'versionId')}, scope)
  },
  'document.version.discard': (action, scope) => discardVersion(textIn(action, 'versionId'), scope),
  'document.discard': (action, scope) => discardVersion(textIn(action, 'draftId'), scope),
  'document.version.replace': (action, scope) => replaceVersion(recordIn(action, 'document'), scope),
  'document.replaceDraft': (action, scope) => replaceVersion(recordIn(action, 'attributes'), scope),
  'document.edit': (action, scope) => {
    const {draftId, publishedId} = pairIn(action)
    const patches = [action.patch].flat()
    if (!scope.transaction.get(draftId)) {
      const published = requireDocument(publishedId, 'The document', scope)
      scope.transaction.create('createIfNotExists', {...contentOf(published), _id: draftId})
      recordVersion(draftId, scope)
    }
    for (const patch of patches) {
      if (!isRecord(patch)) throw refusal(400, 'The action "sanity.action.document.edit" needs a "patch".')
      scope.transaction.patch(draftId, patch)
    }
  },
  'document.publish': (action, scope) => {
    const {draftId, publishedId} = pairIn(action)
    const {transaction} = scope
    const draft = requireDocument(draftId, 'The draft', scope)
    const published = transaction.get(publishedId)
    assertRevision(draft, action.ifDraftRevisionId, scope)
    assertRevision(published, action.ifPublishedRevisionId, scope)
    const content = strengthen(contentOf(draft))
    transaction.create('createOrReplace', {
      ...(isRecord(content) ? content : {}),
      _id: publishedId,
      _createdAt: published?._createdAt ?? draft._createdAt,
    })
    transaction.delete(draftId)
    scope.record({
      documentId: publishedId,
      type: 'publishDocumentVersion',
      revisionId: transaction.id,
      versionId: draftId,
      versionRevisionId: draft._rev,
      publishCause: 'document.publish',
    })
  },
  'document.unpublish': (action, scope) => {
    const {draftId, publishedId} = pairIn(action)
    const published = requireDocument(publishedId, 'The document', scope)
    scope.transaction.create('createIfNotExists', {...contentOf(published), _id: draftId})
    scope.transaction.delete(publishedId)
    scope.record({
      documentId: publishedId,
      type: 'unpublishDocument',
      versionId: draftId,
      versionRevisionId: scope.transaction.id,
    })
  },
  'document.delete': (action, scope) => {
    const publishedId = textIn(action, 'publishedId')
    const {transaction} = scope
    const drafts = [action.includeDrafts ?? []].flat().filter((id) => typeof id === 'string')
    const draftId = draftIdFor(publishedId)
    if (transaction.get(draftId) && !drafts.includes(draftId)) drafts.push(draftId)
    const ids = [publishedId, ...drafts].filter((id) => transaction.get(id))
    if (ids.length === 0) requireDocument(publishedId, 'The document', scope)
    for (const id of ids) transaction.delete(id)
    scope.record({documentId: publishedId, type: 'deleteDocumentGroup'})
  },
}

const PREFIX = 'sanity.action.'

/**
 * Applies a batch of actions in order; each sees what the ones before it did.
 *
 * @returns the entries for the documents' histories
 */
export function applyActions(actions: unknown, transaction: Transaction): HistoryEvent[] {
  if (!Array.isArray(actions)) throw refusal(400, 'The body needs a list "actions".')
  const events: HistoryEvent[] = []
  for (const [index, action] of actions.entries()) {
    if (!isRecord(action) || typeof action.actionType !== 'string') {
      throw refusal(400, `Action ${index} has no "actionType".`)
    }
    const name = action.actionType.startsWith(PREFIX) ? action.actionType.slice(PREFIX.length) : ''
    const apply = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (!apply) throw notHonoured(`The action "${action.actionType}"`)
    transaction.failAs((status, item, options) => actionError(status, item, index, options))
    apply(action, {transaction, index, record: (event) => events.push(event)})
  }
  return events
}
