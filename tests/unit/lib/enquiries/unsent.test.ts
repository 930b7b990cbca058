import {expect, test} from '@jest/globals'
import {type Unsent, unsentUnder, withUnsent} from '@/lib/enquiries/unsent'

const unsent: Unsent = {typed: null, errors: {question: 'questionMissing'}, problem: null, view: null}

test('what was typed is there while the form is drawn, and only then', async () => {
  let key = ''
  const drawn = await withUnsent(unsent, async (given) => {
    key = given
    return unsentUnder(given)
  })
  expect(drawn).toBe(unsent)
  expect(unsentUnder(key)).toBeNull()
})

test('it is gone too when the drawing fails', async () => {
  let key = ''
  const drawing = withUnsent(unsent, async (given) => {
    key = given
    throw new Error('This cannot be drawn.')
  })
  await expect(drawing).rejects.toThrow('cannot be drawn')
  expect(unsentUnder(key)).toBeNull()
})

test('its key cannot be guessed', async () => {
  const keys = await Promise.all([1, 2].map(() => withUnsent(unsent, async (key) => key)))
  expect(keys[0]).toMatch(/^[\w-]{43}$/)
  expect(keys[0]).not.toBe(keys[1])
  for (const other of [null, '', 'x', '__proto__']) expect(unsentUnder(other)).toBeNull()
})

test('only so many wait at once', async () => {
  let finish = () => {}
  const end = new Promise<void>((resolve) => {
    finish = resolve
  })
  const drawings = Array.from({length: 100}, () => withUnsent(unsent, () => end))
  expect(await withUnsent(unsent, async () => 'drawn')).toBeNull()
  finish()
  await Promise.all(drawings)
  expect(await withUnsent(unsent, async () => 'drawn')).toBe('drawn')
})
