/** An unexpected console.error or console.warn fails the test that caused it. */
import {afterEach, beforeEach, expect, jest} from '@jest/globals'

const methods = ['error', 'warn'] as const

beforeEach(() => {
  for (const method of methods) jest.spyOn(console, method)
})

afterEach(() => {
  const said = methods.flatMap((method) => {
    const spy = console[method]
    return jest.isMockFunction(spy) ? spy.mock.calls.map((call) => call.map(String).join(' ')) : []
  })
  jest.restoreAllMocks()
  expect(said).toEqual([])
})
