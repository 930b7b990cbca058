/** The lake as a process of its own, for tests that end it roughly. */
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {text} from 'node:stream/consumers'
import {collector} from './events'

const CLI = 'sanity/lake/cli.ts'

/** As `server/start.mjs` starts it. */
const MEMORY = ['--max-semi-space-size=8', '--heap-growing-percent=25']

export type LakeProcess = {
  readonly url: string
  readonly process: ChildProcess
  /** The lines it writes, parsed. */
  readonly log: ReturnType<typeof collector<Record<string, unknown>>>
  /** Ends it and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<{code: number | null; ms: number}>
}

/** Serves `folder` on a free port. */
export const startLakeProcess = (folder: string, ...flags: string[]): Promise<LakeProcess> =>
  startLakeUnder([], folder, ...flags)

/** The same below another program, which is given the lake's command as arguments: one that sets limits, say. */
export async function startLakeUnder(
  above: readonly string[],
  folder: string,
  ...flags: string[]
): Promise<LakeProcess> {
  const command = [...above, process.execPath, ...MEMORY, CLI, 'serve', '--data', folder, '--port', '0', ...flags]
  const [program = process.execPath, ...args] = command
  const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'pipe', 'ipc']})
  const log = collector<Record<string, unknown>>()
  const complaints: string[] = []
  if (!child.stdout || !child.stderr) throw new Error('The process has no output.')
  createInterface(child.stdout).on('line', (line) => log.add(JSON.parse(line)))
  child.stderr.on('data', (chunk) => complaints.push(String(chunk)))
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The lake ended at its start: ${complaints.join('')}`)
  })
  ended.catch(() => {})
  const {url} = await Promise.race([log.find(({event}) => event === 'listening', 30_000), ended])
  return {
    url: String(url),
    process: child,
    log,
    async end(signal) {
      const started = performance.now()
      if (child.exitCode !== null || child.signalCode !== null) return {code: child.exitCode, ms: 0}
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
      return {code: child.exitCode, ms: performance.now() - started}
    },
  }
}

type Outcome = {code: number | null; lines: string[]; complaint: string}

/** Runs one verb of the command line. */
export const lakeCommand = (folder: string, ...args: string[]): Promise<Outcome> => lakeCommandWith({}, folder, ...args)

/** The same, with more in its environment. */
export const lakeCommandWith = async (
  env: Record<string, string>,
  folder: string,
  ...args: string[]
): Promise<Outcome> => {
  const child = spawn(process.execPath, [CLI, ...args, '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, ...env},
  })
  const [lines, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return {code: child.exitCode, lines: lines.trimEnd().split('\n'), complaint}
}
