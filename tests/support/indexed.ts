/** Documents in the lake's indexes, without a store or a socket: for tests of what queries answer. */
import type {LakeDocument} from '../../sanity/lake/document.ts'
import {DocumentIndex} from '../../sanity/lake/document-index.ts'
import {Queries} from '../../sanity/lake/query.ts'
import {ReferenceIndex} from '../../sanity/lake/reference-index.ts'

export function indexed(documents: readonly LakeDocument[]): {index: DocumentIndex; queries: Queries} {
  const [index, references] = [new DocumentIndex(), new ReferenceIndex()]
  for (const document of documents) {
    index.set(document)
    references.update(document._id, null, document)
  }
  return {index, queries: new Queries({projectId: 'clinic', dataset: 'production'}, references)}
}
