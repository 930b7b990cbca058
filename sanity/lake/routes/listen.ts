/** Event streams. */
import {assertDataset, audienceOf, type House, nameOf, requireIdentity} from '../house.ts'
import {isTrue, paramsIn} from '../http.ts'
import {notHonoured, refusal, tooMany} from '../lake-error.ts'
import {type Audience, isPublishedByDefault} from '../perspective.ts'
import type {Route} from '../router.ts'

/** More streams than any clinic's editors open; a leak in a client shows here instead of as a full memory. */
const MAX_STREAMS = 1000
/** A part is kept for those with a token; and of strangers' queries, which each commit runs, there are few. */
const MAX_WITH_STRANGERS = 800
const MAX_STRANGERS = 200
const NO_ROOM = 'Too many event streams are open already.'

/** Seconds after which a client that found no room may try again. */
const RETRY_AFTER = 10

const isFull = (house: House, audience: Audience): boolean =>
  house.listeners.size + house.live.size >= (audience === 'public' ? MAX_WITH_STRANGERS : MAX_STREAMS)

/** One of a few words, or what stands for none. @throws LakeError 400 for another word */
function wordIn<Word extends string, Otherwise>(
  options: URLSearchParams,
  name: string,
  words: readonly Word[],
  otherwise: Otherwise,
): Word | Otherwise {
  const given = options.get(name)
  if (given === null) return otherwise
  const word = words.find((candidate) => candidate === given)
  if (word) return word
  throw refusal(400, `"${name}" is ${words.map((known) => `"${known}"`).join(' or ')}, not "${given}".`)
}

export const listenRoutes = (house: House): Route[] => [
  [
    'GET',
    '/data/listen/:dataset',
    (call) => {
      assertDataset(house, call)
      const audience = audienceOf(call)
      const isCrowded = audience === 'public' && house.listeners.strangers >= MAX_STRANGERS
      if (isCrowded || isFull(house, audience)) throw tooMany(NO_ROOM, RETRY_AFTER)
      const options = call.url.searchParams
      const query = options.get('query')
      if (!query) throw refusal(400, 'The request holds no "query".')
      const isResuming = isTrue(options.get('enableResume'))
      return house.listeners.listen({
        request: {query, params: paramsIn(options), identity: nameOf(call)},
        audience,
        includeMutations: options.get('includeMutations') !== 'false',
        includeEffects: wordIn(options, 'effectFormat', ['mendoza'], null) !== null,
        includeResult: isTrue(options.get('includeResult')),
        includePreviousRevision: isTrue(options.get('includePreviousRevision')),
        includeAllVersions: isTrue(options.get('includeAllVersions')) || !isPublishedByDefault(call.apiVersion),
        visibility: wordIn(options, 'visibility', ['transaction', 'query'], 'transaction'),
        lastEventId: isResuming ? call.request.headers.get('last-event-id') : null,
      })
    },
  ],
  [
    'GET',
    '/data/live/events/:dataset',
    (call) => {
      assertDataset(house, call)
      const options = call.url.searchParams
      // Said in the stream, because a client tries a stream again that is refused with 501.
      if (options.has('waitFor')) return house.live.refuse(notHonoured('Waiting for functions (waitFor)').message)
      const includeDrafts = isTrue(options.get('includeDrafts'))
      if (includeDrafts) requireIdentity(call)
      if (isFull(house, audienceOf(call))) return house.live.refuse(NO_ROOM)
      return house.live.open(includeDrafts, call.request.headers.get('last-event-id') ?? options.get('lastLiveEventId'))
    },
  ],
]
