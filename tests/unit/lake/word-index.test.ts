import {describe, expect, test} from '@jest/globals'
import type {LakeDocument} from '../../../sanity/lake/document'
import {WordIndex} from '../../../sanity/lake/word-index'
import {type Chance, chanceFrom} from '../../support/random'

const document = (_id: string, text: string): LakeDocument => ({
  _id,
  _type: 'thing',
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  text,
})
const wordsOf = ({text}: LakeDocument) => String(text).split(' ')
const textBy = (chance: Chance, length: number) =>
  Array.from({length}, () => `w${Math.floor(chance.between(0, 1) ** 2 * 400)}`).join(' ')

/** What the index finds: id and how often, in the order of the ids. */
function found(index: WordIndex, fits: (word: string) => boolean, word?: string): [string, number][] {
  const places = [...index.frequencies(fits, word)]
  return places
    .map(([place, frequency]): [string, number] => [index.documentAt(place)?._id ?? 'gone', frequency])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The same without an index. */
function counted(documents: ReadonlyMap<string, LakeDocument>, fits: (word: string) => boolean): [string, number][] {
  return [...documents.values()]
    .map((each): [string, number] => {
      const counts = new Map<string, number>()
      for (const word of wordsOf(each).filter(fits)) counts.set(word, (counts.get(word) ?? 0) + 1)
      return [each._id, [...counts.values()].reduce((sum, count) => sum + Math.min(count, 15), 0)]
    })
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

describe('an index of words', () => {
  test('finds what going through all documents finds: filled, changed meanwhile, and changed later', () => {
    const chance = chanceFrom(11)
    const index = new WordIndex(wordsOf)
    const documents = new Map<string, LakeDocument>()
    const set = (number: number) => {
      const one = document(`d${number}`, textBy(chance, 150))
      documents.set(one._id, one)
      index.set(one)
    }
    const remove = (number: number) => {
      documents.delete(`d${number}`)
      index.delete(`d${number}`)
    }
    const same = () => {
      for (const word of ['w0', 'w7', 'w399', 'w1000']) {
        expect([word, found(index, () => false, word)]).toEqual([word, counted(documents, (known) => known === word)])
      }
      const fits = (word: string) => word.startsWith('w39')
      expect(found(index, fits)).toEqual(counted(documents, fits))
    }
    // More numbers than one block holds.
    for (let number = 0; number < 1500; number++) set(number)
    for (let number = 0; number < 100; number++) set(number * 7)
    for (let number = 0; number < 100; number++) remove(number * 11)
    index.compact()
    same()
    for (let number = 0; number < 50; number++) set(number * 13)
    for (let number = 0; number < 50; number++) remove(number * 17)
    const own = document('new', 'a word of its own own own')
    documents.set('new', own)
    index.set(own)
    same()
    expect(found(index, () => false, 'own')).toEqual([['new', 3]])
    expect(index.usualLength).toBeCloseTo(150, -1)
  })

  test('of nothing finds nothing', () => {
    const index = new WordIndex(wordsOf)
    index.compact()
    expect(found(index, () => true)).toEqual([])
  })
})
