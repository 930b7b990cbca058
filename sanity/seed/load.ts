/**
 * Loads the sample clinic through the same API as any import.
 *
 * A document is created where none is, and never changed afterward: what staff have edited, unpublished or taken over
 * stays theirs. So loading twice writes nothing. The one exception are settings that are still exactly the neutral ones
 * of an empty start; they make room for the sample's.
 */
import type {SanityClient} from '@sanity/client'
import type {SeedDocument} from './build.ts'
import {sampleDocuments} from './documents.ts'
import {drawingsIn, findDrawings, uploadDrawings, withDrawings} from './drawings.ts'
import {referencesIn} from './references.ts'
import {isSame} from './same.ts'
import {minimalSettings, settingsId, spanishSettingsId} from './settings.ts'

export type Seeding = {
  /** Needs a token that may write. */
  client: SanityClient
  /** Takes one line of progress. */
  log?: (line: string) => void
}

export type LoadReport = {
  /** Ids of documents that were written. */
  created: string[]
  /** Ids of documents that were there and say what the sample says. */
  unchanged: string[]
  /** Ids of documents that differ, or that staff unpublished, and of those that would have to point to such a one. */
  left: string[]
}

type StoredDocument = Record<string, unknown> & {_id: string}

/** Loads the sample clinic: pictures that are missing first, then every missing document in one transaction. */
export async function loadSample({client, log = () => {}}: Seeding): Promise<LoadReport> {
  const lake = client.withConfig({perspective: 'raw', useCdn: false})
  const stored = await storedDocuments(
    lake,
    sampleDocuments.map(({_id}) => _id),
  )
  const missing = creatable(
    sampleDocuments.filter((wanted) => isMissing(wanted, stored)),
    stored,
  )
  const present = await findDrawings(lake)
  const drawings = missing.length ? await uploadDrawings(lake, drawingsIn(missing), present, log) : present

  const created = missing.map(({_id}) => _id)
  if (missing.length) {
    log(`Documents: ${missing.length} to write`)
    const transaction = lake.transaction()
    for (const document of missing) {
      const whole = withDrawings(document, drawings)
      if (document._id === settingsId) transaction.createOrReplace(whole)
      else transaction.createIfNotExists(whole)
    }
    await transaction.commit({visibility: 'sync', returnDocuments: false})
  }

  const rest = sampleDocuments.filter(({_id}) => !created.includes(_id))
  const [unchanged, left] = parted(rest, (wanted) =>
    isSame(withDrawings(wanted, drawings), asLoaded(stored.get(wanted._id))),
  )
  if (left.length) log(`Left as they are, because they differ from the sample: ${left.join(', ')}`)
  log(`Sample clinic: ${created.length} new, ${unchanged.length} unchanged, ${left.length} left as they are`)
  return {created, unchanged, left}
}

/** Creates neutral settings, so that an empty clinic has a name, a phone number and a menu. Never touches existing ones. */
export async function loadEmpty({client, log = () => {}}: Seeding): Promise<LoadReport> {
  const lake = client.withConfig({perspective: 'raw', useCdn: false})
  const settings = minimalSettings()
  const stored = await storedDocuments(lake, [settingsId])
  if (stored.size > 0) {
    const unchanged = isSame(settings, stored.get(settingsId))
    log('Settings: there already')
    return {created: [], unchanged: unchanged ? [settingsId] : [], left: unchanged ? [] : [settingsId]}
  }
  await lake.createIfNotExists(settings, {visibility: 'sync', returnDocuments: false})
  log('Settings: neutral ones to start with')
  return {created: [settingsId], unchanged: [], left: []}
}

/** Published documents with these ids, and their drafts, by id. */
async function storedDocuments(lake: SanityClient, ids: readonly string[]): Promise<Map<string, StoredDocument>> {
  const documents = await lake.fetch<StoredDocument[]>('*[_id in $ids]', {
    ids: [...ids, ...ids.map((id) => `drafts.${id}`)],
  })
  return new Map(documents.map((document) => [document._id, document]))
}

/** A document with only a draft was unpublished by somebody: that is not missing. */
function isMissing({_id}: SeedDocument, stored: ReadonlyMap<string, StoredDocument>): boolean {
  // Spanish settings of the sample beside settings of the clinic's own would be two clinics on one site.
  const own = stored.get(settingsId)
  if (_id === spanishSettingsId && own && own.sample !== true && !isSame(own, minimalSettings())) return false
  if (_id === settingsId && isSame(stored.get(_id), minimalSettings())) return !stored.has(`drafts.${_id}`)
  return !stored.has(_id) && !stored.has(`drafts.${_id}`)
}

/** Leaves out documents that would point to one which is not published and will not be. */
function creatable(missing: SeedDocument[], stored: ReadonlyMap<string, StoredDocument>): SeedDocument[] {
  const sampleIds = new Set(sampleDocuments.map(({_id}) => _id))
  const willExist = new Set([...stored.keys(), ...missing.map(({_id}) => _id)])
  const kept = missing.filter((document) =>
    referencesIn(document).every(({to}) => !sampleIds.has(to) || willExist.has(to)),
  )
  return kept.length === missing.length ? kept : creatable(kept, stored)
}

/** Search words stay when a sample goes, without its mark: they need not be written again. */
const asLoaded = (document: StoredDocument | undefined): StoredDocument | undefined =>
  document?._type === 'searchWords' ? {...document, sample: true} : document

function parted(documents: readonly SeedDocument[], test: (document: SeedDocument) => boolean): [string[], string[]] {
  const ids = (wanted: boolean) => documents.filter((document) => test(document) === wanted).map(({_id}) => _id)
  return [ids(true), ids(false)]
}
