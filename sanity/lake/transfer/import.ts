/**
 * `import`: a file of Sanity's own format into a place, through Sanity's own package. Documents that are there already
 * are not touched: they make it fail, unless `--replace` or `--missing` say what to do with them. A failed import is
 * taken back from a lake; of a hosted project it is said what has arrived.
 * @module
 */
import {createReadStream, statSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {sanityImport} from '@sanity/import'
import {isRecord} from '../json.ts'
import {LakeError} from '../lake-error.ts'
import {type Settings, UsageError} from '../settings.ts'
import {openEmbedded, openHosted, type Place, type Witness} from './place.ts'
import {countOf, progressOn} from './progress.ts'

/** Notes what the place acknowledges, from the answers to the requests of the import. */
class Arrivals {
  readonly ids = new Set<string>()

  readonly witness: Witness = async ({url, method}, response) => {
    if (method !== 'POST' || !response.ok || !/\/data\/(mutate|actions)\/|\/assets\//.test(url)) return
    const answer: unknown = await response.json().catch(() => null)
    if (!isRecord(answer)) return
    for (const result of Array.isArray(answer.results) ? answer.results : []) {
      if (isRecord(result) && result.operation !== 'none') this.ids.add(String(result.id))
    }
    if (isRecord(answer.document)) this.ids.add(String(answer.document._id))
  }
}

function operationIn({given}: Settings): 'create' | 'createOrReplace' | 'createIfNotExists' {
  if (given.replace === true && given.missing === true) {
    throw new UsageError('--replace and --missing contradict each other: choose one.')
  }
  if (given.replace === true) return 'createOrReplace'
  return given.missing === true ? 'createIfNotExists' : 'create'
}

const RELEASES = {create: 'fail', createOrReplace: 'replace', createIfNotExists: 'ignore'} as const

/** A sentence for what the failure of an import means to whoever started it. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (!/already exists/.test(message)) return message
  return `${message}\nTo write over documents that are there use --replace; to add only what is not there, --missing.`
}

/** What a failure leaves behind, after taking back what can be. */
async function aftermathOf(place: Place, arrivals: Arrivals, path: string): Promise<string> {
  if (arrivals.ids.size === 0 && !place.undo) return `Nothing arrived in ${place.name}.`
  if (place.undo) {
    const {documents, kept} = await place.undo()
    const others = [kept ?? []].flat()
    const rest =
      others.length === 0 ? '' : ` Left alone, because somebody has changed them since: ${others.join(', ')}.`
    return documents === 0
      ? `Nothing was changed in ${place.name}.`
      : `${place.name} is as it was: ${countOf(Number(documents), 'document')} that had arrived went again.${rest}`
  }
  const list = `${path}.arrived.txt`
  await writeFile(list, [...arrivals.ids].map((id) => `${id}\n`).join(''))
  return `${countOf(arrivals.ids.size, 'document')} (assets among them) had arrived in ${place.name}; ${list} lists them. --replace completes the import.`
}

async function importInto(place: Place, settings: Settings, path: string) {
  const operation = operationIn(settings)
  const progress = progressOn(process.stderr)
  try {
    return await sanityImport(createReadStream(path), {
      client: place.client,
      operation,
      releasesOperation: RELEASES[operation],
      allowFailingAssets: settings.given['allow-failing-assets'] === true,
      ...(place.assetFetch ? {assetFetch: place.assetFetch} : {}),
      onProgress: ({step, current, total}) =>
        progress.show({step, ...(current === undefined ? {} : {current}), ...(total === undefined ? {} : {total})}),
    })
  } finally {
    progress.end()
  }
}

/** Runs the verb. @returns what to tell whoever started it */
export async function importContent(settings: Settings): Promise<string> {
  const [, path] = settings.verb
  if (path === undefined || !/\.(tar\.gz|tgz|tar|ndjson)$/.test(path)) {
    throw new UsageError('Say what to import: import <file>.tar.gz or <file>.ndjson.')
  }
  operationIn(settings)
  if (!statSync(path, {throwIfNoEntry: false})?.isFile()) throw new UsageError(`There is no file ${path}.`)
  const arrivals = new Arrivals()
  const place =
    settings.given.hosted === true
      ? await openHosted(settings, arrivals.witness)
      : await openEmbedded(settings, 'import', arrivals.witness)
  const fail = async (error: unknown): Promise<never> => {
    const aftermath = await aftermathOf(place, arrivals, path).catch(
      (trouble: unknown) =>
        `What had arrived could not be taken back (${String(trouble)}): ${[...arrivals.ids].join(', ') || 'nothing'}.`,
    )
    throw new LakeError(500, `The import failed: ${reasonOf(error)}\n${aftermath}`, {}, {cause: error})
  }
  const {promise: interrupted, reject} = Promise.withResolvers<never>()
  const interrupt = (): void => reject(new Error('it was interrupted'))
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  try {
    const {numDocs, warnings} = await Promise.race([importInto(place, settings, path), interrupted]).catch(fail)
    const done = `Imported ${countOf(numDocs, 'document')} into ${place.name}.`
    return [...warnings.map(({message}) => message), done].join('\n')
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
    await place.close()
  }
}
