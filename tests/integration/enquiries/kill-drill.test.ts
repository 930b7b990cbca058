/** The short form of `npm run drill -- enquiries`. */
import {expect, test} from '@jest/globals'
import {enquiryDrill} from '../../support/enquiry-drill'
import {newSeed} from '../../support/random'

test('fifty times kill −9 lose no question that was acknowledged, and double none', async () => {
  const report = await enquiryDrill({cycles: 50, seed: newSeed(), most: 4})
  expect(report).toMatchObject({cycles: 50, lost: 0, doubled: 0, torn: 0, integrity: 'ok'})
  expect(report.acknowledged).toBeGreaterThan(50)
  expect(report.retries).toBeGreaterThan(0)
}, 300_000)
