import {withoutSpareSlashes} from '@/server/door/one-address'

it.each([
  ['/conditions/', '/conditions'],
  ['/conditions//back-pain', '/conditions/back-pain'],
  ['//conditions///back-pain//', '/conditions/back-pain'],
  ['//evil.test/', '/evil.test'],
  ['//', '/'],
  ['/conditions/?a=b//c/', '/conditions?a=b//c/'],
  ['/Conditions/', '/Conditions'],
  ['/', null],
  ['/?a=//', null],
  ['/conditions/back-pain', null],
])('there is one spelling of %s: %s', (url, clean) => {
  expect(withoutSpareSlashes(url)).toBe(clean)
  if (clean !== null) expect(withoutSpareSlashes(clean)).toBeNull()
})
