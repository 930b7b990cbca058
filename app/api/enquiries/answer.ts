/**
 * Answers to a form: onward to the thank-you, or back to the form with what was typed. A handler cannot draw the site's
 * frame, so it asks the site for the page of the form, as a reader would (decision 0017), and passes it on.
 */
import {questionFields} from '@/lib/enquiries/form'
import {type Unsent, unsentHeader, withUnsent} from '@/lib/enquiries/unsent'
import {labelsFor} from '@/lib/labels'
import {defaultLanguage, isLanguage, type Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import {ownAddress} from '@/lib/revalidation/served-page'
import {siteContract} from '@/sanity/content/site'
import {recall} from '@/sanity/read'
import {plainPage} from './plain-page'

export type Answering = {
  readonly request: Request
  /** The form's; null where it could not be read. */
  readonly language: Language | null
}

type Refusal = Partial<Unsent> & {
  readonly status: 400 | 403 | 405 | 408 | 413 | 415 | 422 | 429 | 503
  /** Seconds until it is worth trying again. */
  readonly wait?: number
}

/** Milliseconds. A page is drawn in a few of them. */
const patience = 10_000

const kept = {'cache-control': 'no-store'} as const

/**
 * The script asks for JSON, and gets the page in it: it puts the form that is drawn there in the place of its own, so that
 * there is one drawing of what is wrong. A browser that shows a form's answer asks for the page itself.
 */
const isScript = ({headers}: Request) => (headers.get('accept') ?? '').includes('application/json')

export function answerStored({request}: Answering, location: string): Response {
  if (isScript(request)) return Response.json({location}, {headers: kept})
  return new Response(null, {status: 303, headers: {...kept, location}})
}

export async function answerUnsent({request, language: known}: Answering, refusal: Refusal): Promise<Response> {
  const {status, wait, typed = null, errors = {}, problem = null, view = null} = refusal
  const language = known ?? languageOf(request)
  const headers = new Headers(kept)
  if (wait !== undefined) headers.set('retry-after', String(wait))
  if (status === 405) headers.set('allow', 'POST')
  if (status === 415) headers.set('accept-post', 'application/x-www-form-urlencoded')
  const unsent = {typed, errors, problem, view}
  const drawn = await withUnsent(unsent, (key) => formPage(language, key))
  const html = drawn?.html ?? (await plainPageIn(language, unsent))
  if (isScript(request)) return Response.json({...wordsOf(language, unsent), html}, {status, headers})
  headers.set('content-type', 'text/html; charset=utf-8')
  if (drawn?.policy) headers.set('content-security-policy', drawn.policy)
  return new Response(html, {status, headers})
}

/** What is wrong, in words, in the order of the form. */
function wordsOf(language: Language, {errors, problem}: Pick<Unsent, 'errors' | 'problem'>) {
  const {enquiry} = labelsFor(language)
  return {
    problem: problem && enquiry.problems[problem],
    errors: questionFields.flatMap((field) => {
      const error = errors[field]
      return error ? [{field, message: enquiry.errors[error]}] : []
    }),
  }
}

/** The language of the page that sent it, as far as it says so. */
function languageOf(request: Request): Language {
  const referrer = request.headers.get('referer') ?? ''
  const [, first] = URL.canParse(referrer) ? new URL(referrer).pathname.split('/') : []
  return isLanguage(first) ? first : defaultLanguage
}

/** The page of the form as the site serves it, with its policy; null where it cannot be had. */
async function formPage(language: Language, key: string): Promise<{html: string; policy: string | null} | null> {
  try {
    const response = await fetch(ownAddress(pathIn(language, '/contact')), {
      headers: {[unsentHeader]: key, accept: 'text/html'},
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    if (response.status !== 200) return null
    return {html: await response.text(), policy: response.headers.get('content-security-policy')}
  } catch {
    return null
  }
}

async function plainPageIn(language: Language, unsent: Pick<Unsent, 'typed' | 'errors' | 'problem'>): Promise<string> {
  const {errors, problem} = wordsOf(language, unsent)
  const site = await recall(siteContract, {language}).catch(() => null)
  return plainPage({
    language,
    sentences: [problem, ...errors.map(({message}) => message)].filter((words) => words !== null),
    phone: site?.value?.phone ?? '',
    question: unsent.typed?.question ?? '',
  })
}
