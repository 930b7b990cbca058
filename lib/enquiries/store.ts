/**
 * Where enquiries are kept: the interface. `sqlite-store.ts` implements it in `DATA_DIR/enquiries`; a PostgreSQL store
 * can later. Whatever returns has happened durably: it survives a kill −9 and a power cut.
 */
import type {Asked, EnquiryRecord, EnquiryState, Handling, OpenedEnquiry} from './enquiry.ts'

/** Who did it: the id of their sign-in and the name to show; `clinic` for the software itself. */
export type Actor = {readonly id: string; readonly name: string}

/** What the form hands over. */
export type NewEnquiry = {
  /** The UUID of the view of the form: the same question sent again out of it is one question. */
  readonly id: string
  readonly receivedAt: number
  readonly spamScore: number
  /** `held` where it is suspected spam. */
  readonly state: Extract<EnquiryState, 'new' | 'held'>
  readonly asked: Asked
}

export type Receipt = {
  readonly reference: string
  /** Was it here already: the same view of the form sent twice, or the same question by the same person within a day? */
  readonly isDouble: boolean
}

/** What of an enquiry staff can change. What is left out stays. */
export type EnquiryChange = {
  readonly state?: EnquiryState
  readonly assignee?: Handling['assignee']
  /** Appended to the notes. */
  readonly note?: string
  readonly promotedTo?: string
}

export type AuditAction = 'listed' | 'searched' | 'opened' | 'changed' | 'exported' | 'deleted' | 'purged' | 'rotated'

export type AuditEntry = {
  readonly at: number
  readonly actor: Actor
  readonly action: AuditAction
  /** The enquiry's reference; null where it is about many. */
  readonly reference: string | null
  /** Which fields were changed, how many were purged. Never anything a patient or a member of staff typed. */
  readonly detail: string | null
}

/** One message to staff that has to go out; see `outbox.ts`. */
export type OutboxMessage = {
  readonly id: string
  readonly kind: 'new' | 'reminder'
  readonly reference: string
  readonly createdAt: number
  /** How often sending it was tried before this time. */
  readonly attempts: number
}

export type OutboxStanding = {
  /** Messages that wait to be sent, and since when the oldest does. */
  readonly waiting: number
  readonly oldest: number | null
  /** Messages that were given up after 72 hours, of questions that nobody has opened since. */
  readonly givenUp: number
  /** What was wrong with the last attempt, in words for staff; null: nothing, or none was made. */
  readonly problem: string | null
}

/** Aggregates for insights: months, pages and numbers, no enquiry. */
export type MonthOfPage = {
  /** `2026-11` */
  readonly month: string
  /** `/conditions/back-pain`; null: asked from a page that is not known. */
  readonly page: string | null
  readonly asked: number
  readonly answered: number
  /** Sum of the times from receipt to answer of those answered, in minutes. */
  readonly minutesToAnswer: number
}

export interface EnquiryStore {
  /** Seals and stores an enquiry, its message in the outbox (not for `held`) and its count, in one transaction. */
  receive(enquiry: NewEnquiry): Promise<Receipt>

  /** What is in clear of all that are in these states, the newest first. */
  records(states?: readonly EnquiryState[]): EnquiryRecord[]
  /** Opened for staff; null where there is no such reference. Does not write to the audit trail: callers do. */
  open(reference: string): Promise<OpenedEnquiry | null>
  /** All that are in these states, opened: for a list, for a search. One that cannot be opened is left out and logged. */
  openAll(states?: readonly EnquiryState[]): Promise<OpenedEnquiry[]>
  /** Notes that staff have opened it (`openedAt`), the first time only. */
  markOpened(reference: string, at: number): void
  /** Changes it, with the audit entry, in one transaction. Null where there is no such reference. */
  change(reference: string, change: EnquiryChange, actor: Actor, at: number): Promise<OpenedEnquiry | null>
  /** Deletes it without a trace in the file or its WAL, with the audit entry. False where there is none. */
  delete(reference: string, actor: Actor, at: number): boolean
  /** Deletes what was received, or answered, before these times, in the same way; each is audited. Answers how many. */
  purge(due: {readonly receivedBefore: number; readonly answeredBefore: number; readonly at: number}): number

  /** Appends to the audit trail; nothing can change it later. */
  audit(entry: AuditEntry): void
  /** The newest first. */
  auditTrail(options?: {readonly reference?: string; readonly most?: number}): AuditEntry[]

  months(): MonthOfPage[]

  /** Takes a message that is due, for `leaseMs`: nobody else gets it meanwhile. Null where none is due. */
  takeDue(at: number, leaseMs: number): OutboxMessage | null
  /**
   * It was handed over to the mail server, or is not needed any more.
   * @param problem in words for staff, where some of them were not reached; the next one that is sent whole ends it
   */
  sent(id: string, at: number, problem?: string | null): void
  /** It was not: tried again at `nextAt`; null gives it up. `problem` is in words for staff and holds no address. */
  failed(id: string, problem: string, nextAt: number | null): void
  /** When the next message is due; null where none waits. */
  nextDue(): number | null
  outbox(): OutboxStanding
  /** References of new, unread ones received before `receivedBefore`, for which no reminder was queued yet. */
  unremindedBefore(receivedBefore: number): string[]
  /** Queues a reminder for each, once. */
  remind(references: readonly string[], at: number): void

  close(): void
}
