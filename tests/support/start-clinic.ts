/**
 * The whole product as a stranger starts it: the real launcher, in a process of its own, on free ports and a folder of
 * its own. What a test knows of it is what it prints.
 */
import {type ChildProcess, spawn} from 'node:child_process'
import {freePort} from './free-port'
import {temporaryFolder} from './temporary-folder'

export type Clinic = {
  readonly siteUrl: string
  readonly lakePort: number
  readonly sitePort: number
  readonly dataDir: string
  /** The one-time link that was printed at the start. */
  readonly signInLink: string
  readonly launcher: ChildProcess
  readonly environment: Readonly<Record<string, string>>
  /** Everything printed so far. */
  readonly printed: () => string
  /** Runs `npm run lake -- …` and answers what it prints. */
  readonly lake: (...args: string[]) => Promise<string>
  /** Ends it as Ctrl-C does, and removes its folder. */
  readonly stop: () => Promise<void>
}

/** Long enough for a busy machine; a start on a built checkout takes seconds. Milliseconds. */
export const startPatience = 180_000

export async function startClinic(...args: string[]): Promise<Clinic> {
  const {folder: dataDir, remove} = temporaryFolder('data')
  const [sitePort, lakePort] = [await freePort(), await freePort()]
  const environment = {
    PORT: String(sitePort),
    LAKE_PORT: String(lakePort),
    DATA_DIR: dataDir,
    SITE_URL: '',
    LAKE_URL: '',
    // All tests of a run ask from one address, more than a household does in a month.
    ENQUIRY_LIMIT: '1000',
  }
  const clinic = await launch(environment, args)
  return {
    ...clinic,
    siteUrl: `http://localhost:${sitePort}`,
    lakePort,
    sitePort,
    dataDir,
    environment,
    lake: (...lakeArgs) => commandOf(['server/lake.mjs', ...lakeArgs], environment),
    stop: async () => {
      await ended(clinic.launcher, 'SIGTERM')
      remove()
    },
  }
}

/** Starts the launcher with these settings; resolves when it has said where everything is. */
export function launch(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  [program, ...before]: readonly [string, ...string[]] = [process.execPath, 'server/start.mjs'],
) {
  const launcher = spawn(program, [...before, ...args], {
    env: {...process.env, ...environment, NODE_ENV: 'production', NODE_OPTIONS: ''},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  return new Promise<{launcher: ChildProcess; printed: () => string; signInLink: string}>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const link = /Sign in to it with\s+(\S+)/.exec(said)?.[1]
      if (link && said.includes('Stop with Ctrl-C')) resolve({launcher, printed: () => said, signInLink: link})
    }
    launcher.stdout.on('data', listen)
    launcher.stderr.on('data', listen)
    launcher.on('exit', (code) => reject(new Error(`The launcher ended with ${code} instead of starting:\n${said}`)))
  })
}

/** Sends a signal and waits until the process is gone. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

/** Runs a command of the product to its end. Rejects with what it said where it fails. */
export async function commandOf(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const {said, code} = await commandWithCode(args, environment)
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${said}`)
  return said
}

/** The same for a command that may end with any code. */
export function commandWithCode(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{said: string; code: number | null}> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      env: {...process.env, ...environment, NODE_ENV: 'production', NODE_OPTIONS: ''},
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('close', (code) => resolve({said, code}))
  })
}
