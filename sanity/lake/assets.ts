/**
 * Uploaded files: their bytes in `blobs/`, named by content, and their asset documents in the store.
 *
 * Bytes are on disk, whole and synced, before the document that names them is; a blob without a document is an upload
 * that was interrupted, and harmless. Ids are Sanity's: `image-<sha1>-<width>x<height>-<extension>`, `file-<sha1>-<extension>`.
 * @module
 */
import {createHash, randomUUID} from 'node:crypto'
import {readdirSync, rmSync} from 'node:fs'
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {LakeDocument} from './document.ts'
import {describeImage} from './images/describe.ts'
import {stripped} from './images/strip/index.ts'
import {isRecord, type JsonRecord} from './json.ts'
import {refusal} from './lake-error.ts'
import {hashOfFile, isOutOfRoom, isUnwritable, makeFolder, syncFolder, writeSafely} from './safe-file.ts'

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

/** Whether a name is one that the bytes of an asset have. */
export const isAssetFile = (name: string): boolean => IMAGE_FILE.test(name) || ANY_FILE.test(name)

/** The hash that the name of an asset's file begins with. */
export const sha1Of = (file: string): string => file.slice(0, 40)

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

const UNKNOWN_TYPE = 'application/octet-stream'
const PDF_TYPE = 'application/pdf'
/** ISO 32000-1, 7.5.2. */
const PDF_BEGINNING = Buffer.from('%PDF-', 'latin1')

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
    makeFolder(this.#folder)
    for (const name of readdirSync(this.#folder)) {
      if (name.endsWith('.part')) rmSync(join(this.#folder, name), {force: true})
    }
  }

  /**
   * Stores the bytes, without what a photo tells of its place and its maker: the name, a hash, is that of what is kept.
   *
   * @returns the attributes of the asset document, still to be created
   * @throws LakeError 507 or 503 when the disk does not take them; nothing is kept then
   */
  async store(kind: AssetKind, given: Uint8Array, details: UploadDetails): Promise<JsonRecord & {_id: string}> {
    if (given.byteLength === 0) throw refusal(400, 'The file is empty.')
    const bytes = stripped(given)
    const sha1 = createHash('sha1').update(bytes).digest('hex')
    const described = kind === 'images' ? await this.#image(bytes, sha1) : this.#file(details, bytes, sha1)
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
    if (!isAssetFile(file)) throw refusal(404, 'There is no such asset.')
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

  #file(details: UploadDetails, bytes: Uint8Array, sha1: string) {
    const extension = extensionFor(details)
    const said = details.contentType.split(';')[0]?.trim() || UNKNOWN_TYPE
    // A browser goes by the file's name. What only calls itself a PDF is shown by nobody, and its uploader is to hear of it.
    const mimeType = said === PDF_TYPE && !PDF_BEGINNING.equals(bytes.subarray(0, 5)) ? UNKNOWN_TYPE : said
    return {
      file: `${sha1}.${extension}`,
      attributes: {_id: `file-${sha1}-${extension}`, _type: 'sanity.fileAsset', extension, mimeType},
    }
  }

  async #write(file: string, bytes: Uint8Array): Promise<void> {
    const path = this.pathOf(file)
    try {
      // What is there already is only trusted when it is whole; else this upload mends it.
      const existing = await stat(path).catch(() => null)
      const isWhole = existing?.size === bytes.byteLength && (await hashOfFile(path, 'sha1')) === sha1Of(file)
      // The one who wrote it may have been killed before its name was certain.
      if (isWhole) syncFolder(this.#folder)
      else await writeSafely(path, bytes, `${path}.${randomUUID()}.part`)
    } catch (error) {
      if (isOutOfRoom(error)) {
        throw refusal(507, 'The disk is full: the file was not kept. Free some space and try again.', {cause: error})
      }
      if (isUnwritable(error)) {
        throw refusal(
          503,
          'The folder of uploaded files cannot be written to: the file was not kept. Make it writable and try again.',
          {cause: error},
        )
      }
      throw error
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
