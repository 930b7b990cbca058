/** How fast the site's search answers with two thousand documents: the whole HTTP answer, as a patient's browser asks. */
import path from 'node:path'
import {atTheEnd} from '../support/endings.ts'
import {freePort} from '../support/free-port.ts'
import {ended, launch} from '../support/start-clinic.ts'
import {startLake} from '../support/start-lake.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {until} from '../support/until.ts'
import {fillLake} from './big-clinic.ts'
import {count, milliseconds, percentile, timed} from './figures.ts'
import type {Measure} from './measure.ts'

/** What patients type: names, misspellings, other words, questions, common words, and nonsense. */
const queries = [
  'back pain',
  'siatica',
  'hernated disk',
  'slipped disc',
  'arthr',
  'can I exercise with back pain',
  'how long does sciatica last',
  'cortisone shot in the knee',
  'frozen sholder',
  'pain',
  'numb groin',
  'xyzzy qwfpgj nothing at all',
]

export const search: Measure = {
  title: 'The search',
  async take({quick}) {
    const documents = quick ? 300 : 2000
    const url = await bigClinic(documents)
    const rounds = quick ? 3 : 25
    const row = async (what: string, address: (query: string) => string, target: string) => {
      const samples: number[] = []
      // The first round is for the compiler.
      for (let round = 0; round <= rounds; round++) {
        for (const query of queries) {
          const took = await timed(async () => {
            const response = await fetch(url + address(encodeURIComponent(query)))
            if (!response.ok) throw new Error(`"${query}" is answered with ${response.status}.`)
            await response.text()
          })
          if (round > 0) samples.push(took)
        }
      }
      return [what, ...[0.5, 0.95, 1].map((share) => milliseconds(percentile(samples, share))), target]
    }
    return [
      {
        columns: [`${count(documents)} documents`, 'p50', 'p95', 'slowest', 'limit'],
        rows: [
          await row('a page of results: GET /search?q=', (query) => `/search?q=${query}`, '50 ms'),
          await row('suggestions: GET /api/suggest?q=', (query) => `/api/suggest?lang=en&q=${query}`, ''),
        ],
        notes: [
          `The whole HTTP answer, one at a time, ${rounds} rounds of ${queries.length} different questions after one that does not count.`,
          'The documents are copies of the sample clinic: every word of a question is in some tenth of them.',
        ],
      },
    ]
  },
}

/** A clinic whose lake was filled before the site started, so that no publication is on its way. Answers its address. */
async function bigClinic(size: number): Promise<string> {
  const {folder, remove} = temporaryFolder('search')
  atTheEnd(async () => remove())
  console.log(`Filling a lake with ${count(size)} documents …`)
  const lake = await startLake({folder: path.join(folder, 'lake')})
  await fillLake(lake.client('editor'), size)
  await lake.stop()
  const [port, lakePort] = [await freePort(), await freePort()]
  console.log('Starting the clinic, and waiting until every page is warm …')
  const environment = {PORT: `${port}`, LAKE_PORT: `${lakePort}`, DATA_DIR: folder, SITE_URL: '', LAKE_URL: ''}
  const {launcher} = await launch(environment)
  atTheEnd(() => ended(launcher, 'SIGTERM'))
  const url = `http://127.0.0.1:${port}`
  const settled = async () => (await (await fetch(`${url}/api/health`)).json()).pages.settled === true
  await until(settled, 'every page to be warm', 600_000)
  return url
}
