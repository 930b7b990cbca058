/**
 * The gate to content: the only place that fetches from the lake and the only parse of what it answers.
 *
 * - A visitor gets published content: asked of the lake each time a page is (re)generated, checked against its contract,
 *   and kept as the last good answer. Where the lake is down, slow or lying, or a document does not fit, the last good
 *   answer is served instead and the question is marked to be asked again.
 * - A page that is made anew for each visitor (a search) gets the kept answers at once, without a question to the lake.
 * - An editor with a preview session of their own gets drafts, straight from the lake and never kept.
 *
 * Next caches pages, not content: see docs/decisions/0002. The cache tags a page needs ride on `unstable_cache` calls
 * whose value is constant, because a value cached there can go stale behind the page (measured; research in the record).
 */
import type {ContentSourceMap} from '@sanity/client/stega'
import {perspectiveCookieName} from '@sanity/preview-url-secret/constants'
import {unstable_cache} from 'next/cache'
import {cookies, draftMode, headers} from 'next/headers'
import {redirect} from 'next/navigation'
import {cache} from 'react'
import {z} from 'zod'
import {type ClinicTime, fallbackTimeZone} from '@/lib/clinic-time'
import {isPreviewToken, previewCookie} from '@/lib/preview-session'
import {processWide} from '@/lib/process-wide'
import {
  clearOutdated,
  keepAnswer,
  keptAnswer,
  keptTimeZone,
  keyOf,
  markOf,
  markOutdated,
  noteMoment,
  type Params,
  type Question,
  stampOf,
} from '@/lib/revalidation/answers'
import {noticeContent} from '@/lib/revalidation/content-changes'
import {absoluteUrl} from '@/lib/site'
import {lakeClient} from './client'
import {ContentError, describeMisfit, LakeUnavailableError} from './content-error'
import type {Contract} from './contract'
import {withMarks} from './marks'

/** Seconds after which a page asks again by itself, whatever webhooks said. */
const pageAge = 300

/** How long an editor waits for a draft. Milliseconds. */
const draftPatience = 10_000

/** After a failure the lake is left alone for this long: an outage must not become a stampede. Milliseconds. */
const pauseAfterFailure = 1000

/** Which answer a value came from, for `stampFor` and `questionOf`. Weak: it lives as long as the render that read it. */
const marks = new WeakMap<object, {stamp: string; question: Question}>()

/**
 * A reader for a contract: `reader(conditionContract)` gives `(params) => Promise<Condition | null>`. Within one render
 * the same question is asked once.
 *
 * Throws `LakeUnavailableError` where the lake cannot be asked and nothing is known, and `ContentError` where the answer
 * does not fit and no good one is known.
 */
export function reader<Answer extends z.ZodType>(
  contract: Contract<Answer>,
): (params: Params) => Promise<z.infer<Answer>> {
  const once = cache(async (key: string, json: string): Promise<z.infer<Answer>> => {
    const params = z.record(z.string(), z.string()).parse(JSON.parse(json))
    if (await isPreview()) return readDraft(contract, params)
    const at = renderTime()
    if (!manner().fromMemory) await carryTag(key)
    const answer = await (manner().fromMemory ? recall : readPublished)(contract, params, {at})
    if (typeof answer.value === 'object' && answer.value !== null) {
      marks.set(answer.value, {
        stamp: `${contract.name}.${answer.stamp}`,
        question: {contract: contract.name, params},
      })
    }
    return answer.value
  })
  return (params) => once(keyOf({contract: contract.name, params}), JSON.stringify(params))
}

/**
 * How the page being made gets its answers, and whether a draft's words carry the marks of visual editing. React's cache
 * makes this one object a render; outside of a render nobody can change it.
 */
const manner = cache(() => ({fromMemory: false, marked: false}))

/**
 * Called first thing by everything that takes part in a page made for each request: no visitor of it waits for the lake,
 * nor finds out that it is away. Publications renew what is remembered within seconds, as they do for every page.
 */
export function answerFromMemory(): void {
  manner().fromMemory = true
}

/**
 * Called by everything that takes part in a page that a browser draws: an editor who looks at its draft can click on its
 * words. Cards, feeds and texts for machines do not call it, and get plain words.
 */
export function markForEditing(): void {
  manner().marked = true
}

/** When each question was last asked because its remembered answer had grown old. One map a process. */
const askedAgain = () => processWide('asked-again', () => new Map<string, number>())

/** The last good answer, asked again behind the visitor's back once it is old; the lake's where nothing is kept yet. */
export async function recall<Answer extends z.ZodType>(
  contract: Contract<Answer>,
  params: Params,
  {at = Date.now()} = {},
): Promise<{value: z.infer<Answer>; stamp: string}> {
  const question = {contract: contract.name, params}
  const kept = keptAnswer(question)
  const checked = kept && contract.answer.safeParse(kept.value)
  if (!kept || !checked?.success) return readPublished(contract, params)
  if (isOld(keyOf(question))) void readPublished(contract, params).catch(() => undefined)
  const {value, nextMoment} = asShown(contract, checked.data, timeFor(params, at))
  return {value, stamp: markOf(kept.stamp, nextMoment)}
}

/** Once every `pageAge`, as cached pages ask: for the case that a webhook never came. */
function isOld(key: string): boolean {
  const times = askedAgain()
  const now = Date.now()
  const before = times.get(key) ?? startedAt
  if (now - before < pageAge * 1000) return false
  times.set(key, now)
  return true
}
const startedAt = Date.now()

/**
 * When the page being rendered is made: one instant for all of it, so that what it shows and the marks it carries cannot
 * disagree. Outside of a render it is simply now. Milliseconds since 1970.
 */
export const renderTime = cache((): number => Date.now())

/**
 * The revision marks of the answers a page shows, for its `content-stamp` meta element. The publishing worker compares
 * them with the lake to prove that the page served is the new one.
 */
export const stampFor = (...answers: unknown[]): string =>
  answers
    .flatMap((answer) => (typeof answer === 'object' && answer !== null ? (marks.get(answer)?.stamp ?? []) : []))
    .join(' ')

/** The question that a published answer is to; null for drafts. */
export const questionOf = (answer: object): Question | null => marks.get(answer)?.question ?? null

export type Reading<Value> = {
  /** As it is to be shown at the time of the reading. */
  value: Value
  /** The mark of this revision, as it is shown until the next moment. */
  stamp: string
  /** When what is shown of it changes by the clock; null: by a publication only. */
  nextMoment: number | null
  /** Straight from the lake; or the last good answer, because the lake could not be asked, or its answer did not fit. */
  from: 'lake' | 'kept-unreachable' | 'kept-unfit'
}

/** Asks for published content, with the last good answer behind it. The worker uses this outside of a render. */
export async function readPublished<Answer extends z.ZodType>(
  contract: Contract<Answer>,
  params: Params,
  {insist = false, at = Date.now()} = {},
): Promise<Reading<z.infer<Answer>>> {
  const question = {contract: contract.name, params}
  const asked = await ask(contract, params, insist)
  const time = timeFor(params, at)
  if (asked.outcome === 'answered') {
    const json = JSON.stringify(asked.value)
    const shown = asShown(contract, asked.value, time)
    keepAnswer(question, json, asked.value, shown.nextMoment, {onPages: !contract.large})
    if (contract.shown) noticeContent(question, asked.value, stampOf(contract.query))
    return {...shown, stamp: markOf(stampOf(json), shown.nextMoment), from: 'lake'}
  }
  if (asked.outcome === 'unfit') {
    console.error(`[content] ${asked.error.message}`)
    // A document that does not fit announces its correction by a webhook: asking again every few seconds changes nothing.
    clearOutdated(question)
  }
  const kept = keptAnswer(question)
  if (!kept) throw asked.error
  // A lake that is away announces nothing.
  if (asked.outcome === 'unreachable') markOutdated(question)
  // What was good once may not fit a newer version of this software: then it is no answer.
  const checked = contract.answer.safeParse(kept.value)
  if (!checked.success) throw asked.error
  const shown = asShown(contract, checked.data, time)
  noteMoment(question, shown.nextMoment)
  return {...shown, stamp: markOf(kept.stamp, shown.nextMoment), from: `kept-${asked.outcome}`}
}

/** The clinic's clock at an instant. The settings are read first on every page, so theirs is the zone of the render. */
const timeFor = ({language}: Params, at: number): ClinicTime => ({
  at,
  timeZone: keptTimeZone(language) ?? fallbackTimeZone,
})

/** An answer as it is to be shown at a time, and when that changes. */
function asShown<Answer extends z.ZodType>({clock}: Contract<Answer>, value: z.infer<Answer>, time: ClinicTime) {
  if (!clock || value === null || value === undefined) return {value, nextMoment: null}
  return {value: clock.shown?.(value, time) ?? value, nextMoment: clock.next(value, time)}
}

type Asked<Value> =
  | {outcome: 'answered'; value: Value}
  | {outcome: 'unreachable'; error: LakeUnavailableError}
  | {outcome: 'unfit'; error: ContentError}

let failedAt = 0

async function ask<Answer extends z.ZodType>(
  contract: Contract<Answer>,
  params: Params,
  insist: boolean,
): Promise<Asked<z.infer<Answer>>> {
  const subject = keyOf({contract: contract.name, params})
  const unreachable = (cause: unknown): Asked<z.infer<Answer>> => ({
    outcome: 'unreachable',
    error: new LakeUnavailableError(
      `The Content Lake could not answer "${subject}". Is it running and reachable? See /api/health.`,
      {cause},
    ),
  })
  if (!insist && Date.now() - failedAt < pauseAfterFailure) return unreachable(new Error('It failed a moment ago.'))
  let raw: unknown
  try {
    raw = await lakeClient().fetch(contract.query, params, {tag: contract.name})
  } catch (cause) {
    // A large question may be slow by itself, which says nothing of the small ones that pages ask.
    if (!contract.large) failedAt = Date.now()
    return unreachable(cause)
  }
  // A lake that answers 200 without a result is not well: that is an outage, not an absence.
  if (raw === undefined) return unreachable(new Error('It answered without a result.'))
  const parsed = contract.answer.safeParse(raw)
  if (parsed.success) return {outcome: 'answered', value: parsed.data}
  const message = describeMisfit(subject, idOf(raw), parsed.error.issues, absoluteUrl('/studio'))
  return {outcome: 'unfit', error: new ContentError(message, {cause: parsed.error})}
}

async function readDraft<Answer extends z.ZodType>(contract: Contract<Answer>, params: Params) {
  const {marked} = manner()
  const perspective = await previewPerspective()
  const key = `${perspective} ${marked} ${keyOf({contract: contract.name, params})}`
  const {result, resultSourceMap} = await lakeClient().fetch<unknown>(contract.query, params, {
    perspective,
    tag: contract.name,
    filterResponse: false,
    // No kept answer stands behind a draft: an editor would rather wait than see an error.
    timeout: draftPatience,
    resultSourceMap: marked && contract.shown ? 'withKeyArraySelector' : false,
  })
  const parsed = contract.answer.safeParse(result)
  const shown = (value: z.infer<Answer>, map: typeof resultSourceMap) =>
    asShown(contract, withMarks(value, map), timeFor(params, renderTime())).value
  if (parsed.success) {
    rememberDraft(key, {result, resultSourceMap})
    return shown(parsed.data, resultSourceMap)
  }
  // While somebody types, a draft can come to lack something between the look whether it can be shown and the showing.
  const before = (await isRefresh()) ? lastDrafts().get(key) : undefined
  const good = before && contract.answer.safeParse(before.result)
  if (good?.success) return shown(good.data, before?.resultSourceMap)
  // A half-written draft is ordinary. Tell the editor what is missing instead of showing an error page.
  const list = parsed.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`)
  redirect(
    `/api/draft-mode/unfinished?${new URLSearchParams([['id', idOf(result) ?? ''], ...list.slice(0, 20).map((line) => ['problem', line])])}`,
  )
}

type DraftAnswer = {readonly result: unknown; readonly resultSourceMap?: ContentSourceMap | undefined}

/** Drafts that could be shown a moment ago, of editors alone and in memory alone. One map a process. */
const lastDrafts = () => processWide('last-drafts', () => new Map<string, DraftAnswer>())
const mostDrafts = 100

function rememberDraft(key: string, answer: DraftAnswer): void {
  const drafts = lastDrafts()
  drafts.delete(key)
  drafts.set(key, answer)
  const oldest = drafts.keys().next().value
  if (drafts.size > mostDrafts && oldest !== undefined) drafts.delete(oldest)
}

/**
 * Does the framework's runtime renew a page that stands there already? Its own headers are hidden from pages; the
 * browser says that a script asks, and the overlays name their look ahead (`x-draft-look`).
 */
async function isRefresh(): Promise<boolean> {
  const asked = await headers()
  return asked.get('sec-fetch-dest') === 'empty' && !asked.has('x-draft-look')
}

/** What the editor chose to look at in the Studio: drafts, unless they asked for what is published. */
async function previewPerspective(): Promise<'drafts' | 'published'> {
  return (await cookies()).get(perspectiveCookieName)?.value === 'published' ? 'published' : 'drafts'
}

/**
 * Is this request an editor's, with a preview session of their own? Both cookies are needed: Next's own is one value for
 * every editor and never expires; ours is signed and does.
 */
export async function isPreview(): Promise<boolean> {
  const {isEnabled} = await draftMode()
  // Reading cookies makes a page dynamic, so they are read only where draft mode has done that already.
  return isEnabled && isPreviewToken((await cookies()).get(previewCookie)?.value)
}

/** Ties the page being rendered to this cache tag, and to a first guess of its age. */
async function carryTag(tag: string): Promise<void> {
  await unstable_cache(async () => true, [tag], {tags: [tag], revalidate: pageAge})()
}

const idOf = (raw: unknown): string | null =>
  typeof raw === 'object' && raw !== null && '_id' in raw && typeof raw._id === 'string' ? raw._id : null
