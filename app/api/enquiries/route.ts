/**
 * `POST /api/enquiries`: a patient's question, from the plain form or from its script.
 *
 * Check the caller → read → receive → answer. Whatever goes wrong, the answer is the form again with everything that was
 * typed, and says that nothing was sent. A thank-you means that the question is on the disk.
 */
import {enquiryKey} from '@/lib/enquiries/keys'
import {createLimits} from '@/lib/enquiries/limits'
import {enquiryStore} from '@/lib/enquiries/open-store'
import {receive} from '@/lib/enquiries/receive'
import {isFromThisSite} from '@/lib/enquiries/same-site'
import {wakeEnquiryWorker} from '@/lib/enquiries/wake'
import {env} from '@/lib/env'
import {pathIn} from '@/lib/paths'
import {processWide} from '@/lib/process-wide'
import {type Answering, answerStored, answerUnsent} from './answer'
import {fieldsOf} from './fields'

export const dynamic = 'force-dynamic'

const limits = () => processWide('enquiry-limits', () => createLimits({perHour: env.enquiries.limit}))

/** The door has put the caller's address in this place, and let nobody else write there; see `server/door/caller.ts`. */
const addressOf = ({headers}: Request) => headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''

export async function POST(request: Request): Promise<Response> {
  const answering: Answering = {request, language: null}
  if (!isFromThisSite(request.headers, env.siteUrl)) return answerUnsent(answering, {status: 403, problem: 'elsewhere'})
  const address = addressOf(request)
  const wait = limits().knock(address)
  if (wait !== null) return answerUnsent(answering, {status: 429, problem: 'tooMany', wait})
  const fields = await fieldsOf(request)
  if ('status' in fields) return answerUnsent(answering, fields)
  const received = await receive(fields.fields, {
    store: enquiryStore,
    viewKey: () => enquiryKey('view-token'),
    limits: limits(),
    address,
    now: Date.now(),
  })
  const {typed, view} = received
  const back = {typed, view}
  const to: Answering = {request, language: typed.language}
  switch (received.outcome) {
    case 'stored':
      wakeEnquiryWorker()
      return answerStored(to, `${pathIn(typed.language, '/contact/thanks')}?ref=${received.reference}#main`)
    case 'unsent':
      return answerUnsent(to, {status: 422, problem: received.isOld ? 'old' : null, errors: received.errors, ...back})
    case 'tooMany':
      return answerUnsent(to, {status: 429, problem: 'tooMany', wait: received.seconds, ...back})
    case 'notStored':
      console.error('[enquiries] A question could not be stored:', messageOf(received.error))
      return answerUnsent(to, {status: 503, problem: 'notStored', wait: 60, ...back})
  }
}

/** For whoever opens the address, or reloads the answer to a form: the form. */
export const GET = (request: Request): Promise<Response> =>
  answerUnsent({request, language: null}, {status: 405, problem: 'onlySent'})

/** Only the message: an error may carry what it was about. */
const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'for a reason that is no error.')
