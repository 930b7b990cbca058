/** A table of figures, and how it is written: Markdown with even columns, which reads well in a terminal too. */

export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What a reader has to know about it, a sentence each. */
  readonly notes?: readonly string[]
}

export function textOf({columns, rows, notes = []}: Table): string {
  const cells = [columns, ...rows].map((row) => columns.map((_, index) => (row[index] ?? '').replaceAll('|', '\\|')))
  const widths = columns.map((_, index) => Math.max(3, ...cells.map((row) => row[index]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`
  const [head = [], ...body] = cells
  const table = [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)]
  return [...table, ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${note}`)] : [])].join('\n')
}
