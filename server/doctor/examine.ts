/**
 * Everything that `npm run doctor` looks at with the product's own Node and packages. Prints the findings as JSON;
 * server/doctor.mjs writes them for people.
 */
import type {Env} from '../../lib/env.ts'
import {dataFolderFindings} from './data-folder.ts'
import type {Finding} from './finding.ts'
import {settingsFindings} from './settings.ts'

/** The settings, or what is wrong with them: they are parsed as the module that holds them is loaded. */
async function settings(): Promise<Env | Finding> {
  try {
    return (await import('../../lib/env.ts')).env
  } catch (error) {
    const text = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error)
    return {state: 'broken', subject: 'Settings', text}
  }
}

async function examine(): Promise<Finding[]> {
  const env = await settings()
  if ('state' in env) return [env]
  // Loaded only now: with unusable settings they could not be.
  const [{lakeFindings}, {mailFinding}, {questionFindings}, {siteFinding}, {storeFindings}] = await Promise.all([
    import('./lake.ts'),
    import('./mail.ts'),
    import('./questions.ts'),
    import('./site.ts'),
    import('./store.ts'),
  ])
  const [lake, site, store, questions] = await Promise.all([
    lakeFindings(env),
    siteFinding(),
    storeFindings(env),
    questionFindings(env.dataDir),
  ])
  return [
    ...settingsFindings(env),
    ...dataFolderFindings(env.dataDir),
    site,
    ...lake,
    ...store,
    ...questions,
    mailFinding(env),
  ]
}

process.stdout.write(JSON.stringify(await examine()))
