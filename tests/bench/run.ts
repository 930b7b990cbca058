/** Takes the measures that were asked for, one after the other, and prints each as a table; see run.mjs. */
import {parseArgs} from 'node:util'
import {endAll, endOnSignals} from '../support/endings.ts'
import {build} from './build.ts'
import {bytes} from './bytes.ts'
import {clone} from './clone.ts'
import {lake} from './lake.ts'
import {lighthouse} from './lighthouse.ts'
import type {Measure} from './measure.ts'
import {navigate} from './navigate.ts'
import {publish} from './publish.ts'
import {machineLine, recordSection} from './record.ts'
import {requests} from './requests.ts'
import {search} from './search.ts'
import {textOf} from './table.ts'

const measures: Record<string, Measure> = {publish, bytes, lighthouse, navigate, requests, search, lake, build, clone}

async function main(): Promise<number> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {quick: {type: 'boolean', default: false}, record: {type: 'boolean', default: false}},
  })
  const {quick, record} = values
  if (quick && record) throw new Error('Figures of a quick run mean nothing and are not recorded: leave --quick out.')
  const names = positionals.length > 0 ? positionals : Object.keys(measures)
  const unknown = names.filter((name) => !Object.hasOwn(measures, name))
  if (unknown.length > 0) {
    throw new Error(`There is no measure "${unknown.join(', ')}". There are: ${Object.keys(measures).join(', ')}.`)
  }
  let code = 0
  for (const name of names) {
    const measure = measures[name]
    if (!measure) continue
    const machine = machineLine()
    console.log(`\n${measure.title}\n${machine}${quick ? '\nA quick run: its figures mean nothing.' : ''}\n`)
    try {
      const tables = await measure.take({quick})
      console.log(tables.map(textOf).join('\n\n'))
      if (record) recordSection(name, {command: `npm run bench -- ${name}`, machine, tables})
    } catch (error) {
      code = 1
      console.error(`${name} could not be measured: ${error instanceof Error ? error.message : error}`)
    }
  }
  return code
}

endOnSignals()
process.exitCode = await main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return 1
  })
  .finally(endAll)
