import {describe, expect, test} from '@jest/globals'
import {
  type AddressedType,
  addressedAt,
  anchorFor,
  canBeMoved,
  inSmallLetters,
  isAddressedType,
  isSameInSmallLetters,
  pathFor,
  pathIn,
  sitePaths,
  spellingsOf,
  splitPath,
} from '@/lib/paths'
import {sitePaths as menuPaths} from '@/sanity/vocabulary'

describe('where a document lives', () => {
  test.each([
    ['condition', 'back-pain', '/conditions/back-pain'],
    ['treatment', 'nerve-block', '/treatments/nerve-block'],
    ['person', 'ada-lane', '/people/ada-lane'],
    ['location', 'riverside', '/locations/riverside'],
    ['faq', 'bed-rest', '/questions/bed-rest'],
    ['fact', 'most-people', '/facts/most-people'],
    ['page', 'about/our-history', '/about/our-history'],
  ] satisfies [AddressedType, string, string][])('%s %s', (_type, slug, path) => {
    expect(pathFor({_type, slug, language: 'en'})).toBe(path)
    expect(pathFor({_type, slug, language: 'es'})).toBe(`/es${path}`)
  })

  test('letters with a meaning in addresses are escaped', () => {
    expect(pathFor({_type: 'condition', slug: 'a?b#c', language: 'en'})).toBe('/conditions/a%3Fb%23c')
  })
})

describe('which document lives at a path', () => {
  test.each([
    {_type: 'condition', slug: 'back-pain', language: 'en'},
    {_type: 'fact', slug: 'a?b#c', language: 'es'},
    {_type: 'page', slug: 'about/our-history', language: 'en'},
    {_type: 'page', slug: 'año', language: 'es'},
  ] as const)('is the inverse of where it lives: $slug', (document) => {
    expect(addressedAt(pathFor(document))).toEqual(document)
  })

  test.each(['/', '/es', '/conditions', '/es/contact', '/conditions/', '/%E0'])('is none at %s', (path) => {
    expect(addressedAt(path)).toBeNull()
  })
})

test('the home page of a further language has no slash at its end', () => {
  expect(pathIn('en', '/')).toBe('/')
  expect(pathIn('es', '/')).toBe('/es')
  expect(pathIn('es', '/contact')).toBe('/es/contact')
})

test('a path gives its language back', () => {
  expect(splitPath('/es/contact')).toEqual({language: 'es', path: '/contact'})
  expect(splitPath('/es')).toEqual({language: 'es', path: '/'})
  expect(splitPath('/contact')).toEqual({language: 'en', path: '/contact'})
  expect(splitPath('/essays')).toEqual({language: 'en', path: '/essays'})
})

test('questions and facts have a place on the pages that show them, besides a page of their own', () => {
  expect(anchorFor({_type: 'faq', slug: 'bed-rest'})).toBe('question-bed-rest')
  expect(anchorFor({_type: 'fact', slug: 'most-people'})).toBe('fact-most-people')
})

test('other documents have no address', () => {
  expect(isAddressedType('condition')).toBe(true)
  expect(isAddressedType('source')).toBe(false)
  expect(isAddressedType('toString')).toBe(false)
})

test('menus can point to every built-in page, and to no other', () => {
  expect(menuPaths.map(({value}) => value)).toEqual(sitePaths)
})

test.each([
  ['/Conditions/Back-Pain', '/conditions/back-pain'],
  ['/conditions/back-pain', '/conditions/back-pain'],
  ['/ES', '/es'],
  ['/Espa%C3%B1ol', '/espa%C3%B1ol'],
  ['/espa%C3%B1ol', '/espa%C3%B1ol'],
  ['/', '/'],
])('%s in small letters is %s, and stays so', (path, small) => {
  expect(inSmallLetters(path)).toBe(small)
  expect(inSmallLetters(small)).toBe(small)
})

test('an address is looked up as it is sent and as people write it', () => {
  expect(spellingsOf('/a%C3%B1o')).toEqual(['/a%C3%B1o', '/año'])
  expect(spellingsOf('/a%2Bb')).toEqual(['/a%2Bb', '/a+b'])
  expect(spellingsOf('/back-pain.html')).toEqual(['/back-pain.html'])
})

test('capitals and escapes are spellings of one address, and an address elsewhere is another', () => {
  expect(isSameInSmallLetters('/old-page', '/Old-Page')).toBe(true)
  expect(isSameInSmallLetters('/a%C3%B1o', '/Año')).toBe(true)
  expect(isSameInSmallLetters('/new-page', '/Old-Page')).toBe(false)
  expect(isSameInSmallLetters('https://portal.example/', '/Old-Page')).toBe(false)
})

test.each(['/old', '/back-pain.html', '/año', '/a+b', '/x,y', '/es/old', '/Old-Page', '/cards/x', '/conditions/old'])(
  'a redirect from %s can take effect',
  (path) => {
    expect(canBeMoved(path)).toBe(true)
  },
)

test.each([
  '/',
  'old',
  '//old',
  '/old/',
  '/a//b',
  '/a/../b',
  '/a?b',
  '/%',
  '/old.md',
  '/OLD.MD',
  '/en/old',
  '/card/x',
  '/Card/x',
  '/qr/x',
  '/media/x',
  '/download/x',
  '/api/x',
  '/studio',
  '/es/markdown/x',
])('a redirect from %s would never be seen', (path) => {
  expect(canBeMoved(path)).toBe(false)
})
