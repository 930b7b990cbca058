/**
 * The actions of `POST /data/actions`, in which the Studio writes: each says what an editor did, and becomes mutations
 * of the document's versions and entries of its history.
 * @module
 */
import {
  type Action,
  assertRevision,
  contentOf,
  pairIn,
  recordIn,
  requireDocument,
  type Scope,
  strengthen,
  textIn,
  type World,
} from './action.ts'
import {draftIdFor, isPublishedId, isVersionId, publishedIdFor, releaseOf} from './document.ts'
import {isRecord, type JsonRecord} from './json.ts'
import {actionError, notHonoured, refusal} from './lake-error.ts'
import {RELEASE_ACTIONS} from './release-actions.ts'
import type {HistoryEvent} from './store.ts'
import type {Transaction} from './transaction.ts'

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
  ...RELEASE_ACTIONS,
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
export function applyActions(actions: unknown, transaction: Transaction, world: World): HistoryEvent[] {
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
    apply(action, {transaction, index, world, record: (event) => events.push(event)})
  }
  return events
}
