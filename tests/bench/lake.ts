/**
 * How fast the embedded lake answers, held against groq-js going through all documents: what a lake on groq-js alone
 * would be.
 */
import {readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import type {SanityClient} from '@sanity/client'
import {evaluateSync, parse} from 'groq-js'
import {atTheEnd} from '../support/endings.ts'
import {type LakeProcess, lakeCommand, startLakeProcess} from '../support/lake-process.ts'
import {chanceFrom} from '../support/random.ts'
import {clientFor} from '../support/start-lake.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {count, median, milliseconds, percentile, seconds, timed} from './figures.ts'
import {lakeImages} from './lake-images.ts'
import {fillWithConditions, manyDocuments, questionCount, wordBy} from './many-conditions.ts'
import type {Measure} from './measure.ts'
import type {Table} from './table.ts'

type Params = Record<string, string>

type Question = {
  readonly name: string
  readonly query: string
  /** The parameters of the n-th time: another document each time, so that nothing can be answered from before. */
  readonly params: (number: number, size: number) => Params
  readonly target: string
  /** Whether the answer comes with a source map; it is compared with the question before it. */
  readonly hasMap?: boolean
  /** Whether groq-js has a word for it. */
  readonly isNew?: boolean
}

const conditionOf = (number: number, size: number) => `condition-${(number * 7919) % size}`
const wordOf = (number: number) => wordBy(chanceFrom(1_000_000 + number))

const bySlug = '*[_type == "condition" && slug.current == $slug][0]{..., "questions": questions[]->{question, answer}}'
const list = '*[_type == "condition"] | order(title asc)[0...50]{_id, title, "slug": slug.current, summary}'

const slugParams = (number: number, size: number) => ({slug: conditionOf(number, size)})

const questions: readonly Question[] = [
  {name: 'one by slug, with six references', query: bySlug, params: slugParams, target: '≤ 3 ms'},
  {name: '… with its source map', query: bySlug, params: slugParams, target: '≤ 2 × plain', hasMap: true},
  {name: 'list of 50, ordered', query: list, params: () => ({}), target: '≤ 10 ms'},
  {name: '… with its source map', query: list, params: () => ({}), target: '≤ 2 × plain', hasMap: true},
  {
    name: 'words in title or text: match',
    query: '*[_type == "condition" && [title, pt::text(body)] match $word][0...50]{_id, title}',
    params: (number) => ({word: `${wordOf(number)}*`}),
    target: '≤ 15 ms',
  },
  {
    name: 'the same as the Studio asks: match text::query(), scored',
    query:
      '*[_type in ["condition", "question"] && [@, _id] match text::query($word)] | score(boost(title match text::query($word), 5)) | order(_score desc)[0...50]{_id, title, _score}',
    params: (number) => ({word: `${wordOf(number)}*`}),
    target: '≤ 15 ms',
    isNew: true,
  },
  {name: 'count', query: 'count(*[_type == "condition"])', params: () => ({}), target: '≤ 3 ms'},
  {
    name: 'references()',
    query: '*[references($id)]{_id, title}',
    params: (number) => ({id: `question-${number % questionCount}`}),
    target: '≤ 5 ms',
  },
]

export const lake: Measure = {
  title: "The lake's answers",
  async take({quick}) {
    const size = quick ? 1000 : 10_000
    const small = await measureLake(size, quick ? 20 : 200)
    const large = quick ? [] : [await measureGrowth(100_000, 100)]
    return [...small, ...large, await lakeImages(quick ? 1 : 5)]
  },
}

type Filled = {folder: string; token: string; served: LakeProcess; client: SanityClient; filling: number; start: number}

async function startFilled(size: number): Promise<Filled> {
  const {folder, remove} = temporaryFolder('bench-lake')
  atTheEnd(remove)
  const {lines} = await lakeCommand(folder, 'token', 'create', '--role', 'editor', '--name', 'bench')
  const token = lines.at(-1) ?? ''
  const empty = await startLakeProcess(folder)
  atTheEnd(() => empty.end('SIGTERM'))
  const filling = await timed(() => fillWithConditions(clientFor(empty.url, token), size))
  await empty.end('SIGTERM')
  const began = performance.now()
  const served = await startLakeProcess(folder)
  const start = performance.now() - began
  atTheEnd(() => served.end('SIGTERM'))
  return {folder, token, served, client: clientFor(served.url, token), filling, start}
}

/** What the process holds in memory, in megabytes. */
function memoryOf({process: {pid}}: LakeProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1000
}

async function measureLake(size: number, times: number): Promise<Table[]> {
  const {folder, served, client, filling, start} = await startFilled(size)
  const atFirst = memoryOf(served)
  const samples = questions.map((): number[] => [])
  await askInTurns(times, async (number, index, {name, query, params, hasMap}) => {
    const published = {perspective: 'published', ...(hasMap ? {resultSourceMap: true} : {})} as const
    let answer: unknown
    const duration = await timed(async () => {
      answer = (await client.fetch(query, params(number + 50, size), {...published, filterResponse: false})).result
    })
    // A question about nothing would be answered fastest of all.
    if (!answer || (Array.isArray(answer) && answer.length === 0)) throw new Error(`Nothing was found: ${name}.`)
    if (number >= 0) samples[index]?.push(duration)
  })
  const patches: number[] = []
  for (let number = 0; number < times; number++) {
    const id = conditionOf(number, size)
    patches.push(
      await timed(() =>
        client
          .patch(id)
          .set({summary: `Changed ${number}`})
          .commit({returnDocuments: false}),
      ),
    )
  }
  const afterwards = memoryOf(served)
  const onDisk = statSync(path.join(folder, 'lake.db')).size / 1e6
  await served.end('SIGTERM')

  const naive = naiveTimes(size)
  const table: Table = {
    columns: [`${count(size)} conditions of 2.5 KB`, 'groq-js p50', 'lake p50', 'ratio', 'lake p95', 'target'],
    rows: [
      ...questions.map(({name, target, hasMap}, index) => {
        const ours = samples[index] ?? []
        const theirs = naive[index] ?? null
        const plain = hasMap ? median(samples[index - 1] ?? []) : null
        return [
          name,
          theirs === null ? '' : milliseconds(theirs),
          milliseconds(median(ours)),
          plain === null
            ? theirs === null
              ? ''
              : `${(theirs / median(ours)).toFixed(1)} ×`
            : `${(median(ours) / plain).toFixed(1)} × plain`,
          milliseconds(percentile(ours, 0.95)),
          target,
        ]
      }),
      ['patch, on disk', '', milliseconds(median(patches)), '', milliseconds(percentile(patches, 0.95)), '≤ 5 ms'],
      ['from the start to the first answer', '', seconds(start), '', '', '≤ 2 s'],
      ['memory (RSS) after the start', '', `${count(atFirst)} MB`, '', '', '≤ 250 MB'],
      ['memory (RSS) after all of this', '', `${count(afterwards)} MB`, '', '', '≤ 250 MB'],
    ],
    notes: [
      `${count(times)} times each, another document each time. "lake" is the real @sanity/client over HTTP, and a lake in a process of its own; "groq-js" is its evaluation alone, over the same ${count(size + questionCount)} documents in memory: no HTTP, no JSON.`,
      `Filled over HTTP in transactions of up to 500 documents: ${seconds(filling)}; ${count(onDisk)} MB on disk, history included.`,
    ],
  }
  return [table]
}

/** Asks all questions in turns, and a few times more at the beginning that do not count: compilers and indexes warm up. */
async function askInTurns(
  times: number,
  ask: (number: number, index: number, question: Question) => Promise<void>,
): Promise<void> {
  for (let number = -10; number < times; number++) {
    for (const [index, question] of questions.entries()) await ask(number, index, question)
  }
}

/** The median of a few evaluations by groq-js, in milliseconds; null for what it has no word for. */
function naiveTimes(size: number): (number | null)[] {
  const dataset = manyDocuments(size).sort((a, b) => (a._id < b._id ? -1 : 1))
  return questions.map(({query, params, hasMap, isNew}) => {
    if (hasMap || isNew) return null
    const tree = parse(query)
    const samples: number[] = []
    for (let number = -2; number < 7; number++) {
      const began = performance.now()
      evaluateSync(tree, {dataset, params: params(number + 50, size)})
      if (number >= 0) samples.push(performance.now() - began)
    }
    return median(samples)
  })
}

/** With ten times as many documents, what is found by an index should take as long as before. */
async function measureGrowth(size: number, times: number): Promise<Table> {
  const {served, client, start} = await startFilled(size)
  const [question] = questions
  const samples: number[] = []
  for (let number = -10; number < times && question; number++) {
    const params = question.params(number + 50, size)
    const duration = await timed(() => client.fetch(question.query, params, {perspective: 'published'}))
    if (number >= 0) samples.push(duration)
  }
  const memory = memoryOf(served)
  await served.end('SIGTERM')
  return {
    columns: [`${count(size)} conditions of 2.5 KB`, 'lake p50', 'lake p95', 'target'],
    rows: [
      [
        question?.name ?? '',
        milliseconds(median(samples)),
        milliseconds(percentile(samples, 0.95)),
        '≤ 2 × that at 10,000',
      ],
      ['from the start to the first answer', seconds(start), '', ''],
      ['memory (RSS)', `${count(memory)} MB`, '', ''],
    ],
  }
}
