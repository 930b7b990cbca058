/** The short form of `npm run drill -- lake`. */
import {expect, test} from '@jest/globals'
import {lakeDrill} from '../../support/lake-drill'
import {newSeed} from '../../support/random'

test('fifty times kill −9 lose nothing that was acknowledged: no document, no history, no webhook, no half of any', async () => {
  const report = await lakeDrill({cycles: 50, seed: newSeed(), most: 4})
  expect(report).toMatchObject({cycles: 50, lost: 0, forgotten: 0, torn: 0, eventsLost: 0, integrity: 'ok'})
  expect(report.acknowledged).toBeGreaterThan(50)
  expect(report.events).toBe(report.acknowledged * 2)
}, 300_000)
