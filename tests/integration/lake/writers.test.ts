import {describe, expect, test} from '@jest/globals'
import {writersDrill} from '../../support/writers-drill'

// The long form is `npm run drill -- writers`; a seed that fails there belongs in this list.
describe('writers who do not know of each other', () => {
  test.each([[1], [20], [300]])('leave one history that everybody agrees on (seed %i)', async (seed) => {
    const report = await writersDrill({seed, writers: 5, requests: 60})
    expect(report.violations).toEqual([])
    expect(report.acknowledged).toBeGreaterThan(100)
    expect(report.refused).toBeGreaterThan(30)
    expect(report.questions).toBeGreaterThan(50)
    expect(report.resumed).toBeGreaterThan(3)
  })
})
