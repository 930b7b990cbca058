/**
 * `npm run drill`: the long fault drills, whose short forms are in `npm test`.
 *
 *   npm run drill                            all of them
 *   npm run drill -- publish --publishes 200 publish while the site is killed
 *   npm run drill -- lake --cycles 1000      write while the lake is killed
 *   npm run drill -- enquiries --cycles 1000 send questions while the process that stores them is killed
 *   npm run drill -- ask --seconds 300       200 questions a minute to the site while it is killed
 *   npm run drill -- writers --rounds 100    write together, and hold what was told against a history
 *   npm run drill -- groq --queries 10000    random queries, held against groq-js without an index
 *   npm run drill -- fsync --rounds 100      let every fsync fail from some moment on (needs strace)
 *   npm run drill -- power --cuts 2000       cut the power, on a simulated disk (needs strace)
 *   npm run drill -- enquiries-power         the same for questions and their keys, while a key is changed (needs strace)
 *   … --seed N                               the same chance again;  … --record  into docs/benchmarks.md
 *
 * Ends with 1 where anything was lost.
 */
import {runProgram} from '../support/program.mjs'

/** Those that start the site; the others need no build of it. */
const withSite = ['ask', 'publish']
const others = ['enquiries', 'enquiries-power', 'lake', 'writers', 'power', 'fsync', 'groq']
const isNamed = (/** @type {string} */ name) => process.argv.includes(name)
await runProgram('tests/drill/run.ts', {build: withSite.some(isNamed) || !others.some(isNamed)})
