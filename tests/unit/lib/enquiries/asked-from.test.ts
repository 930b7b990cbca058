import {expect, test} from '@jest/globals'
import {formAddress, pageAskedFrom, pageBefore} from '@/lib/enquiries/asked-from'

test.each([
  '/conditions/back-pain',
  '/es/conditions/ciatica',
  '/questions/need-a-scan',
  '/about/how-we-write',
  '/conditions/a%C3%B1o',
  '/conditions',
])('a page of this site is one to ask from: %s', (path) => {
  expect(pageAskedFrom(path)).toBe(path)
  expect(pageBefore(`https://clinic.example${path}?a=b#c`, 'clinic.example')).toBe(path)
})

test.each([
  '',
  '/',
  'conditions/back-pain',
  'https://evil.example/',
  '//evil.example/x',
  '/\\evil.example',
  '/conditions/back-pain?x=1',
  '/conditions/back-pain#x',
  '/conditions/../api/x',
  '/conditions/back pain',
  '/conditions/<script>',
  '/conditions/%E0',
  '/conditions/back-pain/',
  '/api/enquiries',
  '/studio',
  '/contact',
  '/es/contact',
  '/contact/thanks',
  '/search',
  '/es/search',
  '/conditions/back-pain.md',
  `/${'x'.repeat(200)}`,
  '/a\nb',
  ['/conditions/back-pain'],
  undefined,
  7,
])('nothing else is: %j', (path) => {
  expect(pageAskedFrom(path)).toBeNull()
})

test.each<[string | null, string | null]>([
  [null, 'clinic.example'],
  ['no address', 'clinic.example'],
  ['https://evil.example/conditions/back-pain', 'clinic.example'],
  ['https://clinic.example:8080/conditions/back-pain', 'clinic.example'],
  ['https://clinic.example/conditions/back-pain', null],
])('nor is a page of somebody else, %s', (referrer, host) => {
  expect(pageBefore(referrer, host)).toBeNull()
})

test('the address of the form says which page it is about', () => {
  expect(formAddress('/es/contact', '/es/conditions/ciatica')).toBe('/es/contact?from=/es/conditions/ciatica')
  expect(formAddress('/contact', null)).toBe('/contact')
})
