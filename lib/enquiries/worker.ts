/**
 * The worker behind the questions of patients: sends what staff are to be told, reminds them of what nobody reads, and
 * deletes what is past its time. One a process; started by instrumentation.ts, woken by whoever receives a question.
 *
 * It keeps no process alive and ends none. Without the store there is nothing to do: that is said once, and tried again.
 */
import {fallbackTimeZone} from '../clinic-time.ts'
import {env} from '../env.ts'
import {processWide} from '../process-wide.ts'
import {keptTimeZone} from '../revalidation/answers.ts'
import {type Mailer, mailerFor} from './mail.ts'
import {isError} from './mail-problem.ts'
import {enquiryStore} from './open-store.ts'
import {outboxOver} from './outbox.ts'
import {remindOfUnread} from './reminder.ts'
import {purgeDue} from './retention.ts'
import type {EnquiryStore} from './store.ts'
import {onWake} from './wake.ts'

/** Looks for work this often even when nobody wakes it. Milliseconds. */
const heartbeat = 60_000
/** A message that another process has is looked at no sooner than this. Milliseconds. */
const leastRest = 1000
const remindEvery = 5 * 60_000
const purgeEvery = 60 * 60_000

export type WorkerParts = Readonly<{
  /** Throws, with a sentence for people, where it cannot be opened. */
  store: () => EnquiryStore
  /** Null: mail is not set up, and messages wait. */
  mailer: Mailer | null
  reminderHours: number
  timeZone: () => string
  purge: (store: EnquiryStore, now: number) => unknown
  /** Milliseconds since 1970. */
  now: () => number
}>

export type EnquiryWorker = Readonly<{
  /** Does what is due now; resolves when it is done. Never rejects. */
  work: () => Promise<void>
  /** Resolves when what it is at is done; nothing follows. */
  stop: () => Promise<void>
}>

export function startEnquiryWorker(): void {
  const self = processWide('enquiry-worker', () => ({started: false}))
  if (self.started) return
  self.started = true
  const {mail, reminderHours} = env.enquiries
  const worker = enquiryWorker({
    store: enquiryStore,
    mailer: mail && mailerFor(mail, env.siteUrl),
    reminderHours,
    timeZone: () => keptTimeZone(undefined) ?? fallbackTimeZone,
    purge: purgeDue,
    now: Date.now,
  })
  onWake(() => void worker.work())
  void worker.work()
}

/** Goes on by itself from its first `work` on, until it is stopped. */
export function enquiryWorker({store, mailer, reminderHours, timeZone, purge, now}: WorkerParts): EnquiryWorker {
  const outbox = mailer && outboxOver(mailer, now)
  const said = sayings()
  const due = {reminder: 0, purge: 0}
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  let alarm: NodeJS.Timeout | undefined

  function work(): Promise<void> {
    if (running) again = true
    else running = passes().finally(() => (running = null))
    return running
  }

  async function passes() {
    clearTimeout(alarm)
    let rest = heartbeat
    do {
      again = false
      rest = await pass()
    } while (again && !stopped)
    if (!stopped) alarm = setTimeout(() => void work(), rest).unref()
  }

  /** Answers how long there is nothing to do. Milliseconds. */
  async function pass(): Promise<number> {
    try {
      const open = store()
      const complaint = housekeep(open)
      await outbox?.sendDue(open)
      const next = outbox ? open.nextDue() : null
      said.problem(complaint ?? (outbox ? open.outbox().problem : null))
      return next === null ? heartbeat : Math.min(Math.max(next - now(), leastRest), heartbeat)
    } catch (error) {
      said.problem(messageOf(error))
      return heartbeat
    }
  }

  /** Answers what went wrong; null: nothing. It must not keep staff from being told. */
  function housekeep(open: EnquiryStore): string | null {
    const at = now()
    try {
      if (at >= due.purge) {
        due.purge = at + purgeEvery
        purge(open, at)
      }
      if (at >= due.reminder) {
        due.reminder = at + remindEvery
        remindOfUnread(open, {at, hours: reminderHours, timeZone: timeZone()})
      }
      return null
    } catch (error) {
      return messageOf(error)
    }
  }

  return {
    work,
    async stop() {
      stopped = true
      clearTimeout(alarm)
      await running
    },
  }
}

const messageOf = (error: unknown): string => (isError(error) ? error.message : String(error))

/** Says what is wrong when it begins and when it becomes something else, not each time it is met. */
function sayings() {
  let last: string | null = null
  return {
    problem(now: string | null) {
      if (now !== null && now !== last) console.error(`[enquiries] ${now}`)
      last = now
    },
  }
}
