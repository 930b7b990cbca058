/**
 * `npm run doctor`: looks at everything the clinic's site stands on, says one line about each, and what to do where
 * something is amiss. It changes nothing. Ends with 1 where something is broken; advice alone is no failure.
 *
 * Plain JavaScript, because it must start where the product cannot: on an old Node, and before anything is installed.
 */
import {execFile, execFileSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {isEnough, productEnvironment, productionFloor, productNode} from './launch/node.mjs'
import {readSettings, root} from './launch/settings.mjs'

/** @typedef {import('./doctor/finding.ts').Finding} Finding */

/** @returns {Finding} which Node runs the product here */
function nodeFinding() {
  const subject = 'Node'
  try {
    const version = execFileSync(productNode(), ['-p', 'process.versions.node'], {encoding: 'utf8'}).trim()
    return isEnough(version)
      ? {state: 'ok', subject, text: `${version} runs the product`}
      : {
          state: 'attention',
          subject,
          text: `${version} runs the product, which is fine for trying it out. Where patients reach it, install Node ${productionFloor} or newer 24: it closes known holes`,
        }
  } catch (error) {
    return {state: 'broken', subject, text: error instanceof Error ? error.message : String(error)}
  }
}

/** @returns {Promise<Finding[]>} what the product itself finds */
function findings() {
  return new Promise((resolve, reject) => {
    const options = {cwd: root, env: productEnvironment()}
    execFile(productNode(), [path.join(root, 'server/doctor/examine.ts')], options, (error, said, complaint) => {
      if (error) reject(new Error(complaint.trim() || error.message, {cause: error}))
      else resolve(JSON.parse(said))
    })
  })
}

async function main() {
  readSettings()
  const node = nodeFinding()
  if (node.state === 'broken') return [node]
  if (!existsSync(path.join(root, 'node_modules/zod'))) {
    return [node, {state: 'broken', subject: 'Packages', text: 'are not installed: "npm start" installs them'}]
  }
  return [node, ...(await findings())]
}

/** @param {Finding[]} found */
function print(found) {
  const width = Math.max(...found.map(({subject}) => subject.length))
  const lines = found.map(
    ({state, subject, text}) => `${state.padEnd('attention'.length)}  ${subject.padEnd(width)}  ${text}`,
  )
  const broken = found.filter(({state}) => state === 'broken').length
  const advice = found.filter(({state}) => state === 'attention').length
  const summary =
    broken + advice === 0
      ? 'Everything is in order.'
      : `${broken} broken, ${advice} to look at. docs/operating.md says more about each.`
  process.stdout.write(`${[...lines, '', summary].join('\n')}\n`)
  process.exitCode = broken > 0 ? 1 : 0
}

main().then(print, (error) => {
  process.stderr.write(`The doctor could not look: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
})
