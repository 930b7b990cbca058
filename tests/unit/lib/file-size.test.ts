import {expect, test} from '@jest/globals'
import {sizeInWords} from '@/lib/file-size'

test.each([
  [1, '1 KB'],
  [999, '1 KB'],
  [1001, '2 KB'],
  [340_000, '340 KB'],
  [999_001, '1 MB'],
  [1_000_000, '1 MB'],
  [1_234_567, '1.2 MB'],
  [12_700_000, '13 MB'],
])('%i bytes are %s, in both languages of the United States', (bytes, words) => {
  expect(sizeInWords(bytes, 'en').replace('\u00a0', ' ')).toBe(words)
  expect(sizeInWords(bytes, 'es').replace('\u00a0', ' ')).toBe(words)
})

test('number and unit stay on one line', () => {
  expect(sizeInWords(5000, 'en')).toBe('5\u00a0KB')
})
