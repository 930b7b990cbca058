/**
 * Runs a program beside the tests (bench, drill) as `npm test` runs the tests: on the machine's own Node first, which
 * installs and builds what is missing; then on the product's.
 */
import {spawn} from 'node:child_process'
import path from 'node:path'
import {requireBrowser} from '../../server/launch/browser.mjs'
import {buildIfNeeded} from '../../server/launch/build.mjs'
import {installIfNeeded} from '../../server/launch/install.mjs'
import {productEnvironment, productNode} from '../../server/launch/node.mjs'
import {root} from '../../server/launch/settings.mjs'

/**
 * @param {string} script below the project's root
 * @param {{build: boolean, browser?: boolean}} needs what has to be there before it starts
 */
export async function runProgram(script, {build, browser = false}) {
  try {
    await installIfNeeded()
    /** @type {Record<string, string>} */
    const environment = browser ? {CHROME_PATH: await requireBrowser()} : {}
    if (build) await buildIfNeeded()
    process.exitCode = await ended(script, environment)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}

/** @returns {Promise<number>} its exit code */
function ended(/** @type {string} */ script, /** @type {Record<string, string>} */ environment) {
  const child = spawn(
    productNode(),
    [
      '--disable-warning=ExperimentalWarning',
      ...['--import', path.join(root, 'tests/support/product-imports.mjs')],
      path.join(root, script),
      ...process.argv.slice(2),
    ],
    {cwd: root, env: productEnvironment(environment), stdio: 'inherit'},
  )
  // Ctrl-C reaches the child by itself; this one stays until the child has tidied up.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
