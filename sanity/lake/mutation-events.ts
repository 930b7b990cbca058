/**
 * What mutations did, in the words of a document's history. Actions say what they mean; a mutation says only what
 * changed, and what it meant is read from that: a draft that goes as its document is written was published.
 * @module
 */
import {draftIdFor, isPublishedId, publishedIdFor, releaseOf} from './document.ts'
import type {HistoryEvent} from './store.ts'
import type {Change} from './transaction.ts'

/** Documents that the Studio and the lake keep for themselves have no history that anybody reads. */
const isOfTheSystem = ({before, after}: Change): boolean => (after ?? before)?._type.startsWith('sanity.') ?? false

type What = 'made' | 'changed' | 'gone'

const whatOf = ({before, after}: Change): What => (before === null ? 'made' : after === null ? 'gone' : 'changed')

/** @param exists whether a document is there once the changes are made */
export function eventsOfMutations(
  changes: readonly Change[],
  transactionId: string,
  exists: (id: string) => boolean,
): HistoryEvent[] {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const isDone = (id: string, what: What): Change | null => {
    const change = byId.get(id)
    return change && whatOf(change) === what ? change : null
  }
  return changes
    .filter((change) => change.before !== change.after && !isOfTheSystem(change))
    .flatMap((change): HistoryEvent[] => {
      const {id, before} = change
      const what = whatOf(change)
      const documentId = publishedIdFor(id)
      if (isPublishedId(id)) return [publishedEvent(id, what, isDone(draftIdFor(id), 'gone')?.before?._rev ?? null)]
      const release = releaseOf(id)
      const version = {documentId, versionId: id, ...(release === null ? {} : {releaseId: release})}
      if (what === 'made') {
        return isDone(documentId, 'gone')
          ? []
          : [{...version, type: 'createDocumentVersion', versionRevisionId: transactionId}]
      }
      if (what === 'changed' || isDone(documentId, 'made') || isDone(documentId, 'changed')) return []
      if (exists(documentId))
        return [{...version, type: 'deleteDocumentVersion', versionRevisionId: before?._rev ?? ''}]
      // Said once for the group: by the published document, where that goes at the same time.
      return isDone(documentId, 'gone') ? [] : [{...version, type: 'deleteDocumentGroup'}]
    })

  function publishedEvent(id: string, what: What, publishedDraft: string | null): HistoryEvent {
    const draftId = draftIdFor(id)
    if (what === 'gone') {
      return exists(draftId)
        ? {documentId: id, type: 'unpublishDocument', versionId: draftId, versionRevisionId: transactionId}
        : {documentId: id, type: 'deleteDocumentGroup'}
    }
    if (publishedDraft !== null) {
      const version = {versionId: draftId, versionRevisionId: publishedDraft}
      return {documentId: id, type: 'publishDocumentVersion', revisionId: transactionId, ...version}
    }
    const type = what === 'made' ? 'createLiveDocument' : 'updateLiveDocument'
    return {documentId: id, type, revisionId: transactionId}
  }
}
