/** Builds the site where its sources changed since the last build. One build serves any lake, address and data folder. */
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {productEnvironment, productNode} from './node.mjs'
import {say, sayWhile} from './say.mjs'
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

const folder = () => path.join(root, process.env.NEXT_DIST_DIR || '.next')
const mark = () => path.join(folder(), 'built-from')
const lock = () => path.join(root, `${path.basename(folder())}.lock`)

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
  const release = await takeLock()
  try {
    if (isBuilt(hash)) return
    let last = ''
    await sayWhile(
      'Building the site (one to two minutes, once)',
      () => nextBuild((line) => (last = line)),
      () => last,
    )
    writeFileSync(mark(), hash)
  } finally {
    release()
  }
}

async function takeLock() {
  for (let told = false; ; ) {
    try {
      mkdirSync(lock())
      writeFileSync(path.join(lock(), 'pid'), String(process.pid))
      return () => rmSync(lock(), {recursive: true, force: true})
    } catch {
      if (!isHeld()) {
        rmSync(lock(), {recursive: true, force: true})
        continue
      }
      if (!told) say('Another start is building this checkout; waiting for it …')
      told = true
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

function isHeld() {
  try {
    process.kill(Number(readFileSync(path.join(lock(), 'pid'), 'utf8')), 0)
    return true
  } catch {
    // No such process, or the one that took the lock has not written its number yet.
    return existsSync(lock()) && Date.now() - statSync(lock()).mtimeMs < 2000
  }
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
