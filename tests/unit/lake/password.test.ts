import {describe, expect, test} from '@jest/globals'
import {networkOf} from '../../../sanity/lake/attempts'
import {faultOfPassword, hashPassword, isPassword, isWeak} from '../../../sanity/lake/password'
import {browserFrom} from '../../../sanity/lake/session'

const cheap = {memory: 64, passes: 1, parallelism: 1}

describe('a password', () => {
  test('is known again however its letters are composed, and no other is', async () => {
    const stored = await hashPassword('caf\u00e9 au lait at noon', cheap)
    expect(await isPassword('cafe\u0301 au lait at noon', stored)).toBe(true)
    expect(await isPassword('cafe au lait at noon', stored)).toBe(false)
    expect(await isPassword('', stored)).toBe(false)
    expect(await isPassword('café au lait at noon', null)).toBe(false)
    expect(isWeak(stored)).toBe(true)
    await expect(isPassword('x', 'md5:abc')).rejects.toThrow('Restore a backup')
  })

  test('has a salt of its own', async () => {
    expect(await hashPassword('the same words', cheap)).not.toBe(await hashPassword('the same words', cheap))
  })

  test('is computed one at a time, and a line that is too long is closed', async () => {
    const all = await Promise.allSettled(Array.from({length: 25}, () => hashPassword('words', cheap)))
    expect(all.filter(({status}) => status === 'rejected')).toHaveLength(5)
    expect(await hashPassword('words', cheap)).toMatch(/^\$argon2id/)
  })

  test.each([
    ['short', 'at least 12'],
    ['x'.repeat(201), 'at most 200'],
    ['aaaaaaaaaaaaaa', 'repeats'],
    ['abcabcabcabcabc', 'repeats'],
    ['abcdefghijklmnop', 'counts up'],
    ['987654321098765', 'counts up'],
    ['Password1234!', 'your own name'],
    ['maria-lopez-1990', 'your own name'],
    ['MariaClinic2026', 'your own name'],
    ['qwertyuiop99!', 'your own name'],
  ])('%s is refused', (password, sentence) => {
    expect(faultOfPassword(password, ['Maria Lopez', 'maria@clinic.example'])).toContain(sentence)
  })

  test.each([
    'seven purple teapots',
    'Gr8!kd02_Ffa9',
    '🐢🐇🦔🐿️🦡🦫🦦🦥🐾🐉🐲🐊',
    '八百屋の猫は昼寝をしている',
    '80417395528164',
  ])('%s is taken', (password) => {
    expect(faultOfPassword(password, ['Maria Lopez', 'maria@clinic.example'])).toBeNull()
  })
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:DB8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test.each([
  [null, 'Unknown browser'],
  ['curl/8.5', 'Other program'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    'Safari on Mac',
  ],
])('a browser is told in words: %s', (userAgent, words) => {
  expect(browserFrom(userAgent)).toBe(words)
})
