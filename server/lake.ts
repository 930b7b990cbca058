/**
 * The command line of the embedded set-up (`npm run lake -- <verb>`): the lake's own verbs, and `seed`, which the lake
 * must not know.
 */
import {existsSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {env} from '../lib/env.ts'
import {main} from '../sanity/lake/cli.ts'
import {ask} from '../sanity/lake/control.ts'
import {createLake} from '../sanity/lake/lake.ts'
import {serveLake} from '../sanity/lake/server.ts'
import {loadEmpty, loadSample, removeSample, seedClient} from '../sanity/seed/index.ts'

const folder = path.join(env.dataDir, 'lake')
/** Written when the first seed, or an import, is complete: from then on the clinic's content is its own. */
const seeded = path.join(folder, 'seeded')
const noteOwnContent = () => writeFileSync(seeded, `${new Date().toISOString()}\n`)

type Door = {url: string; token: string; close: () => Promise<void>}

/** A way to write through the lake's API: into the running lake, or into one that runs just for this. */
async function openLake(): Promise<Door> {
  const grant = {role: 'editor', name: 'seed', lifetimeSeconds: 600}
  const answer = await ask(folder, 'token-create', grant)
  if (answer) return {url: env.lakeUrl ?? '', token: String(answer.token), close: async () => {}}
  const lake = await createLake({folder, projectId: env.projectId, dataset: env.dataset})
  const {url, close} = await serveLake(lake, {host: '127.0.0.1', port: 0})
  const {token} = lake.admin.createToken({role: 'editor', name: 'seed', lifetimeSeconds: 600})
  return {
    url,
    token,
    close: async () => {
      await close()
      await lake.close()
    },
  }
}

const isThere = (url: string): Promise<boolean> =>
  fetch(`${url}/v1/ping`).then(
    ({ok}) => ok,
    () => false,
  )

async function seed(options: ReadonlySet<string>): Promise<number> {
  if (!env.embedded) {
    process.stderr.write(
      'The sample clinic is for the embedded lake; these settings use a hosted project. Nothing was written.\n',
    )
    return 2
  }
  if (options.has('--once') && existsSync(seeded)) return 0
  const {url, token, close} = await openLake()
  if (!(await isThere(url))) {
    process.stderr.write(
      `A lake runs on ${folder}, but not at ${url}. Use the same LAKE_PORT and HOST as the start did. Nothing was written.\n`,
    )
    return 1
  }
  const log = (line: string) => process.stdout.write(`${line}\n`)
  try {
    const client = seedClient({url, projectId: env.projectId, dataset: env.dataset, token})
    const work = options.has('--remove') ? removeSample : options.has('--empty') ? loadEmpty : loadSample
    await work({client, log})
    noteOwnContent()
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  } finally {
    await close()
  }
}

const known: ReadonlySet<string> = new Set(['--once', '--empty', '--remove'])

const SEED_HELP = `The sample clinic:
  seed                                     load it; what is there already, or was edited since, stays as it is
  seed --empty                             load the settings of an empty clinic instead
  seed --remove                            take the sample away and leave everything else
`

const [verb, ...rest] = process.argv.slice(2)
if (verb === 'seed') {
  const unknown = rest.filter((option) => !known.has(option))
  if (unknown.length > 0) process.stderr.write(`"seed" knows --empty and --remove, not ${unknown.join(' ')}.\n`)
  process.exitCode = unknown.length > 0 ? 2 : await seed(new Set(rest))
} else {
  process.exitCode = await main(process.argv.slice(2), {
    data: folder,
    projectId: env.projectId,
    dataset: env.dataset,
    ...(env.publicLakeUrl && {publicUrl: env.publicLakeUrl}),
    studioUrl: `${env.siteUrl}/studio`,
    furtherHelp: SEED_HELP,
  })
  const isElsewhere = ['--hosted', '--data', '--folder'].some((flag) => rest.some((word) => word.startsWith(flag)))
  // The next start would put the sample beside what was brought.
  if (verb === 'import' && process.exitCode === 0 && !isElsewhere) noteOwnContent()
}
