/** A command line of the product: finds a Node that can run it, installs what is missing, and hands over. */
import {spawn} from 'node:child_process'
import path from 'node:path'
import {installIfNeeded} from './install.mjs'
import {productEnvironment, productNode} from './node.mjs'
import {readSettings, root} from './settings.mjs'

/** @param {string} program its file, from the root of the repository */
export async function runProgram(program) {
  readSettings()
  await installIfNeeded()
  const child = spawn(productNode(), [path.join(root, program), ...process.argv.slice(2)], {
    cwd: process.cwd(),
    env: productEnvironment(),
    stdio: 'inherit',
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
}
