/** Finds a Chromium for the end-to-end tests, or installs one where that can be done without asking anybody. */
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import {homedir} from 'node:os'
import path from 'node:path'
import {sayWhile} from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** @returns {string | null} the path of a browser on this machine */
function installedBrowser() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
  return [...onPath, ...places, ...playwrightBrowsers()].find((file) => existsSync(file)) ?? null
}

/** Browsers that `npx playwright install chromium` put on this machine. */
function playwrightBrowsers() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH || path.join(homedir(), '.cache/ms-playwright')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium'))
    .flatMap((name) =>
      ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-linux/headless_shell'].map((file) =>
        path.join(folder, name, file),
      ),
    )
}

/** @returns {Promise<string>} the path of a browser. Rejects with what to install where there is none. */
export async function requireBrowser() {
  const found = installedBrowser()
  if (found) return found
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await sayWhile('Installing Chromium for the browser tests', async () => {
      const environment = {...process.env, DEBIAN_FRONTEND: 'noninteractive'}
      for (const args of [
        ['update', '-qq'],
        ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      ]) {
        const {status, stderr} = spawnSync('apt-get', args, {
          env: environment,
          encoding: 'utf8',
          stdio: ['ignore', 'ignore', 'pipe'],
        })
        if (status !== 0) throw new Error(`Chromium could not be installed (apt-get ${args[0]}):\n${stderr}`)
      }
    })
    const installed = installedBrowser()
    if (installed) return installed
  }
  throw new Error(
    'The browser tests need Chromium or Chrome: install one ("apt-get install chromium"), or set CHROME_PATH.',
  )
}
