/**
 * The drill of asking: patients ask the real site at a steady pace, whether it answers or not, while it is killed without
 * warning again and again. Whoever was thanked must find the question in the store, once and as it was asked, and staff
 * must be told of each.
 *
 * The short form is a test; `npm run drill -- ask` is the long one.
 */
import {fillIn, send} from './ask'
import {storeIn} from './enquiry'
import {startMailSink} from './mail-sink'
import {type Chance, chanceFrom, pause} from './random'
import {type StartedSite, startSite} from './start-site'
import {until} from './until'

export type AskingReport = {
  readonly seed: number
  readonly asked: number
  /** Thanked with a reference. */
  readonly acknowledged: number
  /** Thanked, and not in the store as it was asked. */
  readonly lost: number
  readonly doubled: number
  readonly kills: number
  /** Forms sent again because no answer came, and attempts that found nobody. */
  readonly retries: number
  /** Answered neither with thanks nor not at all, but with "try again later". */
  readonly turnedAway: number
  /** Questions that staff were not told of. */
  readonly untold: number
  /** Messages that came twice, each under its own Message-ID again. */
  readonly toldTwice: number
  /** From sending the form to the thanks, where the first attempt was answered. Milliseconds. */
  readonly median: number
  readonly slowest: number
  /** From the wish to ask to the thanks, whatever came between. Milliseconds. */
  readonly longestWait: number
}

type Options = {
  seconds: number
  perMinute: number
  seed: number
  /** Seconds between two kills, at least and at most. */
  killEvery: readonly [number, number]
  onProgress?: (line: string) => void
}

/** A message that a killed site had taken is its own for five minutes: the last start lives after that. Milliseconds. */
const afterTheLease = 6 * 60_000

export async function askingDrill(options: Options): Promise<AskingReport> {
  const {seconds, perMinute, seed, onProgress = () => {}} = options
  const chance = chanceFrom(seed)
  const [site, sink] = await Promise.all([startSite(), startMailSink()])
  try {
    await site.restart({
      ENQUIRY_LIMIT: '1000000',
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      ENQUIRY_MAIL_FROM: 'website@clinic.example',
      ENQUIRY_MAIL_TO: 'maria@clinic.example',
    })
    await until(async () => (await site.get('/contact')).status === 200, 'the form')
    const tally: Tally = {retries: 0, turnedAway: 0, times: [], waits: [], thanked: new Map()}
    const end = performance.now() + seconds * 1000
    const killer = killAgainAndAgain(site, options, chance, end)
    const patients: Promise<void>[] = []
    const between = 60_000 / perMinute
    const first = performance.now()
    // Each comes at the time for it, whatever became of those before.
    for (let number = 1; number <= Math.round((seconds / 60) * perMinute); number++) {
      await pause(Math.max(0, first + (number - 1) * between - performance.now()))
      patients.push(askUntilThanked(site.url, number, tally))
      if (number % perMinute === 0) onProgress(`${number} asked, ${tally.thanked.size} thanked`)
    }
    const kills = await killer
    await Promise.all(patients)
    await site.kill()
    await site.start({clockAhead: afterTheLease})
    const stored = await storedIn(site.dataDir)
    const told = () => sink.mails.items.map(({text}) => /Reference: (\S+)/.exec(text)?.[1] ?? '')
    const untold = () => [...stored.keys()].filter((reference) => !told().includes(reference)).length
    await until(() => untold() === 0, 'staff to be told', 300_000).catch(() => {})
    const {thanked, times, waits, ...counts} = tally
    const texts = [...stored.values()]
    times.sort((a, b) => a - b)
    return {
      ...{seed, asked: patients.length, acknowledged: thanked.size, kills, ...counts},
      lost: [...thanked].filter(([text, reference]) => stored.get(reference) !== text).length,
      doubled: texts.length - new Set(texts).size,
      untold: untold(),
      toldTwice: sink.mails.items.length - new Set(sink.mails.items.map(({headers}) => headers.get('message-id'))).size,
      ...{
        median: times[Math.floor(times.length / 2)] ?? 0,
        slowest: times.at(-1) ?? 0,
        longestWait: Math.max(0, ...waits),
      },
    }
  } finally {
    await site.close()
    await sink.close()
  }
}

type Tally = {
  retries: number
  turnedAway: number
  /** Milliseconds. */
  readonly times: number[]
  readonly waits: number[]
  /** From the question to the reference. */
  readonly thanked: Map<string, string>
}

/** Fills the form in once, and sends that same form until it is answered with thanks, as patient people do. */
async function askUntilThanked(url: string, number: number, tally: Tally): Promise<void> {
  const began = performance.now()
  const question = `Question ${number} of a patient?\nIt has a second line, and an ü.`
  const form = await again(tally, () => fillIn(url, {question, name: `Patient ${number}`}))
  let isFirst = true
  const reference = await again(tally, async () => {
    const sent = performance.now()
    const isFirstTry = isFirst
    isFirst = false
    const answer = await send(url, form)
    if (answer.status === 303 && answer.reference) {
      if (isFirstTry) tally.times.push(performance.now() - sent)
      return answer.reference
    }
    // A mistake in the form is one of the drill: it would be repeated for ever.
    if (![429, 500, 503].includes(answer.status)) throw new FatalError(`The form was answered with ${answer.status}.`)
    tally.turnedAway++
    tally.retries--
    throw new Error('later')
  })
  tally.thanked.set(question, reference)
  tally.waits.push(performance.now() - began)
}

class FatalError extends Error {}

async function again<Result>(tally: Tally, attempt: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof FatalError) throw error
      tally.retries++
      await pause(200)
    }
  }
}

async function killAgainAndAgain(
  site: StartedSite,
  {killEvery}: Options,
  chance: Chance,
  end: number,
): Promise<number> {
  let kills = 0
  for (;;) {
    const rest = chance.between(...killEvery) * 1000
    if (performance.now() + rest > end) return kills
    await pause(rest)
    await site.kill()
    kills++
    await site.start()
  }
}

async function storedIn(dataDir: string): Promise<Map<string, string>> {
  const store = storeIn(dataDir)
  const opened = await store.openAll()
  store.close()
  return new Map(opened.map(({reference, asked}) => [reference, asked.question]))
}
