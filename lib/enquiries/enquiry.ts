/**
 * An enquiry: what one patient asked through the form, and what staff did about it. It may hold health information, so
 * it is sealed before it is stored (`seal.ts`) and never enters the CMS. Decision 0017.
 */
import type {Language} from '../language.ts'

/** Where an enquiry stands. `held`: suspected spam, kept for staff to look at, and nobody is told by mail. */
export const enquiryStates = ['new', 'inProgress', 'answered', 'held'] as const
export type EnquiryState = (typeof enquiryStates)[number]

/** How the patient wants to be reached. */
export type ContactWay = 'email' | 'phone'

/** Everything the patient typed, and the page asked from. All of it is sealed. */
export type Asked = {
  readonly name: string
  readonly way: ContactWay
  /** The address or number for `way`; the other one is an empty string. */
  readonly email: string
  readonly phone: string
  /** When to call or write, in the patient's words; may be empty. */
  readonly when: string
  /** Up to 2,000 characters, line breaks as "\n". */
  readonly question: string
  /** Is an answer by ordinary, unencrypted e-mail or text message fine? */
  readonly unencryptedReplyIsFine: boolean
  /** Path of the page asked from, `/conditions/back-pain`; null where it is not known. */
  readonly page: string | null
  readonly language: Language
}

/** What staff keep with it. Sealed too: notes are about a patient. */
export type Handling = {
  /** Whoever looks after it: the id of their sign-in at the lake or at Sanity, and the name to show. */
  readonly assignee: {readonly id: string; readonly name: string} | null
  readonly notes: readonly {readonly at: number; readonly by: string; readonly text: string}[]
  /** `_id` of the FAQ's document that was made of it; null where none was. */
  readonly promotedTo: string | null
}

/** What is stored in clear: nothing that says who asked, or what. Times are milliseconds since 1970. */
export type EnquiryRecord = {
  /** A UUID: the idempotency key of the form's view. Sent again, it is the same enquiry. */
  readonly id: string
  /** What patient and staff call it: `K7Q4-9XRT`. */
  readonly reference: string
  readonly receivedAt: number
  readonly state: EnquiryState
  /** 0 (none) to 100. */
  readonly spamScore: number
  /** When staff first opened it; null: unread. */
  readonly openedAt: number | null
  /** When it was marked answered; null: not yet. */
  readonly answeredAt: number | null
}

/** An enquiry as staff read it. */
export type OpenedEnquiry = EnquiryRecord & {readonly asked: Asked; readonly handling: Handling}
