/**
 * The part of the command line that is about who may come in.
 * @module
 */
import {isRecord, type JsonRecord} from './json.ts'
import {type Settings, UsageError} from './settings.ts'
import {isRole, ROLES, type Role} from './user.ts'

/** Asks the running lake, or else the store itself. */
export type Run = (settings: Settings, verb: string, body?: JsonRecord) => Promise<JsonRecord>
type Print = (text: string) => void
type Command = (settings: Settings) => Promise<void>

export const ACCESS_HELP = `  link [WHO]                               print a one-time sign-in link for the Studio (15 minutes): for the first
                                           administrator, or for WHO (an e-mail address or id, here and below)
  invite --role editor [--name N] [--email E] [--expires SECONDS]
                                           print a link with which somebody makes an account (7 days)
  invitation list | withdraw <id>
  user list
  user role <who> --role viewer            change what somebody may do, from the next request on
  user disable <who> | enable <who>        keep somebody out, and let them in again
  user remove <who>                        for good; the history keeps the name
  user reset <who>                         print a link with which somebody chooses a new password (1 hour)
  session list [<who>]                     who is signed in, and where
  session end <id> | end-all <who>         sign out
  token create --role editor [--name N] [--expires SECONDS]
                                           print an API token, alone on the last line
  token list
  token revoke <id>
  cors list
  cors add <origin> [--credentials]        let web pages of an origin use the lake; with credentials they may send tokens,
                                           and a Studio there may sign people in
  cors remove <origin>
  dataset visibility [public | private]    show, or change, whether what is published is for everybody`

const day = (time: unknown): string => (typeof time === 'number' ? new Date(time).toISOString().slice(0, 16) : 'never')

const rowsIn = (value: unknown): JsonRecord[] => (Array.isArray(value) ? value.filter(isRecord) : [])

function roleFor({role}: Settings, whom: string): Role {
  if (isRole(role)) return role
  throw new UsageError(`Give ${whom} a role: --role ${ROLES.join('|')}.`)
}

function lifetimeIn({expires}: Settings): number | null {
  if (expires === null) return null
  const seconds = Number(expires)
  if (seconds > 0) return seconds
  throw new UsageError(`"${expires}" is not a number of seconds: give --expires a number above 0.`)
}

/** The word after the verb. */
function wordIn({verb}: Settings, missing: string): string {
  const word = verb[2]
  if (word === undefined || word === '') throw new UsageError(missing)
  return word
}

const whoIn = (settings: Settings): string =>
  wordIn(settings, `Say who: user ${settings.verb[1]} <e-mail address or id>; "user list" shows who there is.`)

export function accessCommands(run: Run, print: Print): Record<string, Command> {
  const printLink = ({url, isStopped}: JsonRecord): void => {
    if (isStopped === true) print('No lake is running on this folder: start it before you open the link.')
    print(String(url))
  }
  /** One that does something to a person and says so. */
  const toPerson =
    (verb: string, done: (name: string) => string, more: (settings: Settings) => JsonRecord = () => ({})): Command =>
    async (settings) => {
      const {name} = await run(settings, verb, {who: whoIn(settings), ...more(settings)})
      print(done(String(name)))
    }
  return {
    async link(settings) {
      const who = settings.verb[1]
      const made = await run(settings, 'link', who === undefined ? {} : {who})
      const minutes = Math.round((Number(made.expiresAt) - Date.now()) / 60_000)
      const whom = who === undefined ? '' : ` as ${String(made.name)}`
      print(`Open this link to sign in to the Studio${whom}. It works once, within ${minutes} minutes.`)
      printLink(made)
    },
    async invite(settings) {
      const made = await run(settings, 'invitation-create', {
        role: roleFor(settings, 'who is invited'),
        name: settings.name,
        email: settings.email,
        lifetimeSeconds: lifetimeIn(settings),
      })
      print(`Hand this link to one person. It makes one account, until ${day(made.expiresAt)} UTC.`)
      printLink(made)
    },
    async 'invitation list'(settings) {
      const rows = rowsIn((await run(settings, 'invitation-list')).invitations)
      if (rows.length === 0) print('No invitation is open.')
      for (const {id, role, name, email, expiresAt} of rows) {
        print(`${id}  ${role}  "${name ?? ''}"  ${email ?? 'any address'}  until ${day(expiresAt)}`)
      }
    },
    async 'invitation withdraw'(settings) {
      const id = wordIn(settings, 'Say which: invitation withdraw <id>; "invitation list" shows the ids.')
      const {withdrawn} = await run(settings, 'invitation-withdraw', {id})
      if (withdrawn !== true) throw new UsageError(`There is no invitation "${id}"; "invitation list" shows the ids.`)
      print(`Invitation ${id} is withdrawn.`)
    },
    async 'user list'(settings) {
      for (const {id, name, email, role, hasPassword, disabledAt} of rowsIn(
        (await run(settings, 'user-list')).people,
      )) {
        const state = disabledAt !== null ? 'disabled' : hasPassword === true ? 'has a password' : 'signs in by link'
        print(`${id}  ${role}  "${name}"  ${email ?? 'no address'}  ${state}`)
      }
    },
    'user role': toPerson(
      'user-role',
      (name) => `The role of ${name} is changed. It holds from the next request on.`,
      (settings) => ({role: roleFor(settings, 'this person')}),
    ),
    'user disable': toPerson('user-disable', (name) => `${name} is signed out everywhere and may not sign in.`),
    'user enable': toPerson('user-enable', (name) => `${name} may sign in again.`),
    'user remove': toPerson('user-remove', (name) => `${name} is removed. The history keeps the name.`),
    async 'user reset'(settings) {
      const made = await run(settings, 'user-reset', {who: whoIn(settings)})
      print(
        `Hand this link to ${String(made.name)}, who chooses a new password with it. It works once, within an hour.`,
      )
      printLink(made)
    },
    async 'session list'(settings) {
      const rows = rowsIn((await run(settings, 'session-list', {who: settings.verb[2] ?? null})).sessions)
      if (rows.length === 0) print('Nobody is signed in.')
      for (const {id, name, browser, createdAt, usedAt, expiresAt} of rows) {
        print(`${id}  "${name}"  ${browser}  since ${day(createdAt)}  last used ${day(usedAt)}  ends ${day(expiresAt)}`)
      }
    },
    async 'session end'(settings) {
      const id = wordIn(settings, 'Say which: session end <id>; "session list" shows the ids.')
      const {ended} = await run(settings, 'session-end', {id})
      if (ended !== true) throw new UsageError(`There is no session "${id}"; "session list" shows the ids.`)
      print(`Session ${id} is ended.`)
    },
    async 'session end-all'(settings) {
      const who = wordIn(settings, 'Say whose: session end-all <e-mail address or id>.')
      const {ended} = await run(settings, 'session-end-all', {who})
      print(`${String(ended)} ${ended === 1 ? 'session is' : 'sessions are'} ended.`)
    },
    async 'token create'(settings) {
      const role = roleFor(settings, 'the token')
      const lifetimeSeconds = lifetimeIn(settings)
      const name = settings.name ?? `${role} token`
      const {token, id} = await run(settings, 'token-create', {role, name, lifetimeSeconds})
      print(`Token ${String(id)} for the role ${role}. It is shown only now:`)
      print(String(token))
    },
    async 'token list'(settings) {
      const rows = rowsIn((await run(settings, 'token-list')).tokens)
      if (rows.length === 0) print('There are no tokens.')
      for (const {id, role, name, createdAt, expiresAt, usedAt} of rows) {
        const ends = expiresAt === null ? 'no end' : `ends ${day(expiresAt)}`
        print(`${id}  api  ${role}  "${name}"  made ${day(createdAt)}  ${ends}  last used ${day(usedAt)}`)
      }
    },
    async 'token revoke'(settings) {
      const id = wordIn(settings, 'Say which token: token revoke <id>; "token list" shows the ids.')
      const {revoked} = await run(settings, 'token-revoke', {id})
      if (revoked !== true) throw new UsageError(`There is no token "${id}"; "token list" shows the ids.`)
      print(`Token ${id} is revoked.`)
    },
    async 'cors list'(settings) {
      for (const {origin, credentials, isFixed} of rowsIn((await run(settings, 'cors-list')).origins)) {
        print(
          `${origin}  ${credentials === true ? 'with' : 'without'} credentials${isFixed === true ? '  (from the start)' : ''}`,
        )
      }
    },
    async 'cors add'(settings) {
      const origin = wordIn(settings, 'Say which: cors add <origin>, such as https://studio.example.org')
      const added = await run(settings, 'cors-add', {origin, credentials: settings.credentials})
      print(`${String(added.origin)} may use the lake, ${settings.credentials ? 'with' : 'without'} credentials.`)
    },
    async 'cors remove'(settings) {
      const origin = wordIn(settings, 'Say which: cors remove <origin>; "cors list" shows them.')
      const {removed} = await run(settings, 'cors-remove', {origin})
      if (removed !== true) throw new UsageError(`${origin} is not on the list; "cors list" shows it.`)
      print(`${origin} may not use the lake any more.`)
    },
    async 'dataset visibility'(settings) {
      const wanted = settings.verb[2]
      const {visibility} = await run(settings, 'dataset-visibility', wanted === undefined ? {} : {visibility: wanted})
      print(
        visibility === 'private'
          ? 'The dataset is private: nothing of it is shown without a token, files neither.'
          : 'The dataset is public: what is published is shown to everybody. Drafts are not.',
      )
    },
  }
}
