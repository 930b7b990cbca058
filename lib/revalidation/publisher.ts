/**
 * The publishing worker: sees every journalled publication through to the page that a patient gets, and every moment at
 * which a page changes by the clock (a notice begins, the clinic closes: decision 0005).
 *
 * For each: ask for a refresh (the route handler may invalidate, a timer may not) → fetch the pages → compare their
 * revision marks with the lake's → done; again where they differ, because Next loses an invalidation that arrives while
 * the page is being regenerated. What is pending survives a restart, and is replayed after one.
 *
 * One worker a process; started by instrumentation.ts, woken by the webhook.
 */
import {isSameInSmallLetters} from '../paths.ts'
import {processWide} from '../process-wide.ts'
import {keyFor} from '../secrets.ts'
import {
  keyOf,
  nextMoment,
  outdatedQuestions,
  type Question,
  questionsWhoseMomentCame,
  settle,
  unseenQuestions,
} from './answers.ts'
import {markAttempt, markDone, type Publication, pendingPublications} from './journal.ts'
import {type ExpectedPage, RefreshPlan, type RefreshRequest, refreshKeyHeader, refreshPath} from './refresh-plan.ts'
import {ownAddress, servedPage} from './served-page.ts'

/** Looks for work this often even when nobody wakes it: outdated answers, and what an outage left. Milliseconds. */
const heartbeat = 2000
/** Between two looks at a page that is still being regenerated. Milliseconds. */
const pollEvery = 40
/** A page that is not new by then is invalidated once more. Milliseconds. */
const patience = 1500
/** Then the publication goes back to the journal, to be tried again. */
const tries = 4
/** Where pages would not change, the next attempt waits, longer each time, up to this. Milliseconds. */
const longestRest = 300_000
/** What was published is tried again without a rest so often. */
const quickTries = 2
/** Pages fetched at once: enough to be quick, few enough to leave the machine to patients. */
const atOnce = 4

export type PublisherState = {
  /** Pages fetched since the start, of those known then. */
  warm: number
  known: number
  /** Has the first round been through? */
  settled: boolean
}

type Publisher = {started: boolean; state: PublisherState; wake: () => void}

const publisher = () =>
  processWide<Publisher>('publisher', () => ({
    started: false,
    state: {warm: 0, known: 0, settled: false},
    wake: () => {},
  }))

export const publisherState = (): PublisherState => publisher().state

/** There is work in the journal. */
export const wakePublisher = (): void => publisher().wake()

export function startPublisher(): void {
  const self = publisher()
  if (self.started) return
  self.started = true
  const inFlight: InFlight = {publications: new Map(), moments: new Map(), outdated: false}
  let running = false
  let again = false
  let alarm: NodeJS.Timeout | undefined

  async function work() {
    if (running) {
      again = true
      return
    }
    running = true
    try {
      do {
        again = false
        await passMoments(inFlight)
        await passPublications(inFlight.publications)
        void passOutdated(inFlight)
      } while (again)
    } catch (error) {
      console.error('[publishing] A pass failed and will be repeated:', messageOf(error))
    } finally {
      running = false
      setAlarm()
    }
  }

  /** The heartbeat may come two seconds after a moment; this comes with it. */
  function setAlarm() {
    clearTimeout(alarm)
    const now = Date.now()
    const at = nextMoment(now)
    if (at !== null && at - now <= heartbeat) alarm = setTimeout(() => void work(), at - now).unref()
  }

  self.wake = () => void work()
  void warm(self.state).then(() => {
    void work()
    setInterval(() => void work(), heartbeat).unref()
  })
}

type Rest = {tries: number; until: number}
/** What is being seen through, and so not to be begun again: publications by id, moments by the key of their question. */
type InFlight = {publications: Map<number, Rest>; moments: Map<string, Rest>; outdated: boolean}

/**
 * One look at the clock, and at answers that became others without a publication that saw to it within a heartbeat:
 * announces what has come, then sees its pages through without holding up the next look. What is new goes together, what
 * failed before one by one, as with publications.
 */
async function passMoments({moments: inFlight, publications}: InFlight) {
  const now = Date.now()
  // A publication that is being seen through sees to these as well; twice at once would only make pages stale again.
  const isPublishing = [...publications.values()].some(({until}) => until === Number.POSITIVE_INFINITY)
  const noted = [...questionsWhoseMomentCame(now), ...(isPublishing ? [] : unseenQuestions(now - heartbeat))]
  const due = [...new Map(noted.map((question) => [keyOf(question), question]))].filter(
    ([key]) => now >= (inFlight.get(key)?.until ?? 0),
  )
  const failed = due.filter(([key]) => inFlight.has(key))
  const fresh = due.filter(([key]) => !inFlight.has(key)).map(([, question]) => question)
  for (const [, question] of failed) await passMoment([question], inFlight)
  if (fresh.length > 0) await passMoment(fresh, inFlight)
}

async function passMoment(moments: readonly Question[], inFlight: InFlight['moments']) {
  const request = {publications: [], outdated: false, moments: [...moments], everything: false}
  const plan = await requestRefresh(request)
  if (!plan) return
  for (const question of moments) {
    const tries = inFlight.get(keyOf(question))?.tries ?? 0
    inFlight.set(keyOf(question), {tries: tries + 1, until: Number.POSITIVE_INFINITY})
  }
  void seeThrough(plan, () => requestRefresh(request))
    .catch((error: unknown) => [messageOf(error)])
    .then((late) => {
      if (late.length === 0) for (const key of settleAll(plan)) inFlight.delete(key)
      else console.error(`[publishing] Not yet as the clock has it, and will be tried again: ${late.join(', ')}`)
    })
    .catch((error: unknown) => console.error('[publishing] A moment could not be noted:', messageOf(error)))
    .finally(() => {
      // Whatever was not settled rests for a while: a page that cannot be made must not keep the machine busy.
      for (const question of moments) {
        const rest = inFlight.get(keyOf(question))
        if (rest) rest.until = Date.now() + Math.min(heartbeat * 2 ** rest.tries, longestRest)
      }
      wakePublisher()
    })
}

/** The pages of a plan are right. Answers the keys of the questions of which that is still true. */
const settleAll = ({next}: RefreshPlan): string[] =>
  next.flatMap(({question, at, stamp}) => (settle(question, at, stamp) ? keyOf(question) : []))

/**
 * One look at the journal: announces what is pending, then sees its pages through without holding up the next look. What
 * is new goes together; what failed before goes one by one, so that one that cannot be seen keeps no other pending.
 */
async function passPublications(inFlight: InFlight['publications']) {
  const now = Date.now()
  const due = pendingPublications().filter(({id}) => now >= (inFlight.get(id)?.until ?? 0))
  const failed = due.filter(({id}) => inFlight.has(id))
  const fresh = due.filter(({id}) => !inFlight.has(id))
  for (const {id} of due) inFlight.set(id, {tries: inFlight.get(id)?.tries ?? 0, until: Number.POSITIVE_INFINITY})
  void inParallel(failed, async (publication) => {
    await (await announce([publication], inFlight)).seen
    return []
  })
  if (fresh.length > 0) await announce(fresh, inFlight)
}

/** Resolves when the publications are announced; `seen` when their pages were looked at, whatever came of it. */
async function announce(
  publications: readonly Publication[],
  inFlight: InFlight['publications'],
): Promise<{seen: Promise<void>}> {
  const ids = publications.map(({id}) => id)
  const request = {publications: publications.map(pick), outdated: false, moments: [], everything: false}
  try {
    const plan = await requestRefresh(request)
    if (plan) return {seen: see(plan)}
    markAttempt(ids, 'The Content Lake could not be asked.')
    for (const id of ids) {
      // That says nothing of the publication: it goes with the others as soon as the lake is back.
      const {tries = 0} = inFlight.get(id) ?? {}
      if (tries === 0) inFlight.delete(id)
      else inFlight.set(id, {tries, until: 0})
    }
  } catch (error) {
    putBack(messageOf(error))
  }
  return {seen: Promise.resolve()}

  async function see(plan: RefreshPlan) {
    try {
      const late = await seeThrough(plan, () => requestRefresh(request))
      if (late.length > 0) return putBack(`Not yet as published: ${late.join(', ')}`)
      markDone(ids)
      settleAll(plan)
      for (const id of ids) inFlight.delete(id)
    } catch (error) {
      putBack(messageOf(error))
    }
  }

  /** To be tried again, at once or after a rest that grows: a page that cannot be made must not keep the machine busy. */
  function putBack(problem: string) {
    for (const id of ids) {
      const tries = (inFlight.get(id)?.tries ?? 0) + 1
      const rest = tries <= quickTries ? 0 : Math.min(heartbeat * 2 ** (tries - quickTries), longestRest)
      inFlight.set(id, {tries, until: Date.now() + rest})
    }
    console.error(`[publishing] Still not done, and will be tried again: ${problem}`)
    markAttempt(ids, problem)
  }
}

/** One round at a time: asks again what was answered from memory, and sees the pages through. */
async function passOutdated(inFlight: InFlight) {
  if (inFlight.outdated || outdatedQuestions().length === 0) return
  inFlight.outdated = true
  const none = {publications: [], outdated: false, moments: [], everything: false}
  try {
    const plan = await requestRefresh({...none, outdated: true})
    if (!plan) return
    const moments = plan.next.map(({question}) => question)
    const late = moments.length > 0 ? await seeThrough(plan, () => requestRefresh({...none, moments})) : []
    if (late.length === 0) settleAll(plan)
    else console.error(`[publishing] Not renewed since the lake is back: ${late.join(', ')}`)
  } catch (error) {
    console.error('[publishing] What is outdated could not be renewed, and will be tried again:', messageOf(error))
  } finally {
    inFlight.outdated = false
  }
}

const pick = ({documentId, documentType}: Publication) => ({documentId, documentType})

/**
 * Fetches pages until each shows what it must. Answers the paths of those that do not, after some tries.
 * @param planAnew what the pages must show by now, announced once more; null where that cannot be told
 */
async function seeThrough(first: RefreshPlan, planAnew: () => Promise<RefreshPlan | null>): Promise<string[]> {
  let left: readonly ExpectedPage[] = first.pages
  for (let attempt = 1; attempt <= tries; attempt++) {
    const late = await inParallel(left, async (page) => ((await isServed(page)) ? [] : [page]))
    left = late
    if (late.length === 0) break
    // Marks may have moved on meanwhile, by a newer publication or moment: ask what the pages must show now.
    const anew = await planAnew()
    if (!anew) break
    const paths = new Set(late.map(({path}) => path))
    left = anew.pages.filter(({path}) => paths.has(path))
  }
  return left.map(({path}) => path)
}

/** Waits, for a while, until a page is served as expected. */
async function isServed({path, stamps, moved}: ExpectedPage): Promise<boolean> {
  const until = Date.now() + patience
  do {
    try {
      const page = await servedPage(path)
      const isMoved = page.status >= 300 && page.status < 400
      // An address with capitals leads to the same in small letters, whether or not there is a redirect from it.
      const isRespelled = page.location !== null && isSameInSmallLetters(page.location, path)
      const shows = Object.entries(stamps).every(([contract, stamp]) => (page.stamps.get(contract) ?? null) === stamp)
      // A page wins over a redirect away from it: where one must lead elsewhere, only a 404 is wrong.
      const isAsMoved = isMoved ? moved !== false || isRespelled : moved !== true || page.status < 400
      if (page.status < 500 && isAsMoved && (isMoved || shows)) return true
    } catch {
      // The site is busy or restarting; the next look will tell.
    }
    await pause(pollEvery)
  } while (Date.now() < until)
  return false
}

/** After a start nothing is in Next's memory: fetch every page once, so that no patient waits for the first. */
async function warm(state: PublisherState) {
  for (;;) {
    const plan = await requestRefresh({publications: [], outdated: false, moments: [], everything: true}).catch(
      () => null,
    )
    if (plan) {
      state.known = plan.pages.length
      await inParallel(plan.pages, async ({path}) => {
        await servedPage(path).catch(() => undefined)
        state.warm++
        return []
      })
      state.settled = true
      return
    }
    await pause(200)
  }
}

/** Asks the route handler for a refresh. Null: the lake cannot be asked just now. Throws where the site does not answer. */
async function requestRefresh(request: RefreshRequest): Promise<RefreshPlan | null> {
  const response = await fetch(ownAddress(refreshPath), {
    method: 'POST',
    headers: {'content-type': 'application/json', [refreshKeyHeader]: keyFor('internal-work') ?? ''},
    body: JSON.stringify(request),
    cache: 'no-store',
    signal: AbortSignal.timeout(60_000),
  })
  if (response.status === 503) return null
  if (!response.ok) throw new Error(`The site answered its own worker with ${response.status}.`)
  return RefreshPlan.parse(await response.json())
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R[]>): Promise<R[]> {
  const results: R[] = []
  const queue = items.values()
  const hands = Array.from({length: atOnce}, async () => {
    for (const item of queue) results.push(...(await work(item)))
  })
  await Promise.all(hands)
  return results
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
