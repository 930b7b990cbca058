/** References that lead nowhere. The lake lets none be made; a store that was changed by other means may have some. */
import type {JsonRecord} from '../json.ts'
import {referencesIn} from '../reference-index.ts'
import {type Finding, fewOf} from './finding.ts'

export function referenceFinding(documents: readonly JsonRecord[]): Finding {
  const subject = 'References'
  const ids = new Set(documents.map(({_id}) => _id))
  const lost = documents.flatMap((document) =>
    [...referencesIn(document)]
      .filter(({target, isStrong}) => isStrong && !ids.has(target))
      .map(({target}) => `${String(document._id)} → ${target}`),
  )
  return lost.length === 0
    ? {state: 'ok', subject, text: `of ${documents.length} documents all lead somewhere`}
    : {
        state: 'broken',
        subject,
        text: `${lost.length} lead nowhere (${fewOf(lost)}): open these documents in the Studio and choose again`,
      }
}
