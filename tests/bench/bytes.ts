/** What a condition page weighs, as a real Chromium loads it: HTML, scripts by whose they are, styles, fonts, pictures. */
import {brotliCompressSync, constants, gzipSync} from 'node:zlib'
import type {Response} from 'playwright-core'
import {openBrowser} from '../support/browser.ts'
import {sampleClinic} from './clinic.ts'
import {count} from './figures.ts'
import type {Measure} from './measure.ts'
import type {Table} from './table.ts'

const pages = ['/conditions/sciatica', '/conditions/back-pain']

/** JavaScript of comparable pages, gzip, counted from the scripts that their HTML names (research, production builds). */
const others: readonly (readonly [page: string, kilobytes: number])[] = [
  ["Next's own floor: an empty page of the App Router, 16.4.6", 135.5],
  ['sanity-io/template-nextjs-personal-website (37f39d5), a project', 424],
  ['sanity-io/sanity-template-nextjs-clean (4d14b79), a blog post', 455],
  ['robotostudio/turbo-start-sanity (5774237), a page with one question', 479],
]

/** `sent` is the body on the wire, as the site compresses it. */
type Part = {kind: string; body: Buffer; sent: number}

/** Kinds in the order of the table; the first that fits. */
const kinds: readonly (readonly [kind: string, fits: (url: URL, type: string) => boolean])[] = [
  ['HTML', (_url, type) => type === 'document'],
  ["JavaScript: the framework's", ({pathname}, type) => type === 'script' && pathname.startsWith('/_next/')],
  ['JavaScript: ours (enhance.js)', (_url, type) => type === 'script'],
  ['CSS', (_url, type) => type === 'stylesheet'],
  ['Fonts', (_url, type) => type === 'font'],
  ['Pictures and icons', (_url, type) => type === 'image'],
  ['Other', () => true],
]

const targets: Record<string, string> = {
  HTML: '15,000 gzip',
  "JavaScript: the framework's": 'none',
  'JavaScript: ours (enhance.js)': '4,000 gzip, and all works without it',
  CSS: '10,000 sent',
  Fonts: '60,000 sent',
}

export const bytes: Measure = {
  title: 'Bytes of a condition page',
  async take() {
    const {url} = await sampleClinic()
    const tables: Table[] = []
    const ours: [page: string, kilobytes: number][] = []
    for (const page of pages) {
      const parts = await load(url, page)
      tables.push(tableOf(page, parts))
      const scripts = parts.filter(({kind}) => kind.startsWith('JavaScript'))
      ours.push([`this site, ${page}`, scripts.reduce((sum, {body}) => sum + gzip(body), 0) / 1000])
    }
    const rows = [...ours, ...others].map(([page, kilobytes]) => [page, kilobytes.toFixed(1)])
    return [...tables, {columns: ['JavaScript of a page', 'kB gzip'], rows}]
  },
}

async function load(site: string, page: string): Promise<Part[]> {
  const browser = await openBrowser()
  try {
    const responses: Response[] = []
    browser.page.on('response', (response) => responses.push(response))
    await browser.page.goto(site + page, {waitUntil: 'networkidle'})
    if (browser.errors.length > 0) throw new Error(`${page} reports errors: ${browser.errors.join('; ')}`)
    if (browser.outside.size > 0) throw new Error(`${page} asks other hosts: ${[...browser.outside].join(', ')}`)
    return await Promise.all(responses.map((response) => partOf(response)))
  } finally {
    await browser.close()
  }
}

async function partOf(response: Response): Promise<Part> {
  const request = response.request()
  const url = new URL(response.url())
  const [kind] = kinds.find(([, fits]) => fits(url, request.resourceType())) ?? ['Other']
  const {responseBodySize} = await request.sizes()
  return {kind, body: await response.body(), sent: responseBodySize}
}

function tableOf(page: string, parts: readonly Part[]): Table {
  const rows = kinds.flatMap(([kind]) => {
    const some = parts.filter((part) => part.kind === kind)
    const sum = (size: (part: Part) => number) => count(some.reduce((total, part) => total + size(part), 0))
    // Nothing of a kind that has a target is a figure too.
    if (some.length === 0 && !targets[kind]) return []
    const sizes = [({body}: Part) => body.length, ({body}: Part) => gzip(body), ({body}: Part) => brotli(body)]
    return [[kind, String(some.length), ...sizes.map(sum), sum(({sent}) => sent), targets[kind] ?? '']]
  })
  return {
    columns: [page, 'files', 'raw', 'gzip 9', 'brotli 11', 'sent', 'target'],
    rows,
    notes: ['Bytes. Chromium 1280 pixels wide, empty cache; "sent" is what the site really sent for the body.'],
  }
}

const gzip = (body: Buffer) => gzipSync(body, {level: 9}).length
const brotli = (body: Buffer) => brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length
