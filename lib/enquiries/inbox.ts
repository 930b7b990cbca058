/**
 * What staff do with questions, over any store. Each way of seeing one is written to the audit trail before the answer
 * goes out, in the name of whoever asked; words of a search are not.
 */
import type {RedFlagKind} from '../search/red-flags.ts'
import {fold} from '../search/words.ts'
import {type EnquiryState, enquiryStates, type OpenedEnquiry} from './enquiry.ts'
import type {Change, Opened, Row, Rows, Standing} from './inbox-shape.ts'
import {isBy} from './person.ts'
import type {Actor, AuditAction, EnquiryChange, EnquiryStore} from './store.ts'

/** Who asks, of which store, when; and how red flags are found. */
export type Desk = {
  readonly store: EnquiryStore
  readonly actor: Actor
  readonly now: number
  readonly flagsOf: (enquiry: OpenedEnquiry) => RedFlagKind[]
}

/** Counts, ages and a mark that changes with them: nothing is opened for it, so that it can be asked every few seconds. */
export function standingOf({store}: Pick<Desk, 'store'>): Pick<Standing, 'counts' | 'oldest' | 'mark'> {
  const records = store.records()
  const counts: Record<EnquiryState, number> = {new: 0, inProgress: 0, answered: 0, held: 0}
  const oldest: Record<EnquiryState, number | null> = {new: null, inProgress: null, answered: null, held: null}
  let latest = 0
  let opened = 0
  for (const {state, receivedAt, openedAt, answeredAt} of records) {
    counts[state] += 1
    oldest[state] = Math.min(oldest[state] ?? receivedAt, receivedAt)
    latest = Math.max(latest, receivedAt, openedAt ?? 0, answeredAt ?? 0)
    if (openedAt !== null) opened += 1
  }
  return {counts, oldest, mark: [...enquiryStates.map((state) => counts[state]), opened, latest].join('-')}
}

export async function listQuestions(desk: Desk, state: EnquiryState): Promise<Rows> {
  const kept = desk.store.records([state]).length
  const rows = (await desk.store.openAll([state])).map((enquiry) => rowOf(desk, enquiry))
  note(desk, 'listed', null, state)
  return {rows: inOrder(rows), unreadable: Math.max(0, kept - rows.length)}
}

/** Every word has to be there, whole or in part, without regard to capitals and accents. Held ones are searched too. */
export async function searchQuestions(desk: Desk, words: string): Promise<Rows> {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  const digits = digitsOf(words)
  const isNumber = digits.length >= 4 && /^[\d\s()+.-]+$/.test(words)
  const kept = desk.store.records().length
  const opened = await desk.store.openAll()
  const rows = opened
    .filter(({reference, asked, handling}) => {
      if (isNumber && digitsOf(asked.phone).includes(digits)) return true
      const {name, email, phone, when, question, page} = asked
      const notes = handling.notes.map(({text}) => text)
      const text = fold([reference, name, email, phone, when, question, page ?? '', ...notes].join('\n'))
      return wanted.every((word) => text.includes(word))
    })
    .map((enquiry) => rowOf(desk, enquiry))
  note(desk, 'searched', null, `${rows.length} found`)
  return {rows: inOrder(rows), unreadable: Math.max(0, kept - opened.length)}
}

/** Null where there is no such question. The first opening is what "unread" ends with. */
export async function openQuestion(desk: Desk, reference: string): Promise<Opened | null> {
  const {store, now} = desk
  const enquiry = await store.open(reference)
  if (!enquiry) return null
  note(desk, 'opened', reference, null)
  store.markOpened(reference, now)
  return openedOf(desk, {...enquiry, openedAt: enquiry.openedAt ?? now})
}

export async function changeQuestion(desk: Desk, reference: string, change: Change): Promise<Opened | null> {
  const enquiry = await desk.store.change(reference, changeFor(change, desk.actor), desk.actor, desk.now)
  return enquiry && openedOf(desk, enquiry)
}

function changeFor(change: Change, {id, name}: Actor): EnquiryChange {
  if (!('assignTo' in change)) return change
  return {assignee: change.assignTo === 'me' ? {id, name} : null}
}

export const deleteQuestion = ({store, actor, now}: Desk, reference: string): boolean =>
  store.delete(reference, actor, now)

/** Everything that is kept of one question, for the patient's file; null where there is none. */
export async function exportQuestion(desk: Desk, reference: string) {
  const enquiry = await desk.store.open(reference)
  if (!enquiry) return null
  note(desk, 'exported', reference, null)
  return {exportedAt: new Date(desk.now).toISOString(), ...wholeOf(desk, enquiry)}
}

/** Everything that is kept of whoever has this e-mail address or phone number: what a person may ask for. */
export async function exportPerson(desk: Desk, contact: string) {
  const enquiries = (await desk.store.openAll()).filter(({asked}) => isBy(asked, contact))
  for (const {reference} of enquiries) note(desk, 'exported', reference, 'data of one person')
  if (enquiries.length === 0) note(desk, 'searched', null, 'data of one person: 0 found')
  return {
    exportedAt: new Date(desk.now).toISOString(),
    questions: enquiries.map((enquiry) => wholeOf(desk, enquiry)),
  }
}

/** All in a state, for a table; the trail says how many. */
export async function exportAll(desk: Desk, state: EnquiryState): Promise<OpenedEnquiry[]> {
  const enquiries = await desk.store.openAll([state])
  note(desk, 'exported', null, `${enquiries.length} as a table`)
  return enquiries
}

function wholeOf({store}: Desk, {asked, handling, ...record}: OpenedEnquiry) {
  const trail = store.auditTrail({reference: record.reference}).map(({at, actor, action, detail}) => {
    return {at: new Date(at).toISOString(), by: actor.name, action, detail}
  })
  return {...record, asked, handling, trail}
}

function note({store, actor, now}: Desk, action: AuditAction, reference: string | null, detail: string | null): void {
  store.audit({at: now, actor, action, reference, detail})
}

function rowOf({flagsOf}: Desk, enquiry: OpenedEnquiry): Row {
  const {reference, receivedAt, state, spamScore, openedAt, answeredAt, asked, handling} = enquiry
  return {
    ...{reference, receivedAt, state, spamScore, openedAt, answeredAt},
    ...{name: asked.name, page: asked.page, language: asked.language},
    assignee: handling.assignee,
    flags: flagsOf(enquiry),
    noteCount: handling.notes.length,
  }
}

/** Red flags first, then whoever waits longest; what is answered, the newest first. */
function inOrder(rows: readonly Row[]): Row[] {
  const isDone = ({state}: Row): boolean => state === 'answered' || state === 'held'
  const urgency = (row: Row): number => (isDone(row) || row.flags.length === 0 ? 0 : 1)
  return [...rows].sort(
    (a, b) =>
      urgency(b) - urgency(a) ||
      Number(isDone(a)) - Number(isDone(b)) ||
      (isDone(a) ? b.receivedAt - a.receivedAt : a.receivedAt - b.receivedAt),
  )
}

function openedOf({store, flagsOf}: Desk, enquiry: OpenedEnquiry): Opened {
  const {reference, receivedAt, state, spamScore, openedAt, answeredAt, asked, handling} = enquiry
  return {
    ...{reference, receivedAt, state, spamScore, openedAt, answeredAt},
    asked,
    handling,
    flags: flagsOf(enquiry),
    trail: store
      .auditTrail({reference, most: 50})
      .map(({at, actor, action, detail}) => ({at, by: actor.name, action, detail}))
      .sort((a, b) => b.at - a.at),
  }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')
