/**
 * The processes that the launcher keeps running. Each has a channel to the launcher and ends when the channel closes, so
 * that even a kill −9 of the launcher leaves nothing behind. One that dies by itself is started again.
 */
import {spawn} from 'node:child_process'
import {existsSync, openSync, renameSync, statSync} from 'node:fs'
import {productEnvironment, productNode} from './node.mjs'
import {say} from './say.mjs'
import {root} from './settings.mjs'

/** How long a process may take to end in peace. Milliseconds. */
const grace = 8000

/** @type {Set<{stop: () => Promise<void>}>} */
const running = new Set()
let ending = false

/**
 * @param {string} name what the person who started it calls it
 * @param {string[]} args the script and its arguments
 * @param {{environment?: Record<string, string>, logFile?: string}} [options] `logFile` takes what it prints
 */
export function keepRunning(name, args, {environment = {}, logFile} = {}) {
  const output = logFile ? openLog(logFile) : 'inherit'
  let falls = 0
  /** @type {import('node:child_process').ChildProcess} */
  let child
  const start = () => {
    const began = Date.now()
    child = spawn(productNode(), args, {
      cwd: root,
      env: productEnvironment(environment),
      stdio: ['ignore', output, 'inherit', 'ipc'],
    })
    child.on('exit', (code, signal) => {
      if (ending) return
      falls = Date.now() - began > 60_000 ? 1 : falls + 1
      if (falls > 5) {
        say(`${name} ended ${falls} times in a row (${signal ?? `exit code ${code}`}). Giving up; see the lines above.`)
        void stopAll().then(() => process.exit(1))
        return
      }
      say(`${name} ended unexpectedly (${signal ?? `exit code ${code}`}); starting it again …`)
      setTimeout(() => ending || start(), Math.min(100 * 2 ** (falls - 1), 2000))
    })
  }
  start()
  running.add({
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        const timer = setTimeout(() => child.kill('SIGKILL'), grace)
        child.once('exit', () => {
          clearTimeout(timer)
          resolve()
        })
        child.kill('SIGTERM')
      }),
  })
}

/** A log keeps its last two rounds of this size. Bytes. */
const logRound = 10 * 1024 * 1024

function openLog(/** @type {string} */ file) {
  if (existsSync(file) && statSync(file).size > logRound) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

/** Ends every process that was started here; resolves when all are gone. */
export async function stopAll() {
  ending = true
  await Promise.all([...running].map(({stop}) => stop()))
}

/** Runs a command of the product to its end. @param {string[]} args @param {Record<string, string>} [environment] @returns {Promise<string>} what it printed */
export function run(args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(productNode(), args, {
      cwd: root,
      env: productEnvironment(environment),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`"${args.join(' ')}" failed (exit code ${code}).\n${said.trim()}`)),
    )
  })
}
