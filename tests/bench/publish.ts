/**
 * From Publish to the page: an editor's Publish button (a draft, then the publish action), until a plain GET of the
 * condition's page holds the new sentence. Nobody else is connected to anything.
 */
import type {SanityClient} from '@sanity/client'
import {pause} from '../support/random.ts'
import {sampleClinic} from './clinic.ts'
import {milliseconds, percentile} from './figures.ts'
import type {Measure} from './measure.ts'

/** Between the beginnings of two looks at the page. Milliseconds. */
const lookEvery = 10
/** A sentence that is not there by then is lost. Milliseconds. */
const patience = 60_000

type Condition = {_id: string; slug: string}

export const publish: Measure = {
  title: 'From Publish to the page',
  async take({quick}) {
    const {url, editor, settled} = await sampleClinic()
    const conditions = await editor.fetch<Condition[]>(
      '*[_type == "condition" && language == "en" && !(_id in path("drafts.**"))]{_id, "slug": slug.current}',
    )
    const times = quick ? 5 : 50
    const fromSending: number[] = []
    const fromAcknowledgement: number[] = []
    for (let number = 1; number <= times; number++) {
      const condition = conditions[number % conditions.length]
      if (!condition) throw new Error('The sample clinic has no conditions.')
      await settled()
      const sentence = `This is sentence number ${number} of the bench.`
      const publication = await prepare(editor, condition._id, sentence)
      const sent = performance.now()
      await publication()
      const acknowledged = performance.now()
      const seen = await seenAt(`${url}/conditions/${condition.slug}`, sentence)
      fromSending.push(seen - sent)
      fromAcknowledgement.push(seen - acknowledged)
    }
    const row = (what: string, samples: number[], target: string) => [
      what,
      ...[0.5, 0.95, 1].map((share) => milliseconds(percentile(samples, share))),
      target,
    ]
    return [
      {
        columns: [`${times} publishes, one after the other`, 'p50', 'p95', 'slowest', 'target'],
        rows: [
          row("From the lake's acknowledgement to the page", fromAcknowledgement, 'p95 < 2 s'),
          row('From sending the publish to the page', fromSending, ''),
        ],
      },
    ]
  },
}

/** Writes the draft, which no patient sees, and answers what pressing Publish does. */
async function prepare(editor: SanityClient, publishedId: string, summary: string): Promise<() => Promise<unknown>> {
  const draftId = `drafts.${publishedId}`
  const current = await editor.getDocument(publishedId)
  if (!current) throw new Error(`The document "${publishedId}" is not in the lake.`)
  await editor.createOrReplace({...current, _id: draftId, summary})
  return () => editor.action({actionType: 'sanity.action.document.publish', draftId, publishedId})
}

/** When the page was first seen to hold these words, on the clock of `performance.now()`. */
async function seenAt(address: string, words: string): Promise<number> {
  const end = performance.now() + patience
  while (performance.now() < end) {
    const looked = performance.now()
    const html = await (await fetch(address)).text()
    const now = performance.now()
    if (html.includes(words)) return now
    await pause(Math.max(0, lookEvery - (now - looked)))
  }
  throw new Error(`${address} did not show "${words}" within ${patience / 1000} s.`)
}
