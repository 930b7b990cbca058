/** How long a build takes from nothing, into a folder of its own, and what it takes of the machine. */
import {spawn} from 'node:child_process'
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {atTheEnd} from '../support/endings.ts'
import {descendantsOf} from '../support/processes.ts'
import {count, seconds, timed} from './figures.ts'
import type {Measure} from './measure.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = '.next-bench'

/** How often the memory is looked at. Milliseconds. */
const lookEvery = 250

export const build: Measure = {
  title: 'Build time',
  async take() {
    const restore = keep(['tsconfig.json', 'next-env.d.ts'])
    const tidy = () => {
      rmSync(path.join(root, folder), {recursive: true, force: true})
      restore()
    }
    tidy()
    atTheEnd(tidy)
    let peak = 0
    const watch = setInterval(() => {
      peak = Math.max(peak, memoryOf(descendantsOf(process.pid)))
    }, lookEvery)
    try {
      const duration = await timed(nextBuild)
      return [
        {
          columns: ['next build, the Studio included', 'measured', 'target'],
          rows: [
            ['Time, without any cache', seconds(duration), ''],
            ['Most memory of all its processes together', `${count(peak / 1024 ** 2)} MiB`, ''],
          ],
        },
      ]
    } finally {
      clearInterval(watch)
      tidy()
    }
  },
}

/** Next writes its folder's name into these files; answers what puts them back as they are. */
function keep(names: readonly string[]): () => void {
  const files = names.map((name) => path.join(root, name)).filter((file) => existsSync(file))
  const contents = files.map((file): [string, Buffer] => [file, readFileSync(file)])
  return () => {
    for (const [file, content] of contents) if (!readFileSync(file).equals(content)) writeFileSync(file, content)
  }
}

function nextBuild(): Promise<void> {
  const child = spawn(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      NEXT_DIST_DIR: folder,
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build failed (${code}):\n${said}`))))
  })
}

/** Bytes of memory that these processes hold, what they share counted once for each. */
function memoryOf(processes: readonly number[]): number {
  return processes.reduce((sum, pid) => {
    try {
      const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      return sum + Number(kilobytes ?? 0) * 1024
    } catch {
      // It has just ended.
      return sum
    }
  }, 0)
}
