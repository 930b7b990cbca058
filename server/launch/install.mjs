/** Installs the packages of the lockfile where they are missing or out of date. */
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {alone} from './lock.mjs'
import {sayWhile} from './say.mjs'
import {root} from './settings.mjs'

const mark = path.join(root, 'node_modules/.installed-lockfile')

const lockfile = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')

/** npm's own record of what it put into node_modules. */
const record = path.join(root, 'node_modules/.package-lock.json')

const isInstalled = () => (existsSync(mark) && readFileSync(mark, 'utf8') === lockfile()) || isInstalledByHand()

/** Did somebody run `npm ci` or `npm install` themselves? Then every package that must be there is, in its version. */
function isInstalledByHand() {
  if (!existsSync(record)) return false
  const packagesIn = (/** @type {string} */ file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
  const there = new Map(packagesIn(record).map(([place, {version}]) => [place, version]))
  return packagesIn(path.join(root, 'package-lock.json')).every(
    ([place, {version, optional}]) => place === '' || optional || there.get(place) === version,
  )
}

/** Resolves once every package of the lockfile is there. Rejects with what npm said where it failed. */
export async function installIfNeeded() {
  if (isInstalled()) return
  await alone('install', async () => {
    if (!isInstalled()) await sayWhile('Installing packages (about a minute)', npmCi)
    writeFileSync(mark, lockfile())
  })
}

function npmCi() {
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    })
    let said = ''
    npm.stderr.on('data', (chunk) => {
      said += chunk
    })
    npm.on('error', reject)
    npm.on('close', (code) =>
      code === 0
        ? resolve(undefined)
        : reject(new Error(`npm could not install the packages (exit code ${code}):\n${said.trim()}`)),
    )
  })
}
