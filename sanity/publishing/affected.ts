/**
 * Which questions have another answer because a document was published, changed or taken away:
 * those whose last answer shows it, its own page's, those that list its type, those of documents that refer to it, and
 * those of documents that it refers to where their pages show it in return. A page links to its translations: those too.
 */
import {z} from 'zod'
import {keptQuestions, keyOf, type Params, type Question, questionsShowing} from '@/lib/revalidation/answers'
import {lakeClient} from '@/sanity/client'
import {LakeUnavailableError} from '@/sanity/content-error'
import {embeddedTypes, isPageType} from '@/sanity/vocabulary'
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
    legalNotice: z.string().nullable(),
    translationOf: z.string().nullable(),
  }),
)
type Found = z.infer<typeof Found>[number]

const fields = '{_id, _type, "slug": slug.current, language, from, legalNotice, "translationOf": translationOf._ref}'
const THESE_QUERY = `*[_id in $ids]${fields}`
const TRANSLATIONS_QUERY = `*[translationOf._ref in $ids]${fields}`
const REFERRING_QUERY = `*[references($ids)]${fields}`

/** What a page names, or shows: those pages name it in return (`sanity/content/in-return.ts`, `shownOn`). */
const NAMED_QUERY = `*[_id in $ids && _type in ["person", "condition", "treatment"]]{
  _type,
  "pages": [
    ...coalesce(conditions[]._ref, []),
    ...coalesce(treatments[]._ref, []),
    ...coalesce(locations[]._ref, []),
    ...coalesce(facts[]._ref, []),
    ...coalesce(faqs[]._ref, [])
  ],
  "treatments": coalesce(treatments[]._ref, []),
  "namesConditions": defined(conditions[0])
}`
/** A treatment in common connects the two, where the person names no conditions. */
const CONDITIONS_WITH_QUERY = `*[_type == "condition" && references($ids)]${fields}`
const PEOPLE_WITH_QUERY = `*[_type == "person" && !defined(conditions[0]) && references($ids)]${fields}`

const Named = z.array(
  z.object({
    _type: z.string(),
    pages: z.array(z.string()),
    treatments: z.array(z.string()),
    namesConditions: z.boolean(),
  }),
)

/** Documents that stand on pages of others refer to each other at most this deep: source → fact → condition. */
const deepest = 3

/** Throws `LakeUnavailableError` where the lake cannot be asked: then nothing is known, and it has to be tried again. */
export async function questionsAffectedBy(changed: readonly ChangedDocument[]): Promise<Question[]> {
  const ids = distinctTexts(changed.map(({documentId}) => documentId))
  const now = await ask(THESE_QUERY, ids)
  const types = new Set([...now.map(({_type}) => _type), ...changed.flatMap(({documentType}) => documentType ?? [])])
  return distinct([
    ...questionsShowing(ids),
    ...now.flatMap(noticeQuestions),
    ...[...now, ...(await referring(ids)), ...(await showingInReturn(ids)), ...(await originalsOf(now))].flatMap(
      ownQuestions,
    ),
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
    // A page shows its own references, not those of the pages it only links to.
    next = fresh.filter(({_type}) => isEmbedded(_type)).map(({_id}) => _id)
  }
  return pages
}

const isEmbedded = (type: string): boolean => embeddedTypes.some((known) => known === type)

/** Documents whose pages show one of these although they do not refer to it. */
async function showingInReturn(ids: readonly string[]): Promise<Found[]> {
  const named = Named.parse(await askLake(NAMED_QUERY, ids))
  const treatmentsOf = (type: string) =>
    named.filter(({_type, namesConditions}) => _type === type && !namesConditions).flatMap(({treatments}) => treatments)
  const found = await Promise.all([
    ask(THESE_QUERY, distinctTexts(named.flatMap(({pages}) => pages))),
    ask(CONDITIONS_WITH_QUERY, distinctTexts(treatmentsOf('person'))),
    ask(PEOPLE_WITH_QUERY, distinctTexts(treatmentsOf('condition'))),
  ])
  return found.flat()
}

/**
 * What these are translations of, and the other translations of that. The reverse, from an original to its translations,
 * is a reference like any other.
 */
async function originalsOf(changed: readonly Found[]): Promise<Found[]> {
  const originals = distinctTexts(changed.flatMap(({translationOf}) => translationOf ?? []))
  return [...(await ask(THESE_QUERY, originals)), ...(await ask(TRANSLATIONS_QUERY, originals))]
}

/** The question of a document's own page, or of the redirect that it is. */
function ownQuestions({_type, slug, language, from}: Found): Question[] {
  if (_type === 'redirect' && from) return [{contract: 'redirect', params: {from}}]
  if (isPageType(_type) && slug && language) return [{contract: _type, params: {language, slug}}]
  if (_type === 'siteSettings' && language) return ['site', 'home'].map((contract) => ({contract, params: {language}}))
  return []
}

/** Every page links to a notice, also in languages that have none of their own. */
const noticeQuestions = ({legalNotice}: Found): Question[] =>
  legalNotice === null ? [] : languagesInUse().map((language) => ({contract: 'site', params: {language}}))

/** The questions that list documents of a type: as they were asked before, and in each language the clinic has. */
function listingQuestions(documentType: string): Question[] {
  const names = new Set(contractsListing(documentType).map(({name}) => name))
  const asked = keptQuestions().filter(({contract}) => names.has(contract) && contract !== 'redirect')
  const byLanguage = [...names].filter((name) => name !== 'redirect' && name !== 'addresses')
  const params: Params[] = languagesInUse().map((language) => ({language}))
  return [...asked, ...byLanguage.flatMap((contract) => params.map((each) => ({contract, params: each})))]
}

const ask = async (query: string, ids: readonly string[]): Promise<Found[]> =>
  ids.length === 0 ? [] : Found.parse(await askLake(query, ids))

async function askLake(query: string, ids: readonly string[]): Promise<unknown> {
  try {
    return await lakeClient().fetch<unknown>(query, {ids: [...ids]}, {tag: 'publishing'})
  } catch (cause) {
    throw new LakeUnavailableError('The Content Lake could not say which documents a publication concerns.', {cause})
  }
}

const distinctTexts = (texts: readonly string[]): string[] => [...new Set(texts)]

const distinct = (questions: readonly Question[]): Question[] => [
  ...new Map(questions.map((question) => [keyOf(question), question])).values(),
]
