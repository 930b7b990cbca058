/** The settings the launcher itself needs, read the way lib/env.ts reads them; `.env` first, the environment wins. */

import {randomBytes} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = path.resolve(fileURLToPath(import.meta.url), '../../..')

/**
 * @typedef {object} Settings
 * @property {string} host
 * @property {string} ownHost how this machine itself reaches what listens on `host`, as it stands in an address
 * @property {number} port
 * @property {number} lakePort
 * @property {string} siteUrl
 * @property {string} publicLakeUrl
 * @property {string} dataDir
 * @property {string} projectId
 * @property {string} dataset
 * @property {boolean} embedded
 */

/** @returns {Settings} */
export function readSettings() {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const get = (/** @type {string} */ name, /** @type {string} */ fallback) => process.env[name] || fallback
  const port = Number(get('PORT', '3000'))
  const lakePort = Number(get('LAKE_PORT', '3939'))
  const projectId = get('NEXT_PUBLIC_SANITY_PROJECT_ID', 'clinic')
  const host = get('HOST', '127.0.0.1')
  const siteUrl = get('SITE_URL', `http://localhost:${port}`).replace(/\/+$/, '')
  return {
    host,
    ownHost: ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host,
    port,
    lakePort,
    siteUrl,
    publicLakeUrl: get('LAKE_URL', `http://localhost:${lakePort}`).replace(/\/+$/, ''),
    dataDir: path.resolve(root, get('DATA_DIR', '.data')),
    projectId,
    dataset: get('NEXT_PUBLIC_SANITY_DATASET', 'production'),
    embedded: projectId === 'clinic' && !process.env.SANITY_API_READ_TOKEN,
  }
}

/** Where a secret of the embedded set-up lies. @param {Settings} settings @param {string} name */
export const secretFile = ({dataDir}, name) => path.join(dataDir, 'secrets', name)

/** Makes the clinic's folders, readable by their owner only, and the secrets that are still missing. @param {Settings} settings */
export function prepareDataDir(settings) {
  for (const folder of ['', 'lake', 'site', 'enquiries', 'secrets']) {
    mkdirSync(path.join(settings.dataDir, folder), {recursive: true, mode: 0o700})
  }
  keepSecret(settings, 'revalidate-secret', () => randomBytes(32).toString('base64url'))
}

/** @param {Settings} settings @param {string} name @param {() => string} make */
export function keepSecret(settings, name, make) {
  const file = secretFile(settings, name)
  if (!existsSync(file)) writeFileSync(file, `${make()}\n`, {mode: 0o600, flag: 'wx'})
  return readFileSync(file, 'utf8').trim()
}
