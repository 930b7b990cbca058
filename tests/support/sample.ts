/** Small documents for tests that need some of their own; the sample clinic is for tests that need a whole one. */
import type {SanityClient} from '@sanity/client'

type Fields = Record<string, unknown>

const prose = (text: string) => [
  {
    _type: 'block',
    _key: 'only',
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 'text', text, marks: []}],
  },
]

const slug = (current: string) => ({_type: 'slug', current})
const reference = (id: string) => ({_type: 'reference', _key: id, _ref: id})

export const faq = (id: string, question: string, answer = 'An answer.'): Fields & {_id: string; _type: string} => ({
  _id: id,
  _type: 'faq',
  language: 'en',
  question,
  slug: slug(id),
  answer: prose(answer),
})

export const source = (id: string, title = id): Fields & {_id: string; _type: string} => ({
  _id: id,
  _type: 'source',
  title,
  publisher: 'A publisher',
  url: 'https://source.example/',
  year: 2024,
  kind: 'study',
})

export const fact = (id: string, statement: string, sources: string[]): Fields & {_id: string; _type: string} => ({
  _id: id,
  _type: 'fact',
  language: 'en',
  statement,
  slug: slug(id),
  sourceState: 'sourced',
  figure: {_type: 'figureNumber', value: '1 in 5', label: 'people'},
  sources: sources.map(reference),
})

export const condition = (
  id: string,
  {title = id, summary = `All about ${id}.`, faqs = []}: {title?: string; summary?: string; faqs?: string[]} = {},
): Fields & {_id: string; _type: string} => ({
  _id: id,
  _type: 'condition',
  language: 'en',
  title,
  slug: slug(id),
  bodyRegions: ['lowerBack'],
  summary,
  sections: [{_type: 'section', _key: 'overview', aspect: 'overview', body: prose(`${title} is common.`)}],
  faqs: faqs.map(reference),
})

export const settings: Fields & {_id: string; _type: string} = {
  _id: 'siteSettings',
  _type: 'siteSettings',
  language: 'en',
  name: 'Test Clinic',
  phone: '(215) 555-0142',
  timeZone: 'America/New_York',
  emergencyText: 'In an emergency, call 911.',
}

/** Three conditions that share one question, one that does not, and the clinic's settings. */
export async function publishSmallClinic(client: SanityClient): Promise<void> {
  const transaction = client.transaction()
  for (const document of [
    settings,
    faq('shared-question', 'Does it hurt?'),
    condition('neck-pain', {faqs: ['shared-question']}),
    condition('hip-pain', {faqs: ['shared-question']}),
    condition('knee-pain', {faqs: ['shared-question']}),
    condition('foot-pain'),
  ]) {
    transaction.createOrReplace(document)
  }
  await transaction.commit()
}

/** A page of the clinic's own beside the sample: a condition reviewed by somebody with a page, and a question. */
export async function publishReviewed(client: SanityClient): Promise<void> {
  const transaction = client.transaction()
  for (const document of [
    {
      _id: 'person-own',
      _type: 'person',
      language: 'en',
      name: 'Dr. Rosa Own',
      slug: slug('rosa-own'),
      role: 'Pain physician',
    },
    faq('can-i-sit', 'Can I sit on a cushion?', 'Yes. A cushion with a gap helps.'),
    {
      ...condition('tailbone-pain', {title: 'Tailbone pain', faqs: ['can-i-sit']}),
      review: {reviewedBy: reference('person-own'), lastReviewed: '2026-10-05', nextReviewDue: '2028-10-05'},
    },
  ]) {
    transaction.createOrReplace(document)
  }
  await transaction.commit()
}

export {prose, reference}
