/**
 * Uploaded files: their bytes in `blobs/`, named by content, and their asset documents in the store.
 *
 * Bytes are on disk, whole and synced, before the document that names them is; a blob without a document is an upload
 * that was interrupted, and harmless. Ids are Sanity's: `image-<sha1>-<width>x<height>-<extension>`, `file-<sha1>-<extension>`.
 * @module
 */
import {createHash, randomUUID} from 'node:crypto'
import {mkdirSync, readdirSync, rmSync} from 'node:fs'
import {open, rename, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {LakeDocument} from './document.ts'
import {describeImage} from './images/describe.ts'
import {isRecord, type JsonRecord} from './json.ts'
import {refusal} from './lake-error.ts'

export type AssetKind = 'images' | 'files'

/** What the uploader says about a file. */
export type UploadDetails = {
  readonly filename: string | null
  readonly contentType: string
  /** `label`, `title`, `description`, `creditLine` and `source`, where given. */
  readonly fields: JsonRecord
}

const IMAGE_FILE = /^([0-9a-f]{40})-(\d{1,5}x\d{1,5})\.([a-z0-9]{2,5})$/
const ANY_FILE = /^([0-9a-f]{40})\.([a-z0-9]{1,10})$/

/** The asset that a file name of a delivery address stands for, or null for a name that no asset can have. */
export function assetIdFor(kind: AssetKind, file: string): string | null {
  const image = kind === 'images' ? IMAGE_FILE.exec(file) : null
  if (image) return `image-${image[1]}-${image[2]}-${image[3]}`
  const other = kind === 'files' ? ANY_FILE.exec(file) : null
  return other ? `file-${other[1]}-${other[2]}` : null
}

const EXTENSIONS: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/json': 'json',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'text/vtt': 'vtt',
  'video/mp4': 'mp4',
  'audio/mpeg': 'mp3',
}

function extensionFor({filename, contentType}: UploadDetails): string {
  const fromName = /\.([A-Za-z0-9]{1,10})$/.exec(filename ?? '')?.[1]?.toLowerCase()
  return fromName ?? EXTENSIONS[contentType.split(';')[0] ?? ''] ?? 'bin'
}

/** Only the name, never a path, and never long. */
const plainName = (filename: string | null): string | undefined =>
  filename?.split(/[\\/]/).at(-1)?.slice(0, 200) || undefined

export class Assets {
  readonly #folder: string
  readonly #scope: string

  constructor(folder: string, projectId: string, dataset: string) {
    this.#folder = join(folder, 'blobs')
    this.#scope = `${projectId}/${dataset}`
    mkdirSync(this.#folder, {recursive: true, mode: 0o700})
    for (const name of readdirSync(this.#folder)) {
      if (name.endsWith('.part')) rmSync(join(this.#folder, name), {force: true})
    }
  }

  /** Stores the bytes. @returns the attributes of the asset document, still to be created */
  async store(kind: AssetKind, bytes: Uint8Array, details: UploadDetails): Promise<JsonRecord & {_id: string}> {
    if (bytes.byteLength === 0) throw refusal(400, 'The file is empty.')
    const sha1 = createHash('sha1').update(bytes).digest('hex')
    const described = kind === 'images' ? await this.#image(bytes, sha1) : this.#file(details, sha1)
    await this.#write(described.file, bytes)
    const path = `${kind}/${this.#scope}/${described.file}`
    const originalFilename = plainName(details.filename)
    return {
      ...described.attributes,
      ...details.fields,
      ...(originalFilename === undefined ? {} : {originalFilename}),
      assetId: sha1,
      sha1hash: sha1,
      size: bytes.byteLength,
      uploadId: randomUUID(),
      path,
    }
  }

  /** The path on disk of an asset's bytes. Only names that `assetIdFor` has understood come here. */
  pathOf(file: string): string {
    if (!IMAGE_FILE.test(file) && !ANY_FILE.test(file)) throw refusal(404, 'There is no such asset.')
    return join(this.#folder, file)
  }

  async #image(bytes: Uint8Array, sha1: string) {
    const {extension, mimeType, width, height, metadata} = await describeImage(bytes)
    const size = `${width}x${height}`
    return {
      file: `${sha1}-${size}.${extension}`,
      attributes: {
        _id: `image-${sha1}-${size}-${extension}`,
        _type: 'sanity.imageAsset',
        extension,
        mimeType,
        metadata,
      },
    }
  }

  #file(details: UploadDetails, sha1: string) {
    const extension = extensionFor(details)
    const mimeType = details.contentType.split(';')[0]?.trim() || 'application/octet-stream'
    return {
      file: `${sha1}.${extension}`,
      attributes: {_id: `file-${sha1}-${extension}`, _type: 'sanity.fileAsset', extension, mimeType},
    }
  }

  async #write(file: string, bytes: Uint8Array): Promise<void> {
    const path = this.pathOf(file)
    const existing = await stat(path).catch(() => null)
    if (existing?.size === bytes.byteLength) return
    const temporary = `${path}.${randomUUID()}.part`
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
    const folder = await open(this.#folder, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  }
}

/** An asset document with the address under which it is served now; a store that moves takes its addresses along. */
export function withAddress(document: LakeDocument, publicUrl: string): LakeDocument {
  const {path} = document
  return typeof path === 'string' ? {...document, url: `${publicUrl}/${path}`} : document
}

export const isAsset = (document: unknown): boolean =>
  isRecord(document) && (document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset')
