/** Builds the site where its sources changed since the last build. One build serves any lake, address and data folder. */
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {alone} from './lock.mjs'
import {productEnvironment, productNode} from './node.mjs'
import {sayWhile} from './say.mjs'
import {root} from './settings.mjs'

/** What the build is made of. Tests, documents and the lake's server side are not. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'sanity',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'tsconfig.json',
]

/** Run by Node as they are, beside the site: a change there needs no build. What browsers get of the lake does. */
const besideTheSite = /^sanity\/(?:seed|lake(?!\/client))\//

const folder = () => path.join(root, process.env.NEXT_DIST_DIR || '.next')
const mark = () => path.join(folder(), 'built-from')

function* filesIn(/** @type {string} */ place) {
  if (!existsSync(place)) return
  if (!statSync(place).isDirectory()) return yield place
  for (const name of readdirSync(place).sort())
    yield* /** @type {Generator<string>} */ (filesIn(path.join(place, name)))
}

function sourceHash() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesIn(path.join(root, source))) {
      if (besideTheSite.test(path.relative(root, file).replaceAll(path.sep, '/'))) continue
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

const isBuilt = (/** @type {string} */ hash) => existsSync(mark()) && readFileSync(mark(), 'utf8') === hash

/** Resolves once a build of the present sources is there; a second start on one checkout waits for the first's. */
export async function buildIfNeeded() {
  const hash = sourceHash()
  if (isBuilt(hash)) return
  await alone('build', async () => {
    if (isBuilt(hash)) return
    let last = ''
    await sayWhile(
      'Building the site (one to two minutes, once)',
      () =>
        nextBuild((line) => {
          last = line
        }),
      () => last,
    )
    writeFileSync(mark(), hash)
  })
}

/** @param {(line: string) => void} onLine */
function nextBuild(onLine) {
  return new Promise((resolve, reject) => {
    const next = spawn(productNode(), [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: root,
      env: productEnvironment({NODE_ENV: 'production'}),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const listen = (/** @type {Buffer} */ chunk) => {
      said += chunk
      const line = String(chunk).trim().split('\n').at(-1)?.trim()
      if (line) onLine(line.slice(0, 80))
    }
    next.stdout.on('data', listen)
    next.stderr.on('data', listen)
    next.on('error', reject)
    next.on('close', (code) =>
      code === 0
        ? resolve(undefined)
        : reject(new Error(`The site could not be built (exit code ${code}):\n${said.trim()}`)),
    )
  })
}
