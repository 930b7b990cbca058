import {expect, test} from '@jest/globals'
import {byLetter} from '@/lib/alphabet'

const letters = (labels: string[], language: 'en' | 'es') =>
  byLetter(
    labels.map((label) => ({label})),
    language,
  ).map(({letter, entries}) => `${letter}: ${entries.map(({label}) => label).join(', ')}`)

test('case and accents do not part what belongs together', () => {
  expect(letters(['Zoster', 'ánimo', 'Arthritis', 'back pain'], 'en')).toEqual([
    'A: ánimo, Arthritis',
    'B: back pain',
    'Z: Zoster',
  ])
})

test('figures come under a sign of their own', () => {
  expect(letters(['3-day course', 'Back pain'], 'en')).toEqual(['0–9: 3-day course', 'B: Back pain'])
})

test('Spanish keeps its own letter', () => {
  expect(letters(['Ñandú', 'Nervio', 'Oído'], 'es')).toEqual(['N: Nervio', 'Ñ: Ñandú', 'O: Oído'])
})
