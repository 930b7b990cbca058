import {describe, expect, test} from '@jest/globals'
import {factBeingChecked, sourcedFact} from '@/components/examples/content/fact'
import {factStanding} from '@/lib/fact-standing'
import {factHead} from '@/lib/seo/head'

const dated = {...sourcedFact, expiresOn: '2026-11-25'}

describe('a fact', () => {
  test('holds through its last day', () => {
    expect(factStanding(dated, '2026-11-25')).toBe('sourced')
    expect(factStanding(dated, '2026-11-26')).toBe('expired')
    expect(factStanding(sourcedFact, '2999-01-01')).toBe('sourced')
  })

  test('is being checked where it says so, and where its source was unpublished', () => {
    expect(factStanding(factBeingChecked, '2026-11-25')).toBe('checking')
    expect(factStanding({...sourcedFact, sources: []}, '2026-11-25')).toBe('checking')
    expect(factStanding({...dated, sourceState: 'checking'}, '2026-11-26')).toBe('checking')
  })
})

describe('the head of a fact’s page', () => {
  test('says where the fact comes from and hands its number to the card', () => {
    expect(factHead(dated, '2026-11-25')).toMatchObject({
      kind: 'fact',
      path: '/facts/most-people',
      title: sourcedFact.statement,
      description: 'It usually gets better within a few weeks. Source: A college of physicians, 2017.',
      figure: {value: '4 in 5'},
      search: {hide: false},
    })
  })

  test.each([
    ['out of date', {...sourcedFact, expiresOn: '2026-11-24'}, /This figure is out of date$/],
    ['being checked', {...sourcedFact, sourceState: 'checking'} as const, /Source being checked$/],
  ])('keeps a fact %s from search engines, and its number off the card', (_how, fact, words) => {
    const head = factHead(fact, '2026-11-25')
    expect(head).toMatchObject({figure: null, search: {hide: true}})
    expect(head.description).toMatch(words)
  })
})
