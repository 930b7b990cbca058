/** What a program has opened and must close, however it ends: processes, folders, servers. Last opened, first closed. */

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

/** Ends in peace on Ctrl-C and SIGTERM too. For programs; tests have hooks of their own. */
export function endOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => void endAll().finally(() => process.exit(code)))
  }
}
