/** The short form of `npm run drill -- publish`: an editor publishes while the site is being killed. */
import {expect, it} from '@jest/globals'
import {freshWithin, publishingDrill} from '../../support/publishing-drill'
import {newSeed} from '../../support/random'

it('shows every one of ten publications after random kills of the site', async () => {
  const report = await publishingDrill({publishes: 10, seed: newSeed()})
  expect(report).toMatchObject({published: 10, lost: 0, differences: []})
  expect(report.kills).toBeGreaterThan(1)
  expect(report.slowest).toBeLessThan(freshWithin)
}, 300_000)
