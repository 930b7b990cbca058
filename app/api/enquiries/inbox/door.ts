/**
 * The door of the inbox: who asks is looked up first, on each request, and only then is anything read, opened or changed.
 * The token comes in a header that no other site can make a browser send, so there is nothing to forge.
 */
import type {z} from 'zod'
import {accessOf} from '@/lib/enquiries/access'
import {flagsOf} from '@/lib/enquiries/flags'
import type {Desk} from '@/lib/enquiries/inbox'
import {enquiryStore} from '@/lib/enquiries/open-store'
import {bytesOf, jsonOf} from '@/lib/request-body'
import {addedRedFlags} from './red-flag-words'

/** A note of the longest kind in any script fits; bytes. */
const largest = 32 * 1024

type Visit = {readonly request: Request; readonly desk: Desk}

/** A sentence for staff, with its status. */
export class InboxRefusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export const notThere = () =>
  new InboxRefusal(404, 'There is no such question. It may have been deleted, by hand or because its time was over.')

/** A handler of the inbox: refuses whoever may not read, and answers everything as JSON that nobody keeps. */
export const inbox =
  <Context>(act: (visit: Visit, context: Context) => Promise<Response>) =>
  async (request: Request, context: Context): Promise<Response> => {
    const access = await accessOf(request)
    if (!access.allowed) return answer({message: access.message}, access.status)
    try {
      const added = await addedRedFlags()
      const desk: Desk = {
        store: enquiryStore(),
        actor: access.actor,
        now: Date.now(),
        flagsOf: (enquiry) => flagsOf(enquiry, added),
      }
      return await act({request, desk}, context)
    } catch (error) {
      if (error instanceof InboxRefusal) return answer({message: error.message}, error.status)
      // What it was about stays out of the log: the kind of failure is enough to look for it.
      console.error(`[questions] The inbox failed: ${error instanceof Error ? error.message : 'no reason given'}`)
      return answer({message: 'Questions cannot be opened on this server now. Tell whoever runs the website.'}, 503)
    }
  }

export const answer = (body: unknown, status = 200): Response => Response.json(body, {status, headers: kept})

/** For no cache and no guess of a browser about what it is. */
const kept = {'cache-control': 'no-store', 'x-content-type-options': 'nosniff'}

/** A file to save, under a name without anything of a patient's. */
export const file = (text: string, type: string, name: string): Response =>
  new Response(text, {
    headers: {...kept, 'content-type': type, 'content-disposition': `attachment; filename="${name}"`},
  })

/** The body, parsed. @throws InboxRefusal 413, 415 or 400 with what is wrong */
export async function bodyOf<Shape extends z.ZodType>(request: Request, shape: Shape): Promise<z.infer<Shape>> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new InboxRefusal(415, 'The inbox takes JSON.')
  }
  const bytes = await bytesOf(request, largest)
  if (bytes === 'tooLarge') throw new InboxRefusal(413, 'This is longer than the inbox can keep. Shorten it.')
  const parsed = shape.safeParse(typeof bytes === 'string' ? null : jsonOf(bytes.toString('utf8')))
  if (parsed.success) return parsed.data
  throw new InboxRefusal(400, 'The inbox did not understand this. Reload the Studio and try again.')
}

/** A value from an address, or a refusal that says so. */
export function fromAddress<Shape extends z.ZodType>(value: unknown, shape: Shape): z.infer<Shape> {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  throw notThere()
}
