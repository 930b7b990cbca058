import {expect, test} from '@jest/globals'
import {groqDrill, textOfDifference} from '../../support/groq-drill'
import {newSeed} from '../../support/random'

test('random queries on random documents are answered as groq-js answers them without an index', () => {
  const {differences, unanswered, full} = groqDrill({queries: 500, seed: newSeed()})
  expect(differences.map(textOfDifference).join('\n')).toBe('')
  expect(unanswered).toBeLessThan(50)
  expect(full).toBeGreaterThan(150)
})
