/**
 * What the inbox and the Studio say to each other, stated once: the server parses what comes in with it, the Studio what
 * comes back. Runs in the browser too, so it imports nothing of the server.
 */
import {z} from 'zod'
import {languages} from '../language.ts'
import {redFlagKinds} from '../search/red-flags.ts'
import {Asked, enquiryStates, Handling, Person} from './enquiry.ts'

/** Where the inbox answers. */
export const inboxPath = '/api/enquiries/inbox'

/** `K7Q4-9XRT`: letters and digits that nobody confuses; longer ones may come. */
export const Reference = z.string().regex(/^[A-Z0-9]{2,8}-[A-Z0-9]{2,8}$/)

export const State = z.enum(enquiryStates)

const Time = z.number().int()
const Flag = z.enum(redFlagKinds)

const record = {
  reference: Reference,
  receivedAt: Time,
  state: State,
  spamScore: z.number(),
  openedAt: Time.nullable(),
  answeredAt: Time.nullable(),
}

/** One line of a list: who and from where, not what. */
export const Row = z.object({
  ...record,
  name: z.string(),
  page: z.string().nullable(),
  language: z.enum(languages),
  assignee: Person.nullable(),
  flags: z.array(Flag),
  noteCount: z.number().int(),
})
export type Row = z.infer<typeof Row>

/** `unreadable`: how many more there are that the present keys do not open. */
export const Rows = z.object({rows: z.array(Row), unreadable: z.number().int()})
export type Rows = z.infer<typeof Rows>

/** Something staff have to know about the inbox itself, above everything else. */
export const Remark = z.object({tone: z.enum(['caution', 'critical']), text: z.string()})
export type Remark = z.infer<typeof Remark>

/** Who is asking, how much there is, and a mark that changes when the lists do. */
export const Standing = z.object({
  me: Person,
  counts: z.record(State, z.number().int()),
  /** When the oldest in each state came in. */
  oldest: z.record(State, Time.nullable()),
  mark: z.string(),
  now: Time,
  remarks: z.array(Remark),
})
export type Standing = z.infer<typeof Standing>

export const Opened = z.object({
  ...record,
  asked: Asked,
  handling: Handling,
  flags: z.array(Flag),
  /** Who did what with it, the newest first. */
  trail: z.array(z.object({at: Time, by: z.string(), action: z.string(), detail: z.string().nullable()})),
})
export type Opened = z.infer<typeof Opened>

/** The longest note, and the longest search. Characters. */
export const longestNote = 4000
export const longestSearch = 200

/** One thing to change at a time, so that the trail says what was done. */
export const Change = z.union([
  z.strictObject({state: State}),
  z.strictObject({assignTo: z.enum(['me', 'nobody'])}),
  z.strictObject({note: z.string().trim().min(1).max(longestNote)}),
  z.strictObject({promotedTo: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/)}),
])
export type Change = z.infer<typeof Change>

/** Deleting is final: the reference stands in the request a second time. */
export const Deletion = z.strictObject({confirm: Reference})

export const Search = z.strictObject({words: z.string().trim().min(2).max(longestSearch)})

/** The address or number of somebody who wants to know what is kept about them: a name may be another's, too. */
export const PersonAsked = z.strictObject({
  contact: z
    .string()
    .trim()
    .max(254)
    .regex(/.@.|^[\d\s()+./-]{6,}$/),
})

export const Insights = z.object({
  pages: z.array(
    z.object({
      page: z.string().nullable(),
      /** Name of the condition or treatment; null for other pages. */
      title: z.string().nullable(),
      asked: z.number().int(),
      answered: z.number().int(),
      /** From receipt to answer, on average; null where none was answered. */
      meanMinutes: z.number().nullable(),
      /** How many questions and answers its page shows; null where pages of its kind have none. */
      faqs: z.number().int().nullable(),
    }),
  ),
  months: z.array(
    z.object({
      month: z.string(),
      asked: z.number().int(),
      answered: z.number().int(),
      meanMinutes: z.number().nullable(),
    }),
  ),
})
export type Insights = z.infer<typeof Insights>

export const Refusal = z.object({message: z.string()})
