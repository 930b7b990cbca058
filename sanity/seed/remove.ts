/**
 * Takes the sample clinic away and leaves everything else.
 *
 * What belongs to the sample carries `sample: true` and an id of plain words that begins with its type. A copy that
 * somebody made in the Studio has a random id: it is theirs, and only loses the mark. Documents of the clinic's own
 * that link to the sample stop the removal, by name, because a page must never lose a part in silence. Search words
 * say nothing about the made-up clinic: they stay, and are the clinic's own from then on.
 */
import type {SanityClient} from '@sanity/client'
import {sampleDocuments} from './documents.ts'
import {findDrawings, withDrawings} from './drawings.ts'
import type {Seeding} from './load.ts'
import {referencesIn} from './references.ts'
import {isSame} from './same.ts'
import {settingsId, spanishSettingsId} from './settings.ts'
import {settingsWithoutSample} from './settings-without-sample.ts'

export type RemoveReport = {
  /** Ids of documents that are gone, drafts included. */
  removed: string[]
  /** Those among them that somebody had edited since they were loaded. */
  edited: string[]
  /** Ids of copies made by staff, and of search words: they stay, and no longer count as sample. */
  kept: string[]
  /** Ids of pictures that are gone. */
  pictures: string[]
}

type StoredDocument = Record<string, unknown> & {_id: string; _type: string}

/** Documents of the clinic's own still link to the sample. */
export class SampleInUseError extends Error {
  /** Ids of the documents that link to the sample. */
  readonly documents: readonly string[]

  constructor(lines: readonly string[], documents: readonly string[]) {
    super(
      [
        'The sample clinic was not removed, because documents of your own link to it:',
        ...lines,
        'Open each of them in the Studio, take the links out, publish (or discard the draft), and run this again.',
      ].join('\n'),
    )
    this.name = 'SampleInUseError'
    this.documents = documents
  }
}

/** Removes the sample clinic in one transaction, then the drawings that nothing shows any more. */
export async function removeSample({client, log = () => {}}: Seeding): Promise<RemoveReport> {
  const lake = client.withConfig({perspective: 'raw', useCdn: false})
  const marked = await lake.fetch<StoredDocument[]>('*[sample == true]')
  const drawings = await findDrawings(lake)
  const originals = new Map(sampleDocuments.map((document) => [document._id, withDrawings(document, drawings)]))
  // A site without Spanish pages is better off without Spanish settings, unless somebody has begun to fill them in.
  const untouched = ({_id}: StoredDocument) =>
    publishedId(_id) === spanishSettingsId &&
    marked.every((other) => publishedId(other._id) !== spanishSettingsId || isSame(other, originals.get(other._id)))
  const stays = (document: StoredDocument) => isSettings(document) && !untouched(document)
  const settings = marked.filter(stays)
  const copies = marked.filter((document) => !stays(document) && !belongsToSample(document))
  const going = marked.filter((document) => !stays(document) && belongsToSample(document))

  const goingIds = new Set(going.map(({_id}) => publishedId(_id)))
  await refuseWhileInUse(lake, goingIds, settings)

  const edited = going.filter((document) => !isSame(document, originals.get(document._id))).map(({_id}) => _id)

  if (marked.length) {
    const transaction = lake.transaction()
    for (const document of settings) transaction.createOrReplace(settingsWithoutSample(document, originals, goingIds))
    for (const {_id} of copies) transaction.patch(_id, (patch) => patch.unset(['sample']))
    for (const {_id} of going) transaction.delete(_id)
    await transaction.commit({visibility: 'sync', returnDocuments: false})
  }
  const pictures = await removeUnusedDrawings(lake)

  const removed = going.map(({_id}) => _id)
  if (edited.length) log(`Removed although they had been edited: ${edited.join(', ')}`)
  if (settings.length) log('Settings: your own entries stay, the sample’s are neutral now. Check name and phone.')
  if (copies.length) log(`Stay as your own: ${copies.map(({_id}) => _id).join(', ')}`)
  log(`Sample clinic: ${removed.length} documents and ${pictures.length} pictures removed`)
  return {removed, edited, kept: copies.map(({_id}) => _id), pictures}
}

async function refuseWhileInUse(
  lake: SanityClient,
  goingIds: ReadonlySet<string>,
  settings: readonly StoredDocument[],
): Promise<void> {
  const linking = await lake.fetch<StoredDocument[]>('*[references($ids)]', {ids: [...goingIds]})
  const handled = new Set(settings.map(({_id}) => _id))
  const inUse = linking.flatMap((document) => {
    if (goingIds.has(publishedId(document._id)) || handled.has(document._id)) return []
    const links = referencesIn(document).filter(({to, weak}) => !weak && goingIds.has(to))
    return links.length ? [{document, links}] : []
  })
  if (inUse.length === 0) return
  throw new SampleInUseError(
    inUse.map(({document, links}) => {
      const targets = [...new Set(links.map(({field, to}) => `${field} → ${to}`))]
      return `- ${document._type} “${nameOf(document)}” (${document._id}): ${targets.join(', ')}`
    }),
    inUse.map(({document}) => document._id),
  )
}

/** Deletes drawings of ours that no document refers to. A picture that staff uploaded is theirs and stays. */
async function removeUnusedDrawings(lake: SanityClient): Promise<string[]> {
  const ours = [...(await findDrawings(lake)).values()]
  const unused = await lake.fetch<string[]>('*[_id in $ours && count(*[references(^._id)]) == 0]._id', {ours})
  if (unused.length === 0) return []
  const transaction = lake.transaction()
  for (const id of unused) transaction.delete(id)
  await transaction.commit({visibility: 'sync', returnDocuments: false})
  return unused
}

/** The id without `drafts.` or `versions.<release>.`: what the document is called when published. */
function publishedId(id: string): string {
  return id.replace(/^drafts\.|^versions\.[^.]+\./, '')
}

const isSettings = ({_id}: StoredDocument) => [settingsId, spanishSettingsId].includes(publishedId(_id))
const belongsToSample = ({_id, _type}: StoredDocument) =>
  _type !== 'searchWords' && publishedId(_id).startsWith(`${_type}-`)

function nameOf(document: StoredDocument): string {
  const name = [document.title, document.name, document.question, document.statement, document.from].find(
    (text) => typeof text === 'string' && text !== '',
  )
  return typeof name === 'string' ? name : 'untitled'
}
