/** Documents by id, and the export of everything. */
import {isAsset, withAddress} from '../assets.ts'
import {isDraftId, isVersionId, publishedIdFor} from '../document.ts'
import {assertDataset, audienceOf, type House, requireIdentity} from '../house.ts'
import {isTrue, json, ndjson} from '../http.ts'
import {refusal} from '../lake-error.ts'
import {isVisibleTo} from '../perspective.ts'
import type {Call, Route} from '../router.ts'

function documentHandler(house: House) {
  return (call: Call): Response => {
    assertDataset(house, call)
    const audience = audienceOf(call)
    const options = call.url.searchParams
    const ids = (call.path.ids ?? '').split(',')
    if (isTrue(options.get('includeAllVersions'))) {
      const wanted = new Set(ids.map(publishedIdFor))
      const versions = house.store.documents
        .all()
        .filter(({_id}) => wanted.has(publishedIdFor(_id)) && isVisibleTo(audience, _id))
      return json({documents: versions, omitted: []})
    }
    const documents = ids.flatMap((id) => (isVisibleTo(audience, id) ? (house.store.get(id) ?? []) : []))
    const found = new Set(documents.map(({_id}) => _id))
    const omitted = ids
      .filter((id) => !found.has(id))
      .map((id) => ({id, reason: isVisibleTo(audience, id) ? 'existence' : 'permission'}))
    // Who asks only which documents there are reads it from those that are left out.
    return json({documents: isTrue(options.get('excludeContent')) ? [] : documents, omitted})
  }
}

/** Where the addresses of assets begin in an export; without one, where browsers find them. */
function assetsAtIn(options: URLSearchParams): string | null {
  const given = options.get('assetsAt')
  if (given === null) return null
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given.replace(/\/$/, '')
  throw refusal(400, `"${given}" is not a web address: "assetsAt" says where assets are fetched from.`)
}

function exportHandler(house: House) {
  return (call: Call): Response => {
    assertDataset(house, call)
    requireIdentity(call)
    const options = call.url.searchParams
    const types = options.get('types')?.split(',')
    const assetsAt = assetsAtIn(options)
    const isWanted = (id: string, type: string): boolean =>
      (!types || types.includes(type)) && (!options.has('onlyPublished') || !(isDraftId(id) || isVersionId(id)))
    const documents = house.store.documents.all().filter(({_id, _type}) => isWanted(_id, _type))
    return ndjson(
      assetsAt === null
        ? documents
        : documents.map((document) => (isAsset(document) ? withAddress(document, assetsAt) : document)),
    )
  }
}

export const documentRoutes = (house: House): Route[] => [
  ['GET', '/data/doc/:dataset/:ids+', documentHandler(house)],
  ['GET', '/data/export/:dataset', exportHandler(house)],
]
