/**
 * `export`: everything of a place into one file of Sanity's own format, through Sanity's own package.
 * @module
 */
import {createWriteStream, existsSync} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import {finished} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {exportDataset} from '@sanity/export'
import {LakeError} from '../lake-error.ts'
import {type Settings, UsageError} from '../settings.ts'
import {DataFile} from './data-file.ts'
import {openEmbedded, openHosted, type Place} from './place.ts'
import {countOf, progressOn} from './progress.ts'

const isVersion = (id: string): boolean => id.startsWith('versions.') || id.startsWith('_.releases.')

/** Writes `path` whole or not at all. */
async function written<Result>(path: string, write: (part: string) => Promise<Result>): Promise<Result> {
  const part = `${path}.part`
  try {
    const result = await write(part)
    await rename(part, path)
    return result
  } catch (error) {
    await rm(part, {force: true})
    throw error
  }
}

async function exportFrom(place: Place, settings: Settings, path: string) {
  const {given} = settings
  const isArchive = !path.endsWith('.ndjson')
  const progress = progressOn(process.stderr)
  const options = {
    client: place.source,
    dataset: place.dataset,
    drafts: given['no-drafts'] !== true,
    assets: isArchive && given['no-assets'] !== true,
    raw: given.raw === true,
    ...(given.types === undefined ? {} : {types: given.types.split(',')}),
    filterDocument: ({_id}: {_id: string}) => given['no-versions'] !== true || !isVersion(_id),
    onProgress: progress.show,
  }
  try {
    return await written(path, async (part) => {
      if (isArchive) return exportDataset({...options, outputPath: part})
      const unzip = createGunzip()
      const file = unzip.pipe(new DataFile()).pipe(createWriteStream(part))
      const [result] = await Promise.all([exportDataset({...options, outputPath: unzip}), finished(file)])
      return result
    })
  } finally {
    progress.end()
  }
}

/** Runs the verb. @returns what to tell whoever started it */
export async function exportContent(settings: Settings): Promise<string> {
  const [, path] = settings.verb
  if (path === undefined || !/\.(tar\.gz|tgz|ndjson)$/.test(path)) {
    throw new UsageError('Say where to: export <file>.tar.gz with pictures and files, or <file>.ndjson without.')
  }
  if (existsSync(path) && settings.given.overwrite !== true) {
    throw new UsageError(`${path} exists already. Choose another name, or write over it with --overwrite.`)
  }
  const witness = async (): Promise<void> => {}
  const place =
    settings.given.hosted === true
      ? await openHosted(settings, witness)
      : await openEmbedded(settings, 'export', witness)
  try {
    const {documentCount, assetCount} = await exportFrom(place, settings, path)
    const assets = path.endsWith('.ndjson') ? 'no pictures or files' : countOf(assetCount, 'asset')
    return `Exported ${countOf(documentCount, 'document')} and ${assets} from ${place.name} to ${path}.`
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new LakeError(500, `The export failed, and ${path} was not written: ${reason}`, {}, {cause: error})
  } finally {
    await place.close()
  }
}
