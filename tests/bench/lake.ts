/** How fast the embedded lake answers, with a thousand documents and with ten thousand; the queries are the site's own. */
import {conditionContract} from '../../sanity/content/condition.ts'
import {conditionsContract} from '../../sanity/content/conditions.ts'
import {createLake, type Lake} from '../../sanity/lake/lake.ts'
import {atTheEnd} from '../support/endings.ts'
import {lakeCommand, startLakeProcess} from '../support/lake-process.ts'
import {clientFor} from '../support/start-lake.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {fillLake} from './big-clinic.ts'
import {count, milliseconds, percentile, seconds, timed} from './figures.ts'
import type {Measure} from './measure.ts'
import type {Table} from './table.ts'

type Params = Record<string, string>
type Question = {
  readonly name: string
  readonly query: string
  /** The parameters of the n-th time: another document each time, so that nothing can be answered from before. */
  readonly params: (number: number, copies: number) => Params
  readonly target: string
}

const copy = (name: string, number: number, copies: number) => `${name}-${1 + (number % copies)}`

/** Words that the sample's conditions are written in. */
const words = ['sciatica', 'nerve pain', 'spine', 'knee joint', 'migraine', 'injection', 'numbness', 'shingles rash']

const questions: readonly Question[] = [
  {
    name: 'a condition page by slug, with all its references',
    query: conditionContract.query,
    params: (number, copies) => ({language: 'en', slug: copy('sciatica', number, copies)}),
    target: '< 5 ms at 10,000',
  },
  {
    name: 'the list of all conditions, in order',
    query: conditionsContract.query,
    params: () => ({language: 'en'}),
    target: '',
  },
  {name: 'count of conditions', query: 'count(*[_type == "condition"])', params: () => ({}), target: ''},
  {
    name: 'which documents refer to this one: references()',
    query: '*[references($id)]{_id, _type}',
    params: (number, copies) => ({id: copy('treatment-physical-therapy', number, copies)}),
    target: '',
  },
  {
    name: 'full text, as the Studio searches: match text::query()',
    query: '*[_type == "condition" && @ match text::query($words)] | order(_score desc) [0...50]{_id, title}',
    params: (number) => ({words: words[number % words.length] ?? ''}),
    target: '',
  },
]

export const lake: Measure = {
  title: "The lake's answers",
  async take({quick}) {
    const tables: Table[] = []
    for (const size of quick ? [1000] : [1000, 10_000]) tables.push(await tableAt(size, quick ? 20 : 200))
    return tables
  },
}

async function tableAt(size: number, times: number): Promise<Table> {
  const {folder, remove} = temporaryFolder('bench-lake')
  atTheEnd(remove)
  const {lines} = await lakeCommand(folder, 'token', 'create', '--role', 'editor', '--name', 'bench')
  const token = lines.at(-1) ?? ''

  const served = await startLakeProcess(folder)
  atTheEnd(() => served.end('SIGTERM'))
  let copies = 0
  const filling = await timed(async () => {
    copies = await fillLake(clientFor(served.url, token), size)
  })
  const client = clientFor(served.url, token).withConfig({perspective: 'published'})
  const documents = await client.fetch<number>('count(*)')
  const overHttp = await measured(times, copies, (query, params) => client.fetch(query, params))
  await served.end('SIGTERM')

  const own = await createLake({folder})
  const inProcess = await measured(times, copies, (query, params) => askDirectly(own, token, query, params))
  await own.close()
  remove()
  return {
    columns: [`${count(documents)} documents`, 'HTTP p50', 'HTTP p95', 'in process p50', 'in process p95', 'target'],
    rows: questions.map(({name, target}, index) => [
      name,
      ...[overHttp, inProcess].flatMap((all) =>
        [0.5, 0.95].map((share) => milliseconds(percentile(all[index] ?? [], share))),
      ),
      target,
    ]),
    notes: [
      `${count(times)} times each, another document each time. "HTTP" is the real @sanity/client and a lake in a process of its own; "in process" is the lake as a function from Request to Response, without a socket.`,
      `Filled over HTTP in transactions of up to 500 documents, pictures included: ${seconds(filling)}.`,
    ],
  }
}

/** The times of each question, in milliseconds. */
async function measured(
  times: number,
  copies: number,
  ask: (query: string, params: Params) => Promise<unknown>,
): Promise<number[][]> {
  const samples = questions.map((): number[] => [])
  // In turns, and a few more at the beginning that do not count: compilers and caches warm up.
  for (let number = -5; number < times; number++) {
    for (const [index, {name, query, params}] of questions.entries()) {
      let answer: unknown
      const duration = await timed(async () => {
        answer = await ask(query, params(number + 5, copies))
      })
      // A question about nothing would be answered fastest of all.
      if (!answer || (Array.isArray(answer) && answer.length === 0)) throw new Error(`Nothing was found: ${name}.`)
      if (number >= 0) samples[index]?.push(duration)
    }
  }
  return samples
}

async function askDirectly(lake: Lake, token: string, query: string, params: Params): Promise<unknown> {
  const url = new URL('http://lake/v2025-09-01/data/query/production')
  url.searchParams.set('query', query)
  url.searchParams.set('perspective', 'published')
  for (const [name, value] of Object.entries(params)) url.searchParams.set(`$${name}`, JSON.stringify(value))
  const response = await lake.fetch(new Request(url, {headers: {authorization: `Bearer ${token}`}}))
  if (!response.ok) throw new Error(`The lake answers ${response.status}: ${await response.text()}`)
  const {result} = await response.json()
  return result
}
