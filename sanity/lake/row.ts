/**
 * Reading columns of a SQLite row with the type that the schema promises. A mismatch is a damaged or foreign file and
 * is said aloud, never passed on.
 * @module
 */
import type {SQLOutputValue} from 'node:sqlite'

export type Row = Record<string, SQLOutputValue>

const wrong = (row: Row, column: string, wanted: string): Error =>
  new Error(`The store holds ${typeof row[column]} where column "${column}" should hold ${wanted}. Restore a backup.`)

export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw wrong(row, column, 'text')
  return value
}

export function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw wrong(row, column, 'a number')
  return value
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw wrong(row, column, 'bytes')
  return value
}

export const nullableNumberOf = (row: Row, column: string): number | null =>
  row[column] === null ? null : numberOf(row, column)

export const nullableTextOf = (row: Row, column: string): string | null =>
  row[column] === null ? null : textOf(row, column)
