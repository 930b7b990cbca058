/** What a condition page weighs, as a real Chromium loads it: HTML, scripts by whose they are, styles, fonts, pictures. */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {brotliCompressSync, constants, gzipSync} from 'node:zlib'
import type {Response} from 'playwright-core'
import {openBrowser} from '../support/browser.ts'
import {sampleClinic} from './clinic.ts'
import {count} from './figures.ts'
import type {Measure} from './measure.ts'
import type {Table} from './table.ts'

const pages = ['/conditions/sciatica', '/conditions/back-pain']

/** What research measured for a page of Next's App Router without any client component (16.4.6), gzip. */
const researchFloor = 'research measurement of an empty App Router page: 135,507 gzip, 116,760 brotli'

/** `sent` is the body on the wire, as the site compresses it. */
type Part = {kind: string; body: Buffer; sent: number}

/** Kinds in the order of the table; the first that fits. */
const kinds: readonly (readonly [
  kind: string,
  fits: (url: URL, type: string, ours: ReadonlySet<string>) => boolean,
])[] = [
  ['HTML', (_url, type) => type === 'document'],
  ['JavaScript: error page of ours (Next insists)', ({pathname}, _type, ours) => ours.has(pathname)],
  ["JavaScript: Next's own runtime", ({pathname}, type) => type === 'script' && pathname.startsWith('/_next/')],
  ['JavaScript: ours (enhance.js)', (_url, type) => type === 'script'],
  ['CSS', (_url, type) => type === 'stylesheet'],
  ['Fonts', (_url, type) => type === 'font'],
  ['Pictures and icons', (_url, type) => type === 'image'],
  ['Other', () => true],
]

const targets: Record<string, string> = {
  "JavaScript: Next's own runtime": researchFloor,
  'JavaScript: error page of ours (Next insists)': 'no more than Next insists on',
  'JavaScript: ours (enhance.js)': 'a few kB, and all works without it',
}

export const bytes: Measure = {
  title: 'Bytes of a condition page',
  async take() {
    const {url} = await sampleClinic()
    const tables: Table[] = []
    for (const page of pages) tables.push(tableOf(page, await load(url, page)))
    return tables
  },
}

async function load(site: string, page: string): Promise<Part[]> {
  const ours = ownChunks()
  const browser = await openBrowser()
  try {
    const responses: Response[] = []
    browser.page.on('response', (response) => responses.push(response))
    await browser.page.goto(site + page, {waitUntil: 'networkidle'})
    if (browser.errors.length > 0) throw new Error(`${page} reports errors: ${browser.errors.join('; ')}`)
    if (browser.outside.size > 0) throw new Error(`${page} asks other hosts: ${[...browser.outside].join(', ')}`)
    return await Promise.all(responses.map((response) => partOf(response, ours)))
  } finally {
    await browser.close()
  }
}

async function partOf(response: Response, ours: ReadonlySet<string>): Promise<Part> {
  const request = response.request()
  const url = new URL(response.url())
  const [kind] = kinds.find(([, fits]) => fits(url, request.resourceType(), ours)) ?? ['Other']
  const {responseBodySize} = await request.sizes()
  return {kind, body: await response.body(), sent: responseBodySize}
}

function tableOf(page: string, parts: readonly Part[]): Table {
  const rows = kinds.flatMap(([kind]) => {
    const some = parts.filter((part) => part.kind === kind)
    const sum = (size: (part: Part) => number) => count(some.reduce((total, part) => total + size(part), 0))
    if (some.length === 0) return []
    const sizes = [({body}: Part) => body.length, ({body}: Part) => gzip(body), ({body}: Part) => brotli(body)]
    return [[kind, String(some.length), ...sizes.map(sum), sum(({sent}) => sent), targets[kind] ?? '']]
  })
  return {
    columns: [page, 'files', 'raw', 'gzip 9', 'brotli 11', 'sent', 'beside it'],
    rows,
    notes: ['Bytes. Chromium 1280 pixels wide, empty cache; "sent" is what the site really sent for the body.'],
  }
}

const gzip = (body: Buffer) => gzipSync(body, {level: 9}).length
const brotli = (body: Buffer) => brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length

/** The chunks of the page that hold client components of ours, from the build's own list. */
function ownChunks(): Set<string> {
  const file = path.join(
    process.env.NEXT_DIST_DIR || '.next',
    'server/app/[lang]/(site)/conditions/[slug]/page_client-reference-manifest.js',
  )
  if (!existsSync(file))
    throw new Error(`The build has no ${file}: Next's layout has changed, and so must this measure.`)
  const list = readFileSync(file, 'utf8')
  const own = list.matchAll(/"\[project\]\/(?!node_modules\/)[^"]+":\{"id":[^,]+,"name":"[^"]*","chunks":\[([^\]]*)\]/g)
  return new Set([...own].flatMap(([, chunks = '']) => chunks.split(',').map((chunk) => chunk.replaceAll('"', ''))))
}
