/**
 * `npm start` (and `npm run dev`): install → lake → seed → build → site → warm.
 *
 * Plain JavaScript without packages, because it runs before anything is installed, on the Node that the machine has.
 * Options: `--dev` serves with reload; `--empty` starts a clinic without the sample content.
 */

import {existsSync} from 'node:fs'
import {createServer} from 'node:net'
import path from 'node:path'
import {buildIfNeeded} from './launch/build.mjs'
import {keepRunning, run, stopAll} from './launch/child.mjs'
import {installIfNeeded} from './launch/install.mjs'
import {say, sayWhile} from './launch/say.mjs'
import {keepSecret, prepareDataDir, readSettings, root, secretFile} from './launch/settings.mjs'

const dev = process.argv.includes('--dev')
const empty = process.argv.includes('--empty')

let ending = false
async function end(code = 0) {
  if (ending) return
  ending = true
  await stopAll()
  process.exit(code)
}
process.on('SIGINT', () => void end())
process.on('SIGTERM', () => void end())
process.on('SIGHUP', () => void end())
// npm hands a SIGTERM to the shell between it and us, and the shell dies without handing it on (npm 11 with dash,
// measured). Where npm started us, the end of that shell is ours.
if (['start', 'dev'].includes(process.env.npm_lifecycle_event ?? '')) {
  const shell = process.ppid
  setInterval(() => process.ppid === shell || void end(), 250).unref()
}

async function main() {
  const settings = readSettings()
  await installIfNeeded()
  prepareDataDir(settings)
  await requireFreePort(settings.host, settings.port, 'PORT')
  if (settings.embedded) await startLake(settings)
  if (!dev) await buildIfNeeded()
  await startSite(settings)
  const link = settings.embedded ? await signInLink() : null
  process.stdout.write(`
  The clinic's site    ${settings.siteUrl}
  The Studio           ${settings.siteUrl}/studio
${link ? `  Sign in to it with   ${link}\n                       (once, within 15 minutes; "npm run lake -- link" prints another)\n` : ''}
  Stop with Ctrl-C.

`)
}

/** @param {import('./launch/settings.mjs').Settings} settings */
async function startLake(settings) {
  await requireFreePort(settings.host, settings.lakePort, 'LAKE_PORT')
  const origins = new Set([settings.siteUrl, `http://localhost:${settings.port}`, `http://127.0.0.1:${settings.port}`])
  keepRunning(
    'The Content Lake',
    [
      // Collected sooner than Node does by itself, the lake takes a third less memory, and is no slower.
      ...['--max-semi-space-size=8', '--heap-growing-percent=25'],
      path.join(root, 'sanity/lake/cli.ts'),
      'serve',
      ...['--data', path.join(settings.dataDir, 'lake')],
      ...['--host', settings.host, '--port', String(settings.lakePort)],
      ...['--project', settings.projectId, '--dataset', settings.dataset],
      ...['--public-url', settings.publicLakeUrl, '--studio-url', `${settings.siteUrl}/studio`],
      ...[...origins].flatMap((origin) => ['--allow-origin', origin]),
      ...['--webhook-url', `http://${settings.ownHost}:${settings.port}/api/revalidate`],
      ...['--webhook-secret-file', secretFile(settings, 'revalidate-secret')],
    ],
    {logFile: path.join(settings.dataDir, 'lake', 'lake.log')},
  )
  await sayWhile('Starting the Content Lake', () =>
    until(`http://${settings.ownHost}:${settings.lakePort}/v1/ping`, (response) => response.ok),
  )
  if (!existsSync(secretFile(settings, 'site-read-token'))) {
    const printed = await run([
      path.join(root, 'server/lake.ts'),
      'token',
      'create',
      '--role',
      'viewer',
      '--name',
      'site',
    ])
    keepSecret(settings, 'site-read-token', () => printed.trim().split('\n').at(-1) ?? '')
  }
  const seeded = await sayWhile(empty ? 'Preparing an empty clinic' : 'Preparing the sample clinic', () =>
    run([path.join(root, 'server/lake.ts'), 'seed', '--once', ...(empty ? ['--empty'] : [])]),
  )
  for (const line of seeded.trim().split('\n').filter(Boolean)) say(line)
}

/** @param {import('./launch/settings.mjs').Settings} settings */
async function startSite(settings) {
  keepRunning('The site', [path.join(root, 'server/site.ts'), ...(dev ? ['--dev'] : [])], {
    environment: {NODE_ENV: dev ? 'development' : 'production'},
  })
  let far = ''
  await sayWhile(
    'Starting the site and warming its pages',
    () =>
      until(`http://${settings.ownHost}:${settings.port}/api/health`, async (response) => {
        const {pages} = await response.json()
        far = pages ? `${pages.warm} of ${pages.known} pages` : ''
        return response.ok && (dev || pages?.settled === true)
      }),
    () => far,
  )
  if (far) say(`${far} are ready.`)
}

async function signInLink() {
  const printed = await run([path.join(root, 'server/lake.ts'), 'link'])
  return printed.trim().split('\n').at(-1) ?? null
}

/** @param {string} host @param {number} port @param {string} variable */
function requireFreePort(host, port, variable) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) =>
      reject(
        new Error(
          `Port ${port} cannot be used (${error.message}). Is the site already running? To run a second copy, choose ` +
            `other places: PORT=3001 LAKE_PORT=3940 DATA_DIR=.data-2 npm start (here ${variable} is the one in the way).`,
        ),
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

/**
 * Asks an address until the answer is good. Every other end is the children's: one that keeps falling ends the start.
 * @param {string} address
 * @param {(response: Response) => boolean | Promise<boolean>} isGood
 */
async function until(address, isGood) {
  for (;;) {
    try {
      const response = await fetch(address, {signal: AbortSignal.timeout(30_000)})
      if (await isGood(response)) return
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

main().catch((error) => {
  process.stderr.write(`\nThe clinic's site could not be started.\n${error instanceof Error ? error.message : error}\n`)
  void end(1)
})
