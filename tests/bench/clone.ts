/**
 * From a clone to the first page, as a stranger does it: `git clone`, `npm start`, open the address. What is committed is
 * cloned, and npm's own cache is whatever this machine has.
 */
import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import path from 'node:path'
import {atTheEnd} from '../support/endings.ts'
import {freePort} from '../support/free-port.ts'
import {descendantsOf, isAlive} from '../support/processes.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {until} from '../support/until.ts'
import {seconds, timed} from './figures.ts'
import type {Measure} from './measure.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** Half an hour: a slow network installs slowly. Milliseconds. */
const patience = 30 * 60_000

export const clone: Measure = {
  title: 'From a clone to the first page',
  async take() {
    const {folder, remove} = temporaryFolder('clone')
    atTheEnd(remove)
    const git = (...args: string[]) => execFileSync('git', args, {cwd: root, encoding: 'utf8'}).trim()
    const cloning = await timed(async () => git('clone', '--quiet', root, folder))
    const {launcher, printed, url, stop} = await npmStart(folder)
    let starting = 0
    try {
      starting = await timed(() =>
        until(
          async () => {
            if (launcher.exitCode !== null) throw new Error('It ended.')
            return (await fetch(url)).status === 200
          },
          `${url} to answer`,
          patience,
        ),
      ).catch((error: unknown) => {
        throw new Error(`The clone did not start. It printed:\n${printed()}`, {cause: error})
      })
    } finally {
      await stop()
      remove()
    }
    const [install, building] = ['Installing packages', 'Building the site'].map((step) => durationOf(step, printed()))
    const total = cloning + starting
    const rest = total - cloning - (install ?? 0) - (building ?? 0)
    return [
      {
        columns: ['From a clone to the first page', 'measured', 'target'],
        rows: [
          ['git clone', seconds(cloning), ''],
          ['npm start: install', install === null ? 'not seen' : seconds(install ?? 0), ''],
          ['npm start: build', building === null ? 'not seen' : seconds(building ?? 0), ''],
          ['npm start: lake, sample clinic, site, until the first page answers', seconds(rest), ''],
          ['Together', seconds(total), ''],
        ],
        notes: [
          `Revision ${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') ? '; changes that are not committed are not in it' : ''}.`,
          "Packages come from npm's cache as far as this machine has them there.",
        ],
      },
    ]
  },
}

async function npmStart(folder: string) {
  const [sitePort, lakePort] = [await freePort(), await freePort()]
  const launcher = spawn('npm', ['start'], {
    cwd: folder,
    env: strangersEnvironment({PORT: String(sitePort), LAKE_PORT: String(lakePort)}),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, to be ended as one.
    detached: true,
  })
  let said = ''
  launcher.stdout.on('data', (chunk) => (said += chunk))
  launcher.stderr.on('data', (chunk) => (said += chunk))
  const stop = () => stopped(launcher)
  atTheEnd(stop)
  return {launcher, printed: () => said, url: `http://127.0.0.1:${sitePort}/`, stop}
}

/** What a fresh shell would have: nothing of the npm and the Node that run this program. */
function strangersEnvironment(ports: Record<string, string>): NodeJS.ProcessEnv {
  const ours = /^(npm_|NODE_OPTIONS$|NODE_ENV$|NEXT_|SITE_URL$|LAKE_URL$|DATA_DIR$|HOST$|SANITY_|INIT_CWD$)/
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((entry) => !entry.includes('node_modules'))
  const without = Object.keys(process.env).filter((name) => ours.test(name))
  return {
    ...process.env,
    ...Object.fromEntries(without.map((name) => [name, undefined])),
    PATH: folders.join(path.delimiter),
    ...ports,
  }
}

/** Ends npm and everything below it, as Ctrl-C in a terminal does. */
async function stopped({pid, exitCode}: ChildProcess): Promise<void> {
  if (pid === undefined || exitCode !== null) return
  const processes = [...descendantsOf(pid), pid]
  process.kill(-pid, 'SIGINT')
  await until(() => !processes.some(isAlive), 'the clone to end', 20_000)
}

/** From the launcher's own clock, which begins each of its lines: `12.3 s  Installing packages …`. Null: never said. */
function durationOf(step: string, printed: string): number | null {
  const times = printed.split('\n').flatMap((line) => {
    const [, at, what = ''] = /^\s*([\d.]+) s {2}(.*)$/.exec(line) ?? []
    return at && what.startsWith(step) ? [{at: Number(at) * 1000, isDone: what.endsWith(': done')}] : []
  })
  const [begun] = times
  const done = times.find(({isDone}) => isDone)
  return begun && done ? done.at - begun.at : null
}
