/** What a program has opened and must close, however it ends: processes, folders, servers. Last opened, first closed. */
import {existsSync} from 'node:fs'
import {descendantsOf} from './processes'

const closers: (() => unknown)[] = []

/** Has `close` called at the end. */
export function atTheEnd(close: () => unknown): void {
  closers.push(close)
}

/** Closes everything; what fails is told and does not hold up the rest. */
export async function endAll(): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) {
    try {
      await close()
    } catch (error) {
      console.error('Not everything could be closed:', error)
    }
  }
}

/** Closes everything on Ctrl-C and SIGTERM too, and leaves no process behind. For programs; tests have hooks. */
export function endOnSignals(): void {
  const end = async (code: number) => {
    await endAll()
    for (const pid of existsSync('/proc') ? descendantsOf(process.pid) : []) process.kill(pid, 'SIGTERM')
    process.exit(code)
  }
  process.once('SIGINT', () => void end(130))
  process.once('SIGTERM', () => void end(143))
}
