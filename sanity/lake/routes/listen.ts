/** Event streams. */
import {assertDataset, audienceOf, type House, nameOf, requireIdentity} from '../house.ts'
import {isTrue, paramsIn} from '../http.ts'
import {refusal} from '../lake-error.ts'
import type {Route} from '../router.ts'

/** More streams than any clinic's editors open; a leak in a client shows here instead of as a full memory. */
const MAX_STREAMS = 1000

function assertRoom(house: House): void {
  if (house.listeners.size + house.live.size < MAX_STREAMS) return
  throw refusal(503, `${MAX_STREAMS} event streams are open already.`)
}

export const listenRoutes = (house: House): Route[] => [
  [
    'GET',
    '/data/listen/:dataset',
    (call) => {
      assertDataset(house, call)
      assertRoom(house)
      const options = call.url.searchParams
      const query = options.get('query')
      if (!query) throw refusal(400, 'The request holds no "query".')
      return house.listeners.listen({
        request: {query, params: paramsIn(options), identity: nameOf(call)},
        audience: audienceOf(call),
        includeMutations: options.get('includeMutations') !== 'false',
        includeEffects: options.get('effectFormat') === 'mendoza',
        includeResult: isTrue(options.get('includeResult')),
        includePreviousRevision: isTrue(options.get('includePreviousRevision')),
      })
    },
  ],
  [
    'GET',
    '/data/live/events/:dataset',
    (call) => {
      assertDataset(house, call)
      assertRoom(house)
      const includeDrafts = isTrue(call.url.searchParams.get('includeDrafts'))
      if (includeDrafts) requireIdentity(call)
      return house.live.open(includeDrafts, call.request.headers.get('last-event-id'))
    },
  ],
]
