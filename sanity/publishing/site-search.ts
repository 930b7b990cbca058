/**
 * The search index of each language, in memory: built at the start and again after each publication, a few documents at a
 * time. A visitor gets the index there is, at once, and never waits for the lake; only the very first one may have to.
 */
import {isLanguage, type Language} from '@/lib/language'
import {processWide} from '@/lib/process-wide'
import type {Question} from '@/lib/revalidation/answers'
import {documentFrom, type SearchDocument} from '@/lib/search/document'
import {buildIndex, type SearchIndex} from '@/lib/search/search-index'
import {type SearchContent, type SearchWords, searchContract} from '@/sanity/content/search-index'
import {ContentError, LakeUnavailableError} from '@/sanity/content-error'
import {type Reading, readPublished} from '@/sanity/read'

export type SiteSearch = {
  readonly index: SearchIndex
  readonly words: SearchWords | null
  /** Marks the answer that the index was built from. */
  readonly stamp: string
}

type State = {
  current: SiteSearch | null
  renewing: Promise<void> | null
  /** Was it asked for once more while it was being renewed? */
  again: boolean
  timer: NodeJS.Timeout | null
  renewedAt: number
}

/** After a publication its pages come first; several in a row are read once. Milliseconds. */
const afterPages = 600

/** Documents prepared without a pause, each in some hundredths of a millisecond. */
const atOnce = 50

/** As old as a cached page may grow, whatever webhooks said. Milliseconds. */
const oldAfter = 300_000

/** Shared by the route that publishes and those that search, which are bundles of their own. */
const states = () => processWide('site-search', () => new Map<Language, State>())

function stateOf(language: Language): State {
  const known = states().get(language)
  if (known) return known
  const made: State = {current: null, renewing: null, again: false, timer: null, renewedAt: 0}
  states().set(language, made)
  return made
}

/** The index of a language as it is now; null only where there is none yet and the lake cannot be asked for it. */
export async function siteSearch(language: Language): Promise<SiteSearch | null> {
  const state = stateOf(language)
  if (state.current) {
    if (Date.now() - state.renewedAt > oldAfter) renewSearchSoon(language)
    return state.current
  }
  try {
    await renewSearch(language)
  } catch (error) {
    if (!isOutage(error)) throw error
  }
  return state.current
}

/** Is this the question whose answer is searched? */
export const isForSearch = ({contract}: Question): boolean => contract === searchContract.name

/** Renews the index shortly, out of everybody's way. */
export function renewSearchSoon(language: string | undefined): void {
  if (!isLanguage(language)) return
  const state = stateOf(language)
  if (state.timer) return
  state.timer = setTimeout(() => {
    state.timer = null
    renewSearch(language).catch((error: unknown) => {
      // An outage is told by the health check; the answer stays marked as outdated, and the worker comes back to it.
      if (isOutage(error)) return
      console.error('[search] The index could not be renewed:', error)
    })
  }, afterPages)
  state.timer.unref()
}

const isOutage = (error: unknown): boolean => error instanceof LakeUnavailableError || error instanceof ContentError

/** One renewal at a time; what is published meanwhile is read in one more round. */
function renewSearch(language: Language): Promise<void> {
  const state = stateOf(language)
  if (state.renewing) {
    state.again = true
    return state.renewing
  }
  state.renewing = renewUntilDone(language, state).finally(() => {
    state.renewing = null
  })
  return state.renewing
}

async function renewUntilDone(language: Language, state: State): Promise<void> {
  do {
    state.again = false
    const reading = await readPublished(searchContract, {language}, {insist: true})
    state.renewedAt = Date.now()
    if (reading.stamp !== state.current?.stamp) {
      state.current = await built(language, reading)
    }
  } while (state.again)
}

async function built(
  language: Language,
  {value: {documents, words}, stamp}: Reading<SearchContent>,
): Promise<SiteSearch> {
  const prepared: SearchDocument[] = []
  for (const document of documents) {
    prepared.push(documentFrom(document))
    // The process has patients to answer.
    if (prepared.length % atOnce === 0) await pause()
  }
  const synonyms = words?.groups.map((group) => group.words) ?? []
  return {index: await buildIndex({language, documents: prepared, synonyms}), words, stamp}
}

const pause = () => new Promise((resolve) => setImmediate(resolve))
