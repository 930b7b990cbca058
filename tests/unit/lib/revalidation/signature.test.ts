import {encodeSignatureHeader} from '@sanity/webhook'
import fc from 'fast-check'
import {isSigned, signatureOf, toleranceMilliseconds} from '@/lib/revalidation/signature'

const secret = 'a secret of this test'
const now = 1_760_000_000_000
const body = '{"_id":"condition-back-pain","_type":"condition"}'

describe('the signature of a webhook', () => {
  it('is accepted as Sanity itself makes it', async () => {
    expect(isSigned(body, await encodeSignatureHeader(body, now, secret), [secret], now)).toBe(true)
    expect(isSigned(body, signatureOf(body, secret, now), [secret], now)).toBe(true)
  })

  it('is accepted under any of two secrets, so that one can be changed', () => {
    expect(isSigned(body, signatureOf(body, secret, now), ['another one', secret], now)).toBe(true)
  })

  it.each([
    ['no header', null],
    ['an empty header', ''],
    ['no time', `v1=${signatureOf(body, secret, now).split('v1=')[1]}`],
    ['another body', signatureOf(`${body} `, secret, now)],
    ['another secret', signatureOf(body, 'not the secret', now)],
    ['another time than was signed', signatureOf(body, secret, now).replace(String(now), String(now + 1))],
    ['two signatures', `${signatureOf(body, secret, now)}, ${signatureOf(body, secret, now)}`],
  ])('is refused with %s', (_what, header) => {
    expect(isSigned(body, header, [secret], now)).toBe(false)
  })

  it('is refused where no secret is set up', () => {
    expect(isSigned(body, signatureOf(body, secret, now), [], now)).toBe(false)
  })

  it('is refused once it is older, or from further ahead, than the tolerance', () => {
    const header = signatureOf(body, secret, now)
    expect(isSigned(body, header, [secret], now + toleranceMilliseconds)).toBe(true)
    expect(isSigned(body, header, [secret], now + toleranceMilliseconds + 1)).toBe(false)
    expect(isSigned(body, header, [secret], now - toleranceMilliseconds - 1)).toBe(false)
  })

  it('is refused in each of 10,000 mutations, and breaks on none', () => {
    const good = signatureOf(body, secret, now)
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({minLength: 0, maxLength: 2}), (at, insert) => {
        const mutated = good.slice(0, at) + insert + good.slice(at + 1)
        // One "=" of padding at the end, or a blank after the comma, says the same.
        const same = mutated.replace(/=$/, '').replace(/, +v1/, ',v1') === good
        // The last character of 43 carries two bits that no byte uses.
        const sameBytes = mutated.replace(/=$/, '').slice(0, -1) === good.slice(0, -1)
        return same || sameBytes || !isSigned(body, mutated, [secret], now)
      }),
      {numRuns: 10_000},
    )
  })
})
