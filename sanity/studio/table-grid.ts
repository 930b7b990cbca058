/** A table's rows as an editor changes them: pure, so that no cell is ever lost in a browser only. */

export type Row = {_type: 'tableRow'; _key: string; cells: string[]}

/** Unequal or damaged rows are filled up with empty cells; an empty value is a table of two by two. */
export function rowsOf(value: unknown, newKey: () => string): Row[] {
  const rows = (Array.isArray(value) ? value : []).map((row: unknown): Row => {
    const {_key, cells}: {_key?: unknown; cells?: unknown} = typeof row === 'object' && row !== null ? row : {}
    return {
      _type: 'tableRow',
      _key: typeof _key === 'string' ? _key : newKey(),
      cells: (Array.isArray(cells) ? cells : []).map((cell: unknown) => (typeof cell === 'string' ? cell : '')),
    }
  })
  if (rows.length === 0) return [emptyRow(2, newKey), emptyRow(2, newKey)]
  const width = widthOf(rows)
  return rows.map((row) => ({...row, cells: [...row.cells, ...blank(width - row.cells.length)]}))
}

export const widthOf = (rows: readonly Row[]): number => Math.max(1, ...rows.map(({cells}) => cells.length))

export const withCell = (rows: readonly Row[], at: number, column: number, text: string): Row[] =>
  rows.map((row, index) => (index === at ? {...row, cells: row.cells.with(column, text)} : row))

export const withRow = (rows: readonly Row[], newKey: () => string): Row[] => [...rows, emptyRow(widthOf(rows), newKey)]

export const withColumn = (rows: readonly Row[]): Row[] => rows.map((row) => ({...row, cells: [...row.cells, '']}))

export const withoutRow = (rows: readonly Row[], at: number): Row[] => rows.filter((_row, index) => index !== at)

export const withoutColumn = (rows: readonly Row[], at: number): Row[] =>
  rows.map((row) => ({...row, cells: row.cells.filter((_cell, column) => column !== at)}))

const emptyRow = (width: number, newKey: () => string): Row => ({
  _type: 'tableRow',
  _key: newKey(),
  cells: blank(width),
})

const blank = (count: number): string[] => Array.from({length: Math.max(0, count)}, () => '')
