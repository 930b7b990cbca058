/**
 * What the lake says while it runs: one plain object a line. Never a token, a code, or a query string.
 * @module
 */
export type LogEntry = {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly message?: string
  readonly [detail: string]: unknown
}

export type Log = (entry: LogEntry) => void
