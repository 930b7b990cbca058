/** The measure itself: syllables counted by hand, and texts known to be easy or hard. */
import {expect, test} from '@jest/globals'
import {englishGrade, sentencesOf, spanishEase, syllables} from '../support/reading-level'

test.each([
  ['dolor', 2],
  ['ciática', 3],
  ['pierna', 2],
  ['cuidado', 3],
  ['día', 2],
  ['aún', 2],
  ['que', 1],
  ['guía', 2],
  ['hoy', 1],
  ['muy', 1],
  ['fisioterapia', 5],
  ['rodilla', 3],
  ['y', 1],
  ['2,219', 1],
])('%s has %i syllables', (word, count) => {
  expect(syllables.es(word)).toBe(count)
})

test.each([
  ['pain', 1],
  ['doctor', 2],
  ['medicine', 3],
])('%s has about %i syllables', (word, count) => {
  expect(syllables.en(word)).toBe(count)
})

test('a hard text is harder than an easy one, in both languages', () => {
  const easy = sentencesOf('Call us. We are glad to help you.')
  const hard = sentencesOf('Multidisciplinary rehabilitation necessitates comprehensive psychosocial evaluation.')
  expect(englishGrade(easy)).toBeLessThan(4)
  expect(englishGrade(hard)).toBeGreaterThan(15)
  const fácil = sentencesOf('No se quede en cama. Dé un paseo corto cada día.')
  const difícil = sentencesOf(
    'La rehabilitación multidisciplinaria requiere evaluaciones psicosociales especializadas.',
  )
  expect(spanishEase(fácil)).toBeGreaterThan(80)
  expect(spanishEase(difícil)).toBeLessThan(20)
})
