/**
 * From the click on a link to the first text of the next page, with what browsers fetch and draw ahead and without it, on
 * this machine and over a network that takes a moment for every answer.
 */
import http from 'node:http'
import {atTheEnd} from '../support/endings.ts'
import {freePort} from '../support/free-port.ts'
import {pause} from '../support/random.ts'
import {openTab} from '../support/tab.ts'
import {until} from '../support/until.ts'
import {sampleClinic} from './clinic.ts'
import {milliseconds, percentile} from './figures.ts'
import type {Measure} from './measure.ts'

const from = '/conditions'
const to = '/conditions/sciatica'
/** How long a pointer rests on a link before the click, and a finger on it. Milliseconds. */
const rest = 400
const press = 80
/** What a phone's network adds to every answer. Milliseconds. */
const network = 150

const forms = {
  'a plain link': 'neither',
  'fetched ahead': 'fetch',
  'drawn ahead, as the site asks for': 'draw',
} as const
type Form = (typeof forms)[keyof typeof forms]

export const navigate: Measure = {
  title: 'From a click to the next page',
  async take({quick}) {
    const {url, settled} = await sampleClinic()
    await settled()
    const times = quick ? 2 : 15
    const rows: string[][] = []
    for (const delay of [0, network]) {
      const samples = new Map<string, number[]>()
      // In turns, so that what else the machine does meanwhile falls on all of them alike.
      for (let time = 0; time < times; time++) {
        for (const [name, form] of Object.entries(forms)) {
          const site = await startSlowSite(url, {delay, rules: form !== 'neither'})
          samples.set(name, [...(samples.get(name) ?? []), await moveOnce(site.url, form)])
          await site.close()
        }
      }
      for (const [name, durations] of samples) {
        rows.push([
          delay === 0 ? 'this machine' : `${delay} ms for every answer`,
          name,
          ...[0.5, 0.9].map((share) => milliseconds(percentile(durations, share))),
        ])
      }
    }
    return [
      {
        columns: ['network', 'the next page', 'p50', 'p90'],
        rows,
        notes: [
          `From the click to the first text of ${to}, ${times} times each in turns, each in a new browser that has loaded ${from}; the pointer rests on the link for ${rest} ms and is pressed for ${press} ms.`,
        ],
      },
    ]
  },
}

async function moveOnce(site: string, form: Form): Promise<number> {
  const tab = await openTab()
  try {
    await tab.open(site + from)
    if (form === 'fetch') await tab.tell('Page.setPrerenderingAllowed', {isAllowed: false})
    await tab.pointAt(`main a[href="${to}"]`)
    await pause(rest)
    await tab.click(press)
    let shown: unknown = null
    await until(async () => {
      shown = await tab.read(firstText)
      return typeof shown === 'number'
    }, to)
    return Number(shown)
  } finally {
    await tab.close()
  }
}

/** Milliseconds from the click to the first text; of a page drawn ahead, from its being shown. */
const firstText = `(() => {
  if (location.pathname !== ${JSON.stringify(to)}) return null
  const [{activationStart}] = performance.getEntriesByType('navigation')
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  return paint ? Math.max(0, paint.startTime - activationStart) : null
})()`

/** The site behind a network that takes its time, with or without the rules for fetching ahead. */
async function startSlowSite(site: string, {delay, rules}: {delay: number; rules: boolean}) {
  const {hostname, port} = new URL(site)
  const server = http.createServer((request, response) => {
    const {url, method, headers} = request
    http
      .get({hostname, port, path: url, method, headers}, async (answer) => {
        if (delay > 0) await pause(delay)
        const {'speculation-rules': offered, ...others} = answer.headers
        response.writeHead(answer.statusCode ?? 502, {
          ...others,
          ...(rules && offered && {'speculation-rules': offered}),
        })
        answer.pipe(response)
      })
      .on('error', () => response.destroy())
  })
  const own = await freePort()
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  atTheEnd(async () => server.closeAllConnections())
  return {url: `http://127.0.0.1:${own}`, close}
}
