#!/usr/bin/env node
/**
 * The lake's command line: `node sanity/lake/cli.ts <verb>`. What speaks to the store goes to the running lake over its
 * socket, and opens the store itself only where none runs.
 * @module
 */
import {ACCESS_HELP, accessCommands} from './access-commands.ts'
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

const HELP = `The embedded Content Lake: Sanity's HTTP API over one folder.

  serve                                    run it
${ACCESS_HELP}
  webhook create --name N --url URL [--on create,update,delete] [--filter GROQ] [--projection GROQ]
      [--include-drafts] [--include-versions] [--method POST] [--header 'Name: value'] [--secret-file FILE]
                                           print its secret, alone on the last line
  webhook list
  webhook update <id> [flags of create]
  webhook enable|disable|delete <id>
  webhook log <id> [--limit 20]            what was sent, and how it went
  webhook redeliver <delivery>
  export <file>.tar.gz|.ndjson [--hosted] [--overwrite] [--no-drafts] [--no-versions] [--no-assets] [--raw] [--types a,b]
  import <file>.tar.gz|.ndjson [--hosted] [--replace|--missing] [--allow-failing-assets]
                                           in Sanity's own formats; --hosted means the project that SANITY_PROJECT_ID,
                                           SANITY_DATASET and SANITY_API_TOKEN name, instead of this lake
  status
  backup [FOLDER] [--keep N]               back up while the lake runs; prints the backup's folder on the last line
  restore <BACKUP> [--force]               put a backup in the store's place (the lake is stopped); --force moves the old aside
  doctor [--json]                          look for damage, missing files, references that lead nowhere, an old backup
  help

Roles: administrator and editor read and write, viewer only reads (drafts too); administrators look after the people.

Where:   --data DIR, --folder DIR (or $DATA_DIR/lake)   the folder of the store; with --folder alone it is served
serve:   --host 127.0.0.1 (HOST)  --port 3939 (LAKE_PORT)  --project clinic  --dataset production
         --public-url http://localhost:3939        where browsers reach the lake
         --studio-url http://localhost:3000/studio where sign-in links lead
         --allow-origin ORIGIN                     another web page that may use the lake, with credentials (repeatable)
         --visibility public|private               fixes what "dataset visibility" would change
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

async function status(settings: Settings): Promise<void> {
  const {isStopped, ...facts} = await run(settings, 'status')
  print(isStopped === true ? `No lake is running on ${settings.folder}.` : `A lake is running on ${settings.folder}.`)
  for (const [name, value] of Object.entries(facts)) print(`  ${name}: ${String(value)}`)
}

const VERBS: Record<string, (settings: Settings) => Promise<void>> = {
  serve,
  status,
  ...accessCommands(run, print),
  ...hookCommands(run, print),
  backup: (settings) => backup(settings, print),
  restore: (settings) => restore(settings, print),
  doctor: (settings) => doctor(settings, print),
  // Loaded when asked for: Sanity's packages take longer to load than a lake takes to start.
  export: async (settings) => print(await (await import('./transfer/export.ts')).exportContent(settings)),
  import: async (settings) => print(await (await import('./transfer/import.ts')).importContent(settings)),
}

/** Verbs of two words. */
const GROUPS: ReadonlySet<string> = new Set(
  Object.keys(VERBS).flatMap((name) => (name.includes(' ') ? [name.slice(0, name.indexOf(' '))] : [])),
)

/**
 * Runs one verb.
 *
 * @param argv arguments without `node` and the script
 * @returns the exit code: 0 done (or, for `serve`, running), 1 failed, 2 wrong arguments
 */
export async function main(argv: readonly string[], defaults: Defaults = {}): Promise<number> {
  try {
    const settings = settingsFrom(argv, defaults, process.env)
    const [first = settings.given.folder === undefined ? 'help' : 'serve', second = ''] = settings.verb
    const name = GROUPS.has(first) ? `${first} ${second}`.trim() : first
    if (settings.help || name === 'help') {
      print([HELP, defaults.furtherHelp ?? []].flat().join('\n'))
      return 0
    }
    const run = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
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
