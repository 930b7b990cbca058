/**
 * One pass of publishing: reads the affected answers anew, tells Next that the pages showing them are stale, and says
 * which pages must show what, so that the worker can warm and verify them.
 *
 * `revalidateTag(…, 'max')` keeps the old page standing until the new one is ready. `revalidatePath` and `{expire: 0}`
 * would turn an outage of the lake into failing pages (measured), so they are not used, for unpublishing either.
 */
import {revalidateTag} from 'next/cache'
import {pathFor} from '@/lib/paths'
import {keptQuestions, keyOf, markOutdated, outdatedQuestions, type Question} from '@/lib/revalidation/answers'
import type {ExpectedPage, RefreshPlan, RefreshRequest} from '@/lib/revalidation/refresh-plan'
import {addressesContract} from '@/sanity/content/address'
import {ContentError, LakeUnavailableError} from '@/sanity/content-error'
import {readPublished} from '@/sanity/read'
import {questionsAffectedBy} from './affected'
import {languagesInUse} from './languages-in-use'
import {contractOf, indexPages, pagesShowing} from './questions'
import {isForSearch, renewSearchSoon} from './site-search'

export {LakeUnavailableError}

/**
 * Plans and announces a refresh. Throws `LakeUnavailableError` where the lake could not be asked: nothing was done then
 * that would have to be undone, and it is to be tried again.
 */
export async function refresh({publications, outdated, everything}: RefreshRequest): Promise<RefreshPlan> {
  if (everything) {
    for (const language of languagesInUse()) renewSearchSoon(language)
    return {pages: (await knownPages()).map((path) => ({path, stamps: {}, moved: null}))}
  }
  const questions = new Map<string, Question>()
  const add = (question: Question) => questions.set(keyOf(question), question)
  if (publications.length > 0) for (const question of await questionsAffectedBy(publications)) add(question)
  if (outdated) for (const question of outdatedQuestions()) add(question)
  return {pages: await announce([...questions.values()])}
}

/** Reads each question anew, invalidates its pages and says what they must show. */
async function announce(questions: readonly Question[]): Promise<ExpectedPage[]> {
  const pages = new Map<string, {stamps: Record<string, string | null>; moved: boolean | null}>()
  let everyPage: readonly string[] | undefined
  for (const question of questions) {
    if (isForSearch(question)) {
      // Large, and on no page: no page waits for it. It counts as outdated until it has been read, so it cannot be lost.
      markOutdated(question)
      renewSearchSoon(question.params.language)
      continue
    }
    const answer = await answerTo(question)
    if (!answer) continue
    revalidateTag(keyOf(question), 'max')
    let paths = pagesShowing(question)
    if (paths === 'every page') {
      everyPage ??= await knownPages()
      paths = everyPage
    }
    for (const path of paths) {
      const page = pages.get(path) ?? {stamps: {}, moved: null}
      if (question.contract === 'redirect') page.moved = answer.stamp !== null
      else if (!answer.isEmptyList) page.stamps[question.contract] = answer.stamp
      pages.set(path, page)
    }
  }
  return [...pages].map(([path, page]) => ({path, ...page}))
}

/**
 * The stamp that pages must carry for a question: null where its document is gone. An empty list may be a page that says
 * so, or, in a further language, no page at all: it is not checked. Null altogether: cannot be told.
 */
async function answerTo(question: Question): Promise<{stamp: string | null; isEmptyList: boolean} | null> {
  const contract = contractOf(question)
  if (!contract) return null
  try {
    const {value, stamp, from} = await readPublished(contract, question.params, {insist: true})
    if (from === 'kept-unreachable') throw new LakeUnavailableError('The Content Lake went away during a refresh.')
    return {stamp: value === null ? null : stamp, isEmptyList: Array.isArray(value) && value.length === 0}
  } catch (error) {
    // Logged by the gate with document, field and cure. There is no earlier page to keep, and waiting changes nothing.
    if (error instanceof ContentError) return null
    throw error
  }
}

/** Every page there is: of the lake's published documents, or, while it is away, of the last good answers. */
export async function knownPages(): Promise<string[]> {
  const paths = new Set(languagesInUse().flatMap(indexPages))
  try {
    const {value} = await readPublished(addressesContract, {}, {insist: true})
    for (const address of value) paths.add(pathFor(address))
  } catch (error) {
    if (!(error instanceof LakeUnavailableError) && !(error instanceof ContentError)) throw error
  }
  for (const question of keptQuestions()) {
    const shown = pagesShowing(question)
    if (shown !== 'every page') for (const path of shown) paths.add(path)
  }
  return [...paths]
}
