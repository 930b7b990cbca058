/** Which Node runs the product: the system's where it is new enough, else the one that npm installed. */
import {existsSync} from 'node:fs'
import path from 'node:path'
import {root} from './settings.mjs'

/** The first release of Node 24 with the security fixes of October 2026. */
const enough = [24, 22, 1]
export const productionFloor = enough.join('.')

export const isEnough = (/** @type {string} */ version) => {
  const parts = version.split('.').map(Number)
  const index = enough.findIndex((part, at) => parts[at] !== part)
  return index === -1 || (parts[index] ?? 0) > (enough[index] ?? 0)
}

/** @returns {string} the path of a Node that can run the product */
export function productNode() {
  if (isEnough(process.versions.node)) return process.execPath
  const installed = path.join(root, 'node_modules/.bin/node')
  if (existsSync(installed)) return installed
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    `This machine has Node ${process.versions.node}, and npm has no Node 24 for ${process.platform}-${process.arch}. ` +
      `Install Node ${productionFloor} or newer, then start again.`,
  )
}

/** The environment in which npm's tools find that Node first. @param {Record<string, string>} [more] */
export const productEnvironment = (more = {}) => ({
  ...process.env,
  PATH: [path.dirname(productNode()), path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  ...more,
})
