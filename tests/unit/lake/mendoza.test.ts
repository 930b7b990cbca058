import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {applyPatch} from 'mendoza'
import type {JsonRecord} from '../../../sanity/lake/json.ts'
import {encodeMendoza} from '../../../sanity/lake/mendoza.ts'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function expectRoundTrip(before: JsonRecord | null, after: JsonRecord | null): void {
  expect(plain(applyPatch(before, [...encodeMendoza(before, after)]))).toEqual(plain(after))
}

const key = fc.constantFrom('a', 'b', 'title', 'body', '_key', 'Z', 'é', '$x')
const {value} = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 4},
    fc.string({unit: 'binary'}),
    fc.constantFrom(
      '',
      'pain in the lower back',
      'pain in the upper back',
      'dolor de espalda añejo',
      '🙂 back 🙃 pain',
    ),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), {maxLength: 5}),
    fc.dictionary(key, tie('value'), {maxKeys: 5, noNullPrototype: true}),
  ),
}))
const anyDocument = fc.dictionary(key, value, {maxKeys: 6, noNullPrototype: true})

describe('effects, read by the package that the Studio reads them with', () => {
  test.each<[string, JsonRecord, JsonRecord]>([
    ['a field set, removed and added', {a: 1, b: 2, c: 3}, {b: 3, d: null}],
    ['a list that becomes empty', {a: [1, 2]}, {a: []}],
    ['a list that was empty', {a: []}, {a: [1]}],
    ['a text that becomes empty', {a: 'a long enough text'}, {a: ''}],
    ['letters of several bytes around the change', {a: 'å ß 🙂 before 🙃 é'}, {a: 'å ß 🙂 after 🙃 é'}],
    ['a change inside a pair of surrogates', {a: 'twelve letters 🙂'}, {a: 'twelve letters 🙃'}],
    ['a lone surrogate', {a: 'twelve letters \ud83d'}, {a: 'twelve letters \ud83d and more'}],
    [
      'keyed blocks moved and edited',
      {
        a: [
          {_key: 'x', t: 'one'},
          {_key: 'y', t: 'two'},
          {_key: 'z', t: 'three'},
        ],
      },
      {a: [{_key: 'z', t: 'three'}, {_key: 'x', t: 'one', u: 1}, {_key: 'n'}, {_key: 'y', t: 'two'}]},
    ],
    [
      'a doubled key',
      {
        a: [
          {_key: 'x', t: 1},
          {_key: 'x', t: 2},
        ],
      },
      {
        a: [
          {_key: 'x', t: 2},
          {_key: 'x', t: 1},
        ],
      },
    ],
    ['a type that changes', {a: [1], b: {c: 1}, d: 'x'}, {a: {c: 1}, b: [1], d: 4}],
  ])('%s', (_, before, after) => {
    expectRoundTrip(before, after)
    expectRoundTrip(after, before)
  })

  test('creation and deletion', () => {
    expectRoundTrip(null, {a: 1})
    expectRoundTrip({a: 1}, null)
  })

  test('any two documents, both ways', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        expectRoundTrip(before, after)
        expectRoundTrip(after, before)
      }),
      {numRuns: 1500},
    )
  })

  test('a small edit of a long document gives a small effect', () => {
    const block = (index: number) => ({
      _key: `k${index}`,
      children: [{_key: 's', text: `Sentence ${index}. `.repeat(20)}],
    })
    const before = {body: Array.from({length: 50}, (_, index) => block(index))}
    const after = {body: before.body.map((item, index) => (index === 25 ? {...item, style: 'h2'} : item))}
    expect(JSON.stringify(encodeMendoza(before, after)).length).toBeLessThan(100)
  })
})
