/**
 * What the Studio asks the site's inbox, with the token of the person who is signed in. Nothing that comes back is kept
 * anywhere but in the components that show it.
 */
import type {z} from 'zod'
import type {EnquiryState} from '@/lib/enquiries/enquiry'
import {type Change, Insights, inboxPath, Opened, Refusal, Rows, Standing} from '@/lib/enquiries/inbox-shape'

/** What the inbox said instead of an answer, in words for staff. `status` 0: it could not be reached. */
export class InboxError extends Error {
  override readonly name = 'InboxError'
  readonly status: number

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }

  /** Is it about who asks, and not about what is asked? */
  get isRefusal(): boolean {
    return this.status === 401 || this.status === 403
  }
}

export type InboxFile = {readonly name: string; readonly blob: Blob}

export type InboxApi = {
  standing(): Promise<Standing>
  list(state: EnquiryState): Promise<Rows>
  search(words: string): Promise<Rows>
  open(reference: string): Promise<Opened>
  change(reference: string, change: Change): Promise<Opened>
  remove(reference: string): Promise<void>
  exportOne(reference: string): Promise<InboxFile>
  exportPerson(contact: string): Promise<InboxFile>
  table(state: EnquiryState): Promise<InboxFile>
  insights(): Promise<Insights>
}

/** @param onRefusal hears that the person may not, or no longer, read questions: everything shown has to go */
export function inboxApi(token: string, onRefusal: (error: InboxError) => void): InboxApi {
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(inboxPath + path, {
      ...init,
      headers: {authorization: `Bearer ${token}`, ...(init.body != null && {'content-type': 'application/json'})},
      cache: 'no-store',
      credentials: 'omit',
    }).catch((cause: unknown) => {
      throw new InboxError(0, 'The website does not answer. Look at your connection and try again.', {cause})
    })
    if (response.ok) return response
    const said = Refusal.safeParse(await response.json().catch(() => null))
    const error = new InboxError(response.status, said.data?.message ?? 'This did not work. Try again in a moment.')
    if (error.isRefusal) onRefusal(error)
    throw error
  }
  const body = (value: unknown) => JSON.stringify(value)
  const read = async <Shape extends z.ZodType>(shape: Shape, path: string, init?: RequestInit) => {
    const parsed = shape.safeParse(await (await ask(path, init)).json())
    if (parsed.success) return parsed.data
    throw new InboxError(0, 'The website and this Studio are of different versions. Reload the Studio.')
  }
  const save = async (path: string, name: string, init?: RequestInit): Promise<InboxFile> => {
    return {name, blob: await (await ask(path, init)).blob()}
  }
  const at = (reference: string) => `/questions/${encodeURIComponent(reference)}`
  return {
    standing: () => read(Standing, ''),
    list: (state) => read(Rows, `/list?state=${state}`),
    search: (words) => read(Rows, '/search', {method: 'POST', body: body({words})}),
    open: (reference) => read(Opened, at(reference)),
    change: (reference, change) => read(Opened, at(reference), {method: 'POST', body: body(change)}),
    remove: async (reference) => {
      await ask(`${at(reference)}/delete`, {method: 'POST', body: body({confirm: reference})})
    },
    exportOne: (reference) => save(`${at(reference)}/export`, `question-${reference}.json`),
    exportPerson: (contact) => save('/person', 'questions-of-one-person.json', {method: 'POST', body: body({contact})}),
    table: (state) => save(`/table?state=${state}`, `questions-${state}.csv`),
    insights: () => read(Insights, '/insights'),
  }
}

/** Hands a file to the browser to save. */
export function saveFile({name, blob}: InboxFile): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has begun to save by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
