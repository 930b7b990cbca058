/** GROQ over HTTP. */
import {assertDataset, audienceOf, type House, nameOf, requireIdentity} from '../house.ts'
import {isTrue, jsonText, MIB, paramsIn, readJson} from '../http.ts'
import {isRecord, type JsonRecord} from '../json.ts'
import {notHonoured, refusal} from '../lake-error.ts'
import {perspectiveFor} from '../perspective.ts'
import type {SourceMapKind} from '../query.ts'
import type {Call, Route} from '../router.ts'

/** Options that change the meaning of an answer, and that the lake does not know. */
function assertHonoured(options: URLSearchParams): void {
  if (isTrue(options.get('explain'))) throw notHonoured('The explanation of a query (explain)')
  if (options.has('variant') || options.has('variantCondition')) throw notHonoured('A variant of documents (variant)')
}

/** A source map names drafts and fields that nobody has to see: it is for those with a token, as the content is. */
function sourceMapKindOf(call: Call): SourceMapKind | undefined {
  const value = call.url.searchParams.get('resultSourceMap')
  if (value === null || value === 'false') return undefined
  requireIdentity(call)
  return value === 'withKeyArraySelector' ? 'byKey' : 'byIndex'
}

/** Bytes of a posted query: whoever has a token may send long lists of ids; nobody else has to. */
const MAX_QUERY = {member: 4 * MIB, public: MIB / 4}

async function queryOf(call: Call): Promise<{query: string; params: JsonRecord}> {
  const {request, url} = call
  const body = request.method === 'POST' ? await readJson(request, MAX_QUERY[audienceOf(call)]) : null
  const query = body ? body.query : url.searchParams.get('query')
  if (typeof query !== 'string' || query.trim() === '') throw refusal(400, 'The request holds no "query".')
  const params = body ? (isRecord(body.params) ? body.params : {}) : paramsIn(url.searchParams)
  return {query, params}
}

function queryHandler(house: House) {
  return async (call: Call): Promise<Response> => {
    assertDataset(house, call)
    const options = call.url.searchParams
    assertHonoured(options)
    const {query, params} = await queryOf(call)
    const started = performance.now()
    const perspective = perspectiveFor(options.get('perspective'), call.apiVersion)
    const audience = audienceOf(call)
    const request = {query, params, identity: nameOf(call), sourceMap: sourceMapKindOf(call), audience}
    const answer = await house.answers.answer(request, perspective, audience)
    const ms = Math.round(performance.now() - started)
    const asked = options.get('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
    return jsonText(`{${asked}${answer.slice(1, -1)},"ms":${ms}}`)
  }
}

export const queryRoutes = (house: House): Route[] => [
  ['GET', '/data/query/:dataset', queryHandler(house)],
  ['POST', '/data/query/:dataset', queryHandler(house)],
]
