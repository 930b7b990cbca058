/**
 * Which questions have another answer because a document was published, changed or taken away:
 * those whose last answer shows it, its own page's, those that list its type, and those of documents that refer to it.
 */
import {z} from 'zod'
import {keptQuestions, keyOf, type Params, type Question, questionsShowing} from '@/lib/revalidation/answers'
import {lakeClient} from '@/sanity/client'
import {LakeUnavailableError} from '@/sanity/content-error'
import {isPageType} from '@/sanity/vocabulary'
import {languagesInUse} from './languages-in-use'
import {contractsListing} from './questions'

export type ChangedDocument = {readonly documentId: string; readonly documentType: string | null}

const Found = z.array(
  z.object({
    _id: z.string(),
    _type: z.string(),
    slug: z.string().nullable(),
    language: z.string().nullable(),
    from: z.string().nullable(),
  }),
)
type Found = z.infer<typeof Found>[number]

const fields = '{_id, _type, "slug": slug.current, language, from}'
const CHANGED_QUERY = `*[_id in $ids]${fields}`
const REFERRING_QUERY = `*[references($ids)]${fields}`

/** Documents that stand on pages of others refer to each other at most this deep: source → fact → condition. */
const deepest = 3

/** Throws `LakeUnavailableError` where the lake cannot be asked: then nothing is known, and it has to be tried again. */
export async function questionsAffectedBy(changed: readonly ChangedDocument[]): Promise<Question[]> {
  const ids = [...new Set(changed.map(({documentId}) => documentId))]
  const now = await ask(CHANGED_QUERY, ids)
  const types = new Set([...now.map(({_type}) => _type), ...changed.flatMap(({documentType}) => documentType ?? [])])
  return distinct([
    ...questionsShowing(ids),
    ...[...now, ...(await referring(ids))].flatMap(ownQuestions),
    ...[...types].flatMap(listingQuestions),
  ])
}

/** Documents with pages of their own that show one of these, directly or through facts, questions and sources. */
async function referring(ids: readonly string[]): Promise<Found[]> {
  const pages: Found[] = []
  const seen = new Set(ids)
  let next = ids
  for (let depth = 0; depth < deepest && next.length > 0; depth++) {
    const fresh = (await ask(REFERRING_QUERY, next)).filter(({_id}) => !seen.has(_id))
    for (const {_id} of fresh) seen.add(_id)
    pages.push(...fresh)
    // A page shows its own references, not those of the pages it links to.
    next = fresh.filter(({_type}) => !isPageType(_type)).map(({_id}) => _id)
  }
  return pages
}

/** The question of a document's own page, or of the redirect that it is. */
function ownQuestions({_type, slug, language, from}: Found): Question[] {
  if (_type === 'redirect' && from) return [{contract: 'redirect', params: {from}}]
  if (isPageType(_type) && slug && language) return [{contract: _type, params: {language, slug}}]
  if (_type === 'siteSettings' && language) return ['site', 'home'].map((contract) => ({contract, params: {language}}))
  return []
}

/** The questions that list documents of a type: as they were asked before, and in each language the clinic has. */
function listingQuestions(documentType: string): Question[] {
  const names = new Set(contractsListing(documentType).map(({name}) => name))
  const asked = keptQuestions().filter(({contract}) => names.has(contract) && contract !== 'redirect')
  const byLanguage = [...names].filter((name) => name !== 'redirect' && name !== 'addresses')
  const params: Params[] = languagesInUse().map((language) => ({language}))
  return [...asked, ...byLanguage.flatMap((contract) => params.map((each) => ({contract, params: each})))]
}

async function ask(query: string, ids: readonly string[]): Promise<Found[]> {
  try {
    return Found.parse(await lakeClient().fetch(query, {ids: [...ids]}, {tag: 'publishing'}))
  } catch (cause) {
    throw new LakeUnavailableError('The Content Lake could not say which documents a publication concerns.', {cause})
  }
}

const distinct = (questions: readonly Question[]): Question[] => [
  ...new Map(questions.map((question) => [keyOf(question), question])).values(),
]
