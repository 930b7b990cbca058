/** How often a second the site answers a cached page, beside nginx with the same bytes from a file. */
import http from 'node:http'
import {sampleClinic} from './clinic.ts'
import {count, median, milliseconds} from './figures.ts'
import type {Measure} from './measure.ts'
import {type Answer, hasNginx, startNginx} from './nginx.ts'
import {connections, hasWrk, type Round, round} from './wrk.ts'

const page = '/conditions/back-pain'
const encodings = ['identity', 'br'] as const

type Target = {name: string; url: string; encoding: string; bytes: number; rounds: Round[]}

export const requests: Measure = {
  title: 'Requests per second of a cached page',
  async take({quick}) {
    if (!hasWrk()) throw new Error('The load generator wrk is missing: install it ("apt-get install wrk nginx-light").')
    const {url, settled} = await sampleClinic()
    await settled()
    const targets = await targetsOf(url)
    const [times, duration] = quick ? [2, 1] : [7, 3]
    // In turns, so that what else the machine does meanwhile falls on all of them alike.
    for (let time = 0; time < times; time++) {
      for (const target of targets) target.rounds.push(await round(target.url, target.encoding, duration))
    }
    return [
      {
        columns: [page, 'body', 'median', 'best', 'p99 of the median round'],
        rows: targets.map(rowOf),
        notes: [
          `Requests per second. wrk, 1 thread, ${connections} connections, ${times} rounds of ${duration} s in turns; one process each; load generator on the same machine.`,
          ...(hasNginx()
            ? []
            : ['nginx is not installed here ("apt-get install nginx-light" puts it beside the site).']),
        ],
      },
    ]
  },
}

async function targetsOf(site: string): Promise<Target[]> {
  const answers: Record<string, Answer> = {}
  for (const encoding of encodings) answers[encoding] = await answerOf(site + page, encoding)
  const nginx = hasNginx() ? await startNginx(answers) : null
  return Object.entries(answers).flatMap(([encoding, {body}]) => {
    const target = (name: string, url: string): Target => ({name, url, encoding, bytes: body.length, rounds: []})
    return [
      target(`the site, ${encoding}`, site + page),
      ...(nginx ? [target(`nginx, the same bytes as a file, ${encoding}`, `${nginx}/${encoding}`)] : []),
    ]
  })
}

function rowOf({name, bytes, rounds}: Target): string[] {
  const rates = rounds.map(({perSecond}) => perSecond)
  const middle = rounds.find(({perSecond}) => perSecond === median(rates))
  return [name, count(bytes), count(median(rates)), count(Math.max(...rates)), milliseconds(middle?.p99 ?? Number.NaN)]
}

/** The answer as it is on the wire, still encoded. */
function answerOf(url: string, encoding: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, {headers: {'accept-encoding': encoding}}, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)])
      if (response.statusCode === 200) resolve({headers: Object.fromEntries(headers), body: Buffer.concat(chunks)})
      else reject(new Error(`${url} answers ${response.statusCode}.`))
    })
    request.on('error', reject)
  })
}
