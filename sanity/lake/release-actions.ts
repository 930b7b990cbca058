/**
 * Releases: versions of documents that are published together, now or at an hour. A release is a document of its own,
 * `_.releases.<name>`, and its versions are `versions.<name>.<id>`; each action below moves it from one state to another.
 * @module
 */
import {type Action, contentOf, recordIn, requireDocument, type Scope, strengthen, textIn} from './action.ts'
import {isMarkedForRemoval, isTime, type LakeDocument, publishedIdFor} from './document.ts'
import {isRecord, type JsonRecord} from './json.ts'
import {actionError, refusal} from './lake-error.ts'

export const RELEASE_TYPE = 'system.release'

/** Enough for a name in a document's id and in a perspective. */
const RELEASE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/
const TYPES = ['asap', 'scheduled', 'undecided']

type State = 'active' | 'scheduled' | 'published' | 'archived'

function nameIn(action: JsonRecord): string {
  const name = textIn(action, 'releaseId')
  if (RELEASE_NAME.test(name)) return name
  throw refusal(400, `"${name}" is not the name of a release: it has at most 64 letters, digits, "_" and "-".`)
}

export const documentIdFor = (name: string): string => `_.releases.${name}`

function metadataIn(value: unknown): JsonRecord {
  const metadata = isRecord(value) ? value : {}
  const {releaseType = 'undecided'} = metadata
  if (!TYPES.includes(String(releaseType))) throw refusal(400, `A release's type is ${TYPES.join(', ')}.`)
  return {...metadata, releaseType}
}

/** The release that an action is about, in a state in which it may be done. */
function releaseIn(action: JsonRecord, states: readonly State[], scope: Scope): {name: string; document: LakeDocument} {
  const name = nameIn(action)
  const document = requireDocument(documentIdFor(name), 'The release', scope)
  if (states.some((state) => state === document.state)) return {name, document}
  throw actionError(
    409,
    {
      type: 'releaseStateError',
      id: document._id,
      description: `The release "${name}" is ${String(document.state)}, and this is done to one that is ${states.join(' or ')}`,
    },
    scope.index,
  )
}

function change({transaction}: Scope, document: LakeDocument, set: JsonRecord, unset: string[] = []): void {
  transaction.patch(document._id, {set, unset})
}

/** The versions in a release, as the transaction leaves them so far. */
function versionsIn(name: string, {transaction, world}: Scope): LakeDocument[] {
  const prefix = `versions.${name}.`
  const made = transaction.touchedIds().filter((id) => id.startsWith(prefix))
  return [...new Set([...world.idsWith(prefix), ...made])].sort().flatMap((id) => transaction.get(id) ?? [])
}

function publishVersion(version: LakeDocument, name: string, {transaction, record}: Scope): void {
  const publishedId = publishedIdFor(version._id)
  const published = transaction.get(publishedId)
  if (isMarkedForRemoval(version)) {
    transaction.delete(publishedId)
    record({documentId: publishedId, type: 'unpublishDocument', versionId: version._id, releaseId: name})
  } else {
    const content = strengthen(contentOf(version))
    transaction.create('createOrReplace', {
      ...(isRecord(content) ? content : {}),
      _id: publishedId,
      _createdAt: published?._createdAt ?? version._createdAt,
    })
    record({
      documentId: publishedId,
      type: 'publishDocumentVersion',
      revisionId: transaction.id,
      versionId: version._id,
      versionRevisionId: version._rev,
      releaseId: name,
      publishCause: 'release.publish',
    })
  }
  transaction.delete(version._id)
}

const finalStates = (versions: readonly LakeDocument[]): JsonRecord[] =>
  versions.map(({_id, _rev}) => ({_key: publishedIdFor(_id), id: _id, revisionId: _rev}))

export const RELEASE_ACTIONS: Record<string, Action> = {
  'release.create': (action, {transaction}) => {
    const name = nameIn(action)
    const metadata = metadataIn(action.metadata)
    const userId = transaction.author
    transaction.create('create', {
      _id: documentIdFor(name),
      _type: RELEASE_TYPE,
      name,
      state: 'active',
      metadata,
      userId,
    })
  },
  'release.edit': (action, scope) => {
    const {document} = releaseIn(action, ['active', 'scheduled'], scope)
    const patch = recordIn(action, 'patch')
    const fields = Object.values(patch).flatMap((steps) => (isRecord(steps) ? Object.keys(steps) : steps))
    const other = fields.find((path) => !/^metadata(\.|$)/.test(String(path)))
    if (other !== undefined) throw refusal(400, `Of a release "metadata" is edited, not "${String(other)}".`)
    scope.transaction.patch(document._id, patch)
    metadataIn(scope.transaction.get(document._id)?.metadata)
  },
  'release.publish': (action, scope) => {
    const {name, document} = releaseIn(action, ['active', 'scheduled'], scope)
    const versions = versionsIn(name, scope)
    for (const version of versions) publishVersion(version, name, scope)
    const finalDocumentStates = finalStates(versions)
    const set = {state: 'published', publishedAt: scope.transaction.timestamp, finalDocumentStates}
    change(scope, document, set, ['publishAt', 'error'])
  },
  'release.schedule': (action, scope) => {
    const {document} = releaseIn(action, ['active', 'scheduled'], scope)
    const publishAt = textIn(action, 'publishAt')
    if (!isTime(publishAt)) throw refusal(400, `"${publishAt}" is no time: give it as 2026-01-31T09:00:00Z.`)
    // Whose the changes are when the hour has come.
    change(scope, document, {state: 'scheduled', publishAt, userId: scope.transaction.author}, ['error'])
  },
  'release.unschedule': (action, scope) => {
    const {document} = releaseIn(action, ['scheduled'], scope)
    change(scope, document, {state: 'active'}, ['publishAt'])
  },
  'release.archive': (action, scope) => {
    const {name, document} = releaseIn(action, ['active'], scope)
    const versions = versionsIn(name, scope)
    for (const {_id} of versions) scope.transaction.delete(_id)
    change(scope, document, {state: 'archived', finalDocumentStates: finalStates(versions)})
  },
  'release.unarchive': (action, scope) => {
    const {document} = releaseIn(action, ['archived'], scope)
    for (const item of [document.finalDocumentStates ?? []].flat()) {
      const past = isRecord(item) ? scope.world.past(String(item.id), String(item.revisionId)) : null
      if (past) scope.transaction.create('createIfNotExists', past)
    }
    change(scope, document, {state: 'active'}, ['finalDocumentStates'])
  },
  'release.delete': (action, scope) => {
    const {name, document} = releaseIn(action, ['archived', 'published'], scope)
    for (const {_id} of versionsIn(name, scope)) scope.transaction.delete(_id)
    scope.transaction.delete(document._id)
  },
  'release.import': (action, {transaction}) => {
    const name = nameIn(action)
    const given = isRecord(action.document) ? action.document : recordIn(action, 'attributes')
    const document = {...contentOf(given), _id: documentIdFor(name), _type: RELEASE_TYPE, name}
    if (action.ifExists === 'ignore') transaction.create('createIfNotExists', document)
    else transaction.create(action.ifExists === 'replace' ? 'createOrReplace' : 'create', document)
  },
  'document.version.unpublish': (action, scope) => {
    const [versionId, publishedId] = [textIn(action, 'versionId'), textIn(action, 'publishedId')]
    if (!versionId.startsWith('versions.') || publishedIdFor(versionId) !== publishedId) {
      throw refusal(400, `"${versionId}" is not a version of "${publishedId}".`)
    }
    const published = requireDocument(publishedId, 'The document', scope)
    const content = scope.transaction.get(versionId) ?? published
    scope.transaction.create('createOrReplace', {...contentOf(content), _id: versionId, _system: {delete: true}})
  },
}
