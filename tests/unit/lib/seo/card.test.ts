import {describe, expect, test} from '@jest/globals'
import {type Card, cardHash, cardPath, parseCardPath} from '@/lib/seo/card'

const card: Card = {
  language: 'en',
  kind: 'page',
  slug: 'about/us',
  title: 'About us',
  siteName: 'Clinic',
  figure: null,
  brandColor: null,
  logo: null,
}

const segments = (path: string) => path.replace('/card/', '').split('/')

test('the address of a card leads back to what it stands for', () => {
  expect(parseCardPath(segments(cardPath(card)))).toEqual({
    hash: cardHash(card),
    language: 'en',
    kind: 'page',
    slug: 'about/us',
  })
})

test('a card that shows something else has another address', () => {
  expect(cardPath({...card, title: 'About them'})).not.toBe(cardPath(card))
  expect(cardPath({...card, siteName: 'Other'})).not.toBe(cardPath(card))
  expect(cardPath({...card, figure: {value: '1 in 5', label: 'adults'}})).not.toBe(cardPath(card))
  expect(cardPath({...card, brandColor: '#b8336a'})).not.toBe(cardPath(card))
  expect(cardPath({...card})).toBe(cardPath(card))
})

test('an earlier hash is still a card', () => {
  expect(parseCardPath(['0123456789abcdef', 'es', 'condition', 'back-pain.png'])?.slug).toBe('back-pain')
})

describe('what is no card', () => {
  test.each([
    ['no hash', ['en', 'condition', 'back-pain.png']],
    ['an unknown language', ['0123456789abcdef', 'xx', 'condition', 'back-pain.png']],
    ['an unknown kind', ['0123456789abcdef', 'en', 'source', 'back-pain.png']],
    ['no name', ['0123456789abcdef', 'en', 'condition', '.png']],
    ['another kind of file', ['0123456789abcdef', 'en', 'condition', 'back-pain.svg']],
    ['nothing', []],
  ])('%s', (_name, path) => {
    expect(parseCardPath(path)).toBeNull()
  })
})
