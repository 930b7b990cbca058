/**
 * The publishing drill: an editor goes on publishing while the site is killed without warning, again and again, also in
 * the middle of a start and while the lake is out of reach. Whatever the lake holds must be on the pages soon after.
 *
 * The short form is a test; `npm run drill -- publish` is the long one.
 */
import type {SanityClient} from '@sanity/client'
import {type Chance, chanceFrom, pause} from './random'
import {condition, publishSmallClinic} from './sample'
import {type StartedSite, startSite} from './start-site'
import {until} from './until'

/** The promise: so long after a restart, with the lake in reach, every page is as published. Milliseconds. */
export const freshWithin = 30_000

export type PublishingReport = {
  readonly seed: number
  readonly published: number
  readonly kills: number
  /** Of these, in the middle of a start. */
  readonly killsWhileStarting: number
  /** Restarts while the lake could not be reached. */
  readonly outages: number
  /** How often every page was held against the lake. */
  readonly looks: number
  /** How many publications some page never showed. */
  readonly lost: number
  /** What was missing where: `/path lacks "…"`. */
  readonly differences: readonly string[]
  /** The longest time from a restart, or from the lake's return, until every page was as published. Milliseconds. */
  readonly slowest: number
}

type Options = {publishes: number; seed: number; onProgress?: (line: string) => void}

/** Conditions that are always there, and those that come and go. */
const steady = ['neck-pain', 'hip-pain', 'knee-pain', 'foot-pain']
const passing = ['elbow-pain', 'wrist-pain', 'jaw-pain']

export async function publishingDrill({publishes, seed, onProgress = () => {}}: Options): Promise<PublishingReport> {
  // One chance for the killer and one for the editor: they act at the same time, and neither disturbs the other's numbers.
  const chance = chanceFrom(seed)
  const editorsChance = chanceFrom(seed + 1)
  const site = await startSite()
  try {
    const editor = site.lake.client('editor')
    await publishSmallClinic(editor)
    await until(async () => (await differences(site)).length === 0, 'the first pages')
    const count = {published: 0, kills: 0, killsWhileStarting: 0, outages: 0, looks: 0}
    const missed = new Set<string>()
    let slowest = 0
    while (count.published < publishes) {
      const batch = Math.min(chance.whole(2, 6), publishes - count.published)
      // The last of a batch come when the site is back: no later start heals them, so each has to arrive by itself.
      const late = chance.whole(1, Math.min(2, batch))
      const busy = publishBatch(editor, editorsChance, count.published + 1, batch - late)
      await pause(chance.between(0, 1000))
      const isOutage = chance.happens(0.3)
      // The site then starts with what it remembers, and has to find out what it missed when the lake is back.
      if (isOutage) site.between.become('refuse')
      await pause(chance.between(0, 300))
      await site.kill()
      count.kills++
      if (chance.happens(0.2)) {
        await startAndKill(site, chance.between(100, 2500))
        count.kills++
        count.killsWhileStarting++
      }
      let ready = performance.now()
      await site.start()
      await busy
      await publishBatch(editor, editorsChance, count.published + 1 + batch - late, late)
      if (isOutage) {
        count.outages++
        site.between.become('well')
        ready = performance.now()
      }
      count.published += batch
      // Half of the rounds run into the next kill unchecked, as in life.
      if (count.published < publishes && chance.happens(0.5)) continue
      count.looks++
      for (const difference of await differencesAfter(site, ready)) missed.add(difference)
      slowest = Math.max(slowest, performance.now() - ready)
      onProgress(`${count.published} of ${publishes} publishes, ${count.kills} kills, ${lostIn(missed)} lost`)
    }
    return {seed, ...count, lost: lostIn(missed), differences: [...missed], slowest}
  } finally {
    await site.close()
  }
}

/** One publication may be missing on many pages; a page that should be gone is one in itself. */
const lostIn = (missed: ReadonlySet<string>): number =>
  new Set([...missed].map((difference) => /"(.+)"/.exec(difference)?.[1] ?? difference)).size

/** What an editor may publish. Each leaves the words of its number where patients see them. */
const publications: readonly ((editor: SanityClient, chance: Chance, words: string) => Promise<unknown>)[] = [
  // Through a draft, as the Studio's own button does it; twice, because that is what editors do most.
  (editor, chance, words) => publishDraft(editor, chance.oneOf(steady), words),
  (editor, chance, words) => publishDraft(editor, chance.oneOf(steady), words),
  (editor, _chance, words) => editor.patch('shared-question').set({question: words}).commit(),
  (editor, _chance, words) => editor.patch('siteSettings').set({emergencyText: words}).commit(),
  (editor, chance, words) => editor.createOrReplace(condition(chance.oneOf(passing), {summary: words})),
  (editor, chance) => editor.delete({query: '*[_id == $id]', params: {id: chance.oneOf(passing)}}),
]

async function publishBatch(editor: SanityClient, chance: Chance, first: number, count: number): Promise<void> {
  for (let number = first; number < first + count; number++) {
    await chance.oneOf(publications)(editor, chance, `These are the words of publication ${number}.`)
    await pause(chance.between(0, 200))
  }
}

async function publishDraft(editor: SanityClient, publishedId: string, summary: string): Promise<void> {
  const draftId = `drafts.${publishedId}`
  const current = await editor.getDocument(publishedId)
  if (!current) throw new Error(`The document "${publishedId}" is not in the lake.`)
  await editor.createOrReplace({...current, _id: draftId, summary})
  await editor.action({actionType: 'sanity.action.document.publish', draftId, publishedId})
}

async function startAndKill(site: StartedSite, after: number): Promise<void> {
  // Nobody waits for this start: the next one takes its place, on the same port.
  void site.start().catch(() => undefined)
  await pause(after)
  await site.kill()
}

async function differencesAfter(site: StartedSite, since: number): Promise<string[]> {
  for (;;) {
    const found = await differences(site)
    if (found.length === 0 || performance.now() - since > freshWithin) return found
    await pause(100)
  }
}

type Published = {emergencyText: string; conditions: {slug: string; summary: string; questions: string[]}[]}

const PUBLISHED = `{
  "emergencyText": *[_id == "siteSettings"][0].emergencyText,
  "conditions": *[_type == "condition"]{"slug": slug.current, summary, "questions": coalesce(faqs[]->question, [])}
}`

/** Holds every page against what the lake has, asked directly. */
async function differences({lake, get}: StartedSite): Promise<string[]> {
  const {emergencyText, conditions} = await lake.client(null).fetch<Published>(PUBLISHED)
  const gone = [...steady, ...passing].filter((slug) => !conditions.some((one) => one.slug === slug))
  const expected: readonly [path: string, texts: readonly string[]][] = [
    ['/', [emergencyText]],
    ['/conditions', [emergencyText, ...conditions.map(({slug}) => `/conditions/${slug}"`)]],
    ...conditions.map(({slug, summary, questions}): [string, string[]] => [
      `/conditions/${slug}`,
      [emergencyText, summary, ...questions],
    ]),
  ]
  const found: string[] = []
  for (const [path, texts] of expected) {
    const {status, html} = await get(path)
    if (status !== 200) found.push(`${path} answers ${status}`)
    else found.push(...texts.filter((text) => !html.includes(text)).map((text) => `${path} lacks "${text}"`))
  }
  const {html: index} = await get('/conditions')
  for (const slug of gone) {
    const {status} = await get(`/conditions/${slug}`)
    if (status !== 404) found.push(`/conditions/${slug} answers ${status}, and its document is gone`)
    if (index.includes(`/conditions/${slug}"`)) found.push(`/conditions still lists ${slug}`)
  }
  return found
}
