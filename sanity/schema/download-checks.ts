/** What an editor is told about a document to download, asked of what the dataset knows of the file. */
import type {ValidationContext} from '@sanity/types'
import {largestDownload} from '@/lib/download'
import {sizeInWords} from '@/lib/file-size'
import {assetOf} from './asset-of'
import {schemaApiVersion} from './uniqueness'

/** Heavier ones take long on a phone, and part of what its reader pays for. Bytes. */
const heavy = 5_000_000

const FILE = `*[_id == $id][0]{extension, mimeType, size}`

type Known = Readonly<{extension?: unknown; mimeType?: unknown; size?: unknown}>

/** A PDF of bearable size: anything else would not be served. */
export async function isOfferable(file: unknown, context: ValidationContext): Promise<true | string> {
  const id = assetOf(file)
  if (id === null) return 'Choose a PDF.'
  const {extension, mimeType, size} = await knownOf(id, context)
  if (extension !== undefined && (extension !== 'pdf' || mimeType !== 'application/pdf')) {
    return 'This file is not a PDF. Save the document as a PDF, and upload that.'
  }
  if (typeof size === 'number' && size > largestDownload) {
    return `This file has ${sizeInWords(size, 'en')}; the website offers up to ${sizeInWords(largestDownload, 'en')}. Save it with smaller pictures.`
  }
  return true
}

export async function weightAdvice(file: unknown, context: ValidationContext): Promise<true | string> {
  const id = assetOf(file)
  if (id === null) return true
  const {size} = await knownOf(id, context)
  if (typeof size !== 'number' || size <= heavy || size > largestDownload) return true
  return `This file has ${sizeInWords(size, 'en')}, which takes long on a phone. Save it with smaller pictures if you can.`
}

async function knownOf(id: string, context: ValidationContext): Promise<Known> {
  const found: unknown = await context
    .getClient({apiVersion: schemaApiVersion})
    .fetch(FILE, {id}, {perspective: 'raw', tag: 'validation.download'})
  return typeof found === 'object' && found !== null ? found : {}
}
