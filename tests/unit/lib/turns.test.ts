import {expect, test} from '@jest/globals'
import {TooManyError, turns} from '@/lib/turns'

test('so many run at once, others wait in line, and the rest are turned away', async () => {
  const take = turns({atOnce: 2, waiting: 2})
  const began: string[] = []
  const ends = new Map<string, () => void>()
  const job = (name: string) => () =>
    new Promise<string>((resolve) => {
      began.push(name)
      ends.set(name, () => resolve(name))
    })
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => take(job(name)))
  await expect(take(job('e'))).rejects.toThrow(TooManyError)
  expect(began).toEqual(['a', 'b'])
  ends.get('b')?.()
  expect(await b).toBe('b')
  expect(began).toEqual(['a', 'b', 'c'])
  ends.get('a')?.()
  expect(await a).toBe('a')
  expect(began).toEqual(['a', 'b', 'c', 'd'])
  for (const name of ['c', 'd']) ends.get(name)?.()
  expect(await Promise.all([c, d])).toEqual(['c', 'd'])
})

test('a job that fails hands over its place too', async () => {
  const take = turns({atOnce: 1, waiting: 1})
  const failed = take(() => Promise.reject(new Error('away')))
  const next = take(async () => 'next')
  await expect(failed).rejects.toThrow('away')
  expect(await next).toBe('next')
  expect(await take(async () => 'last')).toBe('last')
})
