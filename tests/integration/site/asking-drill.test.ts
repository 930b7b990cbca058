/** The short form of `npm run drill -- ask`. */
import {askingDrill} from '../../support/asking-drill'
import {newSeed} from '../../support/random'

test('kill −9 of the site while patients ask loses no question, doubles none, and staff are told of each', async () => {
  const report = await askingDrill({seconds: 20, perMinute: 200, seed: newSeed(), killEvery: [3, 8]})
  expect(report).toMatchObject({lost: 0, doubled: 0, untold: 0, acknowledged: report.asked})
  expect(report.asked).toBeGreaterThan(60)
  expect(report.kills).toBeGreaterThan(0)
}, 300_000)
