/** The long fault drills; see run.mjs. Prints one line of summary for each. */
import {parseArgs} from 'node:util'
import {count, milliseconds, seconds} from '../bench/figures.ts'
import {machineLine, recordSection} from '../bench/record.ts'
import type {Table} from '../bench/table.ts'
import {askingDrill} from '../support/asking-drill.ts'
import {endOnSignals} from '../support/endings.ts'
import {enquiryDrill} from '../support/enquiry-drill.ts'
import {fsyncDrill} from '../support/fsync-drill.ts'
import {groqDrill, textOfDifference} from '../support/groq-drill.ts'
import {lakeDrill} from '../support/lake-drill.ts'
import {hasStrace} from '../support/power-cut/cuts.ts'
import {powerCutDrill} from '../support/power-cut/drill.ts'
import {questionCutDrill} from '../support/power-cut/enquiries.ts'
import {freshWithin, publishingDrill} from '../support/publishing-drill.ts'
import {newSeed} from '../support/random.ts'
import {type WritersReport, writersDrill} from '../support/writers-drill.ts'

type Options = {
  publishes: number
  cycles: number
  rounds: number
  cuts: number
  queries: number
  seconds: number
  seed: number
}
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
  async ask({seconds: length, seed}) {
    const perMinute = 200
    const report = await askingDrill({seconds: length, perMinute, seed, killEvery: [5, 25], onProgress})
    const {asked, acknowledged, lost, doubled, kills, retries, turnedAway, untold, toldTwice} = report
    return {
      size: `--seconds ${length}`,
      isGood: lost + doubled + untold === 0 && acknowledged === asked,
      summary:
        `ask: ${perMinute} a minute for ${seconds(length * 1000)}, ${count(asked)} asked, ${count(acknowledged)} thanked, ${lost} lost, ` +
        `${doubled} doubled with ${kills} kill −9 of the site; ${count(retries)} tries without an answer, ${turnedAway} turned away; ` +
        `staff not told of ${untold}, twice of ${toldTwice}; thanks after ${milliseconds(report.median)} (median), ` +
        `${seconds(report.longestWait)} at the longest across a kill (seed ${seed})`,
      table: {
        columns: ['Drill', 'Measured', 'Target'],
        rows: [
          ['Questions asked, at 200 a minute', count(asked), '1,000'],
          ['kill −9 of the site', String(kills), ''],
          ['Thanked', count(acknowledged), 'all'],
          ['Thanked and lost', String(lost), '0'],
          ['Stored twice', String(doubled), '0'],
          ['Tries that got no answer, and were made again', count(retries), ''],
          ['Questions that staff were not told of by mail', String(untold), '0'],
          ['Messages to staff that came twice (allowed)', String(toldTwice), ''],
          ['Thanks after, half of them', milliseconds(report.median), ''],
          ['Thanks after, the slowest that was not cut off', milliseconds(report.slowest), ''],
          ['The longest wait of a patient, restarts included', seconds(report.longestWait), ''],
        ],
      },
    }
  },
  async fsync({rounds, seed}) {
    if (!hasStrace()) throw new Error('The drill of failing disks needs strace (Debian: apt-get install strace).')
    const began = performance.now()
    const {acknowledged, lost, survived, damaged} = await fsyncDrill({rounds, seed, onProgress})
    return {
      size: `--rounds ${rounds}`,
      isGood: lost + survived + damaged === 0 && acknowledged > 0,
      summary:
        `fsync: ${count(rounds)} disks that began to fail, ${count(acknowledged)} acknowledged, ${lost} lost, ${survived} lakes went on, ` +
        `${damaged} stores damaged; ${seconds(performance.now() - began)} (seed ${seed})`,
      table: {
        columns: ['Drill', 'Measured', 'Target'],
        rows: [
          ['Disks whose fsync begins to fail', count(rounds), ''],
          ['Acknowledged changes lost', `${lost} of ${count(acknowledged)}`, '0'],
          ['Lakes that went on, instead of ending', String(survived), '0'],
          ['Stores damaged', String(damaged), '0'],
        ],
      },
    }
  },
  async power({cuts, seed}) {
    if (!hasStrace()) throw new Error('The power-cut drill needs strace (Debian: apt-get install strace).')
    const began = performance.now()
    const shared = {seed, transactions: 300, onProgress}
    const report = await powerCutDrill({...shared, cuts, isSynced: true})
    // The same with a store that does not wait for the disk: where that loses nothing, the drill is blind.
    const control = await powerCutDrill({...shared, cuts: Math.ceil(cuts / 4), isSynced: false})
    for (const complaint of report.complaints) console.log(`  ${complaint}`)
    const {acknowledged, cutsWithLoss, damaged, started, silent} = report
    const share = Math.round((100 * control.cutsWithLoss) / control.cuts)
    return {
      size: `--cuts ${cuts}`,
      isGood:
        cutsWithLoss + damaged + silent === 0 && report.cuts === cuts && acknowledged > 0 && control.cutsWithLoss > 0,
      summary:
        `power: ${count(report.cuts)} power cuts, ${cutsWithLoss} lost something acknowledged, ${damaged} left a damaged store or half ` +
        `a transaction (of ${count(acknowledged)} acknowledged); ${started} lakes started on what was left, ${silent} of them did not answer; with synchronous=NORMAL ` +
        `${control.cutsWithLoss} of ${count(control.cuts)} lost something (${share} %, up to ${control.worstLoss} at once), ` +
        `${control.damaged} damaged; ${seconds(performance.now() - began)} (seed ${seed})`,
      table: {
        columns: ['Drill', 'Measured', 'Target'],
        rows: [
          ['Simulated power cuts', count(report.cuts), '2,000'],
          ['Cuts that lost something acknowledged', `${cutsWithLoss} of ${count(report.cuts)}`, '0'],
          ['Cuts that left a damaged store or half a transaction', `${damaged} of ${count(report.cuts)}`, '0'],
          ['Transactions and uploads acknowledged in the recording', count(acknowledged), ''],
          ['Lakes started on what a cut had left, and that did not answer', `${silent} of ${started}`, '0'],
          [
            'The same at synchronous=NORMAL: cuts that lost something',
            `${control.cutsWithLoss} of ${count(control.cuts)} (${share} %)`,
            '> 0',
          ],
          ['At NORMAL: lost at once, at most', count(control.worstLoss), ''],
        ],
      },
    }
  },
  async 'enquiries-power'({cuts, seed}) {
    if (!hasStrace()) throw new Error('The power-cut drill needs strace (Debian: apt-get install strace).')
    const began = performance.now()
    const shared = {seed, questions: 150, onProgress}
    const report = await questionCutDrill({...shared, cuts, isSynced: true})
    // The same with a store that does not wait for the disk: where that loses nothing, the drill is blind.
    const control = await questionCutDrill({...shared, cuts: Math.ceil(cuts / 4), isSynced: false})
    for (const complaint of report.complaints) console.log(`  ${complaint}`)
    const {acknowledged, cutsWithLoss, cutsWithClosed, damaged} = report
    const share = Math.round((100 * control.cutsWithLoss) / control.cuts)
    return {
      size: `--cuts ${cuts}`,
      isGood:
        cutsWithLoss + cutsWithClosed + damaged === 0 &&
        report.cuts === cuts &&
        acknowledged > 0 &&
        control.cutsWithLoss > 0,
      summary:
        `enquiries-power: ${count(report.cuts)} power cuts, ${cutsWithLoss} lost an acknowledged question, ${cutsWithClosed} left one ` +
        `that no key opens, ${damaged} a damaged store (of ${count(acknowledged)} acknowledged, with two changes of the key); ` +
        `with synchronous=NORMAL ${control.cutsWithLoss} of ${count(control.cuts)} lost something (${share} %); ` +
        `${seconds(performance.now() - began)} (seed ${seed})`,
      table: {
        columns: ['Drill', 'Measured', 'Target'],
        rows: [
          ['Simulated power cuts', count(report.cuts), '2,000'],
          ['Cuts that lost an acknowledged question', `${cutsWithLoss} of ${count(report.cuts)}`, '0'],
          ['Cuts that left a question which no key at hand opens', `${cutsWithClosed} of ${count(report.cuts)}`, '0'],
          ['Cuts that left a damaged store or half a transaction', `${damaged} of ${count(report.cuts)}`, '0'],
          ['Questions acknowledged in the recording', count(acknowledged), ''],
          [
            'The same at synchronous=NORMAL: cuts that lost something',
            `${control.cutsWithLoss} of ${count(control.cuts)} (${share} %)`,
            '> 0',
          ],
        ],
      },
    }
  },
  async lake({cycles, seed}) {
    const began = performance.now()
    const report = await lakeDrill({cycles, seed, onProgress})
    const {acknowledged, lost, forgotten, torn, events, eventsLost, repeated, integrity} = report
    return {
      size: `--cycles ${cycles}`,
      isGood: lost + forgotten + torn + eventsLost === 0 && integrity === 'ok' && acknowledged > 0,
      summary:
        `lake: ${count(cycles)} kill −9, ${count(acknowledged)} acknowledged transactions of two documents, ${lost} lost, ` +
        `${forgotten} missing in the history, ${torn} torn; ${count(events)} webhooks, ${eventsLost} lost, ${repeated} sent twice; integrity ${integrity}; ` +
        `${seconds(performance.now() - began)} (seed ${seed})`,
      table: {
        columns: ['Drill', 'Measured', 'Target'],
        rows: [
          ['kill −9 of the lake', count(cycles), '1,000'],
          ['Acknowledged transactions lost', `${lost} of ${count(acknowledged)}`, '0'],
          ['Acknowledged transactions missing in the history', `${forgotten} of ${count(acknowledged)}`, '0'],
          ['Transactions of two documents torn', String(torn), '0'],
          ['Webhooks of acknowledged transactions lost', `${eventsLost} of ${count(events)}`, '0'],
          ['Webhooks sent more than once (allowed)', count(repeated), ''],
          ["SQLite's integrity check", integrity, 'ok'],
        ],
      },
    }
  },
  async enquiries({cycles, seed}) {
    const began = performance.now()
    const report = await enquiryDrill({cycles, seed, onProgress})
    const {acknowledged, lost, doubled, retries, known, torn, integrity} = report
    return {
      size: `--cycles ${cycles}`,
      isGood: lost + doubled + torn === 0 && integrity === 'ok' && acknowledged > 0 && known > 0,
      summary:
        `enquiries: ${count(cycles)} kill −9, ${count(acknowledged)} acknowledged questions, ${lost} lost, ${doubled} doubled; ` +
        `${count(retries)} sent again without an answer, ${known} of them stored already; ${torn} times a message or a count ` +
        `without its question; integrity ${integrity}; ${seconds(performance.now() - began)} (seed ${seed})`,
      table: {
        columns: ['Drill', 'Measured', 'Target'],
        rows: [
          ['kill −9 of the process that stores', count(cycles), '1,000'],
          ['Acknowledged questions lost', `${lost} of ${count(acknowledged)}`, '0'],
          ['Questions stored twice', `${doubled}, of ${count(retries)} sent again for want of an answer`, '0'],
          ['Of these, stored before the answer was lost', count(known), '> 0'],
          ['Restarts with a message or a count without its question', String(torn), '0'],
          ["SQLite's integrity check, and the chain of the audit trail", integrity, 'ok'],
        ],
      },
    }
  },
  async groq({queries, seed}) {
    const began = performance.now()
    const {differences, full, unanswered} = groqDrill({queries, seed, onProgress})
    for (const difference of differences.slice(0, 10)) console.log(textOfDifference(difference))
    return {
      size: `--queries ${queries}`,
      isGood: differences.length === 0 && full > queries / 3,
      summary:
        `groq: ${count(queries)} random queries, each on random documents, ${count(full)} with an answer that says something, ` +
        `${differences.length} answered otherwise than by groq-js without an index; ${seconds(performance.now() - began)} (seed ${seed})`,
      table: {
        columns: ['Drill', 'Measured', 'Target'],
        rows: [
          ['Random queries, each on random documents, with and without a source map', count(queries), '10,000'],
          ['Answered otherwise than by groq-js', String(differences.length), '0'],
          ['Answers that are neither empty nor null', count(full), ''],
          ['Queries that groq-js does not take', count(unanswered), ''],
        ],
      },
    }
  },
  async writers({rounds, seed}) {
    const began = performance.now()
    const reports: WritersReport[] = []
    for (let round = 0; round < rounds; round++) {
      const report = await writersDrill({seed: seed + round, writers: 3 + (round % 6), requests: 150})
      reports.push(report)
      for (const violation of report.violations.slice(0, 5)) console.log(`  seed ${report.seed}: ${violation}`)
      if (round % 10 === 9) onProgress(`${round + 1} of ${rounds} rounds`)
    }
    const sum = (field: 'acknowledged' | 'refused' | 'questions' | 'events' | 'resumed') =>
      reports.reduce((total, report) => total + report[field], 0)
    const violations = reports.reduce((total, report) => total + report.violations.length, 0)
    return {
      size: `--rounds ${rounds}`,
      isGood: violations === 0,
      summary:
        `writers: ${violations} violations in ${count(rounds)} rounds of 3 to 8 writers; ${count(sum('acknowledged'))} ` +
        `acknowledged, ${count(sum('refused'))} refused, ${count(sum('questions'))} questions, ${count(sum('events'))} events to each ` +
        `of three listeners, one of which resumed ${count(sum('resumed'))} times; ${seconds(performance.now() - began)} (seed ${seed})`,
      table: {
        columns: ['Drill', 'Measured', 'Target'],
        rows: [
          ['Rounds of 3 to 8 writers at once', count(rounds), ''],
          ['Requests acknowledged, refused', `${count(sum('acknowledged'))}, ${count(sum('refused'))}`, ''],
          ['Answers and refusals that no moment explains, events out of order, updates lost', String(violations), '0'],
          ['Connections of a listener lost and resumed', count(sum('resumed')), ''],
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
      queries: {type: 'string', default: '10000'},
      seconds: {type: 'string', default: '300'},
      rounds: {type: 'string', default: '100'},
      cuts: {type: 'string', default: '2000'},
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
      cuts: Number(values.cuts),
      rounds: Number(values.rounds),
      queries: Number(values.queries),
      seconds: Number(values.seconds),
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
