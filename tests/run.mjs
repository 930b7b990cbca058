/**
 * `npm test`: installs what is missing (packages, a browser), builds where sources changed, runs every test.
 *
 * Arguments go to Jest: `npm test -- --selectProjects unit`. Ends with one line, `N passed, N failed`.
 */
import {spawn} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {requireBrowser} from '../server/launch/browser.mjs'
import {buildIfNeeded} from '../server/launch/build.mjs'
import {installIfNeeded} from '../server/launch/install.mjs'
import {productEnvironment, productNode} from '../server/launch/node.mjs'
import {root} from '../server/launch/settings.mjs'

const chosen = process.argv.slice(2)
/** Unit and component tests need neither a build nor a browser. */
const light = chosen.includes('--selectProjects') && !chosen.some((word) => ['integration', 'e2e'].includes(word))

const folder = mkdtempSync(path.join(tmpdir(), 'clinic-test-run-'))
const resultFile = path.join(folder, 'result.json')

function jest(/** @type {Record<string, string>} */ environment) {
  return new Promise((resolve) => {
    const child = spawn(
      productNode(),
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        path.join(root, 'node_modules/jest/bin/jest.js'),
        ...['--json', '--outputFile', resultFile, '--maxWorkers', '2'],
        ...chosen,
      ],
      {cwd: root, env: productEnvironment({NODE_ENV: 'test', ...environment}), stdio: ['ignore', 'ignore', 'inherit']},
    )
    child.on('close', (code) => resolve(code ?? 1))
  })
}

async function main() {
  await installIfNeeded()
  const browser = light ? '' : await requireBrowser()
  if (!light) await buildIfNeeded()
  const code = await jest(browser ? {CHROME_PATH: browser} : {})
  if (!existsSync(resultFile)) return {passed: 0, failed: 1, code}
  const {
    numPassedTests: passed,
    numFailedTests,
    numFailedTestSuites,
    numPendingTests,
  } = JSON.parse(readFileSync(resultFile, 'utf8'))
  // A file that could not even be loaded has failed, although no test in it was counted; and no test may be skipped.
  const failed = Math.max(numFailedTests, numFailedTestSuites) + numPendingTests
  return {passed, failed, code}
}

main()
  .catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return {passed: 0, failed: 1, code: 1}
  })
  .then(({passed, failed, code}) => {
    rmSync(folder, {recursive: true, force: true})
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
    process.exitCode = code || (failed > 0 ? 1 : 0)
  })
