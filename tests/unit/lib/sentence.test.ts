import {expect, test} from '@jest/globals'
import {firstSentence, listed} from '@/lib/sentence'

test.each([
  ['One. Two.', 'One.'],
  ['Is it bad? Mostly not.', 'Is it bad?'],
  ['It takes 1.5 hours. Then rest.', 'It takes 1.5 hours.'],
  ['Without an end', 'Without an end'],
  ['Over\n two lines.\nMore.', 'Over two lines.'],
  ['', ''],
])('the first sentence of %j is %j', (text, first) => {
  expect(firstSentence(text, 'en')).toBe(first)
})

test('a list reads as it does in each language', () => {
  expect(listed(['English', 'Spanish', 'Polish'], 'en')).toBe('English, Spanish, and Polish')
  expect(listed(['inglés', 'español'], 'es')).toBe('inglés y español')
})
