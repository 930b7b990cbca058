/**
 * Who may read questions of patients. The Studio sends the token of its own sign-in, and it is asked for at the lake, or
 * at Sanity, for each request: whoever is signed out, disabled or loses a role is out at once. Nothing is remembered.
 */
import {z} from 'zod'
import {env} from '../env.ts'
import type {Actor} from './store.ts'

/** Let in, or not: a status and a sentence for whoever asks. A failure of any kind is never a way in. */
export type Access =
  | {readonly allowed: true; readonly actor: Actor}
  | {readonly allowed: false; readonly status: 401 | 403 | 503; readonly message: string}

export type AccessSettings = {
  /** The embedded lake as this process reaches it; null on a hosted project. */
  readonly lakeUrl: string | null
  readonly projectId: string
  /** E-mail addresses or ids of editors who may read besides administrators, in lower case. */
  readonly readers: readonly string[]
}

const ownSettings: AccessSettings = {
  lakeUrl: env.lakeUrl,
  projectId: env.projectId,
  readers: env.enquiries.readers,
}

/** How long lake or Sanity may take to say who somebody is. Milliseconds. */
const patience = 5000

const bearer = /^Bearer ([\x21-\x7e]{8,1024})$/i

/** What lake and Sanity say of somebody who is signed in to a project; the rest of the answer is left alone. */
const Profile = z.object({
  id: z.string().min(1).max(200),
  name: z.string().nullish(),
  email: z.string().nullish(),
  /** On the embedded lake: did whoever invited them name the address? People may change their own there, unchecked. */
  emailIsGiven: z.boolean().optional(),
  /** Sanity leaves it out for people; its tokens of programs come from the provider `sanity-token`. */
  isRobot: z.boolean().optional(),
  provider: z.string().nullish(),
  role: z.string().nullish(),
  roles: z.array(z.object({name: z.string()})).nullish(),
})
export type Profile = z.infer<typeof Profile>

/**
 * Asks who a request comes from and decides. `Sanity-…` hosts answer `/users/me` with the roles in that project, as they
 * do for the Studio; the embedded lake answers the same.
 */
export async function accessOf(
  request: Request,
  {lakeUrl, projectId, readers}: AccessSettings = ownSettings,
): Promise<Access> {
  const token = bearer.exec(request.headers.get('authorization') ?? '')?.[1]
  if (!token) return refused(401, 'Sign in to the Studio to read questions of patients.')
  const home = lakeUrl ?? `https://${projectId}.api.sanity.io`
  try {
    const answer = await fetch(`${home}/v2021-06-07/users/me`, {
      headers: {authorization: `Bearer ${token}`, accept: 'application/json'},
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (answer.status === 401 || answer.status === 403) {
      return refused(401, 'Your sign-in has ended. Sign in to the Studio again.')
    }
    if (!answer.ok) return unknown
    const profile = Profile.safeParse(await answer.json())
    return profile.success ? decide(profile.data, {isHosted: lakeUrl === null, readers}) : unknown
  } catch {
    return unknown
  }
}

const refused = (status: 401 | 403, message: string): Access => ({allowed: false, status, message})

const unknown: Access = {
  allowed: false,
  status: 503,
  message: 'Who you are could not be looked up just now, so nothing is shown. Try again in a moment.',
}

/** The rule itself: people only, administrators, and editors who are on the clinic's list. */
export function decide(
  {id, name, email, emailIsGiven, isRobot, provider, role, roles}: Profile,
  {isHosted, readers}: {isHosted: boolean; readers: readonly string[]},
): Access {
  // The lake says it of everybody; Sanity only shows it, and a person there always has an address.
  const isPerson = isHosted ? isRobot !== true && provider !== 'sanity-token' && Boolean(email) : isRobot === false
  if (!isPerson) return refused(403, 'Questions of patients are for people. A token of a program cannot read them.')
  const held = new Set(roles?.length ? roles.map(({name}) => name) : role ? [role] : [])
  const address = isHosted || emailIsGiven === true ? (email ?? '') : ''
  const isListed = [id, address].some((one) => one !== '' && readers.includes(one.toLowerCase()))
  if (held.has('administrator') || (held.has('editor') && isListed)) {
    return {allowed: true, actor: {id, name: name || email || id}}
  }
  return refused(
    403,
    'You may not read questions of patients. An administrator of the website can read them, and decides who else may.',
  )
}
