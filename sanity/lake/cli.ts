#!/usr/bin/env node
/**
 * The lake's command line: `node sanity/lake/cli.ts <verb>`. What speaks to the store goes to the running lake over its
 * socket, and opens the store itself only where none runs.
 * @module
 */
import {backup, restore} from './backup/verbs.ts'
import {ask, command} from './control.ts'
import {doctor} from './doctor/verb.ts'
import {hookCommands} from './hooks/command-line.ts'
import type {JsonRecord} from './json.ts'
import {isRecord} from './json.ts'
import {createLake} from './lake.ts'
import {LakeError} from './lake-error.ts'
import {serve} from './serve.ts'
import {type Defaults, type Settings, settingsFrom, UsageError} from './settings.ts'
import {isRole, ROLES} from './user.ts'

const HELP = `The embedded Content Lake: Sanity's HTTP API over one folder.

  serve                                    run it
  link                                     print a one-time sign-in link for the Studio (15 minutes)
  token create --role editor [--name N] [--expires SECONDS]
                                           print an API token, alone on the last line
  token list
  token revoke <id>
  webhook create --name N --url URL [--on create,update,delete] [--filter GROQ] [--projection GROQ]
      [--include-drafts] [--include-versions] [--method POST] [--header 'Name: value'] [--secret-file FILE]
                                           print its secret, alone on the last line
  webhook list
  webhook update <id> [flags of create]
  webhook enable|disable|delete <id>
  webhook log <id> [--limit 20]            what was sent, and how it went
  webhook redeliver <delivery>
  status
  backup [FOLDER] [--keep N]               back up while the lake runs; prints the backup's folder on the last line
  restore <BACKUP> [--force]               put a backup in the store's place (the lake is stopped); --force moves the old aside
  doctor [--json]                          look for damage, missing files, references that lead nowhere, an old backup
  help

Roles: administrator and editor read and write, viewer only reads (drafts too).

Where:   --data DIR (or $DATA_DIR/lake)   the folder of the store
serve:   --host 127.0.0.1 (HOST)  --port 3939 (LAKE_PORT)  --project clinic  --dataset production
         --public-url http://localhost:3939        where browsers reach the lake
         --studio-url http://localhost:3000/studio where sign-in links lead
         --allow-origin ORIGIN                     another web page that may use the lake (repeatable)
         --webhook-url URL --webhook-secret-file FILE
`

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** Asks the running lake, or else does it on the store itself. */
async function run(
  {folder, projectId, dataset, publicUrl, studioUrl}: Settings,
  verb: string,
  body: JsonRecord = {},
): Promise<JsonRecord> {
  const answer = await ask(folder, verb, body)
  if (answer) return answer
  const lake = await createLake({
    folder,
    projectId,
    dataset,
    studioUrl,
    publicUrl: publicUrl === '' ? undefined : publicUrl,
    sendsWebhooks: false,
  })
  try {
    const result = command(lake.admin, verb, body)
    return isRecord(result) ? {...result, isStopped: true} : {}
  } finally {
    await lake.close()
  }
}

const day = (time: unknown): string => (typeof time === 'number' ? new Date(time).toISOString().slice(0, 16) : 'never')

async function link(settings: Settings): Promise<void> {
  const {url, expiresAt, isStopped} = await run(settings, 'link')
  const minutes = Math.round((Number(expiresAt) - Date.now()) / 60_000)
  print(`Open this link to sign in to the Studio. It works once, within ${minutes} minutes.`)
  if (isStopped === true) print('No lake is running on this folder: start it before you open the link.')
  print(String(url))
}

async function createToken(settings: Settings): Promise<void> {
  const {role, name, expires} = settings
  if (!isRole(role)) throw new UsageError(`Give the token a role: --role ${ROLES.join('|')}.`)
  const lifetimeSeconds = expires === null ? null : Number(expires)
  if (lifetimeSeconds !== null && !(lifetimeSeconds > 0)) {
    throw new UsageError(`"${expires}" is not a number of seconds: give --expires a number above 0.`)
  }
  const {token, id} = await run(settings, 'token-create', {role, name: name ?? `${role} token`, lifetimeSeconds})
  print(`Token ${String(id)} for the role ${role}. It is shown only now:`)
  print(String(token))
}

async function listTokens(settings: Settings): Promise<void> {
  const {tokens} = await run(settings, 'token-list')
  const rows = (Array.isArray(tokens) ? tokens : []).filter(isRecord)
  if (rows.length === 0) print('There are no tokens.')
  for (const {id, kind, role, name, createdAt, expiresAt, usedAt} of rows) {
    const ends = expiresAt === null ? 'no end' : `ends ${day(expiresAt)}`
    print(`${id}  ${kind}  ${role}  "${name}"  made ${day(createdAt)}  ${ends}  last used ${day(usedAt)}`)
  }
}

async function revokeToken(settings: Settings): Promise<void> {
  const [, , id] = settings.verb
  if (id === undefined) throw new UsageError('Say which token: token revoke <id>; "token list" shows the ids.')
  const {revoked} = await run(settings, 'token-revoke', {id})
  if (revoked !== true) throw new UsageError(`There is no token "${id}"; "token list" shows the ids.`)
  print(`Token ${id} is revoked.`)
}

async function status(settings: Settings): Promise<void> {
  const {isStopped, ...facts} = await run(settings, 'status')
  print(isStopped === true ? `No lake is running on ${settings.folder}.` : `A lake is running on ${settings.folder}.`)
  for (const [name, value] of Object.entries(facts)) print(`  ${name}: ${String(value)}`)
}

const VERBS: Record<string, (settings: Settings) => Promise<void>> = {
  serve,
  link,
  status,
  'token create': createToken,
  'token list': listTokens,
  'token revoke': revokeToken,
  ...hookCommands(run, print),
  backup: (settings) => backup(settings, print),
  restore: (settings) => restore(settings, print),
  doctor: (settings) => doctor(settings, print),
  help: async () => print(HELP),
}

/** Verbs of two words. */
const GROUPS = new Set(['token', 'webhook'])

/**
 * Runs one verb.
 *
 * @param argv arguments without `node` and the script
 * @returns the exit code: 0 done (or, for `serve`, running), 1 failed, 2 wrong arguments
 */
export async function main(argv: readonly string[], defaults: Defaults = {}): Promise<number> {
  try {
    const settings = settingsFrom(argv, defaults, process.env)
    const [first = 'help', second = ''] = settings.verb
    const name = GROUPS.has(first) ? `${first} ${second}`.trim() : first
    const run = settings.help ? VERBS.help : Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
    if (!run) throw new UsageError(`The lake knows no "${name}". See: help`)
    await run(settings)
    return 0
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const isExpected = error instanceof UsageError || error instanceof LakeError
    process.stderr.write(`${isExpected ? error.message : (error.stack ?? error.message)}\n`)
    return error instanceof UsageError ? 2 : 1
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
