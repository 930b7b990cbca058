/** The history that the Studio asks for. */
import {isDraftId, isTime, publishedIdFor} from '../document.ts'
import {History} from '../history.ts'
import {assertDataset, type House, requireIdentity} from '../house.ts'
import {isTrue, json, ndjson} from '../http.ts'
import {isRecord} from '../json.ts'
import {refusal} from '../lake-error.ts'
import type {Call, Handler, Route} from '../router.ts'

const limitIn = (options: URLSearchParams, otherwise: number): number => {
  const limit = Number(options.get('limit') ?? otherwise)
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, 1000) : otherwise
}

export function historyRoutes(house: House): Route[] {
  const history = new History(house.db)
  const members =
    (handler: Handler): Handler =>
    (call: Call) => {
      assertDataset(house, call)
      requireIdentity(call)
      return handler(call)
    }
  /** A revision that was published without a draft, as somebody who looks at the draft asks for it. */
  const underDraft = (id: string, at: {revision: string | null; time: string | null}): unknown => {
    if (!isDraftId(id) || at.revision === null) return null
    const published = history.revision(publishedIdFor(id), at)
    return isRecord(published) ? {...published, _id: id} : null
  }
  return [
    [
      'GET',
      '/data/history/:dataset/events/documents/:id',
      members(({path, url}) => {
        const id = path.id ?? ''
        return json({
          events: {[id]: history.events(publishedIdFor(id), limitIn(url.searchParams, 100))},
          nextCursor: '',
        })
      }),
    ],
    [
      'GET',
      '/data/history/:dataset/documents/:ids',
      members(({path, url}) => {
        const time = url.searchParams.get('time')
        if (time !== null && !isTime(time)) throw refusal(400, `"${time}" is no time: give it as 2026-01-31T09:00:00Z.`)
        const at = {revision: url.searchParams.get('revision'), time}
        const documents = (path.ids ?? '').split(',').map((id) => history.revision(id, at) ?? underDraft(id, at))
        return json({documents: documents.filter((document) => document !== null)})
      }),
    ],
    [
      'GET',
      '/data/history/:dataset/transactions/:ids',
      members(({path, url}) => {
        const options = url.searchParams
        return ndjson(
          history.transactions((path.ids ?? '').split(','), {
            fromTransaction: options.get('fromTransaction'),
            toTransaction: options.get('toTransaction'),
            fromTime: options.get('fromTime'),
            toTime: options.get('toTime'),
            isReversed: isTrue(options.get('reverse')),
            limit: limitIn(options, 50),
            isNarrow: isTrue(options.get('includeIdentifiedDocumentsOnly')),
          }),
        )
      }),
    ],
    // References from other datasets, of which there are none.
    ['GET', '/data/references/:dataset/documents/:id/to', members(() => json({totalCount: 0, references: []}))],
  ]
}
