/** Uploading files, and delivering them: originals, and pictures made to measure. */
import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {type AssetKind, assetIdFor} from '../assets.ts'
import {type LakeDocument, newId} from '../document.ts'
import {assertDataset, type House, requireWriter} from '../house.ts'
import {json, MIB, readBytes, streamOf} from '../http.ts'
import {ImageError} from '../images/image-error.ts'
import {parseImageParameters, transformImage} from '../images/transform.ts'
import type {JsonRecord} from '../json.ts'
import {refusal} from '../lake-error.ts'
import type {Renditions} from '../renditions.ts'
import type {Call, Handler, Route} from '../router.ts'
import {Transaction} from '../transaction.ts'

const MAX_UPLOAD = 50 * MIB

/** Names and addresses hold a hash of the content, so that what they mean never changes. */
const FOREVER = 'public, max-age=31536000, immutable'

/** Shown in the browser; anything else is saved, because a page from here could speak for this origin. */
const SHOWN = /^(image\/(jpeg|png|webp|avif|gif|svg\+xml)|application\/pdf|text\/(plain|vtt)|(audio|video)\/[\w.+-]+)$/

/** SVG may hold script, and PDF viewers have run some. */
const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

const TEXT_FIELDS = ['label', 'title', 'description', 'creditLine'] as const

function fieldsIn(options: URLSearchParams): JsonRecord {
  const fields: JsonRecord = {}
  for (const name of TEXT_FIELDS) {
    const value = options.get(name)
    if (value) fields[name] = value.slice(0, 2000)
  }
  const [id, name, url] = ['sourceId', 'sourceName', 'sourceUrl'].map((field) => options.get(field))
  if (id && name) fields.source = {id, name, ...(url ? {url} : {})}
  return fields
}

async function orRefusal<Result>(work: () => Promise<Result> | Result): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ImageError) throw refusal(error.status, error.message, {cause: error})
    throw error
  }
}

function uploadHandler(house: House, kind: AssetKind): Handler {
  return async (call) => {
    assertDataset(house, call)
    const {userId} = requireWriter(call)
    const options = call.url.searchParams
    const bytes = await readBytes(call.request, MAX_UPLOAD)
    const attributes = await orRefusal(() =>
      house.assets.store(kind, bytes, {
        filename: options.get('filename'),
        contentType: call.request.headers.get('content-type') ?? '',
        fields: fieldsIn(options),
      }),
    )
    // Nothing waits between this look and the commit, so that two uploads of one file make one document.
    const existing = house.store.get(attributes._id)
    return json({document: existing ?? create(house, attributes, userId)})
  }
}

function create(house: House, attributes: JsonRecord & {_id: string}, author: string): LakeDocument | null {
  const transaction = new Transaction(house.store, {id: newId(), author, timestamp: new Date().toISOString()})
  const url = `${house.publicUrl()}/${String(attributes.path)}`
  transaction.create('createIfNotExists', {...attributes, url})
  house.store.commit(transaction)
  return house.store.get(attributes._id)
}

function headersFor(document: LakeDocument, mimeType: string, {url}: Call): Record<string, string> {
  const isShown = SHOWN.test(mimeType)
  const wanted = url.searchParams.get('dl')
  const name = wanted || (typeof document.originalFilename === 'string' ? document.originalFilename : document._id)
  const disposition = wanted !== null || !isShown ? 'attachment' : 'inline'
  return {
    'content-type': isShown ? mimeType : 'application/octet-stream',
    'cache-control': FOREVER,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
    ...(/svg|pdf|octet|text/.test(isShown ? mimeType : 'octet') ? {'content-security-policy': SANDBOX} : {}),
  }
}

function deliveryHandler(house: House, renditions: Renditions, kind: AssetKind): Handler {
  return async (call) => {
    assertDataset(house, call)
    const file = call.path.file ?? ''
    const id = assetIdFor(kind, file)
    const document = id === null ? null : house.store.get(id)
    if (!document) throw refusal(404, 'There is no such asset.')
    const path = house.assets.pathOf(file)
    const {size} = await stat(path).catch((error: unknown) => {
      throw refusal(404, `The bytes of the asset "${document._id}" are missing: restore them from a backup.`, {
        cause: error,
      })
    })
    const parameters = kind === 'images' ? await orRefusal(() => parseImageParameters(call.url.searchParams)) : null
    if (!parameters) {
      const etag = `"${String(document.sha1hash)}"`
      if (call.request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers: {etag}})
      const headers = {
        ...headersFor(document, String(document.mimeType), call),
        'content-length': String(size),
        etag,
        // Sanity's export holds what it has fetched against this.
        'x-sanity-sha1': String(document.sha1hash),
      }
      if (call.request.method === 'HEAD') return new Response(null, {headers})
      return new Response(streamOf(createReadStream(path)), {headers})
    }
    const accept = call.request.headers.get('accept') ?? ''
    const formats = parameters.autoFormat ? ['image/avif', 'image/webp'].filter((type) => accept.includes(type)) : []
    const {isStranger = true} = call
    const key = `${file} ${JSON.stringify(parameters)} ${formats.join(',')}${isStranger ? ' stranger' : ''}`
    const {bytes, mimeType} = await orRefusal(() =>
      renditions.get(key, () => transformImage(path, parameters, formats.join(', '), isStranger)),
    )
    return new Response(bytes, {
      headers: {
        ...headersFor(document, mimeType, call),
        'content-length': String(bytes.byteLength),
        ...(parameters.autoFormat ? {vary: 'Accept'} : {}),
      },
    })
  }
}

export function assetRoutes(house: House, renditions: Renditions): Route[] {
  const kinds: AssetKind[] = ['images', 'files']
  return kinds.flatMap((kind): Route[] => [
    ['POST', `/assets/${kind}/:dataset`, uploadHandler(house, kind)],
    ['GET', `/${kind}/:project/:dataset/:file`, deliveryHandler(house, renditions, kind)],
    // Sanity lets an address end in a name for people, which means nothing.
    ['GET', `/${kind}/:project/:dataset/:file/:vanity`, deliveryHandler(house, renditions, kind)],
  ])
}
