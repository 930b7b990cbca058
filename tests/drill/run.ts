/** The long fault drills; see run.mjs. Prints one line of summary for each. */
import {parseArgs} from 'node:util'
import {count, seconds} from '../bench/figures.ts'
import {machineLine, recordSection} from '../bench/record.ts'
import type {Table} from '../bench/table.ts'
import {endOnSignals} from '../support/endings.ts'
import {lakeDrill} from '../support/lake-drill.ts'
import {freshWithin, publishingDrill} from '../support/publishing-drill.ts'
import {newSeed} from '../support/random.ts'

type Options = {publishes: number; cycles: number; seed: number}
type Outcome = {isGood: boolean; summary: string; table: Table; size: string}

const onProgress = (line: string) => console.log(`  ${line}`)

const drills: Record<string, (options: Options) => Promise<Outcome>> = {
  async publish({publishes, seed}) {
    const began = performance.now()
    const report = await publishingDrill({publishes, seed, onProgress})
    const {published, kills, killsWhileStarting, outages, looks, lost, differences, slowest} = report
    for (const difference of differences) console.log(`  lost: ${difference}`)
    return {
      size: `--publishes ${publishes}`,
      isGood: lost === 0 && published === publishes,
      summary:
        `publish: ${lost} lost of ${publishes} publishes with ${kills} kill −9 of the site ` +
        `(${killsWhileStarting} in the middle of a start, ${outages} with the lake out of reach), every page held against ` +
        `the lake ${looks} times, all new ${seconds(slowest)} after that at the latest; ${seconds(performance.now() - began)} (seed ${seed})`,
      table: {
        columns: ['Drill', 'Measured', 'Target'],
        rows: [
          ['Publishes lost', `${lost} of ${publishes}`, `0 of 200`],
          ['kill −9 of the site', `${kills}, ${killsWhileStarting} of them in the middle of a start`, ''],
          ['Restarts with the lake out of reach', String(outages), ''],
          ['Every page held against the lake', `${looks} times`, ''],
          [
            "Longest from a restart, or the lake's return, to every page new",
            seconds(slowest),
            `< ${seconds(freshWithin)}`,
          ],
        ],
      },
    }
  },
  async lake({cycles, seed}) {
    const began = performance.now()
    const report = await lakeDrill({cycles, seed, onProgress})
    const {acknowledged, lost, torn, events, eventsLost, repeated, integrity} = report
    return {
      size: `--cycles ${cycles}`,
      isGood: lost + torn + eventsLost === 0 && integrity === 'ok' && acknowledged > 0,
      summary:
        `lake: ${count(cycles)} kill −9, ${count(acknowledged)} acknowledged transactions of two documents, ${lost} lost, ` +
        `${torn} torn; ${count(events)} webhooks, ${eventsLost} lost, ${repeated} sent twice; integrity ${integrity}; ` +
        `${seconds(performance.now() - began)} (seed ${seed})`,
      table: {
        columns: ['Drill', 'Measured', 'Target'],
        rows: [
          ['kill −9 of the lake', count(cycles), '1,000'],
          ['Acknowledged transactions lost', `${lost} of ${count(acknowledged)}`, '0'],
          ['Transactions of two documents torn', String(torn), '0'],
          ['Webhooks of acknowledged transactions lost', `${eventsLost} of ${count(events)}`, '0'],
          ['Webhooks sent more than once (allowed)', count(repeated), ''],
          ["SQLite's integrity check", integrity, 'ok'],
        ],
      },
    }
  },
}

async function main(): Promise<number> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      publishes: {type: 'string', default: '200'},
      cycles: {type: 'string', default: '1000'},
      seed: {type: 'string'},
      record: {type: 'boolean', default: false},
    },
  })
  const names = positionals.length > 0 ? positionals : Object.keys(drills)
  const seed = values.seed ? Number(values.seed) : newSeed()
  let code = 0
  for (const name of names) {
    const drill = drills[name]
    if (!drill) throw new Error(`There is no drill "${name}". There are: ${Object.keys(drills).join(', ')}.`)
    const machine = machineLine()
    console.log(`${name} …`)
    const {isGood, summary, table, size} = await drill({
      publishes: Number(values.publishes),
      cycles: Number(values.cycles),
      seed,
    })
    console.log(summary)
    if (!isGood) code = 1
    const command = `npm run drill -- ${name} ${size} --seed ${seed}`
    if (values.record) recordSection(`drill-${name}`, {command, machine, tables: [table]})
  }
  return code
}

endOnSignals()
process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
