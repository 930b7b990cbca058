/**
 * The Content Lake, asked as the site asks it: with its token, over HTTP. One question tells how much is still sample, and
 * which notices patients can read.
 */
import {z} from 'zod'
import type {Env} from '../../lib/env.ts'
import {defaultLanguage} from '../../lib/language.ts'
import {readToken} from '../../lib/secrets.ts'
import type {Finding} from './finding.ts'

/** Milliseconds. */
const patience = 5000

const question = `{
  "sample": count(*[sample == true]),
  "notices": array::unique(*[_type == "page" && language == "${defaultLanguage}" && defined(slug.current)].legalNotice)
}`

const Answer = z.object({
  result: z.object({sample: z.number(), notices: z.array(z.string().nullable())}),
})

export async function lakeFindings(env: Env): Promise<Finding[]> {
  const subject = 'Content Lake'
  const origin = env.lakeUrl ?? `https://${env.projectId}.api.sanity.io`
  const token = readToken()
  const address = `${origin}/v2025-09-01/data/query/${env.dataset}?perspective=published&query=${encodeURIComponent(question)}`
  try {
    const response = await fetch(address, {
      headers: token ? {authorization: `Bearer ${token}`} : {},
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) return [{state: 'broken', subject, text: refusalFor(response.status, origin, env.embedded)}]
    const answer = Answer.safeParse(await response.json())
    if (!answer.success) return [{state: 'broken', subject, text: `${origin} answers with nonsense`}]
    const {sample, notices} = answer.data.result
    return [{state: 'ok', subject, text: `answers at ${origin}`}, sampleFinding(sample), noticesFinding(notices)]
  } catch (error) {
    const how = env.embedded ? '"npm start" starts it; its log is DATA_DIR/lake/lake.log' : 'can this machine reach it?'
    return [{state: 'broken', subject, text: `does not answer at ${origin} (${causeOf(error)}): ${how}`}]
  }
}

function refusalFor(status: number, origin: string, embedded: boolean): string {
  if (status === 401 || status === 403) {
    return embedded
      ? 'refuses the token in DATA_DIR/secrets/site-read-token: remove that file and start again, which makes a new one'
      : 'refuses the token in SANITY_API_READ_TOKEN: make a new one (role: viewer) in the project’s settings'
  }
  return `answers ${status} at ${origin}${embedded ? '' : ': check the project id and the dataset'}`
}

function sampleFinding(count: number): Finding {
  const subject = 'Sample content'
  return count === 0
    ? {state: 'ok', subject, text: 'none is left'}
    : {
        state: 'attention',
        subject,
        text: `${count} sample ${count === 1 ? 'document is' : 'documents are'} still there. Replace them, or take them away: npm run lake -- seed --remove`,
      }
}

/** What a clinic in the United States has to show on every page; the pages themselves are made in the Studio. */
const required = {
  nondiscrimination: 'notice of nondiscrimination',
  languageAssistance: 'language assistance',
  privacyPractices: 'notice of privacy practices',
  websitePrivacy: 'privacy of this website',
  accessibility: 'accessibility statement',
}

export function noticesFinding(published: readonly (string | null)[]): Finding {
  const subject = 'Notices'
  const missing = Object.entries(required).flatMap(([notice, name]) => (published.includes(notice) ? [] : [name]))
  return missing.length === 0
    ? {state: 'ok', subject, text: 'every notice that the law wants on each page is there'}
    : {
        state: 'attention',
        subject,
        text: `not published: ${missing.join(', ')}. Make them in the Studio: To do → Notices on every page`,
      }
}

/** The innermost reason; fetch itself only says that it failed. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return causeOf(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
