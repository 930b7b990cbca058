/** A lake as large as wanted: the sample clinic with its pictures, and copies of it under other names. */
import type {SanityClient} from '@sanity/client'
import type {SeedDocument} from '../../sanity/seed/build.ts'
import {sampleDocuments} from '../../sanity/seed/documents.ts'
import {findDrawings, withDrawings} from '../../sanity/seed/drawings.ts'
import {loadSample} from '../../sanity/seed/index.ts'

/** No transaction holds more documents. */
const atOnce = 500

/** There is one of each in a clinic. */
const single: ReadonlySet<string> = new Set(['siteSettings', 'redirect', 'searchWords'])

/** Fills an empty lake until it holds `size` documents, and answers how many whole copies of the clinic that took. */
export async function fillLake(client: SanityClient, size: number): Promise<number> {
  await loadSample({client})
  const drawings = await findDrawings(client)
  const originals = sampleDocuments.filter(({_type}) => !single.has(_type)).map((each) => withDrawings(each, drawings))
  // A source points to nothing, so a few more of them fill up the number.
  const fillers = originals.filter(({_type}) => _type === 'source')
  let left = size - (await client.fetch<number>('count(*)'))
  let copies = 0
  let fillings = 0
  const batch: SeedDocument[] = []
  const write = async () => {
    const transaction = client.transaction()
    for (const document of batch.splice(0)) transaction.createOrReplace(document)
    await transaction.commit({visibility: 'sync', returnDocuments: false})
  }
  while (left > 0) {
    const isWhole = left >= originals.length
    if (isWhole) copies++
    else fillings++
    const copy = isWhole ? copyOf(originals, String(copies)) : copyOf(fillers.slice(0, left), `filler-${fillings}`)
    if (batch.length + copy.length > atOnce) await write()
    batch.push(...copy)
    left -= copy.length
  }
  if (batch.length > 0) await write()
  return copies
}

/** The same documents under ids and slugs of their own; what points into the copy points to the copy. */
function copyOf(documents: readonly SeedDocument[], name: string): SeedDocument[] {
  const ids = new Set(documents.map(({_id}) => _id))
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.has(value) ? `${value}-${name}` : value
    if (Array.isArray(value)) return value.map(renamed)
    return typeof value === 'object' && value !== null ? renamedFields(value) : value
  }
  const renamedFields = (object: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(object).map(([field, value]) => [
        field,
        field === 'current' ? `${value}-${name}` : renamed(value),
      ]),
    )
  return documents.map((document) => ({
    ...renamedFields(document),
    _id: `${document._id}-${name}`,
    _type: document._type,
  }))
}
