/**
 * Holds served structured data against the vocabulary of schema.org as types: every graph is written down as a TypeScript
 * constant, and the compiler reads it. A property that its type does not have, a value of the wrong kind, or a member of
 * no list is an error.
 */
import {execFile} from 'node:child_process'
import {symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {Graph} from './structured-data'
import {temporaryFolder} from './temporary-folder'

type Page = Readonly<{path: string; graph: Graph | null}>

/** A line of the written file, and the node it belongs to. */
type Place = Readonly<{page: string; type: string}>

/** Each node as a constant of its own type, so that an error names the property; and each graph of them, as a whole. */
function written(pages: readonly Page[]): {source: string; places: Place[]} {
  const lines: string[] = ["import type * as schema from 'schema-dts'"]
  const places: Place[] = [{page: '', type: ''}]
  const write = (text: string, place: Place) => {
    for (const line of text.split('\n')) {
      lines.push(line)
      places.push(place)
    }
  }
  pages.forEach(({path: page, graph}, at) => {
    const nodes = graph?.['@graph'] ?? []
    nodes.forEach((node, index) => {
      const type = String(node['@type'])
      write(`const page${at}node${index}: schema.${type} = ${JSON.stringify(node, null, 1)}`, {page, type})
    })
    const context = JSON.stringify(graph?.['@context'])
    const names = nodes.map((_node, index) => `page${at}node${index}`).join(', ')
    write(`export const page${at}: schema.Graph = {'@context': ${context}, '@graph': [${names}]}`, {
      page,
      type: 'Graph',
    })
  })
  return {source: `${lines.join('\n')}\n`, places}
}

const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  module: 'esnext',
  moduleResolution: 'bundler',
  types: [],
}

/** What the compiler has against these graphs, one line each: `/path MedicalCondition "reviewedBy": …`. */
export async function misfitsOf(pages: readonly Page[]): Promise<string[]> {
  const {folder, remove} = temporaryFolder('schema-types')
  try {
    const {source, places} = written(pages)
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
    writeFileSync(path.join(folder, 'graphs.ts'), source)
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions: options, files: ['graphs.ts']}))
    const lines = source.split('\n')
    return (await compilerOn(folder)).flatMap((said) => {
      const [, line, message] = /^graphs\.ts\((\d+),\d+\): error \w+: (.*)$/.exec(said) ?? []
      // Lines that only explain the one before are indented.
      if (!line) return said.startsWith(' ') ? [] : [said]
      const {page, type} = places[Number(line) - 1] ?? {page: '?', type: '?'}
      const property = propertyAt(lines, Number(line) - 1)
      return [`${page} ${type}${property ? ` "${property}"` : ''}: ${message}`]
    })
  } finally {
    remove()
  }
}

/** The property that a line is part of, with those around it: `reviewedBy.name`. Empty on a node's first line. */
function propertyAt(lines: readonly string[], at: number): string {
  const names: string[] = []
  let depth = Number.POSITIVE_INFINITY
  for (const line of lines.slice(0, at + 1).toReversed()) {
    const indent = line.search(/\S/)
    if (indent >= depth) continue
    depth = indent
    if (depth === 0) break
    const [, name] = /^\s*"([^"]+)":/.exec(line) ?? []
    if (name) names.unshift(name)
  }
  return names.join('.')
}

/** The compiler's words, line by line; none where it is content. */
function compilerOn(folder: string): Promise<string[]> {
  const compiler = path.resolve('node_modules/typescript/bin/tsc')
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [compiler, '--pretty', 'false', '-p', folder],
      {cwd: folder},
      (error, stdout, stderr) => {
        const said = stdout.split('\n').filter((line) => line.trim() !== '')
        if (error && said.length === 0) reject(new Error(`The compiler could not run: ${stderr || error.message}`))
        else resolve(said)
      },
    )
  })
}
