/** What Lighthouse says of each kind of page on a phone: the median of three runs, with its own simulated slow network. */
import {type Result, default as runLighthouse} from 'lighthouse'
import {startChromium} from '../support/chromium.ts'
import {everyPage} from '../support/kinds-of-page.ts'
import {startOwnClinic} from './clinic.ts'
import {count, median, milliseconds} from './figures.ts'
import type {Measure} from './measure.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const targets = {performance: 98, accessibility: 100, 'best-practices': 100, seo: 100} as const
const figures = {
  'first-contentful-paint': 'first text',
  'largest-contentful-paint': 'largest part',
  'total-blocking-time': 'blocked',
} as const

/** Kinds that are drawn as another is, in other words: the tests of budgets look at them too. */
const likeAnother = [
  'condition, a long one with a table',
  'treatment',
  'fact whose source is being checked',
  'home in Spanish',
  'list of conditions in Spanish',
  'condition in Spanish',
  'location in Spanish',
]
const onePageAKind = everyPage.filter(([kind]) => !likeAnother.includes(kind))

export const lighthouse: Measure = {
  title: 'Lighthouse, mobile',
  async take({quick}) {
    const {url, editor, settled} = await startOwnClinic()
    // A sample is marked and hidden from search engines. What is measured are the pages of a clinic.
    const samples = await editor.fetch<string[]>('*[sample == true]._id')
    const transaction = editor.transaction()
    for (const id of samples) transaction.patch(id, {set: {sample: false}})
    await transaction.commit()
    await settled()
    const rows: string[][] = []
    const shortfalls: string[] = []
    for (const [kind, path] of quick ? onePageAKind.slice(0, 2) : onePageAKind) {
      const runs: Result[] = []
      for (let run = 0; run < (quick ? 1 : 3); run++) runs.push(await look(url + path))
      rows.push(rowOf(kind, runs))
      shortfalls.push(...shortfallsOf(kind, runs))
    }
    return [
      {
        columns: [
          'page',
          ...categories.map((category) => `${category} (≥ ${targets[category]})`),
          ...Object.values(figures),
          'shift',
          'bytes',
        ],
        rows,
        notes: [
          'Lighthouse 13.5, its own settings for phones (4 times slower processor, simulated slow 4G); median of three runs, each in a new browser. The mark of the samples, which hides them from search engines, is taken off first.',
          ...(shortfalls.length > 0 ? shortfalls : ['Every audit of the last three categories passed in every run.']),
        ],
      },
    ]
  },
}

/** Tracing in Chromium fails now and then, and measures nothing then: a look that came to no result is taken again. */
async function look(address: string, attempts = 3): Promise<Result> {
  try {
    return await lookOnce(address)
  } catch (error) {
    if (attempts === 1) throw error
    console.log(`Once more: ${error instanceof Error ? error.message : error}`)
    return look(address, attempts - 1)
  }
}

async function lookOnce(address: string): Promise<Result> {
  const chromium = await startChromium()
  try {
    const result = await runLighthouse(address, {
      port: chromium.port,
      output: 'json',
      logLevel: 'silent',
      onlyCategories: [...categories],
    })
    if (!result || result.lhr.runtimeError) throw new Error(`${address}: ${result?.lhr.runtimeError?.message}`)
    return result.lhr
  } finally {
    await chromium.close()
  }
}

const scoreOf = (run: Result, category: string): number => Math.round((run.categories[category]?.score ?? 0) * 100)
const figureOf = (run: Result, audit: string): number => run.audits[audit]?.numericValue ?? Number.NaN

function rowOf(kind: string, runs: readonly Result[]): string[] {
  const middle = (value: (run: Result) => number) => median(runs.map(value))
  return [
    kind,
    ...categories.map((category) => String(middle((run) => scoreOf(run, category)))),
    ...Object.keys(figures).map((audit) => milliseconds(middle((run) => figureOf(run, audit)))),
    middle((run) => figureOf(run, 'cumulative-layout-shift')).toFixed(3),
    count(middle((run) => figureOf(run, 'total-byte-weight'))),
  ]
}

/** What kept a category from 100, in the words of Lighthouse. */
function shortfallsOf(kind: string, runs: readonly Result[]): string[] {
  const found = runs.flatMap((run) =>
    categories
      .slice(1)
      .flatMap((category) =>
        (run.categories[category]?.auditRefs ?? [])
          .filter(({id, weight}) => weight > 0 && (run.audits[id]?.score ?? 1) < 1)
          .map(({id}) => `${kind}: ${category}: ${run.audits[id]?.title ?? id}`),
      ),
  )
  return [...new Set(found)]
}
