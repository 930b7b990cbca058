/**
 * `npm run bench`: what the product costs and how fast it is, measured on this machine.
 *
 *   npm run bench                            everything (some ten minutes)
 *   npm run bench -- publish bytes lighthouse navigate requests search lake build clone      these alone
 *   … --record                               into docs/benchmarks.md;  … --quick  only to see that it works
 */
import {runProgram} from '../support/program.mjs'

const names = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const asks = (/** @type {string[]} */ ...some) => names.length === 0 || some.some((name) => names.includes(name))

await runProgram('tests/bench/run.ts', {
  build: asks('publish', 'bytes', 'lighthouse', 'navigate', 'requests', 'search'),
  browser: asks('bytes', 'lighthouse', 'navigate'),
})
