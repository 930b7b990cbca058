/** A Chromium of our own that listens for its developer protocol, for whoever speaks it without Playwright. */
import {spawn} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {browserFlags} from './browser'
import {ended} from './start-clinic'
import {temporaryFolder} from './temporary-folder'
import {until} from './until'

export type Chromium = {
  readonly port: number
  /** Address of the socket on which the whole browser can be told what to do. */
  readonly socketUrl: string
  readonly close: () => Promise<void>
}

export async function startChromium(): Promise<Chromium> {
  const {folder, remove} = temporaryFolder('chromium')
  const own = [
    '--headless=new',
    '--window-size=1280,900',
    `--user-data-dir=${folder}`,
    '--remote-debugging-port=0',
    'about:blank',
  ]
  const child = spawn(process.env.CHROME_PATH || '/usr/bin/chromium', [...browserFlags, ...own], {stdio: 'ignore'})
  const file = path.join(folder, 'DevToolsActivePort')
  await until(() => existsSync(file) && readFileSync(file, 'utf8').includes('/'), 'Chromium to listen')
  const [port, place] = readFileSync(file, 'utf8').split('\n')
  return {
    port: Number(port),
    socketUrl: `ws://127.0.0.1:${port}${place}`,
    close: async () => {
      await ended(child, 'SIGTERM')
      remove()
    },
  }
}
