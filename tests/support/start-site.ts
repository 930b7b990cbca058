/**
 * The site as one process on the present build, before a lake that a test can make fail. Webhooks go from the real lake
 * to the real route; only the launcher is missing.
 */
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {type FaultyLake, startFaultyLake} from './faulty-lake'
import {freePort} from './free-port'
import {ended} from './start-clinic'
import {type StartedLake, startLake} from './start-lake'
import {temporaryFolder} from './temporary-folder'
import {until} from './until'

export const webhookSecret = 'the webhook secret of this test'

/** `clockAhead`: the site lives so many milliseconds ahead of everybody else, to see a moment that is far away. */
type StartOptions = {readonly clockAhead?: number}

export type StartedSite = {
  readonly url: string
  readonly lake: StartedLake
  /** What stands between site and lake. */
  readonly between: FaultyLake
  readonly dataDir: string
  /** Everything the site printed. */
  readonly printed: () => string
  readonly get: (path: string, init?: RequestInit) => Promise<{status: number; html: string; headers: Headers}>
  /** Kills the site without warning; `start` starts it again. */
  readonly kill: () => Promise<void>
  readonly start: (options?: StartOptions) => Promise<void>
  /** Ends the site as an operator does, and starts it with other settings. */
  readonly restart: (settings: Readonly<Record<string, string>>) => Promise<void>
  readonly close: () => Promise<void>
}

export async function startSite(): Promise<StartedSite> {
  const {folder: dataDir, remove} = temporaryFolder('site')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const lake = await startLake({webhook: {url: `${url}/api/revalidate`, secret: webhookSecret}})
  const between = await startFaultyLake(() => Number(new URL(lake.url).port))
  const secrets = path.join(dataDir, 'secrets')
  mkdirSync(secrets, {recursive: true})
  writeFileSync(path.join(secrets, 'revalidate-secret'), webhookSecret)
  writeFileSync(path.join(secrets, 'site-read-token'), lake.token('viewer'))

  let site: ChildProcess | undefined
  let said = ''
  let settings: Readonly<Record<string, string>> = {}
  const start = async ({clockAhead}: StartOptions = {}) => {
    const ahead = clockAhead === undefined ? [] : ['--import', './tests/support/clock-ahead.mjs']
    site = spawn(process.execPath, [...ahead, 'server/site.ts'], {
      env: {
        ...process.env,
        CLOCK_AHEAD: String(clockAhead ?? ''),
        NODE_ENV: 'production',
        NODE_OPTIONS: '',
        HOST: '127.0.0.1',
        PORT: String(port),
        LAKE_PORT: String(between.port),
        DATA_DIR: dataDir,
        SITE_URL: '',
        NEXT_PUBLIC_SANITY_PROJECT_ID: '',
        SANITY_API_READ_TOKEN: '',
        SANITY_REVALIDATE_SECRET: '',
        KEEP_FRAMEWORK_SCRIPTS: '',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    site.stdout?.on('data', (chunk) => (said += chunk))
    site.stderr?.on('data', (chunk) => (said += chunk))
    await until(async () => {
      const health = await fetch(`${url}/api/health`)
      const {pages} = await health.json()
      return pages.settled === true
    }, `the site at ${url} to be ready`)
  }
  await start()
  return {
    url,
    lake,
    between,
    dataDir,
    printed: () => said,
    get: async (at, init) => {
      const response = await fetch(url + at, {redirect: 'manual', ...init})
      return {status: response.status, html: await response.text(), headers: response.headers}
    },
    kill: async () => {
      if (site) await ended(site, 'SIGKILL')
    },
    start,
    restart: async (others) => {
      if (site) await ended(site, 'SIGTERM')
      settings = others
      await start()
    },
    close: async () => {
      if (site) await ended(site, 'SIGTERM')
      await between.close()
      await lake.close()
      remove()
    },
  }
}
