/** Writes figures into docs/benchmarks.md: each measure has a section of its own, between two marks. */
import {readFileSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {type Table, textOf} from './table.ts'

const file = path.resolve(import.meta.dirname, '../../docs/benchmarks.md')

/** The machine as it is now, with how busy it is: figures without that are gossip. */
export function machineLine(): string {
  const model = os.cpus()[0]?.model.trim() || 'unknown processor'
  const load = os.loadavg()[0]?.toFixed(1)
  const memory = Math.round(os.totalmem() / 1024 ** 3)
  const date = new Date().toISOString().slice(0, 10)
  return `${model}, ${os.cpus().length} cores, ${memory} GiB, ${os.platform()} ${os.arch()}, Node ${process.version}, ${date}, load ${load}`
}

/**
 * Puts the figures in the place of those recorded before. Throws where the page has no such section.
 * @param machine of `machineLine()`, from before the measure: afterward it would tell of the measure's own load
 */
export function recordSection(
  name: string,
  {command, machine, tables}: {command: string; machine: string; tables: readonly Table[]},
): void {
  const page = readFileSync(file, 'utf8')
  const body = [`\`${command}\` on ${machine}`, ...tables.map(textOf)].join('\n\n')
  writeFileSync(file, withSection(page, name, body))
  console.log(`Recorded in ${path.relative(process.cwd(), file)}.`)
}

export function withSection(page: string, name: string, body: string): string {
  const [opening, closing] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`]
  const [from, to] = [page.indexOf(opening), page.indexOf(closing)]
  if (from < 0 || to < from) {
    throw new Error(
      `docs/benchmarks.md has no place for "${name}": put ${opening} and ${closing} on lines of their own.`,
    )
  }
  // A blank line on both sides: Markdown ends a block of HTML, such as the mark, at one.
  return `${page.slice(0, from + opening.length)}\n\n${body}\n\n${page.slice(to)}`
}
