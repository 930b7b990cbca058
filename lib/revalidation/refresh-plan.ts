/** What the publishing worker and the route handler that may invalidate pages say to each other. */
import {z} from 'zod'

const Question = z.object({contract: z.string(), params: z.record(z.string(), z.string())})

export const RefreshRequest = z.object({
  /** Documents that were published, changed or taken away. */
  publications: z.array(z.object({documentId: z.string(), documentType: z.string().nullable()})),
  /** Ask again what was answered from memory while the lake was away. */
  outdated: z.boolean(),
  /** Questions whose answer shows something else because a moment has come. */
  moments: z.array(Question),
  /** Every page there is, as after a start. */
  everything: z.boolean(),
})
export type RefreshRequest = z.infer<typeof RefreshRequest>

export const ExpectedPage = z.object({
  path: z.string(),
  /** The revision mark the page must carry for each contract; null: it must carry none, because the document is gone. */
  stamps: z.record(z.string(), z.string().nullable()),
  /** Must it lead elsewhere (true), must it not (false), or is that not in question (null)? */
  moved: z.boolean().nullable(),
})
export type ExpectedPage = z.infer<typeof ExpectedPage>

export const RefreshPlan = z.object({
  pages: z.array(ExpectedPage),
  /**
   * For each question that was read: when the next moment comes, to be noted when the pages are right, and the mark of the
   * answer that this was read from; null where its document is gone.
   */
  next: z.array(z.object({question: Question, at: z.number().nullable(), stamp: z.string().nullable()})),
})
export type RefreshPlan = z.infer<typeof RefreshPlan>

/** Where the worker asks for a refresh, and how it shows that it is the worker. */
export const refreshPath = '/api/revalidate/refresh'
export const refreshKeyHeader = 'x-clinic-internal-key'
