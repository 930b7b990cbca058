/** As many documents as wanted that look like conditions: 2.5 KB each, with references to six questions. */
import type {SanityClient} from '@sanity/client'
import {type Chance, chanceFrom} from '../support/random'

export type ManyDocument = {_id: string; _type: string; [field: string]: unknown}

/** No transaction holds more documents. */
const atOnce = 500

const syllables = [
  'ar',
  'bel',
  'cor',
  'den',
  'el',
  'fas',
  'gra',
  'hip',
  'is',
  'jo',
  'kne',
  'lum',
  'mus',
  'ner',
  'os',
  'pel',
]

/** 2,000 words; the first ones are in every text, the last ones in few. */
const vocabulary = Array.from({length: 2000}, (_, number) =>
  [number % 16, (number >> 4) % 16, (number >> 8) % 16].map((at) => syllables[at]).join(''),
)

/** A word as texts have them: a hundred are half of all. */
export function wordBy(chance: Chance): string {
  const share = chance.between(0, 1)
  return vocabulary[Math.floor(share ** 3 * vocabulary.length)] ?? ''
}

const wordsBy = (chance: Chance, length: number): string => Array.from({length}, () => wordBy(chance)).join(' ')

const paragraphBy = (chance: Chance, key: string) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 'text', marks: [], text: `${wordsBy(chance, 55)}.`}],
})

export const questionCount = 500

const question = (number: number): ManyDocument => {
  const chance = chanceFrom(-1 - number)
  return {
    _id: `question-${number}`,
    _type: 'question',
    question: `${wordsBy(chance, 8)}?`,
    answer: [paragraphBy(chance, 'a')],
    slug: {_type: 'slug', current: `question-${number}`},
  }
}

export function manyCondition(number: number): ManyDocument {
  const chance = chanceFrom(number)
  return {
    _id: `condition-${number}`,
    _type: 'condition',
    title: wordsBy(chance, 3),
    slug: {_type: 'slug', current: `condition-${number}`},
    summary: wordsBy(chance, 20),
    order: chance.whole(0, 1000),
    body: ['a', 'b', 'c', 'd'].map((key) => paragraphBy(chance, key)),
    questions: Array.from({length: 6}, (_, index) => ({
      _type: 'reference',
      _key: `q${index}`,
      _ref: `question-${chance.whole(0, questionCount - 1)}`,
    })),
  }
}

export const manyDocuments = (conditions: number): ManyDocument[] => [
  ...Array.from({length: questionCount}, (_, number) => question(number)),
  ...Array.from({length: conditions}, (_, number) => manyCondition(number)),
]

export async function fillWithConditions(client: SanityClient, conditions: number): Promise<void> {
  const documents = manyDocuments(conditions)
  for (let from = 0; from < documents.length; from += atOnce) {
    const transaction = client.transaction()
    for (const document of documents.slice(from, from + atOnce)) transaction.create(document)
    await transaction.commit({visibility: 'sync', returnDocuments: false})
  }
}
