/**
 * One pass of publishing: reads the affected answers anew, tells Next that the pages showing them are stale, and says
 * which pages must show what, so that the worker can warm and verify them.
 *
 * `revalidateTag(…, 'max')` keeps the old page standing until the new one is ready. `revalidatePath` and `{expire: 0}`
 * would turn an outage of the lake into failing pages (measured), so they are not used, for unpublishing either.
 */
import {revalidateTag} from 'next/cache'
import {languages} from '@/lib/language'
import {notFoundPath, pathFor, pathIn, splitPath} from '@/lib/paths'
import {
  keptQuestions,
  keyOf,
  markOutdated,
  outdatedQuestions,
  type Question,
  unseenQuestions,
} from '@/lib/revalidation/answers'
import type {RefreshPlan, RefreshRequest} from '@/lib/revalidation/refresh-plan'
import {addressesContract} from '@/sanity/content/address'
import {settingsElsewhereContract} from '@/sanity/content/elsewhere'
import {destinationOf, Redirect, redirectContract} from '@/sanity/content/redirect'
import {ContentError, LakeUnavailableError} from '@/sanity/content-error'
import {readPublished} from '@/sanity/read'
import {questionsAffectedBy} from './affected'
import {languagesInUse} from './languages-in-use'
import {contractOf, indexPages, languageOfQuestion, pagesShowing} from './questions'
import {isForSearch, renewSearchSoon} from './site-search'

export {LakeUnavailableError}

/**
 * Plans and announces a refresh. Throws `LakeUnavailableError` where a publication needs the lake and it could not be
 * asked: nothing was done then that would have to be undone, and it is to be tried again. A moment needs no lake: what it
 * changes is in the last good answers.
 */
export async function refresh({publications, outdated, moments, everything}: RefreshRequest): Promise<RefreshPlan> {
  if (everything) {
    for (const language of languagesInUse()) renewSearchSoon(language)
    return {pages: (await knownPages()).map((path) => ({path, stamps: {}, moved: null})), next: []}
  }
  if (moments.length > 0) return announce(moments, {insist: false})
  const questions = new Map<string, Question>()
  const add = (question: Question) => questions.set(keyOf(question), question)
  if (publications.length > 0) {
    for (const question of await questionsAffectedBy(publications)) add(question)
    // What a page read first, or an earlier attempt, is part of no answer's past any more.
    for (const question of unseenQuestions()) add(question)
  }
  if (outdated) for (const question of outdatedQuestions()) add(question)
  return announce([...questions.values()], {insist: true})
}

/** Does the lake have to answer, or will the last good answers do? */
type Insisting = {readonly insist: boolean}

/** Reads each question anew, invalidates its pages and says what they must show, and until when. */
async function announce(questions: readonly Question[], {insist}: Insisting): Promise<RefreshPlan> {
  const pages = new Map<string, {stamps: Record<string, string | null>; moved: boolean | null}>()
  const next: RefreshPlan['next'] = []
  let everyPage: readonly string[] | undefined
  for (const question of questions) {
    if (isForSearch(question)) {
      // Large, and on no page: no page waits for it. It counts as outdated until it has been read, so it cannot be lost.
      markOutdated(question)
      renewSearchSoon(question.params.language)
      continue
    }
    const answer = await answerTo(question, {insist})
    if (!answer) continue
    next.push({question, at: answer.nextMoment, stamp: answer.stamp})
    revalidateTag(keyOf(question), 'max')
    let paths = pagesShowing(question)
    if (paths === 'every page') {
      everyPage ??= await knownPages({insist})
      paths = everyPage.filter((path) => splitPath(path).language === languageOfQuestion(question))
    }
    for (const path of paths) {
      const page = pages.get(path) ?? {stamps: {}, moved: null}
      if (question.contract === redirectContract.name) page.moved = answer.leads
      else if (!answer.isEmptyList) page.stamps[question.contract] = answer.stamp
      pages.set(path, page)
    }
  }
  // A language without settings of its own has no home page, whatever else there is in it, and perhaps no contact page:
  // what only these would show cannot be expected there, and a publication that waited for it would never be done.
  const inUse = languagesInUse()
  for (const language of languages.filter((each) => !inUse.includes(each))) {
    const home = pages.get(pathIn(language, '/'))
    if (home) home.stamps = {}
    // Nor does a redirect from there lead anywhere yet.
    for (const [path, page] of pages) if (page.moved && splitPath(path).language === language) page.moved = null
    delete pages.get(pathIn(language, '/contact'))?.stamps[settingsElsewhereContract.name]
  }
  return {pages: [...pages].map(([path, page]) => ({path, ...page})), next}
}

type Answered = {
  stamp: string | null
  nextMoment: number | null
  isEmptyList: boolean
  /** Of a redirect: does it lead anywhere? */
  leads: boolean
}

/**
 * The stamp that pages must carry for a question: null where its document is gone. An empty list may be a page that says
 * so, or, in a further language, no page at all: it is not checked. Null altogether: cannot be told.
 */
async function answerTo(question: Question, {insist}: Insisting): Promise<Answered | null> {
  const contract = contractOf(question)
  if (!contract) return null
  try {
    const {value, stamp, nextMoment, from} = await readPublished(contract, question.params, {insist})
    if (insist && from === 'kept-unreachable') {
      throw new LakeUnavailableError('The Content Lake went away during a refresh.')
    }
    const isEmptyList = Array.isArray(value) && value.length === 0
    const redirect = question.contract === redirectContract.name ? Redirect.nullable().parse(value) : null
    const leads = redirect !== null && destinationOf(redirect, question.params.from ?? '') !== null
    return {stamp: value === null ? null : stamp, nextMoment, isEmptyList, leads}
  } catch (error) {
    // Logged by the gate with document, field and cure. There is no earlier page to keep, and waiting changes nothing.
    if (error instanceof ContentError || (!insist && error instanceof LakeUnavailableError)) return null
    throw error
  }
}

/**
 * Every page there is: of the lake's published documents, or, while it is away, of the last good answers. The 404 page of
 * each language is one of them: it too shows what every page shows.
 */
export async function knownPages({insist}: Insisting = {insist: true}): Promise<string[]> {
  const paths = new Set(languagesInUse().flatMap((language) => [...indexPages(language), notFoundPath(language)]))
  try {
    const {value} = await readPublished(addressesContract, {}, {insist})
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
