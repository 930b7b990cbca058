import {randomBytes} from 'node:crypto'
import {expect, test} from '@jest/globals'
import {isTooOld, longestView, newView, openView, sealView} from '@/lib/enquiries/view-token'

const key = randomBytes(32)
const now = Date.parse('2026-11-26T09:00:00Z')
const view = newView('/conditions/back-pain', now)

test('a view is the same when its token comes back', () => {
  expect(openView(sealView(view, key), key)).toEqual(view)
  expect(openView(sealView({...view, page: null}, key), key)).toEqual({...view, page: null})
})

test('each view is one of its own, and so is each token', () => {
  expect(newView(null, now).id).not.toBe(newView(null, now).id)
  expect(sealView(view, key)).not.toBe(sealView(view, key))
})

test('a token says nothing to whoever holds it', () => {
  const bytes = Buffer.from(sealView(view, key), 'base64url').toString('latin1')
  expect(bytes).not.toContain('back-pain')
  expect(bytes).not.toContain(view.id)
})

test('a token that was changed anywhere is none', () => {
  const token = sealView(view, key)
  const bytes = Buffer.from(token, 'base64url')
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(bytes.readUInt8(index) ^ 1, index)
    expect(openView(changed.toString('base64url'), key)).toBeNull()
  }
})

test.each(['', 'x', 'a'.repeat(171), 'a'.repeat(5000), '../../etc/passwd', '\u0000'])('nor is %j', (token) => {
  expect(openView(token, key)).toBeNull()
})

test('nor is one of another key, or one that is cut off', () => {
  const token = sealView(view, key)
  expect(openView(token, randomBytes(32))).toBeNull()
  for (const length of [1, 40, token.length - 1]) expect(openView(token.slice(0, length), key)).toBeNull()
})

test('a view is good for twelve hours', () => {
  expect(isTooOld(view, now + longestView)).toBe(false)
  expect(isTooOld(view, now + longestView + 1)).toBe(true)
  expect(longestView).toBe(12 * 3_600_000)
})
