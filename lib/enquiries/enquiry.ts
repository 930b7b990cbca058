/**
 * An enquiry: what one patient asked through the form, and what staff did about it. It may hold health information, so
 * it is sealed before it is stored (`seal.ts`) and never enters the CMS. Decision 0017.
 */
import {z} from 'zod'
import {languages} from '../language.ts'

/** Where an enquiry stands. `held`: suspected spam, kept for staff to look at, and nobody is told by mail. */
export const enquiryStates = ['new', 'inProgress', 'answered', 'held'] as const
export type EnquiryState = (typeof enquiryStates)[number]

/** Everything the patient typed, and the page asked from. All of it is sealed. */
export const Asked = z
  .object({
    name: z.string(),
    /** How the patient wants to be reached. */
    way: z.enum(['email', 'phone']),
    /** The address or number for `way`; the other one is an empty string. */
    email: z.string(),
    phone: z.string(),
    /** When to call or write, in the patient's words; may be empty. */
    when: z.string(),
    /** Up to 2,000 characters, line breaks as "\n". */
    question: z.string(),
    /** Is an answer by ordinary, unencrypted e-mail or text message fine? */
    unencryptedReplyIsFine: z.boolean(),
    /** Path of the page asked from, `/conditions/back-pain`; null where it is not known. */
    page: z.string().nullable(),
    language: z.enum(languages),
  })
  .readonly()
export type Asked = z.infer<typeof Asked>
export type ContactWay = Asked['way']

/** The id of somebody's sign-in at the lake or at Sanity, and the name to show. */
export const Person = z.object({id: z.string(), name: z.string()}).readonly()

/** What staff keep with it. Sealed too: notes are about a patient. */
export const Handling = z
  .object({
    /** Whoever looks after it. */
    assignee: Person.nullable(),
    notes: z.array(z.object({at: z.number().int(), by: z.string(), text: z.string()}).readonly()).readonly(),
    /** `_id` of the FAQ's document that was made of it; null where none was. */
    promotedTo: z.string().nullable(),
  })
  .readonly()
export type Handling = z.infer<typeof Handling>

/** What is stored in clear: nothing that says who asked, or what. Times are milliseconds since 1970. */
export type EnquiryRecord = {
  /** A UUID, made of the view of the form and of who asked what: sent again, it is the same enquiry. */
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
